package org.muster.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of a CSV file as bytes: where its cells begin and end. It is read again and again from row to row, so that a row
 * costs no object.
 *
 * <p>Only a regular row is read: as many cells as the header, quotes around whole cells and none inside, ended by LF or CR LF,
 * and in UTF-8. All others are left to {@link CsvTable}.
 */
public final class ByteRow {

    private final int width;
    private final byte separator;
    private final byte lastSign; // of those that may end a cell; what follows it in ASCII is part of one
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes = {};
    private int start;
    private int next;
    private int line;

    /**
     * @param width how many cells the header has
     * @param separator what stands between two cells
     */
    ByteRow(int width, char separator) {
        this.width = width;
        this.separator = (byte) separator;
        this.lastSign = (byte) Math.max(separator, '\r');
        this.starts = new int[width];
        this.ends = new int[width];
    }

    /** Reads a row if it is regular, and returns whether it is. */
    boolean read(byte[] from, int at, int limit) {
        bytes = from;
        start = at;
        byte comma = separator;
        byte last = lastSign;
        int signs = 0;
        int cell = 0;
        int filled = 0;
        int i = at;
        while (true) {
            if (cell == width) {
                return false;
            }
            int begin = i;
            int end;
            if (i < limit && from[i] == '"') {
                begin = ++i;
                while (i < limit && from[i] != '"') {
                    byte b = from[i++];
                    signs |= b;
                    if (b == '\n' || b == '\r') {
                        return false;
                    }
                }
                end = i++;
                if (end >= limit || i < limit && from[i] != comma && from[i] != '\n' && from[i] != '\r') {
                    return false;
                }
            } else {
                while (i < limit) {
                    byte b = from[i];
                    if (b <= last) {
                        if (b == comma || b == '\n' || b == '\r') {
                            break;
                        }
                        signs |= b;
                    }
                    i++;
                }
                end = i;
            }
            starts[cell] = begin;
            ends[cell++] = end;
            filled |= end - begin;
            if (i >= limit) {
                next = limit;
                break;
            }
            if (from[i] == comma) {
                i++;
            } else if (from[i] == '\n') {
                next = i + 1;
                break;
            } else if (i + 1 < limit && from[i + 1] == '\n') {
                next = i + 2;
                break;
            } else {
                return false;
            }
        }
        return cell == width && filled != 0 && (signs >= 0 || Utf8.isText(from, start, next - start));
    }

    /** Where the row behind this one begins. */
    int next() {
        return next;
    }

    void setLine(int line) {
        this.line = line;
    }

    /**
     * Returns the line of the row.
     *
     * @return the line in the file, from 1
     */
    public int line() {
        return line;
    }

    /**
     * Returns the bytes among which the row stands.
     *
     * @return the bytes, which must not be changed
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Returns where a cell begins.
     *
     * @param cell the number of the cell, from 0
     * @return its first byte
     */
    public int start(int cell) {
        return starts[cell];
    }

    /**
     * Returns where a cell ends.
     *
     * @param cell the number of the cell, from 0
     * @return the byte behind its last one
     */
    public int end(int cell) {
        return ends[cell];
    }

    /**
     * Returns where what is written of a cell begins.
     *
     * @param cell the number of the cell, from 0
     * @return its first byte, or that of the quote before it
     */
    public int writtenStart(int cell) {
        int at = starts[cell];
        return at > start && bytes[at - 1] == '"' ? at - 1 : at;
    }

    /**
     * Returns whether a cell has no byte.
     *
     * @param cell the number of the cell, from 0
     * @return whether it is empty
     */
    public boolean isEmpty(int cell) {
        return starts[cell] == ends[cell];
    }

    /**
     * Returns a cell as text.
     *
     * @param cell the number of the cell, from 0
     * @return the text as it stands there
     */
    public String text(int cell) {
        return new String(bytes, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
    }

    /** The row as {@link CsvTable} reads it. */
    CsvTable.Row row(CsvTable table) {
        List<String> cells = new ArrayList<>(width);
        for (int cell = 0; cell < width; cell++) {
            cells.add(text(cell));
        }
        String text = new String(bytes, start, next - start, StandardCharsets.UTF_8);
        return new CsvTable.Row(
                table.file(), table.header().columns(), line, line, cells, () -> text.replaceAll("[\r\n]+$", ""));
    }
}
