package org.muster.figure;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The built-in names of items or of states with their kinds, from {@code items.csv} and {@code states.csv}. */
final class Names {

    private final Map<String, String> kinds = new LinkedHashMap<>();

    private Names(String dimension, String table) {
        for (CsvRecord row : ResourceTable.rows(table, dimension, "kind", "meaning")) {
            if (kinds.put(row.getField(0), row.getField(1)) != null) {
                throw new IllegalStateException(
                        table + ":" + row.getStartingLineNumber() + ": " + row.getField(0) + " stands there twice");
            }
        }
    }

    static Names items() {
        return Items.TABLE;
    }

    static Names states() {
        return States.TABLE;
    }

    boolean knows(String name) {
        return kinds.containsKey(name);
    }

    boolean is(String name, String kind) {
        return kind.equals(kinds.get(name));
    }

    /** The name with the fewest letters to change, if that is at most a third of them; the first in the table of several. */
    Optional<String> nearest(String name) {
        Optional<String> nearest = Optional.empty();
        int fewest = Math.max(2, name.length() / 3 + 1);
        for (String known : kinds.keySet()) {
            if (Math.abs(known.length() - name.length()) < fewest) {
                int changes = changes(name, known);
                if (changes < fewest) {
                    fewest = changes;
                    nearest = Optional.of(known);
                }
            }
        }
        return nearest;
    }

    /** Levenshtein distance: letters inserted, left out or replaced. */
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

    private static final class Items {
        static final Names TABLE = new Names("item", "items.csv");
    }

    private static final class States {
        static final Names TABLE = new Names("state", "states.csv");
    }
}
