package org.muster.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a text file whole or not at all: into a file beside the target, which then takes its place in one move. What a
 * killed run left beside the target is taken away.
 */
public final class AtomicFile {

    private static final String SUFFIX = ".muster";

    /** What a file will hold. */
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
     * Writes a file in UTF-8. If that fails, an existing file is left untouched. A link stays, and its file is written.
     *
     * @param file the file; its folder is created if it does not exist
     * @param content the content of the file
     * @throws IOException if the file cannot be written, or is a pipe, a device or a folder
     */
    public static void write(Path file, Content content) throws IOException {
        InputFile.requireNoneOrFile(file);
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(); // behind a link, its file
        Path folder = target.getParent();
        if (folder == null || Files.isDirectory(target)) {
            throw new IOException(file + " is a folder; expected a file, or a name for one");
        }
        if (!Files.isDirectory(folder)) { // a link to a folder is one, too
            Files.createDirectories(folder);
        }
        String prefix = "." + target.getFileName() + ".";
        deleteRemains(folder, prefix);
        Path beside = folder.resolve(prefix + Long.toHexString(System.nanoTime()) + SUFFIX);
        Thread atEnd = new Thread(() -> deleteQuietly(beside), "muster-clean-up");
        Runtime.getRuntime().addShutdownHook(atEnd);
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                BufferedWriter out =
                        new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8.newEncoder(), -1))) {
            channel.lock(); // as long as this is held, the file is no remains
            content.writeTo(out);
            out.flush();
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
            try {
                Runtime.getRuntime().removeShutdownHook(atEnd);
            } catch (IllegalStateException e) {
                // the process is ending
            }
        }
    }

    private static void deleteRemains(Path folder, String prefix) throws IOException {
        DirectoryStream.Filter<Path> isBeside = path -> {
            String name = String.valueOf(path.getFileName());
            return name.startsWith(prefix) && name.endsWith(SUFFIX);
        };
        try (DirectoryStream<Path> remains = Files.newDirectoryStream(folder, isBeside)) {
            for (Path file : remains) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    if (channel.tryLock() != null) { // nobody writes it any more
                        Files.deleteIfExists(file);
                    }
                } catch (OverlappingFileLockException | NoSuchFileException e) {
                    // it is being written within this process, or has taken its place
                }
            }
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the next run will take it away
        }
    }
}
