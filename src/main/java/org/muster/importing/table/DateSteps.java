package org.muster.importing.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.muster.text.CellText;

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

    /** Looks at the losses of a table whose columns do not say whether they are running counts. */
    static DateSteps of(DraftedColumns drafted) throws IOException {
        DateSteps steps = new DateSteps();
        int dated = drafted.dateColumn();
        List<Integer> running = drafted.figures().stream()
                .filter(figure -> figure.period().isEmpty() && figure.mayBeLoss())
                .map(DraftedFigure::first)
                .filter(column -> !drafted.isIncrement(column) && !drafted.isCumulative(column))
                .toList();
        if (dated < 0 || running.isEmpty()) {
            return steps;
        }
        List<ColumnSurvey> columns = drafted.columns();
        Dates dates = new Dates();
        columns.get(dated).datePatterns().forEach(pattern -> dates.add(DatePattern.of(pattern)));
        Set<Integer> names = new TreeSet<>(drafted.roleColumns());
        names.add(drafted.measureColumn());
        names.remove(-1);
        Map<Integer, String> above = new HashMap<>();
        drafted.forEachRow(row -> {
            List<String> series = new ArrayList<>();
            for (int column : names) {
                String cell = row.cells().get(column);
                if (!cell.isEmpty()) {
                    above.put(column, cell);
                }
                series.add(column == dated ? "" : above.getOrDefault(column, ""));
            }
            Optional<String> date = dates.read(above.getOrDefault(dated, ""));
            for (int column : running) {
                String cell = CellText.name(row.cells().get(column));
                Optional<BigDecimal> value = columns.get(column).codes().containsKey(cell)
                        ? Optional.empty()
                        : NumberText.value(cell, drafted.table().hasDecimalComma());
                if (date.isPresent() && value.isPresent()) {
                    List<String> of = new ArrayList<>(series);
                    of.add(String.valueOf(column));
                    steps.add(of, date.get(), value.get());
                }
            }
        });
        return steps;
    }

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
        if (before != null && !before.date.equals(date) && value.compareTo(before.value) != 0) {
            boolean isLater = date.compareTo(before.date) > 0;
            steps++;
            falls += (isLater ? value.compareTo(before.value) : before.value.compareTo(value)) < 0 ? 1 : 0;
        }
    }

    /** How often it changes. */
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
