package org.muster.interval;

/**
 * An interval as midpoint and radius, see {@link Interval#midRad()}.
 *
 * @param mid the midpoint, NaN for the empty set
 * @param rad the radius, NaN for the empty set
 */
public record MidRad(double mid, double rad) {}
