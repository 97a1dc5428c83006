package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.Dossier;
import org.muster.importing.infobox.Infobox;
import org.muster.importing.table.Mapping;
import org.muster.importing.table.Table;
import org.muster.importing.table.TableImport;
import org.muster.report.Problems;
import org.muster.text.Problem;
import org.muster.text.SafeText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Makes a dossier of a file in another format. */
final class ImportCommand implements Callable<Integer> {

    private static final String INFOBOX = "infobox";
    private static final String TABLE = "table";
    private static final Map<String, String> MAPPED = Mapping.formats();

    private final CommandSpec spec =
            Commands.command(this, "import", "Makes a dossier of a file in another format, and says what did not fit.");
    private final PositionalParamSpec format = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("FORMAT")
            .type(String.class)
            .description(formats())
            .build();
    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .index("1")
            .arity("1")
            .required(true)
            .paramLabel("FILE")
            .type(Path.class)
            .description("The file: an article in UTF-8, or a table as CSV or .xlsx.")
            .build();
    private final OptionSpec mapping = OptionSpec.builder("--mapping")
            .paramLabel("MAPPING")
            .type(Path.class)
            .description(
                    "For table: a claims.csv whose cells name columns of the table in brackets, or a folder with one;"
                            + " muster mapping writes a first one.")
            .build();
    private final TableArguments table = new TableArguments();
    private final OptionSpec out = OptionSpec.builder("--out")
            .paramLabel("DOSSIER")
            .type(Path.class)
            .required(true)
            .description(
                    "The folder for the dossier: absent, empty, or with the dossier of an import that nobody has edited.")
            .build();
    private final OptionSpec replace = OptionSpec.builder("--replace")
            .type(boolean.class)
            .arity("0")
            .description("Replace the dossier in the folder even if it was edited.")
            .build();
    private final OptionSpec languages = Commands.languages(
            "Languages of the figures in a table, the first wins, such as fr,en; English if not given.");
    private final OptionSpec quiet = Commands.quiet();

    private static String[] formats() {
        List<String> lines = new ArrayList<>();
        lines.add("infobox: the infobox of an encyclopedia article, as wikitext or as text copied from a page.");
        lines.add("table: any table, with a mapping.");
        MAPPED.forEach((name, meaning) -> lines.add(name + ": " + meaning + "."));
        return lines.toArray(String[]::new);
    }

    CommandSpec spec() {
        spec.addPositional(format).addPositional(file).addOption(mapping);
        table.addTo(spec);
        spec.addOption(languages).addOption(out).addOption(replace).addOption(quiet);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        String name = Objects.requireNonNull(format.<String>getValue(), "format");
        Path from = Objects.requireNonNull(file.<Path>getValue(), "file");
        @Nullable Path given = mapping.getValue();
        if (!name.equals(INFOBOX) && !name.equals(TABLE) && !MAPPED.containsKey(name)) {
            throw misused("format \"" + name + "\" is not known; expected " + INFOBOX + ", " + TABLE + ", "
                    + String.join(", ", MAPPED.keySet()) + ".");
        }
        if (name.equals(TABLE) != (given != null)) {
            throw misused(
                    given == null
                            ? "a table needs --mapping; muster mapping " + from + " writes a first one."
                            : "--mapping is for table, and not for " + name + ".");
        }
        if (name.equals(INFOBOX)
                && (table.isGiven() || !Commands.spoken(languages).isEmpty())) {
            throw misused("an infobox has no delimiter, encoding, decimal, header, sheet or languages.");
        }
        if (!Files.exists(from)) {
            throw new IllegalArgumentException(
                    from + " is absent; expected a file with " + (name.equals(INFOBOX) ? "an infobox" : "a table"));
        }
        List<Path> inputs = new ArrayList<>(List.of(from));
        if (given != null) {
            inputs.addAll(Mapping.files(given));
        }
        ImportFolder folder = ImportFolder.of(
                Objects.requireNonNull(out.<Path>getValue(), "out"), inputs, Boolean.TRUE.equals(replace.getValue()));
        try (Progress progress = Progress.start(Boolean.TRUE.equals(quiet.getValue()))) {
            return name.equals(INFOBOX) ? infobox(from, folder, progress) : table(name, from, folder, progress);
        }
    }

    private ParameterException misused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private int infobox(Path from, ImportFolder folder, Progress progress) throws IOException {
        progress.now("reading " + from);
        Infobox infobox = Infobox.read(from);
        List<Problem> problems = infobox.problems();
        Dossier dossier = infobox.dossier();
        if (dossier.claims().isEmpty()) {
            throw withoutClaims(from, new Problems(problems).told());
        }
        progress.now("writing the dossier");
        folder.write(files -> {
            dossier.write(files);
            return problems;
        });
        progress.close();
        return done(
                List.of(infobox.toString()),
                new Problems(problems).told(),
                problems.stream().anyMatch(Problem::isError));
    }

    private int table(String name, Path from, ImportFolder folder, Progress progress) throws IOException {
        progress.now("reading " + from);
        Table read = Table.of(from, table.options());
        @Nullable Path given = mapping.getValue();
        TableImport imported = TableImport.of(
                read, given == null ? Mapping.ofFormat(name, read) : Mapping.read(given), Commands.spoken(languages));
        folder.write(files -> {
            imported.write(files);
            if (imported.claims() == 0) {
                List<String> told = new ArrayList<>(imported.summary());
                told.addAll(imported.problems().told());
                throw withoutClaims(from, told);
            }
            return imported.problems().problems();
        });
        progress.close();
        return done(
                imported.summary(),
                imported.problems().told(),
                imported.problems().hasErrors());
    }

    private IllegalArgumentException withoutClaims(Path from, List<String> told) {
        PrintWriter err = spec.commandLine().getErr();
        told.forEach(line -> err.println(SafeText.forTerminal(line)));
        return new IllegalArgumentException("no claim could be read from " + from + "; nothing was written");
    }

    private int done(List<String> summary, List<String> problems, boolean isLacking) {
        List<String> lines = new ArrayList<>(summary);
        problems.forEach(problem -> lines.add("  " + problem));
        lines.add("Dossier in " + out.<Path>getValue());
        Commands.print(spec.commandLine().getOut(), lines);
        return isLacking ? Commands.FOUND : Commands.DONE;
    }
}
