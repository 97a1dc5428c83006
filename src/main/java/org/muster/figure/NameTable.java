package org.muster.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.text.Excerpt;
import org.muster.text.ResourceTable;

/** The built-in items or states by their names, in the order of {@code items.csv} or {@code states.csv}. */
final class NameTable<T> {

    private final Map<String, T> byName = new LinkedHashMap<>();

    /**
     * Reads a table whose first column holds the names.
     *
     * @param file the table's file
     * @param read makes an item or a state from a row
     * @param header the headings of the table
     * @throws IllegalStateException if the table has another header or contains a name twice
     */
    NameTable(String file, Function<List<String>, T> read, String... header) {
        for (List<String> row : ResourceTable.rows(NameTable.class, file, header)) {
            if (byName.put(row.get(0), read.apply(row)) != null) {
                throw new IllegalStateException(file + ": " + row.get(0) + " appears twice");
            }
        }
    }

    @Nullable
    T get(String name) {
        return byName.get(name);
    }

    List<T> all() {
        return List.copyOf(byName.values());
    }

    /**
     * Returns a name after checking its form.
     *
     * @param what what the name is for
     * @param name lowercase letters, digits and {@code _}, beginning with a letter
     * @return the name
     * @throws IllegalArgumentException if it is blank or has other characters
     */
    static String checked(String what, String name) {
        Objects.requireNonNull(name, what);
        boolean wellFormed = !name.isEmpty() && Character.isLetter(name.charAt(0));
        for (int i = 0; i < name.length() && wellFormed; i++) {
            char c = name.charAt(i);
            wellFormed = c == '_' || Character.isDigit(c) || (Character.isLetter(c) && Character.toLowerCase(c) == c);
        }
        if (!wellFormed) {
            throw new IllegalArgumentException(what + " \"" + Excerpt.of(name)
                    + "\" is not a name: lowercase letters, digits and _, beginning with a letter");
        }
        return name;
    }

    /** Returns what people call an item or state that a dossier adds. */
    static String label(String name) {
        return name.replace('_', ' ');
    }

    /**
     * Returns the name with the fewest letters to change, if that is at most a third of them; of several such names the
     * first in the table.
     */
    Optional<String> nearest(String name) {
        Optional<String> nearest = Optional.empty();
        int fewest = Math.max(2, name.length() / 3 + 1);
        for (String known : byName.keySet()) {
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
