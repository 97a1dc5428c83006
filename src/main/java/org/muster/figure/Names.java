package org.muster.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.text.ResourceTable;

/** The built-in names of items or of states with their kinds, from {@code items.csv} and {@code states.csv}. */
public final class Names {

    private final Map<String, Name> names = new LinkedHashMap<>();

    private Names(String dimension, String table, int index) {
        for (List<String> row : ResourceTable.rows(Names.class, table, dimension, "kind", "meaning")) {
            Name name = new Name(row.get(0), row.get(1), index + names.size());
            if (names.put(row.get(0), name) != null) {
                throw new IllegalStateException(table + ": " + row.get(0) + " stands there twice");
            }
        }
    }

    public static Names items() {
        return Items.TABLE;
    }

    public static Names states() {
        return States.TABLE;
    }

    /**
     * The item or state of that name, "" for {@link Name#NONE}, "?" for {@link Name#UNNAMED}.
     *
     * @throws IllegalStateException if neither table has it
     */
    public static Name of(String name) {
        Name found = name.isEmpty() ? Name.NONE : items().names.get(name);
        if (name.equals("?")) {
            return Name.UNNAMED;
        }
        if (found == null) {
            found = states().names.get(name);
        }
        if (found == null) {
            throw new IllegalStateException("\"" + name + "\" stands neither in items.csv nor in states.csv");
        }
        return found;
    }

    /** How many there are of both: their indexes are below. */
    public static int size() {
        return 2 + items().names.size() + states().names.size();
    }

    boolean knows(String name) {
        return names.containsKey(name);
    }

    boolean is(String name, String kind) {
        Name known = names.get(name);
        return known != null && known.kind.equals(kind);
    }

    /** The name with the fewest letters to change, if that is at most a third of them; the first in the table of several. */
    Optional<String> nearest(String name) {
        Optional<String> nearest = Optional.empty();
        int fewest = Math.max(2, name.length() / 3 + 1);
        for (String known : names.keySet()) {
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
        static final Names TABLE = new Names("item", "items.csv", 2);
    }

    private static final class States {
        static final Names TABLE =
                new Names("state", "states.csv", 2 + items().names.size());
    }
}
