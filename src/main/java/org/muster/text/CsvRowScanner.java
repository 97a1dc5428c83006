package org.muster.text;

/**
 * Finds where a row of CSV text ends, and what is wrong with its quotes, before its cells are read: a parser alone can
 * only say that a quote was never closed, after it has taken all the rows behind it.
 *
 * <p>A row that runs on over several lines has to have as many cells as the header, and at most {@link #MOST_LINES}
 * lines. So each line is looked at a bounded number of times, whatever a file holds.
 */
final class CsvRowScanner {

    static final int MOST_LINES = 1000;
    static final int MOST_CELLS = 16_384; // as many as FastCSV takes
    static final int LONGEST_CELL = 1 << 24; // likewise

    private final Lines lines;
    private int first;
    private int last;
    private int cells;
    private int cellStart;
    private String fault = "";

    CsvRowScanner(Lines lines) {
        this.lines = lines;
    }

    /** The line in which the scanned row ends, if it has no fault. */
    int last() {
        return last;
    }

    /** How many cells the scanned row has; with a fault, the number of the cell that has it. */
    int cells() {
        return cells;
    }

    /** What is wrong with the scanned row; blank where nothing is. */
    String fault() {
        return fault;
    }

    /**
     * Scans a row.
     *
     * @param line the line at which it begins
     * @param expected how many cells a row that runs on over several lines has to have; 0 where that is not known
     */
    void scan(int line, int expected) {
        first = line;
        last = line;
        cells = 1;
        fault = "";
        char[] text = lines.chars();
        int at = lines.start(line);
        while (true) {
            cellStart = at;
            at = at < text.length && text[at] == '"' ? quoted(text, at + 1) : plain(text, at);
            if (fault.isEmpty() && at - cellStart > LONGEST_CELL) {
                fault = "the cell has more than " + LONGEST_CELL + " characters; is a quote not closed?";
            }
            if (!fault.isEmpty() || at == text.length || text[at] != ',') {
                break;
            }
            if (cells == MOST_CELLS) {
                fault = "the row has more than " + MOST_CELLS + " cells";
                break;
            }
            if (expected > 0 && last > first && cells == expected) {
                cells++;
                break;
            }
            at++;
            cells++;
        }
        if (fault.isEmpty() && expected > 0 && last > first && cells != expected) {
            fault = "the row runs on to line " + last + " and then has "
                    + (cells > expected ? "more than " + expected : Integer.toString(cells))
                    + " cells where the header has " + expected
                    + "; is a quote not closed?";
        }
    }

    private static int plain(char[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != ',' && !isBreak(text[at])) {
            at++;
        }
        return at;
    }

    /** Returns the place behind the closing quote, or where the fault is. */
    private int quoted(char[] text, int from) {
        int at = from;
        while (at < text.length) {
            char c = text[at++];
            if (c == '"') {
                if (at == text.length || text[at] == ',' || isBreak(text[at])) {
                    return at;
                }
                if (text[at] != '"') {
                    fault = last == first
                            ? "text stands behind the closing quote of " + cell(text) + "; expected a comma there, or"
                                    + " the quotes inside the cell doubled"
                            : unclosed(text);
                    return at;
                }
                at++;
            } else if (c == '\n' || c == '\r' && !(at < text.length && text[at] == '\n')) {
                last++;
                if (last - first >= MOST_LINES) {
                    fault = unclosed(text);
                    return at;
                }
            }
        }
        fault = unclosed(text);
        return at;
    }

    private String unclosed(char[] text) {
        return "the quote is not closed that opens " + cell(text)
                + "; expected a closing quote before the comma, and quotes inside the cell doubled";
    }

    /** What the cell holds on its own first line, for a message. */
    private String cell(char[] text) {
        int end = cellStart;
        while (end < text.length && !isBreak(text[end])) {
            end++;
        }
        return Excerpt.of(new String(text, cellStart, end - cellStart));
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }
}
