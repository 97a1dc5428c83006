package org.muster.exact;

/** The sense of a linear relation: its left side is equal to, at most, or at least its right side. */
public enum Sense {
    /** The sides are equal. */
    EQUAL("="),
    /** The left side is at most the right side. */
    AT_MOST("<="),
    /** The left side is at least the right side. */
    AT_LEAST(">=");

    private final String sign;

    Sense(String sign) {
        this.sign = sign;
    }

    /** Returns the sign. */
    @Override
    public String toString() {
        return sign;
    }
}
