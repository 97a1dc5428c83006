package org.muster.importing.table;

import org.muster.text.CellText;

/** What a cell must read: a text, with {@code *} for any text, or {@code blank}. */
final class Word {

    private final String text;

    private Word(String text) {
        this.text = text;
    }

    static Word of(String text) {
        String word = CellText.name(text);
        return new Word(word.equals("blank") ? "" : word);
    }

    /** Whether a cell, with its white space as in a name, is this word; only {@code blank} is a blank cell. */
    boolean fits(String cell) {
        if (cell.isEmpty() || text.indexOf('*') < 0) {
            return text.equals(cell);
        }
        String[] pieces = text.split("\\*", -1);
        String last = pieces[pieces.length - 1];
        if (!cell.startsWith(pieces[0]) || cell.length() < pieces[0].length() + last.length() || !cell.endsWith(last)) {
            return false;
        }
        int at = pieces[0].length();
        int end = cell.length() - last.length();
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = cell.indexOf(pieces[i], at);
            if (found < 0 || found + pieces[i].length() > end) {
                return false;
            }
            at = found + pieces[i].length();
        }
        return true;
    }

    @Override
    public String toString() {
        return text.isEmpty() ? "blank" : text;
    }
}
