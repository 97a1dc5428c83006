package org.muster;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * A jshell in the process and on the class path of the tests. It takes code line by line as the tool does, so that an
 * expression ends where the tool would end it, and lets no failure pass.
 */
final class SnippetShell implements AutoCloseable {

    /** What the tool imports before the first line is typed. */
    private static final List<String> IMPORTED = List.of(
            "java.io",
            "java.math",
            "java.net",
            "java.nio.file",
            "java.util",
            "java.util.concurrent",
            "java.util.function",
            "java.util.regex",
            "java.util.stream");

    private final JShell shell;

    SnippetShell() {
        shell = JShell.builder()
                .executionEngine("local")
                .compilerOptions("-classpath", System.getProperty("java.class.path"))
                .build();
        for (String name : IMPORTED) {
            evaluate("import " + name + ".*;");
        }
    }

    /**
     * Runs code.
     *
     * @return what it printed
     * @throws AssertionError if a part of it is not understood, ends too early or throws; the message says which
     */
    String run(List<String> lines) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            runAll(lines);
        } finally {
            System.setOut(out);
        }
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private void runAll(List<String> lines) {
        String pending = "";
        for (String line : lines) {
            pending = pending.isBlank() ? line : pending + "\n" + line;
            CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
            while (info.completeness().isComplete()) {
                evaluate(info.source());
                pending = info.remaining();
                info = shell.sourceCodeAnalysis().analyzeCompletion(pending);
            }
        }
        if (!pending.isBlank()
                && shell.sourceCodeAnalysis().analyzeCompletion(pending).completeness() != Completeness.EMPTY) {
            throw new AssertionError("the code ends in the middle of: " + pending);
        }
    }

    private void evaluate(String source) {
        for (SnippetEvent event : shell.eval(source)) {
            if (event.exception() instanceof EvalException thrown) {
                throw new AssertionError(
                        source.strip() + "\nthrows " + thrown.getExceptionClassName() + ": " + thrown.getMessage(),
                        thrown);
            }
            if (event.exception() != null || event.status() != Status.VALID && event.status() != Status.OVERWRITTEN) {
                String why = shell.diagnostics(event.snippet())
                        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                        .collect(Collectors.joining("\n"));
                throw new AssertionError(source.strip() + "\nis " + event.status() + ": " + why);
            }
        }
    }

    @Override
    public void close() {
        shell.close();
    }
}
