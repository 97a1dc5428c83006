package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.report.Findings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The {@code muster} command.
 *
 * <p>The command line is described in code rather than by annotations, which picocli would have to find by reflection at
 * every start.
 */
public final class Muster implements Runnable {

    /** All was done. */
    static final int DONE = 0;

    /** Done, but rows of the input had to be left out, or a check found what it looks for. */
    static final int FOUND = 1;

    /** Input or arguments cannot be used; nothing was written. */
    static final int UNUSABLE = 2;

    private static final List<String> COMMANDS =
            List.of("report", "check", "reconcile", "read", "import", "jshell", "completion");

    private final CommandSpec spec = command(this, "muster", "Reconciles contested casualty figures.");

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
        if (code != DONE) {
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
        // Of the commands only the one that is asked for is described in full: that takes time at every start.
        String asked = arguments.length > 0 && COMMANDS.contains(arguments[0]) ? arguments[0] : "";
        return commandLine(asked)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    command.getErr().println("muster: " + Findings.printable(told(exception)));
                    return UNUSABLE;
                })
                .execute(arguments);
    }

    /**
     * Returns the command line with all commands or one.
     *
     * @param asked the name of the command; all if empty
     */
    static CommandLine commandLine(String asked) {
        CommandSpec muster = new Muster().spec;
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
        if (asked.isEmpty() || asked.equals("jshell")) {
            muster.addSubcommand("jshell", new JshellCommand().spec());
        }
        if (asked.isEmpty() || asked.equals("completion")) {
            muster.addSubcommand("completion", new CompletionCommand().spec());
        }
        return new CommandLine(muster);
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

    /** A command with what all commands have: a description, help, and the version. */
    static CommandSpec command(Object runs, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(runs).name(name);
        spec.usageMessage().description(description);
        exitCodes(spec, "Done, but rows of the input were left out.");
        spec.exitCodeOnInvalidInput(UNUSABLE).exitCodeOnExecutionException(UNUSABLE);
        spec.versionProvider(() -> {
            String version = Muster.class.getPackage().getImplementationVersion();
            return new String[] {"muster " + (version == null ? "(not packaged)" : version)};
        });
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help and end.")
                .build());
        spec.addOption(OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print the version and end.")
                .build());
        return spec;
    }

    /**
     * Lists the exit codes at the end of a command's help.
     *
     * @param found what exit code 1 says; empty where the command does not end with it
     */
    static void exitCodes(CommandSpec spec, String found) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(String.valueOf(DONE), "Done.");
        if (!found.isEmpty()) {
            codes.put(String.valueOf(FOUND), found);
        }
        codes.put(String.valueOf(UNUSABLE), "Input or arguments cannot be used; nothing was written.");
        spec.usageMessage().exitCodeListHeading("Exit codes:%n").exitCodeList(codes);
    }

    /** What {@code muster} does when it is not told what to do. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: report, check, reconcile, read, import, jshell or completion.");
    }
}
