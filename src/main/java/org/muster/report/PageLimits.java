package org.muster.report;

import org.muster.compare.Agreement.Verdict;

/**
 * What a page of many claims leaves out: above 2,000 claims, all pictures of quantities but those of the 200 widest conflicts,
 * and what the rules leave of each figure; above 20,000, the quantities that rest on one voice, and the section on conflicts.
 */
final class PageLimits {

    static final int ALL_PICTURES = 2_000;
    static final int ALL_CLAIMS = 20_000;
    private static final int MOST_PICTURES = 200;

    private final int claims;
    private int drawn;

    PageLimits(int claims) {
        this.claims = claims;
    }

    /** Whether the next quantity of a verdict has a picture; the widest conflicts come first. */
    boolean draws(Verdict verdict) {
        return claims <= ALL_PICTURES || verdict == Verdict.CONFLICT && drawn++ < MOST_PICTURES;
    }

    /** Whether pictures stand for more than findings and conflicts. */
    boolean drawsAll() {
        return claims <= ALL_PICTURES;
    }

    /** Whether conflicts under the rules are searched for: of 100,000 claims, that takes longer than all else. */
    boolean showsConflicts() {
        return claims <= ALL_CLAIMS;
    }

    boolean showsSingleVoices() {
        return claims <= ALL_CLAIMS;
    }
}
