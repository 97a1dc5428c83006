package org.muster.cli;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.muster.text.Excerpt;
import org.muster.text.SafeText;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The {@code muster} command.
 *
 * <p>The command line is described in code rather than by annotations, which picocli would have to find by reflection at
 * every start.
 */
public final class Muster implements Runnable {

    private static final Map<String, Supplier<CommandSpec>> COMMANDS = commands();

    private final CommandSpec spec = Commands.command(this, "muster", "Reconciles contested casualty figures.");

    private Muster() {}

    /** In the order in which the help lists them. */
    private static Map<String, Supplier<CommandSpec>> commands() {
        Map<String, Supplier<CommandSpec>> commands = new LinkedHashMap<>();
        commands.put("report", () -> new ReportCommand().spec());
        commands.put("check", () -> new CheckCommand().spec());
        commands.put("reconcile", () -> new ReconcileCommand().spec());
        commands.put("combine", () -> new CombineCommand().spec());
        commands.put("statistics", () -> new StatisticsCommand().spec());
        commands.put("summarize", () -> new SummarizeCommand().spec());
        commands.put("read", () -> new ReadCommand().spec());
        commands.put("import", () -> new ImportCommand().spec());
        commands.put("mapping", () -> new MappingCommand().spec());
        commands.put("new", () -> new NewCommand().spec());
        commands.put("jshell", () -> new JshellCommand().spec());
        commands.put("completion", () -> new CompletionCommand().spec());
        return commands;
    }

    /**
     * Runs the command and ends the process with its exit code. With exit code 0 the process is left to end by itself,
     * so that a build tool that runs the command within its own process goes on.
     *
     * @param arguments the command line
     */
    public static void main(String... arguments) {
        Terminal out = Terminal.of(FileDescriptor.out);
        PrintWriter err = new PrintWriter(Terminal.of(FileDescriptor.err), true);
        PrintWriter printer = new PrintWriter(out, true);
        int code = run(printer, err, arguments);
        printer.flush();
        if (out.failure().isPresent()) {
            err.println("muster: not all could be printed (" + out.failure().get()
                    + "); files that were written are whole and stand");
            code = Commands.UNUSABLE;
        }
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
     *     sums; 2: input or arguments cannot be used, or memory or disk is used up: no file has changed
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        for (String argument : arguments) {
            if (argument.indexOf('\uFFFD') >= 0 || SafeText.hasLoneSurrogate(argument)) {
                err.println(
                        "muster: \"" + SafeText.forTerminal(argument)
                                + "\" has characters that Java could not read in this locale; set LC_ALL=C.UTF-8 and try again");
                return Commands.UNUSABLE;
            }
        }
        if (arguments.length > 0 && arguments[0].equals("help")) {
            return run(out, err, helpOn(arguments.length > 1 ? arguments[1] : ""));
        }
        // Of the commands only the one that is asked for is described in full: that takes time at every start.
        String asked = arguments.length > 0 && COMMANDS.containsKey(arguments[0]) ? arguments[0] : "";
        try {
            return commandLine(asked)
                    .setOut(out)
                    .setErr(err)
                    .setParameterExceptionHandler((exception, all) -> misused(exception))
                    .setExecutionExceptionHandler((exception, command, parsed) -> {
                        command.getErr().println("muster: " + SafeText.forTerminal(told(exception)));
                        return Commands.UNUSABLE;
                    })
                    .execute(arguments);
        } catch (OutOfMemoryError e) {
            err.println("muster: the memory is used up, of which Java may use "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MB here; give it more, such as JDK_JAVA_OPTIONS=-Xmx4g; no file has changed");
        } catch (StackOverflowError e) {
            err.println("muster: something in the input is nested too deeply to be read; no file has changed");
        }
        return Commands.UNUSABLE;
    }

    /** Returns the arguments that print the help on a command; what is no command is told as such. */
    private static String[] helpOn(String command) {
        if (command.isEmpty()) {
            return new String[] {"--help"};
        }
        return COMMANDS.containsKey(command) ? new String[] {command, "--help"} : new String[] {command};
    }

    /**
     * Says what is wrong with the arguments. The whole help would push that out of sight, so that only the synopsis follows;
     * of muster itself the help, which lists the commands. An option that is not known is told before one that is missing,
     * which it may be.
     */
    private static int misused(ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        List<String> unknown = exception instanceof MissingParameterException
                ? command.getUnmatchedArguments().stream()
                        .filter(argument -> argument.startsWith("-"))
                        .toList()
                : List.of();
        ParameterException told = unknown.isEmpty() ? exception : new UnmatchedArgumentException(command, unknown);
        PrintWriter err = command.getErr();
        err.println(SafeText.forTerminal(inWords(told)));
        if (UnmatchedArgumentException.printSuggestions(told, err)) {
            return Commands.UNUSABLE;
        }
        if (command.getParent() == null) {
            command.usage(err);
        } else {
            CommandLine.Help help = command.getHelp();
            err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
            err.println(command.getCommandSpec().qualifiedName() + " --help says what they mean.");
        }
        return Commands.UNUSABLE;
    }

    /**
     * Returns the command line with all commands or one.
     *
     * @param asked the name of the command; all if empty
     */
    static CommandLine commandLine(String asked) {
        CommandSpec muster = new Muster().spec;
        COMMANDS.forEach((name, command) -> {
            if (asked.isEmpty() || asked.equals(name)) {
                muster.addSubcommand(name, command.get());
            }
        });
        return new CommandLine(muster)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF)); // see Terminal
    }

    private static String inWords(ParameterException exception) {
        if (!(exception instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
            return String.valueOf(exception.getMessage());
        }
        String first = Excerpt.quoted(unmatched.getUnmatched().get(0));
        return exception.getCommandLine().getParent() == null
                ? first + " is not a command"
                : "there is one argument too many: " + first;
    }

    /** File system exceptions name the file alone, and some others nothing. */
    private static String told(Exception exception) {
        if (exception instanceof UncheckedIOException unchecked) {
            IOException cause = unchecked.getCause();
            return cause == null ? unchecked.toString() : told(cause);
        }
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
        throw new ParameterException(
                spec.commandLine(), "Say what to do; there is " + String.join(", ", COMMANDS.keySet()) + ".");
    }
}
