package org.muster.report;

import java.util.Comparator;

/**
 * One line of the findings.
 *
 * @param size how serious it is compared with others of its kind
 * @param text the line
 */
record Finding(double size, String text) {

    /** The most serious first; ties keep their order. */
    static final Comparator<Finding> GRAVEST_FIRST =
            Comparator.comparingDouble(Finding::size).reversed();
}
