package org.muster.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.muster.compare.Literal;
import org.muster.compare.Literal.Said;
import org.muster.compare.SmallDossiers;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;

/** The checks against their definition, sentence by sentence on whole numbers. */
@Domain(SmallDossiers.class)
class ChecksPropertiesTest {

    private static final List<String> GRAVEST = List.of("short", "over", "possible", "open", "holds");

    /** A rule: its whole, its parts, and how they are bound; LOSSES is a bound of at most the strength. */
    private record Rule(Quantity whole, List<Quantity> parts, Completeness complete, int least) {}

    /** What a row should say; no upper or lower end is OPEN or −OPEN. */
    private record Row(
            Quantity whole,
            List<Quantity> parts,
            List<String> claims,
            long wholeLow,
            long wholeHigh,
            String from,
            long partsLow,
            long partsHigh,
            long residualLow,
            long residualHigh,
            String verdict) {}

    private static List<Rule> rules(Dossier dossier, Quantity whole) {
        List<Rule> rules = new ArrayList<>();
        for (Breakdown breakdown : dossier.hierarchy().of(whole)) {
            boolean menOfEvents = breakdown.dimension() == Dimension.EVENT
                    && whole.measure().state().name().equals("strength");
            assertTrue(!menOfEvents, "the same men fight twice");
            rules.add(new Rule(whole, breakdown.partsOf(whole), breakdown.complete(), 1));
        }
        if (whole.measure().state().name().equals("strength")) {
            Set<String> losses = new LinkedHashSet<>();
            for (Claim claim : dossier.claims()) {
                if (claim.quantity().measure().item().equals(whole.measure().item())
                        && !claim.quantity().measure().state().name().equals("strength")) {
                    losses.add(claim.quantity().measure().state().name());
                }
            }
            List<List<String>> bounds = new ArrayList<>();
            if (whole.measure().item().name().equals("personnel")) {
                bounds.add(List.of("killed", "missing", "captured"));
            }
            losses.forEach(loss -> bounds.add(List.of(loss)));
            for (List<String> states : bounds) {
                rules.add(new Rule(
                        whole,
                        states.stream()
                                .map(state -> whole.with(Dimension.STATE, state))
                                .toList(),
                        Completeness.NO,
                        Math.min(2, states.size())));
            }
        }
        return rules;
    }

    private static List<Row> rows(Dossier dossier) {
        List<Row> rows = new ArrayList<>();
        for (Quantity whole : dossier.quantities()) {
            for (Rule rule : rules(dossier, whole)) {
                List<Optional<Said>> ranges = rule.parts.stream()
                        .map(part -> Literal.range(dossier, part))
                        .toList();
                if (ranges.stream().filter(Optional::isPresent).count() < rule.least) {
                    continue; // no part has a figure
                }
                Map<List<Long>, Row> byRange = new LinkedHashMap<>();
                for (Claim claim : Literal.numbered(dossier, whole)) {
                    Optional<List<Optional<Said>>> own = ofOwnSource(dossier, rule, claim);
                    Row row = row(rule, claim, own.orElse(ranges), own.isPresent() ? "same source" : "ranges");
                    List<Long> key = List.of(row.wholeLow, row.wholeHigh, row.partsLow, row.partsHigh, (long)
                            GRAVEST.indexOf(row.verdict));
                    byRange.merge(key, row, ChecksPropertiesTest::shared);
                }
                rows.addAll(byRange.values());
            }
        }
        return rows;
    }

    /** "Claims of equal range share a row." */
    private static Row shared(Row a, Row b) {
        List<String> claims = new ArrayList<>(a.claims);
        claims.addAll(b.claims);
        return new Row(
                a.whole,
                a.parts,
                claims,
                a.wholeLow,
                a.wholeHigh,
                a.from.equals("same source") ? a.from : b.from,
                a.partsLow,
                a.partsHigh,
                a.residualLow,
                a.residualHigh,
                a.verdict);
    }

    /** "The claims of the whole's own source where it has all of them." */
    private static Optional<List<Optional<Said>>> ofOwnSource(Dossier dossier, Rule rule, Claim whole) {
        for (String source : whole.sources()) {
            List<Optional<Said>> parts = new ArrayList<>();
            for (Quantity part : rule.parts) {
                List<Said> own = new ArrayList<>();
                for (Claim claim : Literal.numbered(dossier, part)) {
                    boolean otherSide = !claim.claimant().isEmpty()
                            && !whole.claimant().isEmpty()
                            && !claim.claimant().equals(whole.claimant());
                    if (claim.sources().contains(source) && !otherSide) {
                        own.add(Literal.said(claim));
                    }
                }
                parts.add(Literal.range(own));
            }
            if (parts.stream().allMatch(Optional::isPresent)) {
                return Optional.of(parts);
            }
        }
        return Optional.empty();
    }

