package org.muster.reading;

import java.util.Objects;

/**
 * What an analyst should look at in a text that was read.
 *
 * @param start index of the first character that it is about
 * @param end index after the last one
 * @param kind what was noticed
 */
public record Remark(int start, int end, Kind kind) {

    /** What can be noticed. */
    public enum Kind {
        /** The higher end of a range comes first; the range was read in ascending order. */
        REVERSED_RANGE("the higher end of the range comes first"),
        /**
         * "19,000–31,000+" is at least 19,000: a bound has no place for the other number, which is kept only in the
         * text.
         */
        RANGE_AS_BOUND("a range is marked as a bound: only its outer end counts, the other is kept only in the text"),
        /** "15 (95% CI 10–20)" is 15, and between 10 and 20. */
        RANGE_BEHIND(
                "the range behind the number is taken for that in which it lies; a confidence interval does not exclude what lies outside"),
        /** "711 of 730" among losses: what the text leaves open, the 730, is taken for the strength. */
        WHOLE_AS_STRENGTH("a number of which the one before it is a part is taken for the strength"),
        /** Figures of one measure are next to different names: whose they are is not guessed. */
        SEVERAL_PARTIES("several parties or sources in one text: whose figures they are is not guessed");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** Returns what was noticed, in words. */
        @Override
        public String toString() {
            return sentence;
        }
    }

    /**
     * Checks the span.
     *
     * @param start index of the first character
     * @param end index after the last one
     * @param kind what was noticed
     */
    public Remark {
        Objects.requireNonNull(kind, "kind");
    }
}
