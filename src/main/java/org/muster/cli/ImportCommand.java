package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.muster.dossier.Dossier;
import org.muster.importing.infobox.Infobox;
import org.muster.report.Problems;
import org.muster.report.Report;
import org.muster.text.Problem;
import org.muster.text.SafeText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Makes a dossier of a file in another format. */
final class ImportCommand implements Callable<Integer> {

    private static final String INFOBOX = "infobox";

    private final CommandSpec spec =
            Commands.command(this, "import", "Makes a dossier of a file in another format, and says what did not fit.");
    private final PositionalParamSpec format = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("FORMAT")
            .type(String.class)
            .description("infobox: the infobox of an encyclopedia article, as wikitext or as text copied from a page.")
            .build();
    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .index("1")
            .arity("1")
            .required(true)
            .paramLabel("FILE")
            .type(Path.class)
            .description("The file, in UTF-8.")
            .build();
    private final OptionSpec out = OptionSpec.builder("--out")
            .paramLabel("DOSSIER")
            .type(Path.class)
            .required(true)
            .description("The folder for the dossier, which is absent or empty.")
            .build();

    CommandSpec spec() {
        spec.addPositional(format).addPositional(file).addOption(out);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        String name = Objects.requireNonNull(format.<String>getValue(), "format");
        Path from = Objects.requireNonNull(file.<Path>getValue(), "file");
        Path folder = Objects.requireNonNull(out.<Path>getValue(), "out");
        if (!name.equals(INFOBOX)) {
            throw new ParameterException(
                    spec.commandLine(), "format \"" + name + "\" is not known; expected " + INFOBOX + ".");
        }
        if (!Files.isRegularFile(from)) {
            throw new IllegalArgumentException(from + " is absent; expected a file with an infobox");
        }
        checkEmpty(folder);
        Infobox infobox = Infobox.read(from);
        Dossier dossier = infobox.dossier();
        PrintWriter err = spec.commandLine().getErr();
        if (dossier.claims().isEmpty()) {
            for (Problem problem : infobox.problems()) {
                err.println(SafeText.forTerminal(problem.toString()));
            }
            throw new IllegalArgumentException("no claim could be read from " + from + "; nothing was written");
        }
        dossier.write(folder);
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println(SafeText.forTerminal(infobox.toString()));
        if (!infobox.problems().isEmpty()) {
            Report.write(folder, new Problems(infobox.problems()));
        }
        boolean whole = true;
        for (Problem problem : infobox.problems()) {
            whole &= !problem.isError();
            terminal.println("  " + problem.severity() + ": " + SafeText.forTerminal(problem.toString()));
        }
        terminal.println("Dossier in " + folder);
        return whole ? Commands.DONE : Commands.FOUND;
    }

    /** What stands in the folder might be work that nobody wants to lose. */
    private static void checkEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out " + folder + " is a file; expected a folder, or a name for one");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new IllegalArgumentException(
                        "--out " + folder + " is not empty; expected a folder that is, or a name for one");
            }
        }
    }
}
