package org.muster.text;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files that are read whole: what is no file is refused at once, and so is one that memory cannot hold. */
public final class InputFile {

    private static final int TYPE = 0170000; // the bits of a Unix file mode that say what a file is
    private static final long MOST_BYTES = Integer.MAX_VALUE - 8L; // as many as an array takes
    private static final int BYTES_OF_TEXT = 4; // a byte, and as a character of a string and of an array

    private InputFile() {}

    /**
     * Says what stands at a path where a file is expected.
     *
     * @param path a path at which something stands
     * @return blank for a file, or for a link to one; else such as {@code a folder}, {@code a pipe}
     */
    public static String otherThanFile(Path path) {
        if (Files.isRegularFile(path)) {
            return "";
        }
        if (Files.isDirectory(path)) {
            return "a folder";
        }
        try {
            int mode = (Integer) Files.getAttribute(path, "unix:mode");
            return switch (mode & TYPE) {
                case 0010000 -> "a pipe";
                case 0020000, 0060000 -> "a device";
                case 0140000 -> "a socket";
                default -> "no file";
            };
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return "no file";
        }
    }

    /**
     * Refuses a path that cannot be written as a file.
     *
     * @param path a path at which nothing may stand, or a file
     * @throws IOException if something else stands there; the message says what
     */
    static void requireNoneOrFile(Path path) throws IOException {
        String other = Files.exists(path) ? otherThanFile(path) : "";
        if (!other.isEmpty()) {
            throw new IOException(path + " is " + other + "; expected a file, or a name for one");
        }
    }

    /**
     * Refuses files of which one is given twice.
     *
     * @param files files that exist
     * @throws IllegalArgumentException if two are the same, also by way of a link
     * @throws IOException if one is absent
     */
    public static void requireEachOnce(List<Path> files) throws IOException {
        Map<Path, Path> given = new HashMap<>();
        for (Path file : files) {
            Path earlier = given.putIfAbsent(file.toRealPath(), file);
            if (earlier != null) {
                throw new IllegalArgumentException((earlier.equals(file)
                                ? file + " is given twice"
                                : earlier + " and " + file + " are the same file")
                        + "; expected each file once");
            }
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return all that it holds
     * @throws IOException if it is absent, no file, not readable, or larger than memory; the message says which
     */
    public static byte[] bytes(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException(file + " is absent");
        }
        String other = otherThanFile(file);
        if (!other.isEmpty()) {
            throw new IOException(file + " is " + other + "; expected a file");
        }
        long size = Files.size(file);
        long memory = Runtime.getRuntime().maxMemory();
        if (size > MOST_BYTES || size > memory / BYTES_OF_TEXT) {
            throw new IOException(file + " has " + megabytes(size) + " MB; "
                    + (size > MOST_BYTES
                            ? "a file may have at most " + megabytes(MOST_BYTES)
                            : "reading it takes at least " + megabytes(BYTES_OF_TEXT * size)
                                    + " MB of memory, and Java may use " + megabytes(memory)));
        }
        try {
            return Files.readAllBytes(file);
        } catch (AccessDeniedException e) {
            throw new IOException(file + " cannot be read: permission denied", e);
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }
}
