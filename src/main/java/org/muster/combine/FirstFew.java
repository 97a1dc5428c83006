package org.muster.combine;

import java.util.List;

/** The first few of many figures or names, for a note that stays short. */
final class FirstFew {

    private static final int MOST = 5;

    private FirstFew() {}

    static String of(List<String> all) {
        return all.size() <= MOST
                ? String.join("; ", all)
                : String.join("; ", all.subList(0, MOST)) + " and " + (all.size() - MOST) + " more";
    }
}
