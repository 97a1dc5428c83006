package org.muster.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.rows.Cells;
import org.muster.rows.Column;

/** The five columns that name a quantity, and stand first in most reports. */
public final class QuantityCells {

    private QuantityCells() {}

    /**
     * Returns the columns of a quantity with others behind them.
     *
     * @param others the other columns
     * @return {@code event, party, place, measure, scope} and the others
     */
    public static List<Column> before(Column... others) {
        List<Column> columns = new ArrayList<>();
        for (String heading : List.of("event", "party", "place", "measure", "scope")) {
            columns.add(Column.text(heading));
        }
        columns.addAll(Arrays.asList(others));
        return List.copyOf(columns);
    }

    /**
     * Hands over the cells of a quantity.
     *
     * @param quantity the quantity
     * @param cells takes them
     */
    public static void add(Quantity quantity, Cells cells) {
        cells.text(quantity.event());
        cells.text(quantity.party());
        cells.text(quantity.place());
        cells.text(quantity.measure().toString());
        cells.text(quantity.scope());
    }

    /**
     * Returns the ids of claims, as reports list them.
     *
     * @param claims the claims
     * @return their ids
     */
    public static List<String> ids(List<Claim> claims) {
        List<String> ids = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            ids.add(claim.id());
        }
        return ids;
    }
}
