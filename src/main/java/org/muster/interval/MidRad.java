package org.muster.interval;

/**
 * An interval as a middle and a radius, see {@link Interval#midRad()}.
 *
 * @param mid the middle, NaN for the empty set
 * @param rad the radius, NaN for the empty set
 */
public record MidRad(double mid, double rad) {}
