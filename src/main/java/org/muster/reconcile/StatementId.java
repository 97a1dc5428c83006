package org.muster.reconcile;

/**
 * The number of a statement within its connected component.
 *
 * @param number the number, from 0, in the order of the quantities' names, then from the lowest range to the highest
 */
record StatementId(int number) {}
