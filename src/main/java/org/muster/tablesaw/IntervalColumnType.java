package org.muster.tablesaw;

import java.util.List;
import java.util.Objects;
import org.muster.interval.Interval;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.AbstractColumnParser;
import tech.tablesaw.columns.AbstractColumnType;
import tech.tablesaw.io.ReadOptions;

/**
 * The type of an {@link IntervalColumn}. Tablesaw knows it by the name {@code INTERVAL} once this class is loaded; until
 * then {@link ColumnType#valueOf} does not.
 */
public final class IntervalColumnType extends AbstractColumnType {

    /** The one column type of ranges. */
    public static final IntervalColumnType INTERVAL = new IntervalColumnType();

    /** Two doubles. */
    static final int BYTES = 2 * Double.BYTES;

    private IntervalColumnType() {
        super(BYTES, "INTERVAL", "Interval");
        ColumnType.register(this);
    }

    /**
     * Returns a column of ranges without rows.
     *
     * @param name the name of the column
     * @return the column
     */
    @Override
    public IntervalColumn create(String name) {
        return IntervalColumn.create(name);
    }

    /**
     * Returns a parser of cells for Tablesaw's own file readers, in case a caller names this type.
     *
     * @param options whose missing values are missing ranges, too
     * @return the parser
     */
    @Override
    public AbstractColumnParser<Interval> customParser(ReadOptions options) {
        IntervalColumnParser parser = new IntervalColumnParser();
        String[] missing = Objects.requireNonNull(options, "options").missingValueIndicators();
        if (missing.length > 0) {
            parser.setMissingValueStrings(List.of(missing));
        }
        return parser;
    }
}
