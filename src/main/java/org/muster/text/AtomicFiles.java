package org.muster.text;

import static java.util.Objects.requireNonNull;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Text files of one folder that belong together: all are replaced, or none. They are written into a hidden folder {@code
 * .muster} within it; once all are there, that set is complete, and the files take their places in the order in which they
 * were written. Meanwhile a lock keeps other runs out.
 *
 * <p>What a killed run left is put right by the next: an incomplete set is taken away, a complete one takes its places. A
 * process that is asked to end takes its own away.
 *
 * <pre>{@code
 * try (AtomicFiles files = AtomicFiles.in(folder)) {
 *     files.write("a.csv", out -> out.write("a\n"));
 *     files.write("b.csv", out -> out.write("b\n"));
 *     files.takePlaces();
 * }
 * }</pre>
 */
public final class AtomicFiles implements Closeable {

    /** The folder within the folder, which is there while files are written. */
    public static final String HIDDEN = ".muster";

    private static final String LIST =
            "files"; // in the set: a line each, "+name" to be put in place, "-name" to be removed
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long NAP = 50; // milliseconds

    private final Path folder;
    private final List<Path> made;
    private final Path incomplete;
    private final Path complete;
    /**
     * The locks that this process holds, each with what stands in it. A process that closes a file which it has locked
     * loses the lock (POSIX), so that no second thread may even open it.
     */
    private static final Map<Path, String> HELD = new ConcurrentHashMap<>();

    private static final int MOST_PADDING = 65_536; // of the lock, in bytes, of which almost none takes room

    private final FileChannel lock;
    private final Thread atEnd = new Thread(this::closeQuietly, "muster-clean-up");
    private final Set<String> written = new LinkedHashSet<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private boolean closed;

    private AtomicFiles(Path folder, List<Path> made, FileChannel lock) {
        this.folder = folder;
        this.made = made;
        this.incomplete = folder.resolve(HIDDEN).resolve("incomplete");
        this.complete = folder.resolve(HIDDEN).resolve("complete");
        this.lock = lock;
    }

    /**
     * Begins without files, and puts right what a killed run left.
     *
     * @param folder the folder, made where it is missing
     * @return a set of files to come
     * @throws IOException if the folder cannot be written, or another run writes it and does not end within seconds
     */
    public static AtomicFiles in(Path folder) throws IOException {
        List<Path> made = new ArrayList<>();
        for (Path missing = folder.toAbsolutePath().normalize();
                missing != null && !Files.exists(missing);
                missing = missing.getParent()) {
            made.add(missing);
        }
        boolean began = false;
        try {
            if (!Files.isDirectory(folder)) { // a link to a folder is one, too
                Files.createDirectories(folder);
            }
            AtomicFiles files = new AtomicFiles(folder, made, locked(folder.resolve(HIDDEN)));
            try {
                Runtime.getRuntime().addShutdownHook(files.atEnd);
                files.begin();
                began = true;
                return files;
            } finally {
                if (!began) {
                    files.close();
                }
            }
        } finally {
            if (!began) {
                deleteIfEmpty(made);
            }
        }
    }

    private static FileChannel locked(Path hidden) throws IOException {
        Path file = hidden.resolve("lock");
        Instant until = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<FileChannel> lock = tryLock(hidden, file);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (Instant.now().isAfter(until)) {
                throw new IOException(hidden.getParent() + " is being written by " + holder(file)
                        + "; nothing was written: try again when that has ended");
            }
            try {
                Thread.sleep(NAP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(
                        "interrupted while " + hidden.getParent() + " was being written by another run", e);
            }
        }
    }

