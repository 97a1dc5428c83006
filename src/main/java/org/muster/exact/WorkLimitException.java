package org.muster.exact;

/** Says that a linear programme was left unsolved, since it takes more work than a {@link WorkLimit} allows. */
public final class WorkLimitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WorkLimitException() {
        super("the linear programme takes more work than is allowed");
    }
}
