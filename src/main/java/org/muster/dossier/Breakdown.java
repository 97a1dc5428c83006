package org.muster.dossier;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.muster.figure.Item;
import org.muster.figure.State;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/**
 * The parts of one whole in one dimension: the Soviet Union's forces are those of three fronts.
 *
 * @param dimension the direction of the breakdown
 * @param whole the name of the whole; blank for place: the whole area of the event
 * @param partition the name that distinguishes several breakdowns of one whole; blank if there is only one
 * @param parts the names of the parts, which do not overlap unless the breakdown is shared
 * @param complete how the parts relate to the whole
 * @param event the event in which it holds, where it replaces the one of this whole and partition that holds in all events;
 *     blank for all events
 */
public record Breakdown(
        Dimension dimension, String whole, String partition, List<String> parts, Completeness complete, String event) {

    /**
     * Checks that there are parts, that they differ from one another and from the whole, and that every name is valid.
     * The names are kept as {@link CellText#name} gives them.
     */
    public Breakdown {
        requireNonNull(dimension, "dimension");
        whole = CellText.name(requireNonNull(whole, "whole"));
        partition = CellText.name(requireNonNull(partition, "partition"));
        requireNonNull(complete, "complete");
        parts = CellText.names(requireNonNull(parts, "parts"));
        event = CellText.name(requireNonNull(event, "event"));
        if (parts.isEmpty() && complete != Completeness.OFF) {
            throw new IllegalArgumentException("parts of \"" + whole + "\" are empty");
        }
        checkEvent(dimension, event);
        checkName(dimension, "whole", whole);
        for (String part : parts) {
            checkName(dimension, "part", part);
        }
        if (parts.contains(whole)) {
            throw new IllegalArgumentException("\"" + whole + "\" is a part of itself");
        }
        if (new LinkedHashSet<>(parts).size() < parts.size()) {
            throw new IllegalArgumentException("parts of \"" + whole + "\" name one twice: " + parts);
        }
    }

    /**
     * Makes a breakdown that holds in all events.
     *
     * @param dimension the direction of the breakdown
     * @param whole the name of the whole; blank for place: the whole area of the event
     * @param partition the name that tells several breakdowns of one whole apart; blank where there is one
     * @param parts the names of the parts
     * @param complete how the parts relate to the whole
     */
    public Breakdown(Dimension dimension, String whole, String partition, List<String> parts, Completeness complete) {
        this(dimension, whole, partition, parts, complete, "");
    }

    /** An event is made of the same events in every event. */
    static void checkEvent(Dimension dimension, String event) {
        if (dimension == Dimension.EVENT && !event.isEmpty()) {
            throw new IllegalArgumentException(
                    "event " + Excerpt.quoted(event) + " limits a breakdown of events; expected a blank");
        }
    }

    /** Checks a name. Only a place may be blank: the whole area. Items and states are written as in measures. */
    static void checkName(Dimension dimension, String what, String name) {
        if (dimension == Dimension.ITEM || dimension == Dimension.STATE) {
            try {
                if (dimension == Dimension.ITEM) {
                    Item.of(name);
                } else {
                    State.of(name);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
            }
        } else if (dimension != Dimension.PLACE && name.isEmpty()) {
            throw new IllegalArgumentException(what + " is blank; only a place may be (the whole area)");
        }
    }

    /**
     * Returns a complete breakdown: the whole is the sum of its parts.
     *
     * @param dimension the direction of the breakdown
     * @param whole the name of the whole
     * @param parts the names of the parts
     * @return the breakdown
     */
    public static Breakdown of(Dimension dimension, String whole, String... parts) {
        return new Breakdown(dimension, whole, "", Arrays.asList(requireNonNull(parts, "parts")), Completeness.YES);
    }

    /**
     * Returns an incomplete breakdown: the parts lie within the whole but are not all of it.
     *
     * @param dimension the direction of the breakdown
     * @param whole the name of the whole
     * @param parts the names of the parts
     * @return the breakdown
     */
    public static Breakdown within(Dimension dimension, String whole, String... parts) {
        return new Breakdown(dimension, whole, "", Arrays.asList(requireNonNull(parts, "parts")), Completeness.NO);
    }

    /**
     * Returns this breakdown for one event alone: Italy is of the Axis in one war and of the Entente in another.
     *
     * @param event the event
     * @return the breakdown, which in that event takes the place of the one of its whole and partition that holds in all
     */
    public Breakdown in(String event) {
        return new Breakdown(dimension, whole, partition, parts, complete, event);
    }

    /**
     * Returns whether this breakdown applies to a quantity. Events never divide strengths: the same men fight twice.
     *
     * @param quantity a quantity
     * @return whether the quantity is the whole of this breakdown
     */
    public boolean appliesTo(Quantity quantity) {
        return quantity.in(dimension).equals(whole) && divides(quantity);
    }

    /** Whether wholes like a part, or like the whole itself, are divided by this breakdown. */
    boolean divides(Quantity quantity) {
        return (event.isEmpty() || quantity.event().equals(event))
                && !(dimension == Dimension.EVENT && quantity.measure().isStrength());
    }

    /**
     * Returns the quantities that are the parts of a whole.
     *
     * @param quantity the whole
     * @return the same quantity at each part's name, in the order of the breakdown
     */
    public List<Quantity> partsOf(Quantity quantity) {
        List<Quantity> quantities = new ArrayList<>(parts.size());
        for (String part : parts) {
            quantities.add(quantity.with(dimension, part));
        }
        return quantities;
    }

    /**
     * Returns the whole of a part.
     *
     * @param part the quantity of one of the parts
     * @return the same quantity at the name of the whole
     */
    public Quantity wholeOf(Quantity part) {
        return part.with(dimension, whole);
    }

    /**
     * Returns the breakdown as an equation, with its event behind it: {@code party (fronts): Soviet Union = Transbaikal
     * Front + …}, {@code party: Axis = Germany + Italy [second war]}.
     */
    @Override
    public String toString() {
        String sign = switch (complete) {
            case YES -> " = ";
            case NO -> " >= ";
            case SHARED -> " = shared ";
            case OFF -> " off";
        };
        List<String> names = new ArrayList<>(parts.size());
        for (String part : parts) {
            names.add(named(part));
        }
        return dimension
                + (partition.isEmpty() ? "" : " (" + partition + ")")
                + ": "
                + named(whole)
                + sign
                + String.join(" + ", names)
                + (event.isEmpty() ? "" : " [" + event + "]");
    }

    private String named(String name) {
        if (dimension == Dimension.ITEM && name.equals(Item.PERSONNEL.name())) {
            return "people";
        }
        return name.isEmpty() ? "whole area" : name;
    }
}
