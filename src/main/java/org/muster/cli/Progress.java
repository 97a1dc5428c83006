package org.muster.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Says on standard error what is being done, once that takes longer than a second and where a person looks on: a terminal
 * is attached that is more than a dumb one. The line is overwritten, and gone at the end.
 */
final class Progress implements AutoCloseable {

    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final Duration BEAT = Duration.ofMillis(250);
    private static final int WIDTH = 79;

    private final PrintStream terminal;
    private final Thread beats = new Thread(this::run, "muster-progress");
    private final long start = System.nanoTime();
    private volatile String doing = "";
    private boolean shown;

    private Progress(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Begins, if somebody looks on and did not ask for quiet. */
    static Progress start(boolean quiet) {
        return start(System.err, !quiet && isAttended());
    }

    static Progress start(PrintStream terminal, boolean attended) {
        Progress progress = new Progress(terminal);
        if (attended) {
            progress.beats.setDaemon(true);
            progress.beats.start();
        }
        return progress;
    }

    /** Whether standard error is a terminal, which Java itself does not tell. */
    @SuppressWarnings("SystemConsoleNull") // asked before JDK 22 alone
    private static boolean isAttended() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev/pts")
                    || Files.readSymbolicLink(Path.of("/proc/self/fd/2")).startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return Runtime.version().feature() < 22 && System.console() != null; // from 22 on, there always is one
        }
    }

    /** Says what is being done from now on. */
    void now(String what) {
        doing = what;
    }

    private void run() {
        try {
            Thread.sleep(SILENCE.toMillis());
            while (true) {
                show();
                Thread.sleep(BEAT.toMillis());
            }
        } catch (InterruptedException e) {
            clear();
        }
    }

    private void show() {
        String line = "muster: " + doing + " (" + (System.nanoTime() - start) / 1_000_000_000 + " s)";
        shown = true;
        terminal.print("\r" + padded(line));
        terminal.flush();
    }

    private void clear() {
        if (shown) {
            terminal.print("\r" + padded("") + "\r");
            terminal.flush();
        }
    }

    private static String padded(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH) : line + " ".repeat(WIDTH - line.length());
    }

    /** Ends, and waits until the line is gone. */
    @Override
    public void close() {
        if (beats.isAlive()) {
            beats.interrupt();
            try {
                beats.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
