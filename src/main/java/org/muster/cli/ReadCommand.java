package org.muster.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.figure.FigureReader;
import org.muster.figure.ReadFigure;
import org.muster.report.Findings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the figures that are read in a text. */
@Command(
        name = "read",
        description = "Prints the figures that are read in a text.",
        mixinStandardHelpOptions = true,
        versionProvider = Muster.Version.class,
        exitCodeOnInvalidInput = Muster.UNUSABLE)
final class ReadCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TEXT", description = "What a source writes, such as \"9,780–12,031 killed\".")
    private String text = "";

    @Spec
    private @Nullable CommandSpec spec;

    ReadCommand() {}

    @Override
    public Integer call() {
        PrintWriter terminal = Objects.requireNonNull(spec).commandLine().getOut();
        List<ReadFigure> figures = FigureReader.english().read(text);
        figures.forEach(figure -> terminal.println(Findings.printable(figure.toString())));
        if (figures.isEmpty()) {
            terminal.println("no figure");
        }
        return Muster.DONE;
    }
}
