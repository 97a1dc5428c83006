package org.muster.importing.table;

import java.util.ArrayList;
import java.util.List;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/** A condition of a mapping's {@code when}: a cell of the table reads one of some words, or none of them. */
record Condition(ColumnName column, boolean equal, List<Word> words) {

    /**
     * Reads the cell {@code when}.
     *
     * @return the conditions, all of which must hold
     * @throws IllegalArgumentException if one is not {@code [column] = word | word} or with {@code !=}
     */
    static List<Condition> all(String cell) {
        List<Condition> conditions = new ArrayList<>();
        for (String part : CellText.strip(cell).split(";", -1)) {
            String text = CellText.strip(part);
            if (!text.isEmpty()) {
                conditions.add(of(text));
            }
        }
        return List.copyOf(conditions);
    }

    private static Condition of(String text) {
        int close = text.indexOf(']');
        String rest = close < 0 ? "" : CellText.strip(text.substring(close + 1));
        boolean equal = rest.startsWith("=");
        if (!text.startsWith("[") || !equal && !rest.startsWith("!=")) {
            throw new IllegalArgumentException(
                    Excerpt.quoted(text) + " is no condition; expected [column] = word, or !=");
        }
        List<Word> words = new ArrayList<>();
        for (String word : rest.substring(equal ? 1 : 2).split("\\|", -1)) {
            if (CellText.strip(word).isEmpty()) {
                throw new IllegalArgumentException(
                        Excerpt.quoted(text) + " lacks a word; write blank for the empty cell");
            }
            words.add(Word.of(word));
        }
        return new Condition(ColumnName.of(text.substring(1, close)), equal, List.copyOf(words));
    }

    /** Whether a cell of the table, as a name, does as this says. */
    boolean holds(String cell) {
        for (Word word : words) {
            if (word.fits(cell)) {
                return equal;
            }
        }
        return !equal;
    }
}
