package org.muster.summarize;

/** Who speaks in claims, with a number that no other speaker has. */
record Speaker(int number, Speaking speaking) {}
