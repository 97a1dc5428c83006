package org.muster.reading;

import java.util.ArrayList;
import java.util.List;

/** Words with a capital, which may name a party or a place. */
final class NearbyNames {

    /** The shortest word that is taken for a name. */
    private static final int SHORTEST = 3;

    private NearbyNames() {}

    /** The names in a part of a text; words with capitals that only blanks part are one name. */
    static List<String> of(String text, int start, int end) {
        List<String> names = new ArrayList<>();
        int i = start;
        int nameEnd = -1;
        while (i < end) {
            int wordEnd = i;
            while (wordEnd < end && Characters.isWordPart(text.charAt(wordEnd))) {
                wordEnd++;
            }
            boolean name = wordEnd - i >= SHORTEST
                    && Characters.isCapital(text.charAt(i))
                    && (i > 0 || text.startsWith(" ", wordEnd) && isCapitalAt(text, wordEnd + 1));
            if (name && nameEnd >= 0 && text.substring(nameEnd, i).isBlank()) {
                names.set(names.size() - 1, names.get(names.size() - 1) + " " + text.substring(i, wordEnd));
            } else if (name) {
                names.add(text.substring(i, wordEnd));
            }
            nameEnd = name ? wordEnd : nameEnd;
            i = Math.max(wordEnd, i + 1);
        }
        return names;
    }

    private static boolean isCapitalAt(String text, int at) {
        return at < text.length() && Characters.isCapital(text.charAt(at));
    }
}
