package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;

/**
 * Voices compared in pairs: for every two that {@link Said give} a number for the same quantities, a row for each
 * measure, preceded by a row for all measures together where there are several: the report {@code voices.csv}. Pairs
 * are sorted by name, measures by their order in the dossier. Sums of parts are left out.
 *
 * <p>If there are more than 100 voices, only those with the most claims are compared, and none that makes a single claim, since
 * which of so many would be a matter of their names; a problem says so.
 */
public final class VoicePairs implements Tabular<VoicePair> {

    static final int MOST_VOICES = 100;

    private static final List<Column<VoicePair>> COLUMNS = List.of(
            Column.text("voice_a", VoicePair::a),
            Column.text("voice_b", VoicePair::b),
            Column.text("measure", VoicePair::measure),
            Column.count("quantities", VoicePair::quantities),
            Column.count("conflicts", VoicePair::conflicts),
            Column.ratio("ratio_low", "ratio_high", VoicePair::ratio),
            Column.range("difference_low", "difference_high", VoicePair::difference),
            Column.list("claim_ids", row -> Claim.ids(row.claims())));

    private final List<VoicePair> rows;
    private final List<Problem> problems;

    private VoicePairs(List<VoicePair> rows, List<Problem> problems) {
        this.rows = List.copyOf(rows);
        this.problems = List.copyOf(problems);
    }

    /**
     * Compares the voices of a dossier, with nothing widened.
     *
     * @param dossier the claims
     * @return a row for every two voices and measure
     */
    public static VoicePairs of(Dossier dossier) {
        return of(Ranges.of(dossier));
    }

    /**
     * Compares what voices say.
     *
     * @param ranges what each voice says of the quantities
     * @return a row for every two voices and measure
     */
    public static VoicePairs of(Ranges ranges) {
        Map<String, Integer> claims = claims(ranges);
        List<Problem> problems = new ArrayList<>();
        Set<String> compared = claims.keySet();
        if (claims.size() > MOST_VOICES) {
            compared = mostFirst(claims).stream()
                    .filter(voice -> claims.getOrDefault(voice, 0) > 1)
                    .limit(MOST_VOICES)
                    .collect(Collectors.toSet());
            problems.add(Problem.limit("voices.csv", leftOut(compared.size(), claims.size()), ""));
        }
        return new VoicePairs(rows(ranges, compared), problems);
    }

    /**
     * Compares what voices say.
     *
     * @param quantities what they say of every quantity
     * @return a row for every two voices and measure
     */
    public static VoicePairs of(Agreements quantities) {
        return of(quantities.ranges());
    }

    private static String leftOut(int compared, int all) {
        if (compared == 0) {
            return "none of the " + all
                    + " voices are compared: each makes a single claim, and discrepancies.csv compares" + " the claims";
        }
        return "only " + compared + " of " + all + " voices are compared: "
                + (compared < MOST_VOICES ? "those with several claims" : "those with the most claims");
    }

    /** How many claims each voice makes that says anything, in the order of the dossier. */
    private static Map<String, Integer> claims(Ranges ranges) {
        Map<String, Integer> claims = new LinkedHashMap<>();
        for (Quantity quantity : ranges.dossier().quantities()) {
            for (Said said : ranges.said(quantity)) {
                if (!said.isSum()) {
                    claims.putIfAbsent(said.voice(), 0);
                }
            }
        }
        for (Claim claim : ranges.dossier().claims()) {
            for (String voice : ranges.dossier().voices(claim)) {
                claims.computeIfPresent(voice, (any, number) -> number + 1);
            }
        }
        return claims;
    }

    /** The names with the greatest numbers first, ties by name. */
    static List<String> mostFirst(Map<String, Integer> numbers) {
        return numbers.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<VoicePair> rows(Ranges ranges, Set<String> compared) {
        List<String> names = compared.stream().sorted().toList();
        Map<String, Integer> places = new HashMap<>();
        names.forEach(name -> places.put(name, places.size()));
        Map<Integer, Map<String, Compared>> pairs = new HashMap<>(); // by the places of both
        for (Quantity quantity : ranges.dossier().quantities()) {
            List<Said> voices = new ArrayList<>();
            for (Said said : ranges.said(quantity)) {
                if (!said.isSum() && places.containsKey(said.voice())) {
                    voices.add(said);
                }
            }
            if (voices.size() < 2) {
                continue;
            }
            String measure = quantity.measure().toString();
            boolean isLoss = ranges.isLoss(quantity);
            voices.sort(Comparator.comparing(Said::voice));
            int[] at = voices.stream()
                    .mapToInt(said -> places.getOrDefault(said.voice(), 0))
                    .toArray();
            for (int i = 0; i < at.length; i++) {
                for (int j = i + 1; j < at.length; j++) {
                    pairs.computeIfAbsent(at[i] * names.size() + at[j], any -> new LinkedHashMap<>())
                            .computeIfAbsent(measure, any -> new Compared())
                            .add(voices.get(i), voices.get(j), isLoss);
                }
            }
        }
        List<VoicePair> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                String a = names.get(i);
                String b = names.get(j);
                Map<String, Compared> measures = pairs.getOrDefault(i * names.size() + j, Map.of());
                if (measures.size() > 1) {
                    rows.add(Compared.all(measures.values()).row(a, b, ""));
                }
                measures.forEach((measure, both) -> rows.add(both.row(a, b, measure)));
            }
        }
        return rows;
    }

    /** What two voices say of the quantities seen so far. */
    private static final class Compared {
        private final DistinctClaims claims = new DistinctClaims();
        private int quantities;
        private int conflicts;
        private double apart = 1;
        private @Nullable RationalRange ratio;
        private Interval difference = Interval.EMPTY;

        static Compared all(Iterable<Compared> measures) {
            Compared all = new Compared();
            for (Compared one : measures) {
                all.claims.addAll(one.claims.all(), claim -> true); // a claim has one measure
                all.quantities += one.quantities;
                all.conflicts += one.conflicts;
                all.apart = Math.max(all.apart, one.apart);
                all.include(requireNonNull(one.ratio));
            }
            return all;
        }

        void add(Said a, Said b, boolean isLoss) {
            claims.addAll(a);
            claims.addAll(b);
            quantities++;
            if (a.with(b, isLoss) == Said.Conclusion.EXCLUDE) {
                conflicts++;
                apart = Math.max(apart, a.apart(b, isLoss));
            }
            include(RationalRange.quotient(List.of(b.range()), List.of(a.range())));
            difference = difference.convexHull(b.range().subtract(a.range()));
        }

        private void include(RationalRange more) {
            ratio = ratio == null ? more : ratio.convexHull(more);
        }

        VoicePair row(String a, String b, String measure) {
            return new VoicePair(
                    a, b, measure, quantities, conflicts, requireNonNull(ratio), difference, apart, claims.all());
        }
    }

    /**
     * Returns what was left out.
     *
     * @return a warning where there are more than 100 voices
     */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String name() {
        return "voices";
    }

    @Override
    public List<VoicePair> rows() {
        return rows;
    }

    @Override
    public List<Column<VoicePair>> columns() {
        return COLUMNS;
    }

    /** Returns the rows, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(VoicePair::toString).toList());
    }
}
