package org.muster.importing.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.muster.text.CellText;

/** The rows of a table that add up others, by a word such as {@code Total} in a column that says of whom, where or when. */
final class TotalRows {

    private static final String SIGNS = "|;*]"; // which mean something in a condition
    private static final int MOST_TOLD = 5;
    private static final List<String> LABELS = List.of("event", "party", "place", "date", "year", "period");

    /** For each column the words for totals in it, with the first row of each. */
    private final List<Map<String, Integer>> words = new ArrayList<>();

    private TotalRows() {}

    /** Looks through a table. */
    static TotalRows of(Table table) throws IOException {
        int width = table.header().size();
        long[] filled = new long[width];
        long[] numbers = new long[width];
        long[] totals = new long[width];
        TotalRows found = new TotalRows();
        for (int i = 0; i < width; i++) {
            found.words.add(new LinkedHashMap<>());
        }
        try (Table.Rows rows = table.rows()) {
            for (Optional<Table.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                Table.Row row = next.get();
                for (int i = 0; row.fault().isEmpty() && i < width; i++) {
                    String cell = row.cells().get(i);
                    filled[i] += cell.isEmpty() ? 0 : 1;
                    numbers[i] +=
                            NumberText.plain(cell, table.hasDecimalComma()).isPresent() ? 1 : 0;
                    if (CellWords.isTotal(cell) && cell.chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)) {
                        totals[i]++;
                        found.words.get(i).putIfAbsent(CellText.name(cell), row.number());
                    }
                }
            }
        }
        for (int i = 0; i < width; i++) {
            String name = table.header().get(i);
            boolean isLabel = LABELS.stream().anyMatch(role -> ColumnWords.is(role, name));
            if (2 * totals[i] > filled[i]
                    || ColumnWords.is("measure", name)
                    || 2 * numbers[i] > filled[i] && !isLabel) {
                found.words.get(i).clear();
            }
        }
        return found;
    }

    boolean contains(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (!words.get(i).isEmpty() && words.get(i).containsKey(CellText.name(cells.get(i)))) {
                return true;
            }
        }
        return false;
    }

    boolean isEmpty() {
        return words.stream().allMatch(Map::isEmpty);
    }

    /** The condition that leaves them out. */
    String when(IntFunction<String> name) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isEmpty()) {
                String column = name.apply(i);
                conditions.add("[" + (column.indexOf(';') < 0 ? column : "#" + (i + 1)) + "] != "
                        + String.join(" | ", words.get(i).keySet()));
            }
        }
        return String.join("; ", conditions);
    }

    /** The words with the first row of each, for a person. */
    String told() {
        Set<String> found = new LinkedHashSet<>();
        words.forEach(of -> of.forEach((word, row) -> found.add(word + " (row " + row + ")")));
        List<String> told = List.copyOf(found);
        return String.join(", ", told.subList(0, Math.min(MOST_TOLD, told.size())))
                + (told.size() > MOST_TOLD ? ", …" : "");
    }
}
