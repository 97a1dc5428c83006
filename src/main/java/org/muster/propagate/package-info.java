/**
 * The exact ranges that linear rules leave to numbered variables, and why (floor 2). It knows no dossier. Internal: its public
 * types serve {@code reconcile} and may change at any time.
 *
 * <p>Variables and rules keep their numbers, {@link VariableId} and {@link RuleId}, in every component of a network. Within
 * this package a place, an {@code int}, is where a variable or rule stands in one network.
 */
@NullMarked
package org.muster.propagate;

import org.jspecify.annotations.NullMarked;
