package org.muster.importing.table;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** How the characters of a text file are encoded, as far as its bytes tell. */
final class Encoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Encoding() {}

    /**
     * Finds the encoding: that of a byte order mark; UTF-8 if the bytes are that, or are so in more places than not; else
     * windows-1252.
     */
    static Charset find(Path file) throws IOException {
        long sequences = 0;
        long strays = 0;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(3);
            if (bytes.length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
                return StandardCharsets.UTF_16BE;
            } else if (bytes.length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
                return StandardCharsets.UTF_16LE;
            }
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[1 << 16];
            int left = 0; // bytes that the character still needs
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                for (int i = 0; i < read; i++) {
                    int b = bytes[i];
                    if (b >= 0) {
                        strays += left > 0 ? 1 : 0;
                        left = 0;
                    } else if ((b & 0xC0) == 0x80) { // goes on
                        strays += left == 0 ? 1 : 0;
                        sequences += left == 1 ? 1 : 0;
                        left = Math.max(0, left - 1);
                    } else {
                        strays += left > 0 ? 1 : 0;
                        left = (b & 0xE0) == 0xC0 ? 1 : (b & 0xF0) == 0xE0 ? 2 : (b & 0xF8) == 0xF0 ? 3 : 0;
                        strays += left == 0 ? 1 : 0;
                    }
                }
            }
            strays += left > 0 ? 1 : 0;
        }
        return strays == 0 || sequences > strays ? StandardCharsets.UTF_8 : WINDOWS;
    }

    /** Opens a file behind its byte order mark; what cannot be decoded is read as U+FFFD. */
    static Reader open(Path file, Charset encoding) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            byte[] mark = "\uFEFF".getBytes(encoding);
            boolean canMark = new String(mark, encoding).equals("\uFEFF");
            in.mark(mark.length);
            if (!canMark || !Arrays.equals(in.readNBytes(mark.length), mark)) {
                in.reset();
            }
            return new InputStreamReader(
                    in,
                    encoding.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }
}
