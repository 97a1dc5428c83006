package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Hierarchy;
import org.muster.interval.Interval;

/**
 * Something that several voices say alike of one quantity.
 *
 * @param range what they say
 * @param firmness how firmly
 * @param asOf as of which date
 */
public record Side(Interval range, Firmness firmness, AsOf asOf) {

    /**
     * Two sides that cannot both be right.
     *
     * @param low the lesser
     * @param high the greater
     */
    public record Opposed(Side low, Side high) {

        /**
         * Returns how far apart they are.
         *
         * @return the ratio of the nearer ends, infinite where the lower is 0
         */
        public double separation() {
            return Side.separation(low.range(), high.range());
        }

        /**
         * Returns how serious it is that they are apart: nobody lost against one lost is a small matter, though no ratio is
         * greater.
         *
         * @return the ratio of the nearer ends, the lower taken as 1 where it is less
         */
        public double weight() {
            return high.range().inf() / Math.max(1, low.range().sup());
        }

        /** Returns both: {@code [21389, 21389] or [83737, 83737]}. */
        @Override
        public String toString() {
            return low.range() + " or " + high.range();
        }
    }

    /** Checks that nothing is null. */
    public Side {
        requireNonNull(range, "range");
        requireNonNull(firmness, "firmness");
        requireNonNull(asOf, "asOf");
    }

    /**
     * Returns how far apart two ranges without a common number are.
     *
     * @param low the lesser
     * @param high the greater
     * @return the ratio of the nearer ends, infinite where the lower is 0
     */
    public static double separation(Interval low, Interval high) {
        return high.inf() / low.sup();
    }

    /**
     * Returns what is said of a quantity.
     *
     * @param row the quantity
     * @return what is said, from the lowest range, with the voices that say it
     */
    public static Map<Side, List<String>> of(Agreement row) {
        Map<Side, List<String>> voices = new LinkedHashMap<>();
        for (Said said : row.voices()) {
            for (Said.Dated dated : said.dated()) {
                Side side = new Side(dated.range(), said.firmness(), dated.asOf());
                List<String> same = voices.computeIfAbsent(side, any -> new ArrayList<>(1));
                if (same.isEmpty() || !same.get(same.size() - 1).equals(said.voice())) {
                    same.add(said.voice());
                }
            }
        }
        List<Side> sorted = new ArrayList<>(voices.keySet());
        sorted.sort(Comparator.comparingDouble((Side side) -> side.range().inf())
                .thenComparingDouble(side -> side.range().sup()));
        Map<Side, List<String>> sides = new LinkedHashMap<>();
        sorted.forEach(side -> sides.put(side, List.copyOf(voices.getOrDefault(side, List.of()))));
        return sides;
    }

    /**
     * Returns the two sides that exclude one another and are furthest apart.
     *
     * @param row what is said of one quantity
     * @param hierarchy tells whether the quantity is a count that only grows
     * @return the first two if several tie; empty where none exclude one another, which the verdict on a conflict rules out
     */
    public static Optional<Opposed> widest(Agreement row, Hierarchy hierarchy) {
        return widest(of(row).keySet(), hierarchy.isLoss(row.quantity().measure()));
    }

    /**
     * Returns the two of several sides that exclude one another and are furthest apart.
     *
     * @param sides what is said of one quantity, from the lowest range
     * @param isLoss whether the quantity is a count that only grows
     * @return the first two if several tie; empty where none exclude one another
     */
    public static Optional<Opposed> widest(Collection<Side> sides, boolean isLoss) {
        List<Side> fromTop = new ArrayList<>(sides);
        fromTop.sort(
                Comparator.comparingDouble((Side side) -> side.range().inf()).reversed());
        List<Side> fromBottom = new ArrayList<>(sides);
        fromBottom.sort(Comparator.comparingDouble(side -> side.range().sup()));
        if (isLoss) {
            fromBottom = farthest(fromBottom);
        }
        Optional<Opposed> widest = Optional.empty();
        double most = 0;
        for (Side low : fromBottom) {
            for (Side high : fromTop) {
                double separation = separation(low.range(), high.range());
                if (low.range().sup() >= high.range().inf() || separation <= most) {
                    break; // all that follow are nearer
                }
                if (Said.excludes(low.dated(), high.dated(), isLoss)) {
                    most = separation;
                    widest = Optional.of(new Opposed(low, high));
                    break;
                }
            }
        }
        return widest;
    }

    /** Returns the first of some counts of a loss that another excludes from farthest above; none where none is excluded. */
    private static List<Side> farthest(List<Side> fromBottom) {
        double all = fromBottom.stream()
                .mapToDouble(side -> side.range().inf())
                .max()
                .orElse(0);
        Map<Side, Double> reach = reachOfDated(fromBottom);
        List<Side> farthest = List.of();
        double most = 0;
        for (Side low : fromBottom) {
            double greatest = reach.getOrDefault(low, all);
            if (greatest > low.range().sup() && greatest / low.range().sup() > most) {
                most = greatest / low.range().sup();
                farthest = List.of(low);
            }
        }
        return farthest;
    }

    /**
     * Returns, for each count of a loss with a date, the greatest low end among those that exclude it if they are above it:
     * those of no later date. For one without a date, which is the final count, that would be all. It takes sorting, not a
     * look at each pair.
     */
    private static Map<Side, Double> reachOfDated(List<Side> sides) {
        Map<Side, Double> reach = new HashMap<>();
        List<Side> dated = new ArrayList<>(
                sides.stream().filter(side -> side.asOf().isGiven()).toList());
        List<Side> byStart = new ArrayList<>(dated);
        byStart.sort(Comparator.comparing(Side::asOf, AsOf.BY_FIRST_DAY));
        dated.sort(Comparator.comparing(Side::asOf, AsOf.BY_LAST_DAY));
        double greatest = Double.NEGATIVE_INFINITY;
        int begun = 0;
        for (Side side : dated) {
            while (begun < byStart.size()
                    && !side.asOf().isBefore(byStart.get(begun).asOf())) {
                greatest = Math.max(greatest, byStart.get(begun++).range().inf());
            }
            reach.put(side, greatest);
        }
        return reach;
    }

    /**
     * Returns what is said, in words.
     *
     * @param row the quantity, of which this is one side
     * @return such as {@code 1,171}, {@code about 400}, {@code more than 300,000}
     */
    public String text(Agreement row) {
        List<Claim> stating = row.voices().stream()
                .filter(said -> said.firmness() == firmness && said.dated().contains(dated()))
                .flatMap(said -> said.claims().stream())
                .filter(claim -> !claim.asOf().isDifferentFrom(asOf))
                .toList();
        return NumberText.range(range, firmness, stating);
    }

    private Said.Dated dated() {
        return new Said.Dated(asOf, range);
    }
}
