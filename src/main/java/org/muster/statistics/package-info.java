/**
 * Statistics of samples of which each value is only known as a range (floor 2).
 *
 * <p>Each range holds one unknown true value, which is the epistemic reading. A statistic of the {@link
 * org.muster.statistics.Sample} is the range of the ordinary statistic over all choices of true values. Where an end is
 * called exact, it is that of the exact range, rounded outward by as little as is said there; an enclosure may be wider.
 * The other reading, that a range is itself the datum as in symbolic data analysis, gives other numbers, which are not
 * computed here.
 */
@NullMarked
package org.muster.statistics;

import org.jspecify.annotations.NullMarked;
