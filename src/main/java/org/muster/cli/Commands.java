package org.muster.cli;

import org.muster.report.DataPackage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What all commands have in common: their exit codes, their help and their version. */
final class Commands {

    /** All was done. */
    static final int DONE = 0;

    /** Done, but rows of the input had to be left out, or a check found what it looks for. */
    static final int FOUND = 1;

    /** Input or arguments cannot be used; nothing was written. */
    static final int UNUSABLE = 2;

    private Commands() {}

    /** A command with what all commands have: a description, help, and the version. */
    static CommandSpec command(Object runs, String name, String description) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(runs).name(name);
        spec.usageMessage().description(description);
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
}
