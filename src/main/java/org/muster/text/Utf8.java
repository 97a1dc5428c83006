package org.muster.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Decodes bytes as UTF-8 and marks the lines that are not. */
public final class Utf8 {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Utf8() {}

    static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2
                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
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

    static boolean isText(byte[] bytes, int offset, int length) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, offset, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
