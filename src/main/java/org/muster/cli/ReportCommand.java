package org.muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.muster.report.Findings;
import org.muster.report.Report;
import picocli.CommandLine.Model.CommandSpec;

/** Writes all reports of a dossier and prints the findings, worst first. */
final class ReportCommand implements Callable<Integer> {

    private final CommandSpec spec = Commands.command(
            this, "report", "Writes all comparison reports of a dossier as CSV files, described by datapackage.json.");
    private final DossierArguments arguments = new DossierArguments(spec, true, "The folder for the reports.");

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Objects.requireNonNull(arguments.folder(), "out");
        Report report = arguments.report();
        report.write(folder, arguments.run());
        arguments.tell(Findings.of(report).lines());
        return report.dossier().errors().isEmpty() ? Commands.DONE : Commands.FOUND;
    }
}
