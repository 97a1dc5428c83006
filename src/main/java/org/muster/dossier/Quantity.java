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
 * <p>Names are kept as {@link CellText#name} gives them. Quantities are the keys of most tables, and there is one for every
 * part that a breakdown names, so the hash is kept and a quantity made from another takes over its names.
 */
public final class Quantity {

    private final String event;
    private final String party;
    private final String place;
    private final Measure measure;
    private final String scope;
    private final int hash;

    /**
     * Makes a quantity.
     *
     * @param event the event; blank stands for the dossier's own until the claim joins a dossier
     * @param party whose men or tanks
     * @param place the place; blank is the whole area of the event, a quantity of its own
     * @param measure the item and its state, such as {@code tanks captured}
     * @param scope what the count includes or excludes ("fit for service"); usually blank
     * @throws IllegalArgumentException if the party is blank
     */
    public Quantity(String event, String party, String place, Measure measure, String scope) {
        this.event = CellText.name(requireNonNull(event, "event"));
        this.party = named(CellText.name(requireNonNull(party, "party")));
        this.place = CellText.name(requireNonNull(place, "place"));
        this.measure = requireNonNull(measure, "measure");
        this.scope = CellText.name(requireNonNull(scope, "scope"));
        this.hash = hash();
    }

    /** Another quantity's names but for those of one dimension. */
    private Quantity(Quantity other, Dimension dimension, String name) {
        this.event = dimension == Dimension.EVENT ? CellText.name(requireNonNull(name, "name")) : other.event;
        this.party = dimension == Dimension.PARTY ? named(CellText.name(requireNonNull(name, "name"))) : other.party;
        this.place = dimension == Dimension.PLACE ? CellText.name(requireNonNull(name, "name")) : other.place;
        this.measure = switch (dimension) {
            case ITEM -> new Measure(Item.of(name), other.measure.state());
            case STATE -> new Measure(other.measure.item(), State.of(name));
            case EVENT, PARTY, PLACE -> other.measure;
        };
        this.scope = other.scope;
        this.hash = hash();
    }

    private static String named(String party) {
        if (party.isEmpty()) {
            throw new IllegalArgumentException("party is blank: say whose men or tanks are counted");
        }
        return party;
    }

    private int hash() {
        int sum = event.hashCode();
        sum = 31 * sum + party.hashCode();
        sum = 31 * sum + place.hashCode();
        sum = 31 * sum + measure.hashCode();
        return 31 * sum + scope.hashCode();
    }

    /**
     * Returns the event.
     *
     * @return the event; blank stands for the dossier's own until the claim joins a dossier
     */
    public String event() {
        return event;
    }

    /**
     * Returns the party.
     *
     * @return whose men or tanks are counted
     */
    public String party() {
        return party;
    }

    /**
     * Returns the place.
     *
     * @return the place; blank is the whole area of the event
     */
    public String place() {
        return place;
    }

    /**
     * Returns the measure.
     *
     * @return the item and its state
     */
    public Measure measure() {
        return measure;
    }

    /**
     * Returns the scope.
     *
     * @return what the count includes or excludes; usually blank
     */
    public String scope() {
        return scope;
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
        return new Quantity(this, dimension, name);
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

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Quantity that
                        && hash == that.hash
                        && party.equals(that.party)
                        && measure.equals(that.measure)
                        && place.equals(that.place)
                        && scope.equals(that.scope)
                        && event.equals(that.event);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Returns the label and the event: {@code Japan, Manchuria: tanks strength [manchuria-1945]}. */
    @Override
    public String toString() {
        return event.isEmpty() ? label() : label() + " [" + event + "]";
    }
}
