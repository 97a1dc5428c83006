/** The CSV reports with their data package, the findings in words, and the page for people (floor 11). */
@NullMarked
package org.muster.report;

import org.jspecify.annotations.NullMarked;
