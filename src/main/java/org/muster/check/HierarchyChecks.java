package org.muster.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.check.Check.Kind;
import org.muster.check.Check.PartsFrom;
import org.muster.check.Check.Side;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.WholePartRule;
import org.muster.figure.Measure;
import org.muster.interval.Interval;
import org.muster.text.Problem;

/**
 * The sums and bounds of the hierarchy about one whole, checked against what each voice says of it. A breakdown whose parts may
 * overlap makes two rows: the whole against the greatest part, and against the sum.
 */
final class HierarchyChecks {

    /** A rule about the whole, with what it is asked for again and again, voice by voice. */
    private static final class RuleWithParts {
        private final WholePartRule rule;
        private final List<Quantity> claimedParts;
        private final Map<AsOf, List<AsOf>> datesOfParts = new HashMap<>();
        private final Map<AsOf, Parts> partsOfAll = new HashMap<>();

        RuleWithParts(WholePartRule rule, Ranges ranges) {
            this.rule = rule;
            this.claimedParts = rule.parts().stream()
                    .filter(part -> ranges.said(part).stream().anyMatch(said -> !said.isSum()))
                    .toList();
        }
    }

    /** What voices must have in common to share a row: the rule, what they say, how firmly and as of when, and the parts. */
    private record Row(
            RuleWithParts withParts,
            boolean ofGreatest,
            Interval whole,
            boolean soft,
            AsOf asOf,
            Interval parts,
            int claimsOfParts) {}

    /** Who shares a row, and the parts as the first that speaks of all of them gives them. */
    private static final class Sharing {
        private final List<Said> voices = new ArrayList<>();
        private Parts parts;

        Sharing(Parts parts) {
            this.parts = parts;
        }

        void add(Said said, Parts own) {
            voices.add(said);
            parts = own.from() == PartsFrom.SAME_VOICE && parts.from() == PartsFrom.RANGES ? own : parts;
        }
    }

    private static final int MOST_COLLECTED = 10_000;

    private final IdentityHashMap<Parts, Integer> numberOfParts = new IdentityHashMap<>();
    private final Map<List<Claim>, Integer> numberOfClaims = new HashMap<>();
    private final Map<Row, Sharing> rows = new LinkedHashMap<>();
    private final Ranges ranges;
    private final Dossier dossier;
    private final List<RuleWithParts> rules;

    private HierarchyChecks(Quantity whole, Ranges ranges, List<Measure> losses) {
        this.ranges = ranges;
        this.dossier = ranges.dossier();
        this.rules = WholePartRule.about(whole, dossier, losses).stream()
                .map(rule -> new RuleWithParts(rule, ranges))
                .toList();
    }

    /** @param problems receives a warning if checks are left out */
    static void addTo(SurestChecks checks, Ranges ranges, List<Problem> problems) {
        List<Measure> losses = WholePartRule.lossesOf(ranges.dossier());
        for (Quantity whole : ranges.dossier().quantities()) {
            List<Check> found = new HierarchyChecks(whole, ranges, losses).of(ranges.said(whole));
            String number = (found.size() < MOST_COLLECTED ? "" : "over ") + found.size();
            checks.addMostSerious(whole, found, number + " checks", problems);
        }
    }

    private List<Check> of(List<Said> voices) {
        for (Said said : voices) {
            if (!said.isSum() && rows.size() < MOST_COLLECTED) {
                check(said);
            }
        }
        List<Check> found = new ArrayList<>(rows.size());
        rows.forEach((row, sharing) -> found.add(check(row, sharing)));
        return found;
    }

    /** Collects the rows of one voice. Of several built-in breakdowns one counts only if it adds a claimed part. */
    private void check(Said said) {
        List<RuleWithParts> builtIn = new ArrayList<>();
        Set<Quantity> known = new LinkedHashSet<>();
        for (RuleWithParts withParts : rules) {
            if (withParts
                    .rule
                    .breakdown()
                    .filter(dossier.hierarchy()::isBuiltIn)
                    .isPresent()) {
                builtIn.add(withParts);
            } else if (collect(said, withParts)) {
                known.addAll(withParts.claimedParts);
            }
        }
        for (boolean spokenOf : new boolean[] {true, false}) {
            for (RuleWithParts withParts : builtIn) {
                if (speaksOfAll(said, withParts.rule) == spokenOf
                        && !known.containsAll(withParts.claimedParts)
                        && collect(said, withParts)) {
                    known.addAll(withParts.claimedParts);
                }
            }
        }
    }

