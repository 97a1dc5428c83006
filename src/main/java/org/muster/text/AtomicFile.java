package org.muster.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes text files whole or not at all: into a file beside the target, which then takes its place in one move. */
public final class AtomicFile {

    /** What a file will hold. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes all of it.
         *
         * @param out takes the text; left open
         * @throws IOException if {@code out} cannot take it
         */
        void writeTo(Writer out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file in UTF-8, or leaves what was there untouched.
     *
     * @param file the file; its folder is made where it is missing
     * @param content what it will hold
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) { // a link to a folder is one, too
            Files.createDirectories(folder);
        }
        Path beside = file.resolveSibling("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()));
        try {
            try (BufferedWriter out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
