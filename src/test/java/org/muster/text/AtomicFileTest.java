package org.muster.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is there whole or not at all. */
class AtomicFileTest {

    @TempDir
    Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void writesUtf8AndMakesFolders() throws IOException {
        Path file = folder.resolve("a/b/file.csv");
        AtomicFile.write(file, out -> out.write("Мукден\n"));
        assertEquals("Мукден\n", Files.readString(file));
    }

    @Test
    void contentThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = folder.resolve("file.csv");
        Files.writeString(file, "old");
        assertThrows(
                IOException.class,
                () -> AtomicFile.write(file, out -> {
                    out.write("x".repeat(100_000));
                    throw new IOException("disk full");
                }));
        assertThrows(
                UncheckedIOException.class,
                () -> AtomicFile.write(file, out -> {
                    throw new UncheckedIOException(new IOException("bad row"));
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aLongFileIsReplacedByAShortOne() throws IOException {
        Path file = folder.resolve("file.csv");
        Files.writeString(file, "old and long");
        AtomicFile.write(file, out -> out.write("new"));
        assertEquals("new", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    void aLinkStaysAndItsFileIsWritten() throws IOException {
        Path target = Files.writeString(folder.resolve("target.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), target);
        AtomicFile.write(link, out -> out.write("new"));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
    }

    @Test
    void aFolderMayBeReachedByALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        AtomicFile.write(link.resolve("file.csv"), out -> out.write("new"));
        assertEquals("new", Files.readString(real.resolve("file.csv")));
        assertTrue(Files.isSymbolicLink(link));
    }

    @Test
    void aFileInTheWayOfTheFolderStays() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "old");
        assertThrows(IOException.class, () -> AtomicFile.write(file.resolve("x.csv"), out -> out.write("new")));
        assertEquals("old", Files.readString(file));
        assertFalse(Files.exists(folder.resolve("x.csv")));
    }

    @Test
    void whatAKilledRunLeftIsTakenAway() throws IOException {
        Path file = folder.resolve("file.csv");
        Files.writeString(folder.resolve(".file.csv.1a2b.muster"), "half a");
        Path other = Files.writeString(folder.resolve(".other.csv.1a2b.muster"), "of another file");
        AtomicFile.write(file, out -> out.write("new"));
        assertEquals(List.of(other, file), files().stream().sorted().toList());
    }

    @Test
    void aFileThatIsBeingWrittenIsNoRemains() throws IOException {
        Path file = folder.resolve("file.csv");
        AtomicFile.write(file, out -> {
            out.write("first");
            AtomicFile.write(file, within -> within.write("second"));
        });
        assertEquals("first", Files.readString(file), "the last to end is the last to be moved");
        assertEquals(List.of(file), files());
    }
}
