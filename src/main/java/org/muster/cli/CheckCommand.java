package org.muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muster.reconcile.Assumptions;
import org.muster.reconcile.Conflicts;
import org.muster.report.DataPackage;
import org.muster.report.Findings;
import org.muster.report.Problems;
import org.muster.report.Report;
import org.muster.text.Problem;
import picocli.CommandLine.Model.CommandSpec;

/** Checks a dossier: exit code 0 only where nothing was left out, no claims are in conflict, and the books add up. */
final class CheckCommand implements Callable<Integer> {

    private final CommandSpec spec =
            Commands.command(this, "check", "Checks whether the claims of a dossier can all be true and add up.");
    private final DossierArguments arguments = new DossierArguments(
            spec, false, "Write checks.csv, conflicts.csv, problems.csv and datapackage.json into this folder.");

    CommandSpec spec() {
        Commands.exitCodes(
                spec,
                "Done, but claims contradict themselves, one another or the rules, or rows of the input were left out.");
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = arguments.folder();
        Report report;
        Findings findings;
        List<String> lines;
        try (Progress progress = arguments.progress()) {
            report = arguments.report();
            progress.now("looking for conflicts");
            Conflicts conflicts = Conflicts.of(report.dossier(), Assumptions.NONE.with(arguments.tolerance()));
            progress.now("checking");
            findings = Findings.of(report, conflicts);
            lines = findings.lines();
            List<Problem> problems = new ArrayList<>(report.dossier().problems());
            problems.addAll(report.checks().problems());
            if (folder != null) {
                progress.now("writing reports");
                DataPackage.write(
                        folder,
                        report.dossier().name(),
                        arguments.run(),
                        List.of(report.checks(), conflicts, new Problems(problems)));
            }
        }
        arguments.tell(lines);
        return report.dossier().errors().isEmpty() && !findings.haveContradictions() ? Commands.DONE : Commands.FOUND;
    }
}
