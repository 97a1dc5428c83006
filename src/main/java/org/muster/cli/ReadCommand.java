package org.muster.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.muster.figure.FigureReader;
import org.muster.figure.ReadFigure;
import org.muster.report.Findings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Prints the figures that are read in a text. */
final class ReadCommand implements Callable<Integer> {

    private final CommandSpec spec = Muster.command(this, "read", "Prints the figures that are read in a text.");
    private final PositionalParamSpec text = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("TEXT")
            .type(String.class)
            .description("What a source writes, such as \"9,780–12,031 killed\".")
            .build();

    CommandSpec spec() {
        spec.addPositional(text);
        return spec;
    }

    @Override
    public Integer call() {
        PrintWriter terminal = spec.commandLine().getOut();
        List<ReadFigure> figures = FigureReader.english().read(Objects.requireNonNull(text.<String>getValue(), "text"));
        for (ReadFigure figure : figures) {
            terminal.println(Findings.printable(figure.toString()));
        }
        if (figures.isEmpty()) {
            terminal.println("no figure");
        }
        return Muster.DONE;
    }
}
