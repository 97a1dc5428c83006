package org.muster.text;

/**
 * Finds where a row of CSV text ends, and any fault in its quotes, before its cells are read. A parser alone can report
 * only that a quote was never closed, and only after it has swallowed all the rows that follow.
 *
 * <p>A row that spans several lines must have as many cells as the header and at most {@link #MOST_LINES} lines. Each
 * line is therefore scanned a bounded number of times, whatever the file contains.
 */
final class CsvRowScanner {

    static final int MOST_LINES = 1000;
    static final int MOST_CELLS = 16_384; // the limit of FastCSV
    static final int LONGEST_CELL = 1 << 24; // likewise

    private final Lines lines;
    private final char separator;
    private int first;
    private int last;
    private int cells;
    private int cellStart;
    private String fault = "";

    /** @param separator what stands between cells, such as a comma */
    CsvRowScanner(Lines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    /** Returns the line in which the scanned row ends, if it has no fault. */
    int last() {
        return last;
    }

    /** Returns how many cells the scanned row has; if there is a fault, the number of the cell with the fault. */
    int cells() {
        return cells;
    }

    /** Returns the fault of the scanned row; blank if there is none. */
    String fault() {
        return fault;
    }

    /**
     * Scans a row.
     *
     * @param line the line on which it begins
     * @param expected how many cells a row that spans several lines must have; 0 if unknown
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
            if (!fault.isEmpty() || at == text.length || text[at] != separator) {
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
            fault = "the row continues to line " + lines.number(last) + " and then has "
                    + (cells > expected ? "more than " + expected : Integer.toString(cells))
                    + " cells where the header has " + expected
                    + "; is a quote not closed?";
        }
    }

    private int plain(char[] text, int from) {
        int at = from;
        while (at < text.length && text[at] != separator && !isBreak(text[at])) {
            at++;
        }
        return at;
    }

    /** Returns the position after the closing quote, or of the fault. */
    private int quoted(char[] text, int from) {
        int at = from;
        while (at < text.length) {
            char c = text[at++];
            if (c == '"') {
                if (at == text.length || text[at] == separator || isBreak(text[at])) {
                    return at;
                }
                if (text[at] != '"') {
                    fault = last == first
                            ? "there is text after the closing quote of " + cell(text) + "; expected "
                                    + CsvTable.named(separator) + " there, or the quotes inside the cell doubled"
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
        return "the quote is never closed: " + cell(text)
                + "; expected a closing quote before "
                + (separator == ',' ? "the comma" : CsvTable.named(separator))
                + ", and quotes inside the cell doubled";
    }

    /** Returns the first line of the cell, for a message. */
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
