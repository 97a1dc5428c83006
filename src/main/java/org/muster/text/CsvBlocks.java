package org.muster.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

/**
 * The rows of a CSV file of any size in blocks, which begin and end with rows, so that several threads can read them. The
 * rows and problems are those of {@link CsvTable}, which holds the whole file; only messages about a quote that is not closed
 * may name other lines behind it.
 */
public final class CsvBlocks implements Closeable {

    private static final int BLOCK = 3 << 18;
    private static final int MOST_BYTES = 1 << 26; // of a row that may be one, or else has an unclosed quote

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ABOVE = ('"' + 1) * 0x0101010101010101L; // in each byte
    private static final long HIGH =
            0x8080808080808080L; // the bit that is set in a byte from which ABOVE could not be taken

    private final InputStream in;
    private final CsvTable head;
    private final Predicate<CsvTable.Row> whole;
    private final Queue<byte[]> free = new ConcurrentLinkedQueue<>();
    private byte[] left; // read, and not yet in a block
    private int leftSize;
    private boolean atEnd;
    private int lines;
    private int given; // blocks

    private CsvBlocks(
            String file, InputStream in, List<String> required, List<String> understood, Predicate<CsvTable.Row> whole)
            throws IOException {
        this.in = in;
        this.whole = whole;
        left = new byte[BLOCK];
        fill();
        byte[] first = Arrays.copyOf(left, leftSize);
        head = Utf8.otherThanUtf8(first).isEmpty()
                ? CsvTable.head(file, Utf8.decode(first), required, understood)
                : CsvTable.read(file, first, required, understood, whole);
        if (head.isReadable()) {
            int end = lineStart(first, head.headerEnd());
            lines = head.headerEnd();
            leftSize -= end;
            System.arraycopy(left, end, left, 0, leftSize);
        }
    }

    /**
     * Reads the header of a file.
     *
     * @param file the name to report
     * @param in the content of the file, closed with these blocks
     * @param required the columns that every row needs
     * @param understood all columns that are understood
     * @param whole tells whether a line inside a quoted cell is really a row of its own, hidden by an unclosed quote
     * @return the blocks of the rows below the header
     * @throws IOException if the file cannot be read
     */
    public static CsvBlocks of(
            String file, InputStream in, List<String> required, List<String> understood, Predicate<CsvTable.Row> whole)
            throws IOException {
        return new CsvBlocks(file, in, required, understood, whole);
    }

    /**
     * Returns the problems of the header.
     *
     * @return the problems; an error about a missing column means that there are no rows
     */
    public List<Problem> problems() {
        return List.copyOf(head.problems());
    }

    /**
     * Returns where each column stands among the cells.
     *
     * @return the numbers of the cells, from 0, by heading
     */
    public Map<String, Integer> columns() {
        return Map.copyOf(head.header().columns());
    }

    /** Takes the rows of a block. */
    public interface Receiver {

        /**
         * Takes a regular row.
         *
         * @param row the row, which is another one after this call
         * @param read gives the row with its cells as text
         */
        void row(ByteRow row, Reader read);

        /**
         * Takes a row that is not regular.
         *
         * @param row the row
         */
        void row(CsvTable.Row row);

        /**
         * Takes a problem; that row is not taken.
         *
         * @param problem why the row cannot be read, or a warning
         */
        void problem(Problem problem);
    }

    /** Gives a regular row with its cells as text. */
    @FunctionalInterface
    public interface Reader {

        /**
         * Reads the row.
         *
         * @return the row as text
         */
        CsvTable.Row read();
    }

    /** Some rows of the file. */
    public final class Block {
        private byte[] bytes;
        private final int size;
        private final int before;
        private final int number;

        private Block(byte[] bytes, int size, int before, int number) {
            this.bytes = bytes;
            this.size = size;
            this.before = before;
            this.number = number;
        }

        /**
         * Returns the number of the block.
         *
         * @return from 0, in the order of the file
         */
        public int number() {
            return number;
        }

        /**
         * Reads the rows, which any thread may do, and once only.
         *
         * @param receiver takes them, in the order of the file
         */
        public void read(Receiver receiver) {
            ByteRow row = new ByteRow(head.header().names().size(), head.separator());
            boolean plain =
                    head.header().doubled().isEmpty() && !head.header().names().contains("");
            Reader reader = () -> row.row(head);
            int at = 0;
            int line = before;
            while (plain && at < size && row.read(bytes, at, size)) {
                row.setLine(++line);
                receiver.row(row, reader);
                at = row.next();
            }
            if (at < size) {
                CsvTable rest = head.below(Utf8.decode(Arrays.copyOfRange(bytes, at, size), line), whole);
                rest.rows().forEach(receiver::row);
                rest.problems().forEach(receiver::problem);
            }
            free.add(bytes); // large arrays are dear to make
            bytes = new byte[0];
        }
    }

