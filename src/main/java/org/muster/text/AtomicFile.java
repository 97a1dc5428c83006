package org.muster.text;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

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
        try (AtomicFiles files = new AtomicFiles()) {
            files.write(file, content);
            files.takePlaces();
        }
    }
}
