/**
 * Capture–recapture: how many victims there were, from lists of some of them that overlap (floor 3).
 *
 * <p>Two lists give {@link org.muster.capture.TwoLists}, with ranges for sizes and overlap; how many stand on one and on
 * two lists gives {@link org.muster.capture.ChaoBound}; two to five lists with all their overlaps, the
 * {@link org.muster.capture.CaptureHistories}, give {@link org.muster.capture.LogLinearModels}, always with the spread
 * over the models. Every method assumes that people were matched without error and that the lists are of one closed
 * group; none of them can see a victim who could not have come on any list.
 */
@NullMarked
package org.muster.capture;

import org.jspecify.annotations.NullMarked;
