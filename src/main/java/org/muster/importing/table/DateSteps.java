package org.muster.importing.table;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often a figure falls from one date to the next, for the same names. A count of all that were lost so far seldom falls;
 * counts of a year or a day each rise and fall.
 */
final class DateSteps {

    private static final int MOST_SERIES = 100_000;

    private record Point(String date, BigDecimal value) {}

    private final Map<List<String>, Point> last = new HashMap<>();
    private long steps;
    private long falls;

    /**
     * Takes note of a figure.
     *
     * @param series what the figure is about, apart from the date
     * @param date in ISO 8601
     */
    void add(List<String> series, String date, BigDecimal value) {
        Point before = last.get(series);
        if (before == null && last.size() == MOST_SERIES) {
            return;
        }
        last.put(series, new Point(date, value));
        if (before != null && !before.date.equals(date)) {
            boolean isLater = date.compareTo(before.date) > 0;
            steps++;
            falls += (isLater ? value.compareTo(before.value) : before.value.compareTo(value)) < 0 ? 1 : 0;
        }
    }

    long steps() {
        return steps;
    }

    long falls() {
        return falls;
    }

    /** Whether the figures fall too often for running counts, even such as are corrected now and then. */
    boolean areOfPeriods() {
        return 10 * falls > steps;
    }
}
