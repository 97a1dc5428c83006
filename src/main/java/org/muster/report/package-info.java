/** The CSV reports with their data package, and the findings in words (floor 11). */
@NullMarked
package org.muster.report;

import org.jspecify.annotations.NullMarked;
