/**
 * Meta-analysis of several estimates of one number (floor 3): fixed and random effects, and how far the estimates differ.
 *
 * <p>A range is not a confidence interval until the caller says so. {@link org.muster.meta.MetaAnalysis} therefore asks
 * for the confidence that the ranges stand for. What it computes on the logarithmic scale is found to about twelve
 * digits; only {@link org.muster.meta.Heterogeneity}, whose input may be ranges, has guaranteed ends.
 */
@NullMarked
package org.muster.meta;

import org.jspecify.annotations.NullMarked;
