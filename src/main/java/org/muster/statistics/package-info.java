/**
 * Statistics of samples whose values are known only as ranges (floor 2).
 *
 * <p>Each range contains one unknown true value: the epistemic interpretation. A statistic of the
 * {@link org.muster.statistics.Sample} is the range of the ordinary statistic over all choices of true values. An end
 * called exact is that of the exact range, rounded outward by no more than is stated there; an enclosure may be wider.
 * The other interpretation, in which the range is itself the datum as in symbolic data analysis, gives different
 * numbers, which are not computed here.
 *
 * <p>Everything here is immutable and may be shared between threads.
 */
@NullMarked
package org.muster.statistics;

import org.jspecify.annotations.NullMarked;
