package org.muster.rows;

import java.util.List;

/**
 * The rows of an analysis and the columns that show them.
 *
 * @param <R> what a row is
 */
public interface Rows<R> {

    /**
     * Returns the name of the analysis: the file name of its report without {@code .csv}.
     *
     * @return the name
     */
    String name();

    /**
     * Returns the rows, in the order that the analysis defines.
     *
     * @return the rows
     */
    List<R> rows();

    /**
     * Returns the columns, in the order of the report.
     *
     * @return the columns
     */
    List<Column<R>> columns();
}
