package org.muster.rows;

import java.util.ArrayList;
import java.util.List;

/**
 * What a column of an analysis holds, and its heading. Written reports and Tablesaw tables are made of the same columns.
 *
 * @param kind what its cells are
 * @param headings its heading, or two for the ends of a range or ratio
 */
public record Column(Kind kind, List<String> headings) {

    /** What the cells of a column are. */
    public enum Kind {
        /** Text; blank where there is none. */
        TEXT,
        /** A whole number. */
        COUNT,
        /** A single number, which may be missing. */
        NUMBER,
        /** A range, shown by its ends; nothing where it is empty. */
        RANGE,
        /** An exact ratio, shown by its ends. */
        RATIO
    }

    /** Copies the headings. {@inheritDoc} */
    public Column {
        headings = List.copyOf(headings);
    }

    /**
     * Returns a column of text.
     *
     * @param heading its heading
     * @return the column
     */
    public static Column text(String heading) {
        return new Column(Kind.TEXT, List.of(heading));
    }

    /**
     * Returns a column of counts.
     *
     * @param heading its heading
     * @return the column
     */
    public static Column count(String heading) {
        return new Column(Kind.COUNT, List.of(heading));
    }

    /**
     * Returns a column of single numbers.
     *
     * @param heading its heading
     * @return the column
     */
    public static Column number(String heading) {
        return new Column(Kind.NUMBER, List.of(heading));
    }

    /**
     * Returns a column of ranges.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @return the column
     */
    public static Column range(String low, String high) {
        return new Column(Kind.RANGE, List.of(low, high));
    }

    /**
     * Returns a column of exact ratios.
     *
     * @param low the heading of the lower ends
     * @param high the heading of the upper ends
     * @return the column
     */
    public static Column ratio(String low, String high) {
        return new Column(Kind.RATIO, List.of(low, high));
    }

    /**
     * Returns the headings of several columns.
     *
     * @param columns the columns
     * @return all headings in order
     */
    public static List<String> headings(List<Column> columns) {
        List<String> headings = new ArrayList<>();
        for (Column column : columns) {
            headings.addAll(column.headings);
        }
        return headings;
    }
}
