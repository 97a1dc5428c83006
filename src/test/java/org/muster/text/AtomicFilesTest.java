package org.muster.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a folder are replaced together, whatever comes between. */
class AtomicFilesTest {

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void name() {
        folder = parent.resolve("out");
    }

    /** All that stands in the folder, with what it holds; folders hold nothing. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> !path.equals(folder)).toList()) {
                contents.put(
                        folder.relativize(file).toString(), Files.isRegularFile(file) ? Files.readString(file) : "");
            }
        }
        return contents;
    }

    private void write(String text) throws IOException {
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            files.write("a.csv", out -> out.write(text));
            files.write("b.csv", out -> out.write(text));
            files.takePlaces();
        }
    }

    @Test
    void theyTakeTheirPlacesTogether() throws IOException {
        write("old");
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            Path waiting = files.write("b.csv", out -> out.write("new"));
            files.write("a.csv", out -> out.write("new"));
            assertEquals("new", Files.readString(waiting));
            assertEquals("old", Files.readString(folder.resolve("a.csv")));
            assertEquals(List.of(folder.resolve("b.csv"), folder.resolve("a.csv")), files.takePlaces());
        }
        assertEquals(Map.of("a.csv", "new", "b.csv", "new"), contents());
    }

    @Test
    void ifOneFailsAllStayAsTheyWere() throws IOException {
        write("old");
        Path inTheWay = Files.createDirectory(folder.resolve("c.csv"));
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            files.write("a.csv", out -> out.write("new"));
            assertThrows(IOException.class, () -> files.write("c.csv", out -> out.write("new")));
            IOException full = assertThrows(
                    IOException.class,
                    () -> files.write("b.csv", out -> {
                        throw new IOException("No space left on device");
                    }));
            assertEquals(folder.resolve("b.csv") + " cannot be written: No space left on device", full.getMessage());
        }
        Files.delete(inTheWay);
        assertEquals(Map.of("a.csv", "old", "b.csv", "old"), contents());
    }

    @Test
    void aFolderMadeForFilesThatFailIsTakenAway() throws IOException {
        Path within = folder.resolve("and/further");
        try (AtomicFiles files = AtomicFiles.in(within)) {
            files.write("a.csv", out -> out.write("new"));
        }
        assertFalse(Files.exists(folder));
    }

    @Test
    void filesAreRemovedWithTheOthers() throws IOException {
        write("old");
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            files.write("a.csv", out -> out.write("new"));
            files.remove("b.csv");
            files.remove("absent.csv");
            assertTrue(Files.exists(folder.resolve("b.csv")));
            files.takePlaces();
        }
        assertEquals(Map.of("a.csv", "new"), contents());
    }

    @Test
    void onlyPlainNamesHaveAPlace() throws IOException {
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            for (String name : List.of("../a.csv", "/a.csv", "sub/a.csv", "..", ".muster", "")) {
                assertThrows(IllegalArgumentException.class, () -> files.write(name, out -> {}), name);
            }
        }
    }

    /** As after a kill before the set was complete. */
    @Test
    void anIncompleteSetIsTakenAway() throws IOException {
        write("old");
        Path hidden = Files.createDirectories(folder.resolve(".muster/incomplete"));
        Files.writeString(hidden.resolve("a.csv"), "half a");
        Files.writeString(folder.resolve(".muster/lock"), "process 1");
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            assertEquals("old", Files.readString(folder.resolve("a.csv")));
            files.remove("absent.csv");
        }
        assertEquals(Map.of("a.csv", "old", "b.csv", "old"), contents());
    }

    /** As after a kill between two moves: the first file has its place, a removal and the second are still to come. */
    @Test
    void aCompleteSetTakesItsPlaces() throws IOException {
        write("old");
        Files.writeString(folder.resolve("a.csv"), "new");
        Files.writeString(folder.resolve("gone.csv"), "old");
        Path hidden = Files.createDirectories(folder.resolve(".muster/complete"));
        Files.writeString(hidden.resolve("b.csv"), "new");
        Files.writeString(hidden.resolve("files"), "-gone.csv\n+a.csv\n+b.csv\n");
        AtomicFiles.in(folder).close();
        assertEquals(Map.of("a.csv", "new", "b.csv", "new"), contents());
    }

    /** A folder that comes to stand in the place of one file stops the moves before that file, wherever it is among them. */
    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "b.csv", "c.csv", "gone.csv"})
    void theNextRunGoesOnWhereTheMovesStopped(String stop) throws IOException {
        write("old");
        Files.writeString(folder.resolve("gone.csv"), "old");
        Path inTheWay = folder.resolve(stop);
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            for (String name : List.of("a.csv", "b.csv", "c.csv")) {
                files.write(name, out -> out.write("new"));
            }
            files.remove("gone.csv");
            Files.deleteIfExists(inTheWay);
            Files.createDirectories(inTheWay.resolve("full"));
            assertThrows(IOException.class, files::takePlaces);
        }
        Map<String, String> between = contents();
        boolean isBefore = false;
        for (String name : List.of("gone.csv", "a.csv", "b.csv", "c.csv")) {
            isBefore |= name.equals(stop);
            assertEquals(!name.equals("gone.csv") && isBefore, between.containsKey(".muster/complete/" + name), name);
        }
        Files.delete(inTheWay.resolve("full"));
        Files.delete(inTheWay);
        AtomicFiles.in(folder).close();
        assertEquals(Map.of("a.csv", "new", "b.csv", "new", "c.csv", "new"), contents());
    }

    @Test
    @Tag("slow")
    void aSecondRunWaitsAndThenSaysWhoWrites() throws IOException {
        try (AtomicFiles first = AtomicFiles.in(folder)) {
            first.write("a.csv", out -> out.write("new"));
            IOException refused = assertThrows(IOException.class, () -> AtomicFiles.in(folder));
            assertTrue(
                    refused.getMessage()
                            .startsWith(folder + " is being written by process "
                                    + ProcessHandle.current().pid() + " since "),
                    refused::getMessage);
            first.takePlaces();
        }
        assertEquals(Map.of("a.csv", "new"), contents());
    }

    /** 50 rounds of two at once: one set or the other, and nothing besides. */
    @Test
    void setsAreNotMixed() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 50; round++) {
                List<Callable<Void>> writers = new ArrayList<>();
                for (String text : List.of("one " + round, "two " + round)) {
                    writers.add(() -> {
                        write(text);
                        return null;
                    });
                }
                for (Future<Void> written : threads.invokeAll(writers)) {
                    written.get();
                }
                Map<String, String> contents = contents();
                assertEquals(List.of("a.csv", "b.csv"), List.copyOf(contents.keySet()));
                assertEquals(contents.get("a.csv"), contents.get("b.csv"));
            }
        } finally {
            threads.shutdown();
        }
    }
}
