package org.muster.exact;

/** The direction of a linear relation: whether its left side equals the right side, is at most, or is at least as much. */
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
