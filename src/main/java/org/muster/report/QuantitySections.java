package org.muster.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.Agreement;
import org.muster.compare.Agreement.Verdict;
import org.muster.compare.NumberText;
import org.muster.compare.Said;
import org.muster.compare.Side;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.plot.RangePlot;
import org.muster.report.PageContext.Figure;

/** The quantities of a page, each with all its claims: first those on which several voices speak, the gravest first. */
final class QuantitySections {

    private static final int MOST_OPEN = 200;
    private static final int MOST_ON_PAGE = 8;

    /** The order of the sections; the verdicts left out have tables of their own. */
    private static final List<Verdict> ORDER =
            List.of(Verdict.CONTRADICTS_ITSELF, Verdict.CONFLICT, Verdict.BY_DATE, Verdict.NOT_EXCLUDED, Verdict.AGREE);

    /**
     * A quantity on which several voices speak.
     *
     * @param anchor its id on the page
     * @param name its name
     * @param verdict the verdict in words
     * @param style the class of the verdict
     * @param sentence what the voices say
     * @param figures pictures; none where a sentence tells more
     * @param table its claims
     * @param quote a sentence to quote
     */
    record Section(
            String anchor,
            String name,
            String verdict,
            String style,
            String sentence,
            List<Figure> figures,
            ClaimTable table,
            String quote) {

        /** Whether it may stand on one printed page. */
        boolean isShort() {
            return table.rows().size() <= MOST_ON_PAGE;
        }
    }

    /**
     * The figures on one party that rest on one voice.
     *
     * @param heading the party, and how many they are
     * @param open whether the list is unfolded
     * @param table the claims
     */
    record Party(String heading, boolean open, ClaimTable table) {}

    private final PageContext page;
    private final PageLimits limits;
    private final List<Section> sections = new ArrayList<>();
    private final List<Party> parties = new ArrayList<>();
    private final Optional<ClaimTable> same;
    private final Optional<ClaimTable> noNumber;
    private final int single;

