package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.text.CellText;

/**
 * A text without its markup, which keeps for each character its position in the file and what the markup there said.
 */
final class AnnotatedText {

    /** The kinds of information that markup adds to the text. */
    enum Kind {
        /** Works are cited here. */
        CITED,
        /** There is a footnote here. */
        NOTE,
        /** There is a flag here. */
        PARTY,
        /** Bold type begins or ends. */
        BOLD,
        /** An item of a list begins. */
        ITEM
    }

    /**
     * Information from markup at one place in the text.
     *
     * @param at the index in the text before which it belongs
     * @param text the party of a flag, or the text of a note
     * @param citations the works cited
     */
    record Mark(int at, Kind kind, String text, List<Citation> citations) {
        Mark {
            citations = List.copyOf(citations);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private int[] offsets = new int[64];

    void append(char c, int offset) {
        if (text.length() == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        }
        offsets[text.length()] = offset;
        text.append(c);
    }

    /** Appends text that replaces markup at one place of the file. */
    void append(String inserted, int offset) {
        for (int i = 0; i < inserted.length(); i++) {
            append(inserted.charAt(i), offset);
        }
    }

    void mark(Kind kind, String said) {
        marks.add(new Mark(text.length(), kind, said, List.of()));
    }

    void cite(List<Citation> citations) {
        if (!citations.isEmpty()) {
            marks.add(new Mark(text.length(), Kind.CITED, "", citations));
        }
    }

    /** Removes the last mark if it cites works. */
    List<Citation> takeLastCitations() {
        Mark last = marks.isEmpty() ? null : marks.get(marks.size() - 1);
        if (last == null || last.kind() != Kind.CITED) {
            return List.of();
        }
        marks.remove(marks.size() - 1);
        return last.citations();
    }

    /** Returns a text on one line, without surrounding white space, including no-break spaces and byte order marks. */
    static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean white = CellText.isWhite(c);
            line.append(white ? ' ' : c);
        }
        return line.toString().strip();
    }

    boolean startsLine() {
        for (int i = text.length() - 1; i >= 0 && text.charAt(i) != '\n'; i--) {
            if (text.charAt(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    int length() {
        return text.length();
    }

    /** Returns the position of a character in the file; after the last character, the position of the last. */
    int offset(int index) {
        return text.isEmpty() ? 0 : offsets[Math.min(index, text.length() - 1)];
    }

    List<Mark> marks() {
        return marks;
    }

    String text(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
