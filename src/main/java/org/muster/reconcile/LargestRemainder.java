package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whole numbers for the parts of one sum: each part is rounded down, and what the total lacks goes, one each, to the
 * parts with the largest remainders (Hamilton's or Hare's method of apportionment). Of equal remainders the first
 * parts are served. No other rounding of the parts to a neighbour moves them less in sum.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Rounds the parts of a sum.
     *
     * @param parts the parts; one within a millionth of a whole number counts as this number
     * @param total what the rounded parts shall add up to
     * @return a whole number for each part, one of its two neighbours
     * @throws IllegalArgumentException if a part is not finite or beyond 2⁵³, or no neighbours add up to the total
     */
    public static List<Long> round(List<Double> parts, long total) {
        List<WholeNeighbours> neighbours =
                parts.stream().map(WholeNeighbours::of).toList();
        long least = 0;
        long most = 0;
        for (WholeNeighbours part : neighbours) {
            least += part.floor();
            most += part.ceiling();
        }
        if (total < least || total > most) {
            throw new IllegalArgumentException("parts rounded to a neighbour add up to " + least + " to " + most
                    + ", but not to the total " + total);
        }
        List<Integer> order = new ArrayList<>();
        List<Long> rounded = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            rounded.add(neighbours.get(k).floor());
            if (!neighbours.get(k).isWhole()) {
                order.add(k);
            }
        }
        order.sort(Comparator.comparingDouble(k -> -neighbours.get(k).remainder()));
        for (int k : order.subList(0, (int) (total - least))) {
            rounded.set(k, neighbours.get(k).ceiling());
        }
        return List.copyOf(rounded);
    }
}
