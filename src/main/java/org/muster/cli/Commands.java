package org.muster.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.reading.FigureReader;
import org.muster.report.DataPackage;
import org.muster.text.SafeText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What all commands have in common: their exit codes, their help and their version. */
final class Commands {

    /** All was done. */
    static final int DONE = 0;

    /** Done, but rows of the input had to be left out, or a check found what it looks for. */
    static final int FOUND = 1;

    /** Input or arguments cannot be used, or memory or disk is used up; no file has changed. */
    static final int UNUSABLE = 2;

    private Commands() {}

    /** The option that keeps {@link Progress} silent. */
    static OptionSpec quiet() {
        return OptionSpec.builder("--quiet")
                .type(boolean.class)
                .arity("0")
                .description("Say nothing of progress.")
                .build();
    }

    /**
     * The option that names languages, which {@link #spoken} reads.
     *
     * @param description what they are languages of, and which are taken if none is given
     */
    static OptionSpec languages(String description) {
        return OptionSpec.builder("--languages")
                .paramLabel("CODES")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .description(description + " There are " + String.join(",", FigureReader.languages()) + ".")
                .build();
    }

    /** The codes that were given; empty if there are none. */
    static List<String> spoken(OptionSpec languages) {
        List<String> codes = languages.getValue();
        return codes == null ? List.of() : List.copyOf(codes);
    }

    /** Prints lines, with blanks for what a terminal would obey. */
    static void print(PrintWriter terminal, List<String> lines) {
        lines.forEach(line -> terminal.println(SafeText.forTerminal(line)));
    }

    /** A command with what all commands have: a description, help, and the version. */
    static CommandSpec command(Object runs, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(runs).name(name);
        spec.usageMessage().description(description);
        exitCodes(spec, "Done, but rows of the input were left out.");
        spec.exitCodeOnInvalidInput(UNUSABLE).exitCodeOnExecutionException(UNUSABLE);
        spec.versionProvider(() -> new String[] {"muster " + DataPackage.version()});
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
        codes.put(
                String.valueOf(UNUSABLE),
                "Input or arguments cannot be used, or memory or disk is used up; no file has changed.");
        spec.usageMessage().exitCodeListHeading("Exit codes:%n").exitCodeList(codes);
    }
}
