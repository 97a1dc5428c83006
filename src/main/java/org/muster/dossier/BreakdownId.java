package org.muster.dossier;

/**
 * What tells a breakdown from the others of a hierarchy.
 *
 * @param event the event in which it holds; blank for all
 */
record BreakdownId(Dimension dimension, String whole, String partition, String event) {

    static BreakdownId of(Breakdown breakdown) {
        return new BreakdownId(breakdown.dimension(), breakdown.whole(), breakdown.partition(), breakdown.event());
    }

    /** The breakdown that takes the place of this one in an event. */
    BreakdownId in(String other) {
        return new BreakdownId(dimension, whole, partition, other);
    }

    // Written out because every hierarchy is keyed by these: the generated pair costs start-up time.

    @Override
    public boolean equals(Object other) {
        return other instanceof BreakdownId that
                && dimension == that.dimension
                && whole.equals(that.whole)
                && partition.equals(that.partition)
                && event.equals(that.event);
    }

    @Override
    public int hashCode() {
        int hash = dimension.hashCode();
        hash = 31 * hash + whole.hashCode();
        hash = 31 * hash + partition.hashCode();
        return 31 * hash + event.hashCode();
    }
}
