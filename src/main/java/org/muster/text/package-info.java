/**
 * Text on its way in and out (floor 0): cells, lines, CSV files and their problems, excerpts for messages, text made
 * safe for spreadsheets and terminals, and files that are written atomically.
 */
@NullMarked
package org.muster.text;

import org.jspecify.annotations.NullMarked;
