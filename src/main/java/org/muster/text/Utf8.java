package org.muster.text;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Map;

/** Text as UTF-8: decodes files, marking the lines that are not, and writes texts of any length among other data. */
public final class Utf8 {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** How files begin that are given where CSV belongs, and what they are. */
    private static final Map<String, String> OTHERS = Map.of(
            "feff", "UTF-16",
            "fffe", "UTF-16",
            "504b0304", "an Excel workbook or a zip archive",
            "d0cf11e0", "a workbook of Excel 97 to 2003",
            "1f8b", "compressed by gzip",
            "25504446", "a PDF document");

    private static final int LONGEST_START = 4;

    private Utf8() {}

    /** What a file is that is surely no text in UTF-8; empty for others. */
    static String otherThanUtf8(byte[] bytes) {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_START));
        return OTHERS.entrySet().stream()
                .filter(other -> start.startsWith(other.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /**
     * Returns bytes as lines of text, without a leading byte order mark.
     *
     * @param bytes the bytes of a file
     * @return its lines; those that are not UTF-8 are marked as broken
     */
    public static Lines decode(byte[] bytes) {
        return decode(bytes, 0);
    }

    /** Returns bytes that have lines before them, as lines of text. */
    static Lines decode(byte[] bytes, int before) {
        int start = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        BitSet broken = new BitSet();
        if (text.indexOf('\uFFFD') >= 0) {
            findBroken(bytes, start, broken);
        }
        return new Lines(text, broken, before);
    }

    /**
     * Writes a text: how many bytes it has, then these.
     *
     * @param out where to
     * @param text any text
     * @throws IOException if it cannot be written
     */
    public static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads a text that {@link #write} has written.
     *
     * @param in where from
     * @return the text
     * @throws IOException if it cannot be read, or ends too early
     */
    public static String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (bytes.length != length) {
            throw new EOFException("the text ends too early");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    /** Decodes line by line, since well-formed text may contain the replacement character, too. */
    private static void findBroken(byte[] bytes, int start, BitSet broken) {
        int line = 1;
        int from = start;
        for (int i = start; i <= bytes.length; i++) {
            boolean end = i == bytes.length
                    || bytes[i] == '\n'
                    || bytes[i] == '\r' && (i + 1 == bytes.length || bytes[i + 1] != '\n');
            if (end) {
                if (!isText(bytes, from, i - from)) {
                    broken.set(line);
                }
                line++;
                from = i + 1;
            }
        }
    }

    /** Whether bytes are UTF-8 as the Unicode Standard has it in table 3-7: in the shortest form, and without surrogates. */
    static boolean isText(byte[] bytes, int offset, int length) {
        int end = offset + length;
        for (int i = offset; i < end; ) {
            int first = bytes[i++];
            if (first >= 0) {
                continue;
            }
            int lead = first & 0xFF;
            int more = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0;
            if (more == 0 || end - i < more) {
                return false;
            }
            int second = bytes[i] & 0xFF;
            if (lead == 0xE0 && second < 0xA0
                    || lead == 0xED && second > 0x9F
                    || lead == 0xF0 && second < 0x90
                    || lead == 0xF4 && second > 0x8F) {
                return false;
            }
            for (; more > 0; more--) {
                if ((bytes[i++] & 0xC0) != 0x80) {
                    return false;
                }
            }
        }
        return true;
    }
}