    private boolean speaksOfAll(Said said, WholePartRule rule) {
        return rule.parts().stream()
                .allMatch(part -> ranges.said(part, said.voice()).isPresent());
    }

    /** Collects the rows of one voice by one rule, and returns whether there are any. */
    private boolean collect(Said said, RuleWithParts withParts) {
        WholePartRule rule = withParts.rule;
        boolean any = false;
        for (Said.Dated dated : said.dated()) {
            if (rows.size() >= MOST_COLLECTED) {
                break;
            }
            for (AsOf date :
                    withParts.datesOfParts.computeIfAbsent(dated.asOf(), whole -> Parts.dates(ranges, rule, whole))) {
                Parts parts = Parts.by(said.voice(), ranges, rule, date)
                        .orElseGet(
                                () -> withParts.partsOfAll.computeIfAbsent(date, asOf -> Parts.of(ranges, rule, asOf)));
                if (parts.known() >= rule.least()) {
                    any = true;
                    add(withParts, false, said, dated, parts);
                    if (rule.kind() == WholePartRule.Kind.SHARED) {
                        add(withParts, true, said, dated, parts);
                    }
                }
            }
        }
        return any;
    }

    private void add(RuleWithParts withParts, boolean ofGreatest, Said said, Said.Dated dated, Parts parts) {
        Row row = new Row(
                withParts,
                ofGreatest,
                dated.range(),
                ranges.isSoft(said),
                dated.asOf(),
                ofGreatest ? parts.greatest() : parts.sum(),
                numberOf(parts));
        rows.computeIfAbsent(row, any -> new Sharing(parts)).add(said, parts);
    }

    /** The same number for the same claims: many voices share the parts, and their claims may be many. */
    private int numberOf(Parts parts) {
        return numberOfParts.computeIfAbsent(
                parts, any -> numberOfClaims.computeIfAbsent(parts.claims(), other -> numberOfClaims.size()));
    }

    private Check check(Row row, Sharing sharing) {
        WholePartRule rule = row.withParts().rule;
        Set<Claim> claims = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        Parts of = sharing.parts;
        for (Said said : sharing.voices) {
            names.add(said.voice());
            said.claims().stream()
                    .filter(claim -> !claim.asOf().isDifferentFrom(row.asOf()))
                    .forEach(claims::add);
        }
        Interval residual = row.whole().subtract(row.parts());
        boolean shared = rule.kind() == WholePartRule.Kind.SHARED;
        boolean allKnown = of.known() == rule.parts().size();
        boolean isSum = rule.kind() == WholePartRule.Kind.SUM;
        return new Check(
                Optional.of(rule.whole()),
                text(row),
                rule.breakdown().isEmpty() ? Kind.LOSSES : isSum || shared && !row.ofGreatest() ? Kind.SUM : Kind.BOUND,
                Optional.of(rule),
                new Side(List.copyOf(names), List.copyOf(claims), row.whole()),
                new Side(of.voices(), of.claims(), row.parts()),
                of.from(),
                residual,
                shared && !row.ofGreatest()
                        ? atMost(residual, row.parts(), allKnown)
                        : Checks.verdict(residual, isSum, row.parts(), allKnown),
                row.soft() || of.soft(),
                ranges.tolerance());
    }

    /** The verdict where the whole is at most the sum of its parts. */
    private static Check.Verdict atMost(Interval residual, Interval parts, boolean allKnown) {
        return switch (Checks.verdict(residual.negate(), false, parts, allKnown)) {
            case SHORT -> Check.Verdict.OVER;
            case OVER, POSSIBLE -> Check.Verdict.POSSIBLE;
            case OPEN -> Check.Verdict.OPEN;
            case HOLDS -> Check.Verdict.HOLDS;
        };
    }

    private static String text(Row row) {
        WholePartRule rule = row.withParts().rule;
        if (rule.kind() != WholePartRule.Kind.SHARED) {
            return rule.text();
        }
        return rule.text()
                .replaceFirst(" = shared ", row.ofGreatest() ? " >= greatest of " : " <= ")
                .replace(" + ", row.ofGreatest() ? ", " : " + ");
    }
}
