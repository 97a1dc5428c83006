package org.muster.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The records of a CSV file of any size, with any separator, one after another; only some thousand lines are in memory at
 * a time. A record that cannot be read has a fault, and reading continues on the next line. Records are counted from 1,
 * empty lines too, as a spreadsheet counts its rows.
 */
public final class CsvStream implements Closeable {

    private static final int MOST_CHARACTERS = 1 << 26; // of a record that may be one, or else has an unclosed quote
    private static final int READ = 1 << 16;
    private static final int WINDOW = 1 << 21;

    /**
     * A record.
     *
     * @param number the number of the record, from 1
     * @param cells its cells as written; none if it cannot be read
     * @param fault why it cannot be read; blank if it can
     * @param text gives the record as it is in the file
     */
    public record CsvRow(long number, List<String> cells, String fault, Supplier<String> text) {}

    private final Reader reader;
    private final char separator;
    private final Deque<CsvRow> ready = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private boolean atEnd;
    private long count;
    private int width;

    /**
     * Begins before the first record.
     *
     * @param reader the text, without a byte order mark; closed with this stream
     * @param separator what stands between two cells
     */
    public CsvStream(Reader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
    }

    /**
     * Says how many cells the following records should have. A record of several lines must have as many: another has a
     * quote that is not closed. Before the width is known, each record is read for itself.
     *
     * @param cells the number of cells of the header
     */
    public void expect(int cells) {
        width = cells;
    }

    /**
     * Reads the next record.
     *
     * @return the record; empty at the end
     * @throws IOException if the file cannot be read, or is one record that does not end
     */
    public Optional<CsvRow> next() throws IOException {
        while (ready.isEmpty()) {
            if (!atEnd && text.length() < WINDOW) {
                fill(WINDOW);
            }
            if (text.isEmpty()) {
                return Optional.empty();
            }
            readWindow();
        }
        return Optional.of(ready.remove());
    }

    private void readWindow() throws IOException {
        int end = atEnd ? text.length() : endOfLines();
        Lines lines = new Lines(text.substring(0, end), new BitSet());
        int left =
                width == 0 ? header(lines) : new CsvRowReader(lines, separator, width, new Queue(lines)).read(1, atEnd);
        if (left > 1) {
            text.delete(0, left <= lines.count() ? lines.start(left) : end);
        } else if (text.length() > MOST_CHARACTERS) {
            throw new IOException("record " + (count + 1) + " does not end within " + MOST_CHARACTERS
                    + " characters; is this a table?");
        } else {
            fill(2 * text.length());
        }
    }

    /** Reads a single record, and returns the line behind it; 1 if it does not end in these lines. */
    private int header(Lines lines) {
        CsvRowScanner scan = new CsvRowScanner(lines, separator);
        if (lines.count() == 0) {
            return 1;
        }
        scan.scan(1, 0);
        if (!scan.fault().isEmpty() && !atEnd && scan.last() >= lines.count()) {
            return 1;
        }
        Queue queue = new Queue(lines);
        if (!scan.fault().isEmpty()) {
            queue.fault(1, scan.cells(), scan.fault());
            return 2;
        }
        List<String> cells = List.of("");
        try (var rows = CsvRowReader.records(lines, separator, 1, scan.last())) {
            cells = rows.iterator().hasNext() ? rows.iterator().next().getFields() : cells;
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can be read", e);
        }
        queue.row(1, scan.last(), cells);
        return scan.last() + 1;
    }

    /** Reads until there are as many characters, and at least one whole line. */
    private void fill(int length) throws IOException {
        char[] read = new char[READ];
        int enough = length;
        while (text.length() < enough || endOfLines() == 0) {
            int got = reader.read(read);
            if (got < 0) {
                atEnd = true;
                return;
            }
            text.append(read, 0, got);
            if (text.length() >= enough && endOfLines() == 0) {
                if (text.length() > MOST_CHARACTERS) {
                    throw new IOException("a line has more than " + MOST_CHARACTERS + " characters; is this a table?");
                }
                enough = 2 * text.length();
            }
        }
    }

    /** Where the last whole line ends; of a CR at the very end it is not known whether an LF follows. */
    private int endOfLines() {
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && i < text.length() - 1) {
                return i + 1;
            }
        }
        return 0;
    }

    private final class Queue implements CsvRowReader.Receiver {
        private final Lines lines;

        Queue(Lines lines) {
            this.lines = lines;
        }

        @Override
        public void row(int line, int last, List<String> cells) {
            ready.add(new CsvRow(++count, cells, "", () -> lines.between(line, last)));
        }

        @Override
        public void fault(int line, int cell, String message) {
            ready.add(new CsvRow(++count, List.of(), message, () -> lines.between(line, line)));
        }

        @Override
        public boolean isRow(int line, List<String> cells) {
            return width > 4; // as many separators as that are no accident
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
