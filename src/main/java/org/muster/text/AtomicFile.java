package org.muster.text;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/**
 * Writes text files atomically: the content goes into a temporary file next to the target, which is then moved into its
 * place.
 */
public final class AtomicFile {

    /** The content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes the whole content.
         *
         * @param out receives the text; is not closed
         * @throws IOException if writing to {@code out} fails
         */
        void writeTo(Writer out) throws IOException;
    }

    private AtomicFile() {}

    /**
     * Writes a file in UTF-8. If that fails, an existing file is left untouched.
     *
     * @param file the file; its folder is created if it does not exist
     * @param content the content of the file
     * @throws IOException if the file cannot be written
     */
    public static void write(Path file, Content content) throws IOException {
        try (AtomicFiles files = new AtomicFiles()) {
            files.write(file, content);
            files.takePlaces();
        }
    }
}
