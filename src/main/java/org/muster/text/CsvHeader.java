package org.muster.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.text.Problem.Severity;

/**
 * The header of a CSV file.
 *
 * @param names the columns, in order; blank where a heading is
 * @param columns the place of each column, of two that are called alike the first
 * @param doubled the places of the second ones
 */
record CsvHeader(List<String> names, Map<String, Integer> columns, Set<Integer> doubled) {

    private static final String OR = " or ";
    private static final int MOST_UNKNOWN = 20; // columns that are reported one by one

    static CsvHeader read(List<String> cells, List<String> understood) {
        List<String> names =
                cells.stream().map(cell -> heading(cell, understood)).toList();
        Map<String, Integer> columns = new HashMap<>();
        Set<Integer> doubled = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            // Spreadsheets leave columns without a heading at the end; their cells are checked row by row.
            if (!names.get(i).isEmpty() && columns.putIfAbsent(names.get(i), i) != null) {
                doubled.add(i);
            }
        }
        return new CsvHeader(names, columns, doubled);
    }

    /** Returns the column that a heading means, without regard to case, blanks and underscores; else the heading itself. */
    static String heading(String cell, List<String> understood) {
        String name = CellText.name(cell);
        if (!understood.contains(name)) {
            for (String column : understood) {
                if (plain(column).equals(plain(name))) {
                    return column;
                }
            }
        }
        return name;
    }

    private static String plain(String heading) {
        return heading.replace(" ", "").replace("_", "").toLowerCase(Locale.ROOT);
    }

    /** Returns whether the header has what is required: a column, or of alternatives one with all its columns. */
    boolean has(String required) {
        for (String alternative : required.split(OR, -1)) {
            if (columns.keySet().containsAll(List.of(alternative.split(",", -1)))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the column that a heading probably means, of those that the file does not have. */
    private Optional<String> nearest(String heading, List<String> understood) {
        List<String> absent = understood.stream()
                .filter(column -> !columns.containsKey(column))
                .toList();
        return Spelling.nearest(heading.toLowerCase(Locale.ROOT), absent);
    }

    /**
     * Returns what is wrong with the header: columns that are missing, given twice, or not understood.
     *
     * @param file the file's name
     * @param line the line of the header
     * @param text the header as written
     * @param required the columns that every row needs, such as {@code party} or {@code figure or low,high}
     * @param understood all columns that are understood; if empty, any
     */
    List<Problem> problems(String file, int line, String text, List<String> required, List<String> understood) {
        List<Problem> problems = new ArrayList<>();
        for (String column : required) {
            if (!has(column)) {
                int or = column.indexOf(OR);
                String missing = or < 0 ? "the column is missing" : "expected " + column.replace(",", " and ");
                problems.add(new Problem(
                        file,
                        line,
                        or < 0 ? column : column.substring(0, or),
                        Severity.ERROR,
                        missing + "; no row can be read without it",
                        text));
            }
        }
        int unknown = 0;
        for (int i = 0; i < names.size(); i++) {
            String column = names.get(i);
            if (doubled.contains(i)) {
                problems.add(new Problem(
                        file,
                        line,
                        column,
                        Severity.ERROR,
                        Excerpt.quoted(column) + " appears twice; rows in which the two columns differ are left out",
                        text));
            } else if (!column.isEmpty() && !understood.isEmpty() && !understood.contains(column)) {
                unknown++;
                if (unknown <= MOST_UNKNOWN) {
                    problems.add(new Problem(
                            file,
                            line,
                            Excerpt.of(column),
                            Severity.WARNING,
                            Excerpt.quoted(column) + " is not "
                                    + nearest(column, understood)
                                            .map(known -> "a known column; the nearest is " + Excerpt.quoted(known))
                                            .orElse("one of " + String.join(", ", understood))
                                    + "; its cells are not read",
                            text));
                }
            }
        }
        if (unknown > MOST_UNKNOWN) {
            String more = (unknown - MOST_UNKNOWN) + " more columns are unknown; their cells are not read";
            problems.add(new Problem(file, line, "", Severity.WARNING, more, text));
        }
        return problems;
    }
}
