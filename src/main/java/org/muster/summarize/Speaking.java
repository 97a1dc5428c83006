package org.muster.summarize;

import java.util.List;
import org.muster.compare.Attribution;

/**
 * Who speaks in claims.
 *
 * @param number a number that no other speaker has
 * @param attributions one with all that says what may copy what; else each voice by itself
 * @param voices the voices, for a person
 */
record Speaking(int number, List<Attribution> attributions, String voices) {}
