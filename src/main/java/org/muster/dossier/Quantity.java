package org.muster.dossier;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.Function;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.State;
import org.muster.rows.Column;
import org.muster.text.CellText;

/**
 * What is counted: whose men or tanks, where, in which event, in which state. Claims that differ in any of the five
 * components are about different quantities.
 *
 * @param event the event; blank stands for the dossier's own until the claim joins a dossier
 * @param party whose men or tanks
 * @param place the place; blank is the whole area of the event, a quantity of its own
 * @param measure the item and its state, such as {@code tanks captured}
 * @param scope what the count includes or excludes ("fit for service"); usually blank
 */
public record Quantity(String event, String party, String place, Measure measure, String scope) {

    /** Checks that nothing is null and that a party is named. The names are kept as {@link CellText#name} gives them. */
    public Quantity {
        event = CellText.name(event);
        party = CellText.name(party);
        place = CellText.name(place);
        requireNonNull(measure, "measure");
        scope = CellText.name(scope);
        if (party.isEmpty()) {
            throw new IllegalArgumentException("party is blank: say whose men or tanks are counted");
        }
    }

    /**
     * Returns the columns that identify a quantity, which come first in most reports.
     *
     * @param quantity gives the quantity of a row
     * @param <R> the type of a row
     * @return {@code event, party, place, measure, scope}
     */
    public static <R> List<Column<R>> columns(Function<R, Quantity> quantity) {
        return List.of(
                Column.text("event", quantity.andThen(Quantity::event)),
                Column.text("party", quantity.andThen(Quantity::party)),
                Column.text("place", quantity.andThen(Quantity::place)),
                Column.text("measure", row -> quantity.apply(row).measure().toString()),
                Column.text("scope", quantity.andThen(Quantity::scope)));
    }

    /**
     * Returns the name that this quantity has in a dimension.
     *
     * @param dimension the dimension
     * @return the event, party, place, item or state
     */
    public String in(Dimension dimension) {
        return switch (dimension) {
            case EVENT -> event;
            case PARTY -> party;
            case PLACE -> place;
            case ITEM -> measure.item().name();
            case STATE -> measure.state().name();
        };
    }

    /**
     * Returns this quantity with another name in one dimension.
     *
     * @param dimension the dimension
     * @param name the event, party, place, item or state
     * @return the quantity that differs only in that
     */
    public Quantity with(Dimension dimension, String name) {
        return switch (dimension) {
            case EVENT -> new Quantity(name, party, place, measure, scope);
            case PARTY -> new Quantity(event, name, place, measure, scope);
            case PLACE -> new Quantity(event, party, name, measure, scope);
            case ITEM -> new Quantity(event, party, place, new Measure(Item.of(name), measure.state()), scope);
            case STATE -> new Quantity(event, party, place, new Measure(measure.item(), State.of(name)), scope);
        };
    }

    /**
     * Returns the quantity in plain words, without its event: {@code Japan, Manchuria: tanks strength}.
     *
     * @return the party, the place if there is one, the measure, and the scope in brackets if there is one
     */
    public String label() {
        StringBuilder label = new StringBuilder(party);
        if (!place.isEmpty()) {
            label.append(", ").append(place);
        }
        label.append(": ").append(measure);
        if (!scope.isEmpty()) {
            label.append(" (").append(scope).append(')');
        }
        return label.toString();
    }

    // Written out because a dossier's tables are keyed by quantities: the generated pair costs start-up time.

    @Override
    public boolean equals(Object other) {
        return other instanceof Quantity that
                && party.equals(that.party)
                && measure.equals(that.measure)
                && place.equals(that.place)
                && scope.equals(that.scope)
                && event.equals(that.event);
    }

    @Override
    public int hashCode() {
        int hash = event.hashCode();
        hash = 31 * hash + party.hashCode();
        hash = 31 * hash + place.hashCode();
        hash = 31 * hash + measure.hashCode();
        return 31 * hash + scope.hashCode();
    }

    /** Returns the label and the event: {@code Japan, Manchuria: tanks strength [manchuria-1945]}. */
    @Override
    public String toString() {
        return event.isEmpty() ? label() : label() + " [" + event + "]";
    }
}
