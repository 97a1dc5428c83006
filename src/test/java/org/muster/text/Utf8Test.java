package org.muster.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is UTF-8, against the JDK's decoder. */
class Utf8Test {

    private static boolean isDecoded(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static void check(byte... bytes) {
        assertEquals(isDecoded(bytes), Utf8.isText(bytes, 0, bytes.length));
    }

    @Test
    void everyCharacter() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            byte[] bytes = Character.toString(c).getBytes(UTF_8); // a surrogate becomes a question mark
            assertTrue(Utf8.isText(bytes, 0, bytes.length));
        }
    }

    @Test
    void everyTwoBytesAndWhatMayFollow() {
        for (int first = 0x80; first < 0x100; first++) {
            for (int second = 0; second < 0x100; second++) {
                check((byte) first, (byte) second);
                check((byte) first, (byte) second, (byte) 0x80);
                check((byte) first, (byte) second, (byte) 0xBF, (byte) 0x80);
                check((byte) first, (byte) second, (byte) 0xBF, (byte) 0x80, (byte) 0x80);
                check((byte) first, (byte) second, (byte) 0x80, (byte) 'a');
            }
        }
    }

    @Test
    void brokenTexts() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = "“Ärger” 10€ – 𝄞".getBytes(UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            check(bytes);
        }
    }

    @Test
    void onlyTheGivenBytes() {
        byte[] bytes = "éé".getBytes(UTF_8);
        assertTrue(Utf8.isText(bytes, 2, 2));
        assertFalse(Utf8.isText(bytes, 0, 3));
        assertFalse(Utf8.isText(bytes, 1, 3));
        assertTrue(Utf8.isText(bytes, 0, 0));
    }
}
