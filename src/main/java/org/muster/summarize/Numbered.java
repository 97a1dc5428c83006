package org.muster.summarize;

/**
 * A thing with a number.
 *
 * @param number a number from 0 that no other thing of its kind has
 * @param thing the thing
 */
record Numbered<T>(int number, T thing) {}