    /**
     * Reads the next block.
     *
     * @return the block; empty at the end, and where the header is not readable
     * @throws IOException if the file cannot be read, or is one row that does not end
     */
    public synchronized Optional<Block> next() throws IOException {
        if (!head.isReadable()) {
            return Optional.empty();
        }
        int end = 0;
        Signs signs = Signs.NONE;
        while (end == 0) {
            fill();
            if (leftSize == 0) {
                return Optional.empty();
            }
            end = atEnd ? leftSize : endOfLines();
            signs = Signs.in(left, end);
            if (!atEnd && (end == 0 || signs.quotes > 0)) {
                end = endOfRows();
                signs = Signs.in(left, end);
            }
            if (end == 0) {
                if (leftSize > MOST_BYTES) {
                    throw new IOException(head.file() + ": the row behind line " + lines + " does not end within "
                            + MOST_BYTES + " bytes; is this a table?");
                }
                left = Arrays.copyOf(left, 2 * left.length);
            }
        }
        byte[] bytes = left;
        byte[] used = free.poll();
        leftSize -= end;
        left = used != null && leftSize < used.length ? used : new byte[leftSize + BLOCK];
        System.arraycopy(bytes, end, left, 0, leftSize);
        Block block = new Block(bytes, end, lines, given++);
        lines += signs.lineBreaks;
        return Optional.of(block);
    }

    /**
     * Returns whether the file had anything below its header.
     *
     * @return whether there was a block
     */
    public synchronized boolean hadRows() {
        return given > 0;
    }

    private void fill() throws IOException {
        while (!atEnd && leftSize < left.length) {
            int got = in.read(left, leftSize, left.length - leftSize);
            atEnd = got < 0;
            leftSize += Math.max(0, got);
        }
    }

    /** Where the last line ends; 0 if none does. */
    private int endOfLines() {
        int end = leftSize;
        while (end > 0 && left[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Where the last row ends of which that is certain, as there are quotes; 0 if none is. */
    private int endOfRows() {
        ByteRow row = new ByteRow(head.header().names().size(), head.separator());
        int at = 0;
        while (at < leftSize && row.read(left, at, leftSize) && row.next() < leftSize) {
            at = row.next();
        }
        if (at > leftSize / 2) {
            return at; // the next block begins with the row that is not regular, or not whole
        }
        byte[] bytes = Arrays.copyOfRange(left, at, leftSize);
        Lines text = Utf8.decode(bytes);
        int open =
                new CsvRowReader(text, head.separator(), head.header().names().size(), unheard).read(1, false);
        return at + (open > text.count() ? lineStart(bytes, text.count() - 1) : lineStart(bytes, open - 1));
    }

    /** Splits rows for their ends alone. */
    private final CsvRowReader.Receiver unheard = new CsvRowReader.Receiver() {
        @Override
        public void row(int line, int last, List<String> cells) {
            // read again by the thread that takes the block
        }

        @Override
        public void fault(int line, int cell, String message) {
            // likewise
        }

        @Override
        public boolean isRow(int line, List<String> cells) {
            return whole.test(head.rowAt(line, line, cells));
        }
    };

    /** Where the text behind some lines begins. */
    private static int lineStart(byte[] bytes, int lines) {
        int at = 0;
        for (int line = 0; line < lines && at < bytes.length; line++) {
            while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
                at++;
            }
            at += at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n' ? 2 : 1;
        }
        return Math.min(at, bytes.length);
    }

    /** How many lines end among some bytes, and how many quotes there are. */
    private record Signs(int lineBreaks, int quotes) {
        private static final Signs NONE = new Signs(0, 0);

        static Signs in(byte[] bytes, int end) {
            int lineBreaks = 0;
            int quotes = 0;
            for (int at = 0; at < end; at += Long.BYTES) {
                if (at + Long.BYTES <= end && ((long) LONGS.get(bytes, at) - ABOVE & HIGH) == 0) {
                    continue; // as of most: no byte is a quote or below
                }
                int next = Math.min(at + Long.BYTES, end);
                for (int i = at; i < next; i++) {
                    byte b = bytes[i];
                    boolean isBreak = b == '\n' || b == '\r' && !(i + 1 < end && bytes[i + 1] == '\n');
                    lineBreaks += isBreak ? 1 : 0;
                    quotes += b == '"' ? 1 : 0;
                }
            }
            return new Signs(lineBreaks, quotes);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
