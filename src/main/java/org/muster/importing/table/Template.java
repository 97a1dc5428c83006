package org.muster.importing.table;

import java.util.ArrayList;
import java.util.List;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/** A cell of a mapping: text, and references to columns of the table. */
final class Template {

    /** A piece of the cell. */
    sealed interface Part {}

    /** Text that stands for itself. */
    record Literal(String text) implements Part {}

    /** A {@code *} outside of references, which is the text that fits the {@code *} of those in the row. */
    record Star() implements Part {}

    /** A column of the table, and what is done with its cells. */
    record Reference(ColumnName column, List<Reading> readings) implements Part {}

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Reads a cell of a mapping.
     *
     * @param stars whether a {@code *} outside of references has a meaning
     * @throws IllegalArgumentException if a reference is not well formed
     */
    static Template of(String cell, boolean stars) {
        List<Part> parts = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < cell.length()) {
            char c = cell.charAt(at);
            if (c == '[' && cell.startsWith("[[", at)) {
                literal.append('[');
                at += 2;
            } else if (c == '[' || c == '*' && stars) {
                if (!literal.isEmpty()) {
                    parts.add(new Literal(literal.toString()));
                    literal.setLength(0);
                }
                if (c == '*') {
                    parts.add(new Star());
                    at++;
                } else {
                    at = reference(cell, at, parts);
                }
            } else {
                literal.append(c);
                at++;
            }
        }
        if (!literal.isEmpty()) {
            parts.add(new Literal(literal.toString()));
        }
        return new Template(parts);
    }

    /** Reads a reference, and returns where it ends. */
    private static int reference(String cell, int start, List<Part> parts) {
        int at = end(cell, start + 1, start);
        ColumnName column = ColumnName.of(cell.substring(start + 1, at));
        List<Reading> readings = new ArrayList<>();
        while (cell.charAt(at) == '|') {
            int from = at + 1;
            at = cell.startsWith("/", from) ? endOfRegex(cell, from, start) : end(cell, from, start);
            Reading reading = Reading.of(CellText.strip(cell.substring(from, at)));
            if (reading instanceof Reading.Date next
                    && !readings.isEmpty()
                    && readings.get(readings.size() - 1) instanceof Reading.Date before) {
                before.dates().addAll(next.dates());
            } else {
                readings.add(reading);
            }
        }
        parts.add(new Reference(column, List.copyOf(readings)));
        return at + 1;
    }

    /** Where a column or a reading ends: at the next | or ]. */
    private static int end(String cell, int from, int start) {
        for (int i = from; i < cell.length(); i++) {
            if (cell.charAt(i) == '|' || cell.charAt(i) == ']') {
                return i;
            }
        }
        throw new IllegalArgumentException(
                Excerpt.quoted(cell.substring(start)) + " has no closing ]; write [[ for a bracket itself");
    }

    private static int endOfRegex(String cell, int from, int start) {
        for (int i = from + 1; i + 1 < cell.length(); i++) {
            if (cell.charAt(i) == '/' && (cell.charAt(i + 1) == '|' || cell.charAt(i + 1) == ']')) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException(Excerpt.quoted(cell.substring(start))
                + " has no closing / before a | or ]; a regular expression stands between two /");
    }

    List<Part> parts() {
        return parts;
    }

    List<Reference> references() {
        List<Reference> references = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Reference reference) {
                references.add(reference);
            }
        }
        return references;
    }
}
