package org.muster.combine;

/**
 * A named way to combine what is claimed about one quantity. A rule of one's own is a name and a few lines:
 *
 * <pre>{@code
 * Rule lowest = new Rule() {
 *     public String id() { return "lowest"; }
 *     public Answer combine(Evidence evidence) {
 *         return Answer.of(Interval.of(evidence.hull().inf()), evidence.voices());
 *     }
 * };
 * }</pre>
 *
 * <p>The answer must not depend on the order of the voices.
 */
public interface Rule {

    /**
     * Returns the short name by which reports and options call the rule.
     *
     * @return letters in lower case and digits, with words joined by {@code _}, since it heads columns
     */
    String id();

    /**
     * Returns the name by which people call the rule.
     *
     * @return by default the short name with blanks
     */
    default String title() {
        return id().replace('_', ' ');
    }

    /**
     * Combines what voices say in closed ranges.
     *
     * @param evidence the voices, at least one, with the bounds and whatever else is claimed
     * @return the answer, and which voices it rests on
     */
    Answer combine(Evidence evidence);

    /**
     * Answers where no voice says a closed range.
     *
     * @param evidence the bounds, if any, and whatever else is claimed
     * @return by default the room that the bounds leave
     */
    default Answer withoutRanges(Evidence evidence) {
        return Answer.of(evidence.room(), evidence.bounds());
    }

    /**
     * Returns whether the rule also counts voices that only say a bound.
     *
     * @return by default false: a bound limits, and estimates nothing
     */
    default boolean countsBounds() {
        return false;
    }

    /**
     * Returns whether the rule gives a sum over events although some of them lack a figure.
     *
     * @return by default true: the sum is that of the others
     */
    default boolean addsUpWithMissing() {
        return true;
    }
}
