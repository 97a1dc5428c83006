package org.muster.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.muster.dossier.Quantity;
import org.muster.table.Column;

/** The five columns that name a quantity, and stand first in most reports. */
public final class QuantityColumns {

    private QuantityColumns() {}

    /**
     * Returns the columns of a quantity with others behind them.
     *
     * @param quantity the quantity of a row
     * @param others the other columns
     * @param <R> what a row is
     * @return {@code event, party, place, measure, scope} and the others
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public static <R> List<Column<R>> before(Function<? super R, Quantity> quantity, Column<R>... others) {
        List<Column<R>> columns = new ArrayList<>();
        columns.add(Column.text("event", row -> quantity.apply(row).event()));
        columns.add(Column.text("party", row -> quantity.apply(row).party()));
        columns.add(Column.text("place", row -> quantity.apply(row).place()));
        columns.add(Column.text("measure", row -> quantity.apply(row).measure().toString()));
        columns.add(Column.text("scope", row -> quantity.apply(row).scope()));
        columns.addAll(Arrays.asList(others));
        return List.copyOf(columns);
    }
}