    private static Row row(Rule rule, Claim claim, List<Optional<Said>> parts, String from) {
        Said whole = Literal.said(claim);
        boolean missing = parts.stream().anyMatch(Optional::isEmpty);
        long sumLow = 0;
        long sumHigh = missing ? Literal.OPEN : 0;
        long greatestLow = 0;
        long greatestHigh = missing ? Literal.OPEN : 0;
        for (Optional<Said> part : parts) {
            if (part.isPresent()) {
                sumLow += part.get().low();
                sumHigh = Literal.plus(sumHigh, part.get().high());
                greatestLow = Math.max(greatestLow, part.get().low());
                greatestHigh = Math.max(greatestHigh, part.get().high());
            }
        }
        long low = rule.complete == Completeness.SHARED ? greatestLow : sumLow;
        long residualLow = sumHigh == Literal.OPEN ? -Literal.OPEN : whole.low() - sumHigh;
        long residualHigh = whole.high() == Literal.OPEN ? Literal.OPEN : whole.high() - low;
        boolean holds = switch (rule.complete) {
            case YES -> residualLow == 0 && residualHigh == 0;
            case NO -> residualLow >= 0;
            // greatest part ≤ whole ≤ sum for every choice of numbers within the ranges
            default -> whole.low() >= greatestHigh && whole.high() <= sumLow;
        };
        String verdict = residualHigh < 0
                ? "short"
                : residualLow > 0 && rule.complete != Completeness.NO
                        ? "over"
                        : missing ? "open" : holds ? "holds" : "possible";
        return new Row(
                rule.whole,
                rule.parts,
                List.of(claim.id()),
                whole.low(),
                whole.high(),
                from,
                low,
                sumHigh,
                residualLow,
                residualHigh,
                verdict);
    }

    private static long whole(double end) {
        return end == Double.POSITIVE_INFINITY
                ? Literal.OPEN
                : end == Double.NEGATIVE_INFINITY ? -Literal.OPEN : (long) end;
    }

    @Property
    void asDefined(@ForAll Dossier dossier) {
        Map<Row, Integer> expected = new HashMap<>();
        for (Row row : rows(dossier)) {
            Row unnamed = without(row);
            expected.merge(unnamed, 1, Integer::sum);
        }
        Map<Row, Integer> found = new HashMap<>();
        for (Check check : Checks.of(dossier).rows()) {
            Row row = new Row(
                    check.quantity(),
                    List.of(),
                    check.claims().stream().map(Claim::id).toList(),
                    whole(check.whole().inf()),
                    whole(check.whole().sup()),
                    check.partsFrom().toString(),
                    whole(check.partsRange().inf()),
                    whole(check.partsRange().sup()),
                    whole(check.residual().inf()),
                    whole(check.residual().sup()),
                    check.verdict().toString());
            found.merge(row, 1, Integer::sum);
        }
        assertEquals(expected, found);
    }

    private static Row without(Row row) {
        return new Row(
                row.whole,
                List.of(),
                row.claims,
                row.wholeLow,
                row.wholeHigh,
                row.from,
                row.partsLow,
                row.partsHigh,
                row.residualLow,
                row.residualHigh,
                row.verdict);
    }

    /** Gravest verdict first, what fails for firm figures before what fails for soft ones, then the greatest share. */
    @Property
    void sorted(@ForAll Dossier dossier) {
        List<Check> rows = Checks.of(dossier).rows();
        for (int i = 1; i < rows.size(); i++) {
            Check a = rows.get(i - 1);
            Check b = rows.get(i);
            int byVerdict = GRAVEST.indexOf(a.verdict().toString())
                    - GRAVEST.indexOf(b.verdict().toString());
            assertTrue(byVerdict <= 0);
            if (byVerdict == 0) {
                boolean fails = a.isFailed();
                assertTrue(!fails || !a.soft() || b.soft());
                if (!fails || a.soft() == b.soft()) {
                    assertTrue(a.share() >= b.share(), () -> a + "\n" + b);
                }
                if (a.share() == b.share() && (!fails || a.soft() == b.soft())) {
                    assertTrue(dossier.quantities().indexOf(a.quantity())
                            <= dossier.quantities().indexOf(b.quantity()));
                }
            }
        }
    }

    /** What fails, fails for all numbers within the ranges. */
    @Property
    void failed(@ForAll Dossier dossier) {
        for (Check row : Checks.of(dossier).rows()) {
            assertEquals(Set.of("short", "over").contains(row.verdict().toString()), row.isFailed());
        }
    }

    /** A row is soft where a claim about the whole or a claim that the parts rest on is. */
    @Property
    void soft(@ForAll Dossier dossier) {
        for (Check row : Checks.of(dossier).rows()) {
            Set<Claim> all = new LinkedHashSet<>(row.claims());
            all.addAll(row.parts());
            boolean soft = all.stream()
                    .anyMatch(claim -> Set.of("about", "nearly", "rounded")
                            .contains(claim.figure().qualifier().toString()));
            assertEquals(soft, row.soft(), row::toString);
        }
    }
}
