package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.muster.report.Findings;
import org.muster.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes all reports of a dossier and prints the findings, worst first. */
final class ReportCommand implements Callable<Integer> {

    private final CommandSpec spec =
            Commands.command(this, "report", "Writes all comparison reports of a dossier as CSV files.");
    private final DossierArguments arguments = new DossierArguments(spec);
    private final OptionSpec out = OptionSpec.builder("--out")
            .paramLabel("DIR")
            .type(Path.class)
            .required(true)
            .description("The folder for the reports.")
            .build();

    CommandSpec spec() {
        spec.addOption(out);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Path folder = Objects.requireNonNull(out.<Path>getValue(), "out");
        Report report = arguments.report(spec.commandLine().getErr(), folder);
        report.write(folder);
        for (String line : Findings.of(report).lines()) {
            terminal.println(line);
        }
        terminal.println("Reports in " + folder);
        return report.dossier().errors().isEmpty() ? Commands.DONE : Commands.FOUND;
    }
}
