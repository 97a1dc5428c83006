package org.muster.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.muster.dossier.AsOf;

/**
 * The dates as of which one quantity is an unknown of its own: the narrowest dates for which figures are given. A wider
 * date that contains some of them binds the latest of these for a loss, and each of them for a strength. For a loss,
 * the event as a whole stands for the final count, after all dates; a strength without a date holds throughout.
 *
 * <p>A rule may ask for further dates, about which nothing is known except, for a loss, that the count only grows.
 */
final class Timeline {

    /**
     * The earliest first and, among those that begin on the same day, the narrowest; the event as a whole, which is the
     * final count, last.
     */
    static final Comparator<AsOf> BY_DATE = Timeline::compare;

    private final boolean grows;
    private final boolean hasWhole;
    private final NavigableSet<AsOf> given; // the narrowest dates of figures
    private final NavigableSet<AsOf> all = new TreeSet<>(BY_DATE); // including those that rules ask for

    private Timeline(boolean grows, boolean hasWhole, NavigableSet<AsOf> given) {
        this.grows = grows;
        this.hasWhole = hasWhole;
        this.given = given;
        all.addAll(given);
        if (hasWhole && (grows || given.isEmpty())) {
            all.add(AsOf.WHOLE_EVENT);
        }
    }

    /**
     * Makes the timeline of a quantity.
     *
     * @param grows whether the quantity is a loss
     * @param dates the dates of the figures about it
     */
    static Timeline of(boolean grows, Collection<AsOf> dates) {
        return new Timeline(grows, dates.contains(AsOf.WHOLE_EVENT), narrowest(dates));
    }

    private static int compare(AsOf a, AsOf b) {
        if (a.isGiven() != b.isGiven()) {
            return a.isGiven() ? -1 : 1;
        }
        if (a.beginsAfter(b) || b.beginsAfter(a)) {
            return a.beginsAfter(b) ? 1 : -1;
        }
        boolean within = a.isWithin(b);
        return within == b.isWithin(a) ? a.toString().compareTo(b.toString()) : within ? -1 : 1;
    }

    /** Returns the given dates that contain no other given date; they have no day in common. */
    static NavigableSet<AsOf> narrowest(Collection<AsOf> dates) {
        List<AsOf> byEnd = new ArrayList<>(dates);
        byEnd.sort(AsOf.BY_LAST_DAY.thenComparing(AsOf.BY_FIRST_DAY.reversed()));
        NavigableSet<AsOf> narrowest = new TreeSet<>(BY_DATE);
        AsOf last = AsOf.WHOLE_EVENT;
        for (AsOf date : byEnd) {
            boolean isWider = last.isWithin(date) && !date.isWithin(last);
            if (date.isGiven() && !isWider) {
                narrowest.add(date);
                last = date;
            }
        }
        return narrowest;
    }

    /** Returns the dates of figures that have a day in common with a date, the earliest first. */
    private List<AsOf> givenWithin(AsOf date) {
        List<AsOf> within = new ArrayList<>();
        for (AsOf known : given.headSet(date, false).descendingSet()) { // they follow one another
            if (known.isDifferentFrom(date)) {
                break;
            }
            within.add(known);
        }
        Collections.reverse(within);
        for (AsOf known : given.tailSet(date, true)) {
            if (known.isDifferentFrom(date)) {
                break;
            }
            within.add(known);
        }
        return within;
    }

    /** Returns whether later counts include the earlier ones. */
    boolean grows() {
        return grows;
    }

    /** Returns whether a figure is given for any date. */
    boolean isSaid() {
        return hasWhole || !given.isEmpty();
    }

    /** Returns the narrowest dates for which figures are given or, where none are given, those that rules ask for. */
    Collection<AsOf> dates() {
        return isSaid() ? given : all.headSet(AsOf.WHOLE_EVENT, false);
    }

    /** Returns all dates as of which the quantity is an unknown, the earliest first. */
    NavigableSet<AsOf> all() {
        return all;
    }

    /** Adds a date that a rule asks for, and returns whether it is new. */
    boolean add(AsOf date) {
        return all.add(date);
    }

    /** Returns whether something is known as of a date, or several rules ask for it. */
    boolean isKnown(AsOf date) {
        return !grows && hasWhole || at(date).isPresent();
    }

    private Optional<AsOf> at(AsOf date) {
        if (dates().contains(date)) {
            return Optional.of(date);
        }
        return isSaid()
                ? givenWithin(date).stream().findFirst()
                : dates().stream().filter(known -> !known.isDifferentFrom(date)).findFirst();
    }

    /** Returns the date of the unknown that a rule binds as of a date that contains none of this timeline. */
    AsOf boundAt(AsOf date) {
        boolean throughout = !grows && hasWhole && given.isEmpty();
        return throughout ? AsOf.WHOLE_EVENT : date.isGiven() ? at(date).orElse(date) : last();
    }

    /** Returns whether the final count of a loss is a different unknown from its count as of the latest date. */
    boolean hasFinalApart() {
        return grows && !dates().isEmpty() && (isSaid() ? hasWhole : all.contains(AsOf.WHOLE_EVENT));
    }

    /**
     * Returns the date of the unknown that a rule binds with the last counts of others.
     *
     * @param latest the latest date among them
     * @param finalApart whether one of them is a final count distinct from that date
     */
    AsOf boundWithLast(AsOf latest, boolean finalApart) {
        if (!grows) {
            return boundAt(latest);
        }
        boolean asOfLatest = isSaid() && at(latest).isPresent();
        return hasWhole || finalApart && !asOfLatest ? AsOf.WHOLE_EVENT : boundAt(latest);
    }

    /**
     * Returns the last date for which figures are given, which is the event as a whole for a final count; without
     * figures, the last date.
     */
    AsOf last() {
        if (isSaid()) {
            return hasWhole && (grows || given.isEmpty()) ? AsOf.WHOLE_EVENT : given.last();
        }
        return all.isEmpty() ? AsOf.WHOLE_EVENT : all.last();
    }

    /** Returns the dates of the unknowns that a figure with a given date states. */
    Collection<AsOf> statedBy(AsOf date) {
        if (!date.isGiven()) {
            return grows ? List.of(AsOf.WHOLE_EVENT) : all;
        }
        List<AsOf> within = givenWithin(date);
        return grows && within.size() > 1 ? within.subList(within.size() - 1, within.size()) : within;
    }

    /** Returns the dates. */
    @Override
    public String toString() {
        return all.toString();
    }
}
