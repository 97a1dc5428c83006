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

/** Writes all reports of a dossier and prints the findings, worst first. */
@Command(
        name = "report",
        description = "Writes all comparison reports of a dossier as CSV files.",
        mixinStandardHelpOptions = true,
        versionProvider = Muster.Version.class,
        exitCodeOnInvalidInput = Muster.UNUSABLE)
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private final DossierArguments arguments = new DossierArguments();

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder for the reports.")
    private Path out = Path.of("");

    @Spec
    private @Nullable CommandSpec spec;

    ReportCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
        Report report = arguments.report(spec.commandLine().getErr(), out);
        report.write(out);
        Findings.of(report).lines().forEach(terminal::println);
        terminal.println("Reports in " + out);
        return report.dossier().errors().isEmpty() ? Muster.DONE : Muster.FOUND;
    }
}
