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
import org.muster.text.Spelling;

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

    /** Returns the name spelled most like a given one, of several such the first in the table. */
    Optional<String> nearest(String name) {
        return Spelling.nearest(name, byName.keySet());
    }
}
