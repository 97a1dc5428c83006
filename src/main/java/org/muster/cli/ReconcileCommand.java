package org.muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.muster.dossier.Dossier;
import org.muster.reconcile.AdjustmentMethod;
import org.muster.reconcile.Assumptions;
import org.muster.reconcile.Reconciliation;
import org.muster.reconcile.StartingRanges;
import org.muster.report.DataPackage;
import org.muster.report.Problems;
import org.muster.report.ReconciliationFindings;
import org.muster.text.Problem;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Says what claims and rules imply together, which claims cannot all be true, and how that can be mended. */
final class ReconcileCommand implements Callable<Integer> {

    private final CommandSpec spec = Commands.command(
            this,
            "reconcile",
            "Narrows figures by the rules that bind them, names the smallest sets of claims that cannot all be true, and"
                    + " proposes the cheapest corrections.");
    private final DossierArguments arguments = new DossierArguments(
            spec,
            false,
            "Write reconciled.csv, conflicts.csv, corrections.csv, problems.csv and datapackage.json into this folder.");
    private final OptionSpec losses = OptionSpec.builder("--losses-within-strength")
            .type(boolean.class)
            .arity("0")
            .description("Assume that nobody lost more than he had; reinforcements and repairs break this rule.")
            .build();
    private final OptionSpec start = OptionSpec.builder("--start")
            .paramLabel("RANGES")
            .type(String.class)
            .description("The ranges to start from: ranges (as a rule), agreed (what most voices cover), or grades (the"
                    + " claims of the best grades).")
            .build();
    private final OptionSpec claimant = OptionSpec.builder("--claimant")
            .paramLabel("NAME")
            .type(String.class)
            .description("Start from what one claimant says.")
            .build();
    private final OptionSpec most = OptionSpec.builder("--most")
            .paramLabel("NUMBER")
            .type(Integer.class)
            .description(
                    "How many conflicts and corrections to report at most for each connected component; 1000 if not"
                            + " given.")
            .build();

    private final OptionSpec timeLimit = OptionSpec.builder("--time-limit")
            .paramLabel("SECONDS")
            .type(Integer.class)
            .description(
                    "How long to search for conflicts and corrections at most. What is found in time depends on the"
                            + " machine; without this option, searches end after the same work everywhere.")
            .build();
    private final OptionSpec adjust = OptionSpec.builder("--adjust")
            .paramLabel("POINT")
            .type(String.class)
            .description(
                    "Adjust single values to the rules, from this point of each range: best, low, high or mid; needs"
                            + " --weights.")
            .build();
    private final OptionSpec weights = OptionSpec.builder("--weights")
            .paramLabel("WEIGHTS")
            .type(String.class)
            .description("How costly it is to move a value: equal, width (of its range) or grade (of its sources).")
            .build();

    CommandSpec spec() {
        spec.addOption(losses).addOption(start).addOption(claimant).addOption(most);
        spec.addOption(timeLimit).addOption(adjust).addOption(weights);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = arguments.folder();
        Assumptions assumptions = assumptions();
        Dossier dossier;
        List<String> findings;
        try (Progress progress = arguments.progress()) {
            dossier = arguments.dossier();
            progress.now("reconciling");
            Reconciliation reconciliation = Reconciliation.of(dossier, assumptions);
            List<Problem> problems = new ArrayList<>(dossier.problems());
            problems.addAll(reconciliation.problems());
            findings =
                    ReconciliationFindings.of(dossier, reconciliation, problems).lines();
            if (folder != null) {
                progress.now("writing reports");
                DataPackage.write(
                        folder,
                        dossier.name(),
                        arguments.run(),
                        List.of(
                                reconciliation,
                                reconciliation.conflicts(),
                                reconciliation.corrections(),
                                new Problems(problems)));
            }
        }
        arguments.tell(findings);
        return dossier.errors().isEmpty() ? Commands.DONE : Commands.FOUND;
    }

    private Assumptions assumptions() {
        Assumptions assumptions = Assumptions.NONE.with(arguments.tolerance()).startingFrom(startingFrom());
        Boolean within = losses.getValue();
        Integer number = most.getValue();
        if (Boolean.TRUE.equals(within)) {
            assumptions = assumptions.withLossesWithinStrength();
        }
        if (number != null) {
            assumptions = assumptions.atMost(number);
        }
        Integer seconds = timeLimit.getValue();
        if (seconds != null) {
            if (seconds < 1) {
                throw new IllegalArgumentException("--time-limit " + seconds + ": expected at least 1 second");
            }
            assumptions = assumptions.within(Duration.ofSeconds(seconds));
        }
        String point = adjust.getValue();
        String weighted = weights.getValue();
        if ((point == null) != (weighted == null)) {
            throw new IllegalArgumentException(
                    "--adjust and --weights come together: say which point of a range and how costly it is to move");
        }
        return point == null || weighted == null
                ? assumptions
                : assumptions.with(AdjustmentMethod.parse(point, weighted));
    }

    private StartingRanges startingFrom() {
        String ranges = start.getValue();
        String name = claimant.getValue();
        if (ranges != null && name != null) {
            throw new IllegalArgumentException("--start and --claimant both say where to start; expected one of them");
        }
        if (name != null) {
            return new StartingRanges.Claimant(name);
        }
        return ranges == null ? Assumptions.NONE.start() : StartingRanges.parse(ranges);
    }
}
