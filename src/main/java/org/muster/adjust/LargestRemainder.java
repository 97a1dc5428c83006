package org.muster.adjust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whole numbers for the parts of one sum: each part is rounded down, and the missing units go, one each, to the parts
 * with the largest remainders (Hamilton's or Hare's method of apportionment). Among equal remainders, earlier parts
 * come first. No other rounding of the parts to adjacent integers has a smaller total change.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Rounds the parts of a sum.
     *
     * @param parts the parts; one within a millionth of a whole number counts as that number
     * @param total what the rounded parts are to add up to
     * @return a whole number for each part, one of its two adjacent integers
     * @throws IllegalArgumentException if a part is not finite or beyond 2⁵³, or no adjacent integers add up to the
     *     total
     */
    public static List<Long> round(List<Double> parts, long total) {
        List<AdjacentIntegers> adjacent =
                parts.stream().map(AdjacentIntegers::of).toList();
        long least = 0;
        long most = 0;
        for (AdjacentIntegers part : adjacent) {
            least += part.floor();
            most += part.ceiling();
        }
        if (total < least || total > most) {
            throw new IllegalArgumentException("parts rounded to adjacent integers add up to " + least + " to " + most
                    + ", but not to the total " + total);
        }
        List<Integer> order = new ArrayList<>();
        List<Long> rounded = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            rounded.add(adjacent.get(k).floor());
            if (!adjacent.get(k).isWhole()) {
                order.add(k);
            }
        }
        order.sort(Comparator.comparingDouble(k -> -adjacent.get(k).remainder()));
        for (int k : order.subList(0, (int) (total - least))) {
            rounded.set(k, adjacent.get(k).ceiling());
        }
        return List.copyOf(rounded);
    }
}
