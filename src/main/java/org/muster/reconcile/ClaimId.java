package org.muster.reconcile;

/**
 * The number of a claim within its connected component.
 *
 * @param number the number, from 0, in the dossier's order
 */
record ClaimId(int number) {}
