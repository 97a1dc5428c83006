/**
 * Tables of other people, made into dossiers by a mapping (floor 6): a {@code claims.csv} whose cells name columns of the
 * table in brackets (docs/importing.md).
 */
@NullMarked
package org.muster.importing.table;

import org.jspecify.annotations.NullMarked;
