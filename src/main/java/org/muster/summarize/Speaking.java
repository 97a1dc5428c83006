package org.muster.summarize;

import java.util.List;
import org.muster.compare.Speaker;

/**
 * Who speaks in a claim.
 *
 * @param speakers one with all that says what may copy what; else each voice by itself
 * @param voices the voices, for a person
 */
record Speaking(List<Speaker> speakers, String voices) {}