    QuantitySections(PageContext page, PageLimits limits) {
        this.page = page;
        this.limits = limits;
        Map<Verdict, List<Agreement>> byVerdict = new HashMap<>();
        List<Claim> alike = new ArrayList<>();
        List<Claim> wordsOnly = new ArrayList<>();
        Map<String, List<Agreement>> byParty = new LinkedHashMap<>();
        int alone = 0;
        for (Agreement row : page.report.quantities().rows()) {
            if (row.verdict() == Verdict.SINGLE) {
                byParty.computeIfAbsent(row.quantity().party(), any -> new ArrayList<>())
                        .add(row);
                alone++;
            } else if (row.verdict() == Verdict.NO_NUMBER) {
                wordsOnly.addAll(row.claims());
            } else if (isSameNumber(row)) {
                alike.addAll(row.claims());
            } else {
                byVerdict
                        .computeIfAbsent(row.verdict(), any -> new ArrayList<>())
                        .add(row);
            }
        }
        this.single = alone;
        byVerdict.computeIfPresent(Verdict.CONFLICT, (any, rows) -> widestFirst(rows));
        for (Verdict verdict : ORDER) {
            for (Agreement row : byVerdict.getOrDefault(verdict, List.of())) {
                sections.add(section(row));
            }
        }
        this.same = alike.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ClaimTable.of(page, "Quantities on which several voices give the same number", true, alike));
        if (limits.showsSingleVoices()) {
            byParty.forEach((party, rows) -> parties.add(party(party, rows)));
        }
        this.noNumber = wordsOnly.isEmpty()
                ? Optional.empty()
                : Optional.of(ClaimTable.of(page, "Claims without a number", true, wordsOnly));
    }

    private List<Agreement> widestFirst(List<Agreement> conflicts) {
        Map<Quantity, Double> widths = new HashMap<>();
        conflicts.forEach(row -> widths.put(
                row.quantity(),
                Side.widest(row, page.dossier.hierarchy()).orElseThrow().weight()));
        return conflicts.stream()
                .sorted(Comparator.comparing((Agreement row) -> widths.getOrDefault(row.quantity(), 0.0))
                        .reversed())
                .toList();
    }

    /** Whether all claims about a quantity give one number, firmly: a table tells that better than a section. */
    private static boolean isSameNumber(Agreement row) {
        Set<Interval> ranges = new LinkedHashSet<>();
        for (Claim claim : row.claims()) {
            ranges.add(claim.figure().range().orElse(Interval.EMPTY));
            if (claim.figure().isSoft() || claim.figure().isOneSided()) {
                return false;
            }
        }
        return row.verdict() == Verdict.AGREE && ranges.size() == 1;
    }

    private Party party(String party, List<Agreement> rows) {
        List<Claim> claims = new ArrayList<>();
        rows.forEach(row -> claims.addAll(row.claims()));
        String heading = party + ": " + PageContext.quantities(rows.size());
        return new Party(
                heading,
                claims.size() <= MOST_OPEN,
                ClaimTable.of(page, party + ": figures that rest on one voice", true, claims));
    }

    private Section section(Agreement row) {
        List<Figure> figures = new ArrayList<>();
        if (limits.draws(row.verdict())) {
            for (RangePlot picture : RangePlot.of(row, page.ranges, page.names, page.voiceKinds)) {
                figures.add(page.figure(picture));
            }
        }
        String name = page.names.quantity(row.quantity());
        return new Section(
                page.anchors.quantity(row.quantity()),
                name,
                verdict(row.verdict()),
                row.verdict() == Verdict.CONFLICT || row.verdict() == Verdict.CONTRADICTS_ITSELF
                        ? "bad"
                        : row.verdict() == Verdict.AGREE ? "good" : "",
                sentence(row),
                figures,
                ClaimTable.of(page, "Claims: " + name, false, row.claims()),
                quote(row));
    }

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case CONFLICT -> "Cannot all be true.";
            case CONTRADICTS_ITSELF -> "Contradicts itself.";
            case BY_DATE -> "Differ by date.";
            case NOT_EXCLUDED -> "Not excluded.";
            case AGREE -> "Agree.";
            case SINGLE -> "One voice.";
            case NO_NUMBER -> "No number.";
        };
    }

    private String sentence(Agreement row) {
        String told = switch (row.verdict()) {
            case CONFLICT -> page.agreements.conflict(row).text() + percent(row);
            case CONTRADICTS_ITSELF -> contradiction(row);
            case BY_DATE -> page.agreements.byDate(row);
            case NOT_EXCLUDED -> page.agreements.notExcluded(row);
            default ->
                row.common().isEmpty()
                        ? "Each later count is no lower than those before"
                        : "All that is said has " + NumberText.range(row.common()) + " in common";
        };
        boolean hasCamps = row.verdict() == Verdict.CONFLICT || row.verdict() == Verdict.CONTRADICTS_ITSELF;
        String range = hasCamps || row.verdict() == Verdict.BY_DATE
                ? ""
                : row.range()
                        .range()
                        .filter(all -> !all.equals(row.common()))
                        .map(all -> " The range is " + NumberText.range(all) + ".")
                        .orElse("");
        return PageContext.capital(page.withoutName(row.quantity(), told)) + "." + range;
    }

    /** How far apart figures are that differ by less than a tenth. */
    private String percent(Agreement row) {
        return Side.widest(row, page.dossier.hierarchy())
                .filter(apart -> apart.separation() < NumberText.TELLING_RATIO)
                .map(apart -> " (" + NumberText.percent(apart.separation() - 1) + ")")
                .orElse("");
    }

    private String contradiction(Agreement row) {
        for (Said said : row.voices()) {
            if (said.contradictsItself()) {
                Optional<List<Claim>> pair = page.agreements.contradiction(said);
                if (pair.isPresent()) {
                    return page.agreements
                            .contradiction(said, pair.get().get(0), pair.get().get(1))
                            .text();
                }
            }
        }
        return "";
    }

    /** The quantity with each figure, who gives it, where, and in which work it was seen. */
    private String quote(Agreement row) {
        Set<String> told = new LinkedHashSet<>();
        for (Said said : row.voices()) {
            for (Claim claim : said.claims()) {
                List<String> where = new ArrayList<>();
                if (!claim.claimant().isEmpty()) {
                    where.add(claim.claimant() + "'s claim");
                }
                where.add(page.names.works(List.of(claim)));
                where.add(claim.locator());
                where.add(claim.asOf().isGiven() ? "as of " + claim.asOf().label() : "");
                where.add(claim.via().isEmpty() ? "" : "as cited in " + page.names.source(claim.via()));
                where.removeIf(String::isEmpty);
                told.add(PageContext.number(claim) + " (" + String.join(", ", where) + ")");
            }
        }
        return page.names.quantity(row.quantity()) + ": " + String.join("; ", told) + ".";
    }

    List<Section> sections() {
        return sections;
    }

    List<Party> parties() {
        return parties;
    }

    Optional<ClaimTable> same() {
        return same;
    }

    Optional<ClaimTable> noNumber() {
        return noNumber;
    }

    /** How many quantities rest on one voice. */
    int single() {
        return single;
    }
}
