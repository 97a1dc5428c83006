package org.muster.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file holds, in short: how many bytes, and their SHA-256.
 *
 * @param bytes how many bytes the file has
 * @param hash {@code sha256:} and 64 hexadecimal digits, as data packages write it
 */
public record Sha256(long bytes, String hash) {

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its size and hash
     * @throws IOException if it cannot be read
     */
    public static Sha256 of(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new Sha256(bytes, "sha256:" + HexFormat.of().formatHex(digest.digest()));
        }
    }
}
