package org.muster.reconcile;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import org.muster.dossier.AsOf;
import org.muster.dossier.Quantity;

/**
 * What the rules are about: a quantity as of one date.
 *
 * @param quantity what is counted
 * @param asOf the date; the event as a whole for the final count of a loss, and for a strength for which no dates are
 *     given
 */
record Unknown(Quantity quantity, AsOf asOf) implements Comparable<Unknown> {

    /** Orders quantities by their names, independently of the order of a dossier. */
    static final Comparator<Quantity> BY_NAMES = Comparator.comparing(Quantity::event)
            .thenComparing(Quantity::party)
            .thenComparing(Quantity::place)
            .thenComparing(quantity -> quantity.measure().toString())
            .thenComparing(Quantity::scope);

    private static final Comparator<Unknown> ORDER =
            Comparator.comparing(Unknown::quantity, BY_NAMES).thenComparing(Unknown::asOf, Timeline.BY_DATE);

    Unknown {
        requireNonNull(quantity, "quantity");
        requireNonNull(asOf, "asOf");
    }

    @Override
    public int compareTo(Unknown other) {
        return ORDER.compare(this, other);
    }

    /** Returns the quantity in a reader's words, with the date where there is one. */
    String label(String event) {
        String name = quantity.event().equals(event) ? quantity.label() : quantity.toString();
        return asOf.isGiven() ? name + " as of " + asOf.label() : name;
    }

    /** Returns the quantity and its date. */
    @Override
    public String toString() {
        return label("");
    }
}
