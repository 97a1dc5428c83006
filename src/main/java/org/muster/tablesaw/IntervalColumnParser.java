package org.muster.tablesaw;

import org.muster.interval.Interval;
import tech.tablesaw.columns.AbstractColumnParser;

/**
 * Parses the cells of an {@link IntervalColumn}: texts that {@link Interval#parse} accepts, and blank for a missing
 * range.
 */
final class IntervalColumnParser extends AbstractColumnParser<Interval> {

    /** Creates a parser to which only blank cells are missing. */
    IntervalColumnParser() {
        super(IntervalColumnType.INTERVAL);
    }

    @Override
    public boolean isMissing(String text) {
        return super.isMissing(text) || text.isBlank();
    }

    @Override
    public boolean canParse(String text) {
        try {
            parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Parses a cell.
     *
     * @param text a text that {@link Interval#parse} accepts, or blank
     * @return the range, which is empty if it is missing
     * @throws IllegalArgumentException if the text is not an interval
     */
    @Override
    public Interval parse(String text) {
        return isMissing(text) ? Interval.EMPTY : Interval.parse(text);
    }
}
