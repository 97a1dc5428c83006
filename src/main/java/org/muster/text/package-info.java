/**
 * Text as it comes in and goes out (floor 0): cells, lines, CSV files and their problems, excerpts for messages, what a
 * spreadsheet or a terminal would obey, and files that are written whole or not at all.
 */
@NullMarked
package org.muster.text;

import org.jspecify.annotations.NullMarked;
