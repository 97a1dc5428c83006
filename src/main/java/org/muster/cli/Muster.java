package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.muster.text.SafeText;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * The {@code muster} command.
 *
 * <p>The command line is described in code rather than by annotations, which picocli would have to find by reflection at
 * every start.
 */
public final class Muster implements Runnable {

    private static final List<String> COMMANDS = List.of("report", "check", "reconcile", "read", "import");

    private final CommandSpec spec = Commands.command(this, "muster", "Reconciles contested casualty figures.");

    private Muster() {}

    /**
     * Runs the command and ends the process with its exit code. With exit code 0 the process is left to end by itself,
     * so that a build tool that runs the command within its own process goes on.
     *
     * @param arguments the command line
     */
    public static void main(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = run(out, err, arguments);
        if (code != Commands.DONE) {
            System.exit(code);
        }
    }

    /**
     * Runs the command.
     *
     * @param out takes what it prints
     * @param err takes what went wrong
     * @param arguments the command line
     * @return 0: done; 1: done, but rows of the input had to be left out, and for {@code check} also conflicts or failed
     *     sums; 2: input or arguments cannot be used, nothing was written
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandSpec muster = new Muster().spec;
        // Of the commands only the one that is asked for is described in full: that takes time at every start.
        String asked = arguments.length > 0 && COMMANDS.contains(arguments[0]) ? arguments[0] : "";
        if (asked.isEmpty() || asked.equals("report")) {
            muster.addSubcommand("report", new ReportCommand().spec());
        }
        if (asked.isEmpty() || asked.equals("check")) {
            muster.addSubcommand("check", new CheckCommand().spec());
        }
        if (asked.isEmpty() || asked.equals("reconcile")) {
            muster.addSubcommand("reconcile", new ReconcileCommand().spec());
        }
        if (asked.isEmpty() || asked.equals("read")) {
            muster.addSubcommand("read", new ReadCommand().spec());
        }
        if (asked.isEmpty() || asked.equals("import")) {
            muster.addSubcommand("import", new ImportCommand().spec());
        }
        return new CommandLine(muster)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    command.getErr().println("muster: " + SafeText.forTerminal(told(exception)));
                    return Commands.UNUSABLE;
                })
                .execute(arguments);
    }

    /** File system exceptions name the file alone, and some others nothing. */
    private static String told(Exception exception) {
        String message = exception.getMessage();
        if (exception instanceof AccessDeniedException) {
            return message + " may not be read or written";
        } else if (exception instanceof FileAlreadyExistsException) {
            return message + " is a file; expected a folder";
        } else if (exception instanceof NoSuchFileException) {
            return message + " is absent";
        }
        boolean speaks = exception instanceof IllegalArgumentException || exception instanceof IOException;
        return speaks && message != null ? message : exception.toString();
    }

    /** What {@code muster} does when it is not told what to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: report, check, reconcile, read or import.");
    }
}
