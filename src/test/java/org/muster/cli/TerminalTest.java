package org.muster.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the process prints, and what happens where it cannot. */
class TerminalTest {

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private static Optional<String> failure(OutputStream out) {
        Terminal terminal = new Terminal(out);
        PrintWriter printer = new PrintWriter(terminal, true);
        printer.println("findings");
        printer.println("and more");
        return terminal.failure();
    }

    @Test
    void aFullDiskIsAFailure() {
        assertEquals(Optional.of("No space left on device"), failure(failing("No space left on device")));
        assertEquals(Optional.of("Bad file descriptor"), failure(failing("Bad file descriptor")));
    }

    /** As behind {@code | head}. */
    @Test
    void aClosedPipeIsNone() {
        assertEquals(Optional.empty(), failure(failing("Broken pipe")));
        assertEquals(Optional.empty(), failure(OutputStream.nullOutputStream()));
    }

    @Test
    void nothingReachesATerminalThatItWouldObey() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintWriter printer = new PrintWriter(new Terminal(out), true);
        printer.print("Мукден \u001b[2J\u202e\u2028𝟓\n");
        printer.flush();
        assertEquals("Мукден  [2J  𝟓\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void progressIsToldAfterASecondAndTakenAway() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Progress progress = Progress.start(new PrintStream(out, true, StandardCharsets.UTF_8), true)) {
            progress.now("comparing, report 3 of 7");
            assertEquals(0, out.size(), "not at once");
            Thread.sleep(1500);
        }
        String told = out.toString(StandardCharsets.UTF_8);
        assertTrue(told.startsWith("\rmuster: comparing, report 3 of 7 (1 s)"), told);
        assertTrue(told.endsWith("\r" + " ".repeat(79) + "\r"), told);
    }

    @Test
    void nobodyLooksOn() throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Progress progress = Progress.start(new PrintStream(out, true, StandardCharsets.UTF_8), false)) {
            progress.now("reading");
        }
        assertEquals(0, out.size());
    }
}
