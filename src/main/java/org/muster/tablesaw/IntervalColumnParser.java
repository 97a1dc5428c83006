package org.muster.tablesaw;

import org.muster.interval.Interval;
import tech.tablesaw.columns.AbstractColumnParser;

/** Reads the cells of an {@link IntervalColumn}: what {@link Interval#parse} reads, and blank for a missing range. */
public final class IntervalColumnParser extends AbstractColumnParser<Interval> {

    /** Makes a reader to which nothing but a blank cell is missing. */
    public IntervalColumnParser() {
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
     * Reads a cell.
     *
     * @param text what {@link Interval#parse} reads, or blank
     * @return the range, which is empty where it is missing
     * @throws IllegalArgumentException if the text is no interval
     */
    @Override
    public Interval parse(String text) {
        return isMissing(text) ? Interval.EMPTY : Interval.parse(text);
    }
}
