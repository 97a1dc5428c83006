package org.muster.exact;

/**
 * What an answer cost.
 *
 * @param iterations steps from one corner to the next, or from one bound of a variable to its other
 * @param nanoseconds elapsed time
 */
public record Effort(long iterations, long nanoseconds) {}
