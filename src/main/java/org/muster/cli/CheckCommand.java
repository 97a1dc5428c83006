package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.report.Findings;
import org.muster.report.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks a dossier: exit code 0 only where nothing was left out, no claims are in conflict, and the books add up. */
@Command(
        name = "check",
        description = "Checks whether the claims of a dossier can all be true and add up; exit code 1 if not.",
        mixinStandardHelpOptions = true,
        versionProvider = Muster.Version.class,
        exitCodeOnInvalidInput = Muster.UNUSABLE)
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private final DossierArguments arguments = new DossierArguments();

    @Option(names = "--out", paramLabel = "DIR", description = "Write checks.csv and problems.csv into this folder.")
    private @Nullable Path out;

    @Spec
    private @Nullable CommandSpec spec;

    CheckCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
        Report report = arguments.report(spec.commandLine().getErr(), out);
        if (out != null) {
            report.writeChecks(out);
        }
        Findings findings = Findings.of(report);
        findings.lines().forEach(terminal::println);
        if (out != null) {
            terminal.println("Reports in " + out);
        }
        boolean clean = report.dossier().errors().isEmpty()
                && findings.conflicts().isEmpty()
                && findings.failed().isEmpty();
        return clean ? Muster.DONE : Muster.FOUND;
    }
}
