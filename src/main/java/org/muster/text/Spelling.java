package org.muster.text;

import java.util.Collection;
import java.util.Optional;

/** Which of some names was probably meant by one that is none of them. */
public final class Spelling {

    private Spelling() {}

    /**
     * Returns the name with the fewest letters to change.
     *
     * @param name a name, such as a mistyped one
     * @param known the names there are
     * @return the one that differs in the fewest letters, of several such the first; empty if more than a third of them
     *     differ
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        Optional<String> nearest = Optional.empty();
        int fewest = Math.min(name.length(), Math.max(2, name.length() / 3 + 1)); // something stays as it is
        for (String each : known) {
            if (Math.abs(each.length() - name.length()) < fewest) {
                int changes = changes(name, each);
                if (changes < fewest) {
                    fewest = changes;
                    nearest = Optional.of(each);
                }
            }
        }
        return nearest;
    }

    /** Returns the Levenshtein distance: letters inserted, omitted or replaced. */
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
