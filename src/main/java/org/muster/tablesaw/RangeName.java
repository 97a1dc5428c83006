package org.muster.tablesaw;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of the two columns of a file and of the one column of a table that hold the same ranges. Each follows from the other, given the names of the columns without ranges.
 *
 * <ul>
 *   <li>{@code hull_low, hull_high}: {@code hull}; next to a column {@code hull} of something else, {@code hull_range}
 *   <li>{@code low, high}: {@code range}
 *   <li>{@code low_a, high_a}: {@code range_a}
 * </ul>
 */
final class RangeName {

    private static final String RANGE = "range";
    private static final String LOW = "low";
    private static final String HIGH = "high";

    private RangeName() {}

    /** Returns whether two adjacent headings are those of the ends of ranges. */
    static boolean isPair(String low, String high) {
        return stem(low, high) != null || !suffix(low, high).isEmpty();
    }

    /** Returns the name of the table's column for two headings; if they are not a pair, both. */
    static String of(String low, String high, Set<String> others) {
        if (!isPair(low, high)) {
            return low + "_" + high;
        }
        String stem = stem(low, high);
        if (stem == null) {
            return RANGE + suffix(low, high).substring(LOW.length());
        }
        return others.contains(stem) ? stem + "_" + RANGE : stem;
    }

    /** Returns the pair of headings for a column of the table. */
    static List<String> headings(String name, Set<String> others) {
        if (name.equals(RANGE) || name.startsWith(RANGE + "_")) {
            String rest = name.substring(RANGE.length());
            return List.of(LOW + rest, HIGH + rest);
        }
        String stem = name.endsWith("_" + RANGE) ? name.substring(0, name.length() - RANGE.length() - 1) : null;
        String kept = stem != null && others.contains(stem) ? stem : name;
        return List.of(kept + "_" + LOW, kept + "_" + HIGH);
    }

    /** Returns the common text before {@code _low} and {@code _high}, which may be blank, or null if they do not end so. */
    private static @Nullable String stem(String low, String high) {
        if (!low.endsWith("_" + LOW)) {
            return null;
        }
        String stem = low.substring(0, low.length() - LOW.length() - 1);
        return high.equals(stem + "_" + HIGH) ? stem : null;
    }

    /**
     * Returns the heading of the low ends if its first word is {@code low} and that of the other {@code high}, or
     * nothing.
     */
    private static String suffix(String low, String high) {
        boolean pair =
                (low.equals(LOW) || low.startsWith(LOW + "_")) && high.equals(HIGH + low.substring(LOW.length()));
        return pair ? low : "";
    }
}
