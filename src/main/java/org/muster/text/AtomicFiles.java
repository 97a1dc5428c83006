package org.muster.text;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Text files that belong together. Each is written beside its place, and they take their places once all are there, so
 * that a full disk leaves everything as it was.
 *
 * <pre>{@code
 * try (AtomicFiles files = new AtomicFiles()) {
 *     files.write(folder.resolve("a.csv"), out -> out.write("a\n"));
 *     files.write(folder.resolve("b.csv"), out -> out.write("b\n"));
 *     files.takePlaces();
 * }
 * }</pre>
 */
public final class AtomicFiles implements Closeable {

    private final Map<Path, Path> waiting = new LinkedHashMap<>();

    /** Begins without files. */
    public AtomicFiles() {}

    /**
     * Writes a file in UTF-8 beside its place.
     *
     * @param file the file; its folder is made where it is missing
     * @param content what it will hold
     * @return where the file stands until it takes its place
     * @throws IOException if the file cannot be written
     */
    public Path write(Path file, AtomicFile.Content content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) { // a link to a folder is one, too
            Files.createDirectories(folder);
        }
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder; expected a file, or a name for one");
        }
        Path beside = file.resolveSibling("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()));
        waiting.put(file, beside);
        try (BufferedWriter out = Files.newBufferedWriter(beside, StandardCharsets.UTF_8)) {
            content.writeTo(out);
        }
        return beside;
    }

    /**
     * Moves the files to their places, in the order in which they were written.
     *
     * @return the files
     * @throws IOException if a file cannot be moved
     */
    public List<Path> takePlaces() throws IOException {
        List<Path> files = List.copyOf(waiting.keySet());
        for (Path file : files) {
            Path beside = waiting.get(file);
            if (beside != null) {
                Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                waiting.remove(file);
            }
        }
        return files;
    }

    /** Takes away the files that have not taken their places. */
    @Override
    public void close() throws IOException {
        for (Path beside : waiting.values()) {
            Files.deleteIfExists(beside);
        }
    }
}
