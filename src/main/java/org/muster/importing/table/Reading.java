package org.muster.importing.table;

import java.math.BigDecimal;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/** What a mapping does with a cell before it is used. */
sealed interface Reading {

    /** A blank cell has the value of the cell above. */
    record Down() implements Reading {}

    /** The number in the cell, times another. */
    record Times(BigDecimal factor) implements Reading {}

    /** The first group of the first match of a regular expression. */
    record Match(LimitedRegex regex) implements Reading {}

    /** A date, by the first of several patterns that fits. */
    record Date(Dates dates) implements Reading {}

    /** The figure may be larger or, if not {@code above}, smaller by the percent in a column. */
    record Percent(boolean above, ColumnName column) implements Reading {}

    /** Reads the text of a reading, behind its {@code |}. */
    static Reading of(String text) {
        if (text.equals("down")) {
            return new Down();
        }
        if (text.startsWith("/") && text.length() > 1 && text.endsWith("/")) {
            return new Match(LimitedRegex.of(text.substring(1, text.length() - 1)));
        }
        if (text.startsWith("+%") || text.startsWith("-%")) {
            ColumnName column = ColumnName.of(text.substring(2));
            if (column.hasStar()) {
                throw new IllegalArgumentException(column + " has a *; a percent needs one column");
            }
            return new Percent(text.charAt(0) == '+', column);
        }
        if (text.startsWith("x")) {
            String factor = CellText.strip(text.substring(1));
            if (factor.isEmpty() || !CellText.isDecimal(factor)) {
                throw new IllegalArgumentException(Excerpt.quoted(text) + " is not x and a number, such as x1000");
            }
            return new Times(new BigDecimal(factor));
        }
        Dates dates = new Dates();
        dates.add(DatePattern.of(text));
        return new Date(dates);
    }
}
