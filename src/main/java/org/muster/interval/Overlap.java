package org.muster.interval;

/**
 * The position of two intervals relative to each other: the sixteen overlap states of IEEE 1788-2015, thirteen of which
 * are Allen's relations between intervals of time (J. F. Allen, Maintaining knowledge about temporal intervals, 1983).
 *
 * <p>Exactly one state holds for any two intervals, see {@link Interval#overlap(Interval)}. The comments below write
 * the first interval as [a, b] and the second as [c, d]. A point at the end of a wider interval starts or finishes it;
 * it does not meet it.
 */
public enum Overlap {
    /** Both intervals are empty. */
    BOTH_EMPTY("bothEmpty"),
    /** The first interval is empty, the second is not. */
    FIRST_EMPTY("firstEmpty"),
    /** The second interval is empty, the first is not. */
    SECOND_EMPTY("secondEmpty"),
    /** All of the first lies below the second: b &lt; c. */
    BEFORE("before"),
    /** The first ends where the second begins, neither is a point: a &lt; b = c &lt; d. */
    MEETS("meets"),
    /** The second begins inside the first and ends above it: a &lt; c &lt; b &lt; d. */
    OVERLAPS("overlaps"),
    /** Both begin together, the first ends inside the second: a = c, b &lt; d. */
    STARTS("starts"),
    /** The first lies inside the second and touches neither end: c &lt; a, b &lt; d. */
    CONTAINED_BY("containedBy"),
    /** Both end together, the first begins inside the second: c &lt; a, b = d. */
    FINISHES("finishes"),
    /** Both are the same set: a = c, b = d. */
    EQUALS("equals"),
    /** Both end together, the second begins inside the first: a &lt; c, b = d. */
    FINISHED_BY("finishedBy"),
    /** The second lies inside the first and touches neither end: a &lt; c, d &lt; b. */
    CONTAINS("contains"),
    /** Both begin together, the second ends inside the first: a = c, d &lt; b. */
    STARTED_BY("startedBy"),
    /** The first begins inside the second and ends above it: c &lt; a &lt; d &lt; b. */
    OVERLAPPED_BY("overlappedBy"),
    /** The second ends where the first begins, neither is a point: c &lt; d = a &lt; b. */
    MET_BY("metBy"),
    /** All of the first lies above the second: d &lt; a. */
    AFTER("after");

    private final String standardName;

    Overlap(String standardName) {
        this.standardName = standardName;
    }

    /**
     * Returns the state with the intervals exchanged: {@code x.overlap(y).converse() == y.overlap(x)}.
     *
     * @return the state of the second interval relative to the first
     */
    public Overlap converse() {
        return switch (this) {
            case BOTH_EMPTY, EQUALS -> this;
            case FIRST_EMPTY -> SECOND_EMPTY;
            case SECOND_EMPTY -> FIRST_EMPTY;
            case BEFORE -> AFTER;
            case MEETS -> MET_BY;
            case OVERLAPS -> OVERLAPPED_BY;
            case STARTS -> STARTED_BY;
            case CONTAINED_BY -> CONTAINS;
            case FINISHES -> FINISHED_BY;
            case FINISHED_BY -> FINISHES;
            case CONTAINS -> CONTAINED_BY;
            case STARTED_BY -> STARTS;
            case OVERLAPPED_BY -> OVERLAPS;
            case MET_BY -> MEETS;
            case AFTER -> BEFORE;
        };
    }

    /**
     * Returns the name of the state as the standard writes it, such as {@code containedBy}.
     *
     * @return the name in IEEE 1788-2015
     */
    @Override
    public String toString() {
        return standardName;
    }
}
