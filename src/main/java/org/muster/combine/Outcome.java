package org.muster.combine;

/** What came of combining claims, in one word or two. */
public enum Outcome {
    /** Nobody claims anything of the quantity. */
    NO_CLAIM("no claim"),
    /** It is spoken of, but nobody gives a number that the rule can read. */
    NO_NUMBER("no number"),
    /** One voice alone is counted; the answer is what the rule makes of it. */
    ONE_VOICE("one voice"),
    /** Two voices or more are counted. */
    COMBINED("combined"),
    /** The answer has no upper end. */
    OPEN("open"),
    /** There are only bounds; the answer is the room that they leave, whatever the rule. */
    BOUNDS("bounds alone"),
    /** The voices have no number in common, or their bounds leave no room: the rule has no answer. */
    NOTHING_IN_COMMON("nothing in common"),
    /** Several ranges are equally good, and the rule does not choose. */
    SEVERAL("several ranges"),
    /** The rule wants one figure, and the claims do not settle on one. */
    NOT_SETTLED("not settled"),
    /** The rule leaves out every voice. */
    ALL_LEFT_OUT("all left out");

    private final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** Returns the words used in the reports. */
    @Override
    public String toString() {
        return words;
    }
}
