package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muster.reconcile.Assumptions;
import org.muster.reconcile.Conflicts;
import org.muster.reconcile.Reconciliation;
import org.muster.report.Findings;
import org.muster.report.Report;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Checks a dossier: exit code 0 only where nothing was left out, no claims are in conflict, and the books add up. */
final class CheckCommand implements Callable<Integer> {

    private final CommandSpec spec =
            Muster.command(this, "check", "Checks whether the claims of a dossier can all be true and add up.");
    private final DossierArguments arguments = new DossierArguments(spec);
    private final OptionSpec out = OptionSpec.builder("--out")
            .paramLabel("DIR")
            .type(Path.class)
            .description("Write checks.csv, conflicts.csv and problems.csv into this folder.")
            .build();

    CommandSpec spec() {
        spec.addOption(out);
        Muster.exitCodes(spec, "Done, but claims conflict, sums or bounds fail, or rows of the input were left out.");
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getOut();
        Path folder = out.getValue();
        Report report = arguments.report(spec.commandLine().getErr(), folder);
        Conflicts conflicts = Reconciliation.of(report.dossier(), Assumptions.NONE.with(arguments.tolerance()))
                .conflicts();
        if (folder != null) {
            report.writeChecks(folder);
            Report.write(folder, conflicts);
        }
        Findings findings = Findings.of(report);
        for (String line : findings.lines()) {
            terminal.println(line);
        }
        for (String line : Findings.throughRules(conflicts)) {
            terminal.println(line);
        }
        if (folder != null) {
            terminal.println("Reports in " + folder);
        }
        boolean clean = report.dossier().errors().isEmpty()
                && findings.conflicts().isEmpty()
                && findings.failed().isEmpty()
                && conflicts.all().isEmpty();
        return clean ? Muster.DONE : Muster.FOUND;
    }
}
