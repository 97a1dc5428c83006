package org.muster.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.text.AtomicFiles;

/** Input that is no file, folders that are somebody else's, and machines without memory: one sentence, exit code 2. */
class SturdyTest {

    private static final String MANCHURIA = "datasets/manchuria-1945";

    @TempDir
    Path folder;

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> Muster.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments));
        return new Ran(code, out.toString(), err.toString());
    }

    private String out() {
        return folder.resolve("out").toString();
    }

    /** One sentence, exit code 2, and nothing on disk. */
    private void assertRefused(String sentence, String... arguments) {
        Ran ran = run(arguments);
        assertEquals("muster: " + sentence + System.lineSeparator(), ran.err);
        assertEquals(2, ran.code);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        assertTrue(made.waitFor(10, TimeUnit.SECONDS) && made.exitValue() == 0);
        return pipe;
    }

    @Test
    void pipesDevicesSocketsAndFolders() throws IOException, InterruptedException {
        Path pipe = pipe();
        assertRefused(pipe + " is a pipe; expected a file", "report", pipe.toString(), "--out", out());
        assertRefused(pipe + " is a pipe; expected a file", "import", "infobox", pipe.toString(), "--out", out());
        assertRefused(
                pipe + " is a pipe; expected a file with a text a line",
                "read",
                "--lines",
                pipe.toString(),
                "--out",
                out());
        assertRefused("/dev/zero is a device; expected a file", "check", "/dev/zero", "--out", out());
        assertRefused(folder + " is a folder; expected a file", "import", "infobox", folder.toString(), "--out", out());
        Path socket = folder.resolve("s");
        try (ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(socket));
            assertRefused(socket + " is a socket; expected a file", "reconcile", socket.toString(), "--out", out());
        }
    }

    /** A pipe stays a pipe; a device would be replaced by a file, for all programs of the machine. */
    @Test
    void whatIsNoFileIsNotReplaced() throws IOException, InterruptedException {
        Path pipe = pipe();
        Path claims = Files.writeString(folder.resolve("mine.csv"), "party,measure,figure,source\nA,killed,5,s\n");
        Path lines = Files.writeString(folder.resolve("lines.txt"), "5 killed\n");
        for (List<String> arguments : List.of(
                List.of("summarize", claims.toString(), "--by", "party", "--out", pipe.toString()),
                List.of(
                        "statistics",
                        claims.toString(),
                        "--measure",
                        "killed",
                        "--by",
                        "party",
                        "--out",
                        pipe.toString()),
                List.of("read", "--lines", lines.toString(), "--out", pipe.toString()))) {
            Ran ran = run(arguments.toArray(String[]::new));
            assertEquals(2, ran.code, arguments::toString);
            assertTrue(ran.err.contains("pipe is a pipe; expected a file"), ran.err);
            assertFalse(Files.isRegularFile(pipe), arguments::toString);
        }
    }

    @Test
    void anEmptyNameIsNoFolder() throws IOException {
        Path claims = Files.writeString(folder.resolve("mine.csv"), "party,measure,figure,source\nA,killed,5,s\n");
        assertRefused(
                "--out is empty; expected a name, or . for the current folder",
                "report",
                claims.toString(),
                "--out",
                "");
    }

    @Test
    void aPipeInADossierIsAProblem() throws IOException, InterruptedException {
        Path dossier = Files.createDirectory(folder.resolve("dossier"));
        Files.writeString(dossier.resolve("claims.csv"), "party,measure,figure,source\nA,killed,5,s\n");
        Files.move(pipe(), dossier.resolve("rules.csv"));
        Ran ran = run("check", dossier.toString());
        assertEquals(1, ran.code);
        assertTrue(ran.out.contains("rules.csv: this is a pipe; expected a file"), ran.out);
    }

    @Test
    void aFileThatIsReadIsNotReplaced() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        String claims = "party,measure,figure,source\nA,killed,5,s\n";
        Path input = Files.writeString(mine.resolve("quantities.csv"), claims);
        Ran ran = run("report", input.toString(), "--out", mine.toString());
        assertEquals(2, ran.code);
        assertTrue(ran.err.contains("quantities.csv is an input, and would be replaced"), ran.err);
        Path lines = Files.writeString(folder.resolve("lines.csv"), claims);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), lines);
        for (Path same : List.of(lines, link)) {
            assertEquals(2, run("read", "--lines", lines.toString(), "--out", same.toString()).code);
        }
        Path box = Files.writeString(mine.resolve("claims.csv"), "{{Infobox x|combatant1=A|strength1=5}}");
        assertEquals(2, run("import", "infobox", box.toString(), "--replace", "--out", mine.toString()).code);
        assertEquals(claims, Files.readString(input));
        assertEquals(claims, Files.readString(lines));
    }

    @Test
    void argumentsThatTheLocaleLost() {
        Ran ran = run("report", "M\ufffd\ufffdller", "--out", out());
        assertEquals(2, ran.code);
        assertTrue(ran.err.contains("set LC_ALL=C.UTF-8"), ran.err);
        assertEquals(2, run("read", "5 \ud800 killed").code);
    }

    @Test
    @Tag("slow")
    void aSecondRunIsToldWhoWrites() throws IOException {
        Path busy = folder.resolve("busy");
        try (AtomicFiles files = AtomicFiles.in(busy)) {
            files.write("a.csv", to -> to.write("a"));
            Ran ran = run("report", MANCHURIA, "--out", busy.toString());
            assertEquals(2, ran.code);
            assertTrue(ran.err.contains(busy + " is being written by process "), ran.err);
            assertEquals("", ran.out);
        }
    }

    /** Nor does another process get in between: the lock is one that it sees. */
    @Test
    @Tag("slow")
    void anotherProcessIsToldWhoWrites() throws IOException, InterruptedException {
        Path busy = folder.resolve("busy");
        try (AtomicFiles files = AtomicFiles.in(busy)) {
            files.write("a.csv", to -> to.write("a"));
            Ran ran = java(256, "report", MANCHURIA, "--out", busy.toString());
            assertEquals(2, ran.code, ran::toString);
            assertTrue(
                    ran.err.contains(busy + " is being written by process "
                            + ProcessHandle.current().pid() + " since "),
                    ran.err);
            files.takePlaces();
        }
        assertEquals("a", Files.readString(busy.resolve("a.csv")));
    }

    /** A number of a million digits, which nobody needs, takes no longer than its digits. */
    @Test
    void aLongNumberInThePackage() throws IOException {
        Files.writeString(folder.resolve("claims.csv"), "party,measure,figure,source\nA,killed,5,s\n");
        Files.writeString(folder.resolve("datapackage.json"), "{\"name\":\"x\",\"n\":" + "9".repeat(1_000_000) + "}");
        assertEquals(0, run("report", folder.toString(), "--out", out()).code);
        assertTrue(run("check", folder.toString()).out.startsWith("x: "));
    }

    @Test
    void whatTheImportWarnsOf() throws IOException {
        Path file = folder.resolve("fords.wikitext");
        Files.writeString(file, "{{Infobox x\n|combatant1=@Red\u0007\n|strength1=5,000 men\u0000 and 3 guns\n}}\n");
        Ran ran = run("import", "infobox", file.toString(), "--out", out());
        assertEquals(0, ran.code, ran::toString);
        assertTrue(ran.out.contains("\"@Red\" begins like a formula"), ran.out);
        String claims = Files.readString(folder.resolve("out/claims.csv"));
        assertTrue(claims.contains("@Red,") && claims.chars().noneMatch(c -> c < ' ' && c != '\n'), claims);
    }

    /** Files of up to a kilobyte: where the lock itself is too large, nothing is left that a later run would stumble over. */
    @Test
    @Tag("slow")
    void filesMayNotBeLarge() throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) { // the lock is of another size each time
            Ran ran = java(List.of("bash", "-c", "ulimit -f 1; exec \"$@\"", "bash"), 64, "new", out());
            assertEquals(2, ran.code, ran::toString);
            assertTrue(ran.err.contains("File too large"), ran::toString);
            assertFalse(Files.exists(folder.resolve("out")));
        }
        assertEquals(0, run("new", out()).code);
    }

    private Ran java(int megabytes, String... arguments) throws IOException, InterruptedException {
        return java(List.of(), megabytes, arguments);
    }

    private Ran java(List<String> within, int megabytes, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(within);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Muster.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("printed");
        Path err = folder.resolve("said");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertTrue(process.waitFor(3, TimeUnit.MINUTES));
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    @Tag("slow")
    void littleMemory() throws IOException, InterruptedException {
        Ran manchuria = java(64, "report", MANCHURIA, "--out", out());
        assertEquals(0, manchuria.code, manchuria::toString);
        Path many = folder.resolve("many.csv");
        StringBuilder claims = new StringBuilder("party,measure,figure,source\n");
        for (int i = 0; i < 20_000; i++) {
            claims.append("P%d,killed,%d,S%d\n".formatted(i % 5000, i, i % 7));
        }
        Files.writeString(many, claims);
        Path old = folder.resolve("out/quantities.csv");
        String before = Files.readString(old);
        Ran none = java(24, "report", many.toString(), "--out", out());
        assertEquals(2, none.code, none::toString);
        assertTrue(none.err.startsWith("muster: the memory is used up, of which Java may use 2"), none.err);
        assertEquals(1, none.err.lines().count(), none.err);
        assertEquals(before, Files.readString(old));
        assertFalse(Files.exists(folder.resolve("out/.muster")));
        Ran some = java(64, "report", many.toString(), "--out", out());
        assertTrue(some.code == 0 || some.code == 2 && some.err.lines().count() == 1, some::toString);
    }
}
