/**
 * The exact ranges that linear rules imply for numbered variables, and why (floor 2). It does not depend on dossiers.
 * Internal: its public types serve {@code reconcile} and may change at any time.
 *
 * <p>Variables and rules keep their numbers, {@link VariableId} and {@link RuleId}, in every component of a network.
 * Within this package a place, an {@code int}, is the index of a variable or rule in one network.
 */
@NullMarked
package org.muster.propagate;

import org.jspecify.annotations.NullMarked;
