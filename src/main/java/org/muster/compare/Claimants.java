package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;

/**
 * Claimant against claimant: for every two that give numbers of the same quantities a row for each measure and, where
 * there are several, one for all of them, in dossier order: the report {@code claimants.csv}. A claimant with several
 * claims about one quantity claims their hull.
 */
public final class Claimants implements Tabular<ClaimantPair> {

    private static final List<Column<ClaimantPair>> COLUMNS = List.of(
            Column.text("claimant_a", ClaimantPair::a),
            Column.text("claimant_b", ClaimantPair::b),
            Column.text("measure", ClaimantPair::measure),
            Column.count("quantities", row -> row.quantities().size()),
            Column.ratio("ratio_low", "ratio_high", ClaimantPair::ratio),
            Column.range("difference_low", "difference_high", ClaimantPair::difference),
            Column.list("claim_ids", row -> Claim.ids(row.claims())));

    private final List<ClaimantPair> rows;

    private Claimants(List<ClaimantPair> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * Compares the claimants of a dossier.
     *
     * @param dossier the claims
     * @return a row for every two claimants and measure
     */
    public static Claimants of(Dossier dossier) {
        Map<String, Integer> order = new LinkedHashMap<>();
        for (Claim claim : dossier.claims()) {
            if (!claim.claimant().isEmpty()) {
                order.putIfAbsent(claim.claimant(), order.size());
            }
        }
        Map<List<String>, Map<String, Compared>> pairs = new LinkedHashMap<>();
        for (Quantity quantity : dossier.quantities()) {
            Map<String, List<Claim>> claims = byClaimant(dossier.claims(quantity));
            List<String> claimants = new ArrayList<>(claims.keySet());
            claimants.sort((x, y) -> Integer.compare(order.getOrDefault(x, 0), order.getOrDefault(y, 0)));
            for (int i = 0; i < claimants.size(); i++) {
                for (int j = i + 1; j < claimants.size(); j++) {
                    String a = claimants.get(i);
                    String b = claimants.get(j);
                    pairs.computeIfAbsent(List.of(a, b), pair -> new LinkedHashMap<>())
                            .computeIfAbsent(quantity.measure().toString(), measure -> new Compared())
                            .add(quantity, claims.getOrDefault(a, List.of()), claims.getOrDefault(b, List.of()));
                }
            }
        }
        List<ClaimantPair> rows = new ArrayList<>();
        for (Map.Entry<List<String>, Map<String, Compared>> pair : pairs.entrySet()) {
            Map<String, Compared> measures = pair.getValue();
            if (measures.size() > 1) {
                Compared all = new Compared();
                for (Compared one : measures.values()) {
                    all.add(one);
                }
                all.difference = Interval.EMPTY;
                rows.add(all.row(pair.getKey(), ""));
            }
            for (Map.Entry<String, Compared> one : measures.entrySet()) {
                rows.add(one.getValue().row(pair.getKey(), one.getKey()));
            }
        }
        return new Claimants(rows);
    }

    private static Map<String, List<Claim>> byClaimant(List<Claim> claims) {
        Map<String, List<Claim>> byClaimant = new LinkedHashMap<>();
        for (Claim claim : claims) {
            if (!claim.claimant().isEmpty() && claim.figure().hasNumber()) {
                byClaimant
                        .computeIfAbsent(claim.claimant(), claimant -> new ArrayList<>())
                        .add(claim);
            }
        }
        return byClaimant;
    }

    /** What two claimants say of the quantities seen so far. */
    private static final class Compared {
        private final List<Quantity> quantities = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private @Nullable RationalRange ratio;
        private Interval difference = Interval.EMPTY;

        void add(Quantity quantity, List<Claim> ofA, List<Claim> ofB) {
            Interval a = hull(ofA);
            Interval b = hull(ofB);
            quantities.add(quantity);
            claims.addAll(ofA);
            claims.addAll(ofB);
            include(RationalRange.quotient(List.of(b), List.of(a)));
            difference = difference.convexHull(b.subtract(a));
        }

        void add(Compared other) {
            quantities.addAll(other.quantities);
            claims.addAll(other.claims);
            include(requireNonNull(other.ratio));
            difference = difference.convexHull(other.difference);
        }

        private void include(RationalRange more) {
            ratio = ratio == null ? more : ratio.convexHull(more);
        }

        ClaimantPair row(List<String> pair, String measure) {
            return new ClaimantPair(
                    pair.get(0), pair.get(1), measure, quantities, requireNonNull(ratio), difference, claims);
        }

        private static Interval hull(List<Claim> claims) {
            Interval hull = Interval.EMPTY;
            for (Claim claim : claims) {
                hull = hull.convexHull(claim.figure().range().orElseThrow());
            }
            return hull;
        }
    }

    @Override
    public String name() {
        return "claimants";
    }

    @Override
    public List<ClaimantPair> rows() {
        return rows;
    }

    @Override
    public List<Column<ClaimantPair>> columns() {
        return COLUMNS;
    }

    /** Returns the rows, one a line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(ClaimantPair::toString).toList());
    }
}
