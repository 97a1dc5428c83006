package org.muster.rows;

import java.util.OptionalDouble;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;

/** Takes the cells of a row, one for each column in its order. */
public interface Cells {

    /**
     * Takes a text.
     *
     * @param text the text, blank where there is none
     */
    void text(String text);

    /**
     * Takes a list, which is shown joined by {@code "; "}.
     *
     * @param texts the texts
     */
    default void list(Iterable<String> texts) {
        text(String.join("; ", texts));
    }

    /**
     * Takes a yes or no.
     *
     * @param yes which of them
     */
    default void yesOrNo(boolean yes) {
        text(yes ? "yes" : "no");
    }

    /**
     * Takes a count.
     *
     * @param count the count
     */
    void count(long count);

    /**
     * Takes a single number.
     *
     * @param number the number, or nothing
     */
    void number(OptionalDouble number);

    /**
     * Takes a range.
     *
     * @param range the range; of the empty one nothing is shown
     */
    void range(Interval range);

    /**
     * Takes an exact ratio.
     *
     * @param ratio the ratio
     */
    void ratio(RationalRange ratio);
}
