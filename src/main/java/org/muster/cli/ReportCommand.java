package org.muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.muster.report.Findings;
import org.muster.report.Report;
import org.muster.rows.Rows;
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
        Report report;
        List<String> findings;
        try (Progress progress = arguments.progress()) {
            report = arguments.report();
            List<Supplier<? extends Rows<?>>> all = List.of(
                    report::quantities,
                    report::discrepancies,
                    report::voices,
                    report::matrix,
                    report::ratios,
                    report::checks,
                    report::problems);
            for (int i = 0; i < all.size(); i++) {
                progress.now("comparing, report " + (i + 1) + " of " + all.size());
                Objects.requireNonNull(all.get(i).get()); // made when first asked for
            }
            progress.now("putting findings into words");
            findings = Findings.of(report).lines();
            progress.now("writing reports");
            report.write(folder, arguments.run());
        }
        arguments.tell(findings);
        return report.dossier().errors().isEmpty() ? Commands.DONE : Commands.FOUND;
    }
}