    private static Optional<FileChannel> tryLock(Path hidden, Path file) throws IOException {
        Optional<FileChannel> open = Optional.empty();
        boolean held = false;
        String name = "process " + ProcessHandle.current().pid() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        Path key = file.toAbsolutePath().normalize();
        if (HELD.putIfAbsent(key, name) != null) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(hidden);
            open = Optional.of(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (open.get().tryLock() == null) {
                return Optional.empty();
            }
            // The run that held it before may have deleted the file in between: a lock on that is none. Whether the
            // file is the one that is locked is told by its size, which differs from run to run, since to open and
            // close it once more would end the lock (POSIX).
            long size = name.length() + 1L + ThreadLocalRandom.current().nextInt(MOST_PADDING);
            open.get().truncate(0);
            try {
                open.get().write(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)), 0);
                open.get().write(ByteBuffer.wrap(new byte[] {'\n'}), size - 1);
            } catch (IOException e) { // the disk is full, or files may not be that large
                open.get().truncate(0);
                if (Files.size(file) == 0) { // else another run has a lock there
                    Files.delete(file);
                    deleteIfEmpty(List.of(hidden));
                }
                throw e;
            }
            held = Files.size(file) == size;
            return held ? open : Optional.empty();
        } catch (FileAlreadyExistsException e) {
            if (Files.exists(hidden) && !Files.isDirectory(hidden)) {
                throw e;
            }
            return Optional.empty();
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            return Optional.empty(); // held within this process, or taken away by the run that held it
        } finally {
            if (!held) {
                if (open.isPresent()) {
                    open.get().close();
                }
                HELD.remove(key);
            }
        }
    }

    private static String holder(Path lock) {
        String own = HELD.get(lock.toAbsolutePath().normalize());
        if (own != null) {
            return own.strip();
        }
        try (Stream<String> lines = Files.lines(lock)) {
            return lines.findFirst().orElse("another run");
        } catch (IOException e) {
            return "another run";
        }
    }

    private void begin() throws IOException {
        if (Files.exists(complete)) {
            putInPlace();
        }
        delete(incomplete);
        Files.createDirectory(incomplete);
    }

    /**
     * Returns where a file will have its place.
     *
     * @param name its name
     * @return the path in the folder
     */
    public Path place(String name) {
        Path path = Path.of(requireNonNull(name, "name"));
        if (name.isEmpty() || path.getNameCount() != 1 || path.isAbsolute() || name.startsWith(".")) {
            throw new IllegalArgumentException("\"" + name + "\" is no plain name of a file");
        }
        return folder.resolve(path);
    }

    /**
     * Writes a file in UTF-8 that does not take its place yet.
     *
     * @param name the name of the file in the folder
     * @param content what it will hold
     * @return where the file stands until it takes its place
     * @throws IOException if the file cannot be written
     */
    public Path write(String name, AtomicFile.Content content) throws IOException {
        Path place = place(name);
        InputFile.requireNoneOrFile(place);
        Path file = incomplete.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new IOException(place + " cannot be written: " + e.getMessage(), e);
        }
        removed.remove(name);
        written.add(name);
        return file;
    }

    /**
     * Takes a file of the folder away, before the others take their places.
     *
     * @param name the name of the file, which need not be there
     */
    public void remove(String name) {
        place(name);
        if (!written.contains(name)) {
            removed.add(name);
        }
    }

    /**
     * Moves the files to their places, in the order in which they were written.
     *
     * @return the files
     * @throws IOException if the set cannot be completed, and then nothing has changed; or if a file cannot be moved: the
     *     next run goes on with that
     */
    public synchronized List<Path> takePlaces() throws IOException {
        if (closed) {
            throw new IOException("the process is ending; nothing was written into " + folder);
        }
        try (BufferedWriter list = Files.newBufferedWriter(incomplete.resolve(LIST), StandardCharsets.UTF_8)) {
            for (String name : removed) {
                list.write("-" + name + "\n");
            }
            for (String name : written) {
                list.write("+" + name + "\n");
            }
        }
        Files.move(incomplete, complete, StandardCopyOption.ATOMIC_MOVE);
        putInPlace();
        return written.stream().map(this::place).toList();
    }

    private void putInPlace() throws IOException {
        Path list = complete.resolve(LIST);
        List<String> lines = Files.exists(list) ? Files.readAllLines(list) : List.of(); // without: all are in place
        for (String line : lines) {
            Path place = place(line.substring(1));
            Path file = complete.resolve(line.substring(1));
            if (line.startsWith("-")) {
                Files.deleteIfExists(place);
            } else if (Files.exists(file)) {
                Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        delete(complete);
    }

    private static void delete(Path set) throws IOException {
        if (!Files.isDirectory(set)) {
            return;
        }
        Files.deleteIfExists(set.resolve(LIST));
        List<Path> files;
        try (Stream<Path> listed = Files.list(set)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(set);
    }

    /** Takes away the files that have not taken their places, and the folder if it was made for them. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            delete(incomplete);
            Files.deleteIfExists(folder.resolve(HIDDEN).resolve("lock"));
        } finally {
            lock.close();
            HELD.remove(folder.resolve(HIDDEN).resolve("lock").toAbsolutePath().normalize());
        }
        deleteIfEmpty(List.of(folder.resolve(HIDDEN)));
        deleteIfEmpty(made);
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException e) {
            // the process is ending, and that is why this runs
        }
    }

    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            // the next run into the folder will take away what is left
        }
    }

    private static void deleteIfEmpty(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException e) {
                return; // and so are those around it
            }
        }
    }
}
