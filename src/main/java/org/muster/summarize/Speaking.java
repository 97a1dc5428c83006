package org.muster.summarize;

import java.util.List;
import org.muster.compare.Attribution;

/**
 * Who speaks in a claim.
 *
 * @param attributions one with all that says what may copy what; else each voice by itself
 * @param voices the voices, for a person
 */
record Speaking(List<Attribution> attributions, String voices) {}
