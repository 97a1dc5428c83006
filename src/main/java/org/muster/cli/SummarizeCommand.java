package org.muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.Works;
import org.muster.importing.table.Mapping;
import org.muster.importing.table.Table;
import org.muster.report.CsvRows;
import org.muster.summarize.GroupSummary;
import org.muster.summarize.Grouping;
import org.muster.summarize.Summaries;
import org.muster.text.AtomicFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Says in one pass what the claims of files of any size say together, group by group. */
final class SummarizeCommand implements Callable<Integer> {

    private final CommandSpec spec = Commands.command(
            this, "summarize", "Writes what the claims of files of any size say together, a row for each group.");
    private final PositionalParamSpec files = PositionalParamSpec.builder()
            .index("0..*")
            .arity("1..*")
            .required(true)
            .paramLabel("FILE")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .description(
                    "Files of claims as in a dossier, in CSV, also compressed by gzip; with --mapping, any tables as CSV or"
                            + " .xlsx.")
            .build();
    private final OptionSpec mapping = OptionSpec.builder("--mapping")
            .paramLabel("MAPPING")
            .type(Path.class)
            .description(
                    "What makes claims of the rows of tables, as for import table: a claims.csv whose cells name columns in"
                            + " brackets, or a folder with one.")
            .build();
    private final TableArguments table = new TableArguments();
    private final OptionSpec by = OptionSpec.builder("--by")
            .paramLabel("COLUMNS")
            .type(String.class)
            .required(true)
            .description("What the claims of a group have in common: some of event,party,place,measure,scope.")
            .build();
    private final OptionSpec sources = OptionSpec.builder("--sources")
            .paramLabel("SOURCES")
            .type(Path.class)
            .description(
                    "A sources.csv: the works that may be cited, and what they copy. If not given, the one in the folder"
                            + " of the mapping.")
            .build();
    private final OptionSpec mostVoices = OptionSpec.builder("--max-voices")
            .paramLabel("N")
            .type(Integer.class)
            .defaultValue("1000")
            .description("Above how many voices a group has no range, agreement and verdict; 1000 if not given.")
            .build();
    private final OptionSpec languages =
            Commands.languages("Languages of the figures, the first wins, such as de,en; English if not given.");
    private final OptionSpec out = OptionSpec.builder("--out")
            .paramLabel("FILE")
            .type(Path.class)
            .required(true)
            .description("The file for the rows.")
            .build();
    private final OptionSpec quiet = Commands.quiet();

    CommandSpec spec() {
        spec.addPositional(files);
        List.of(by, out, sources, mostVoices, mapping, languages).forEach(spec::addOption);
        table.addTo(spec);
        spec.addOption(quiet);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        List<Path> read = new ArrayList<>(Objects.requireNonNull(files.<List<Path>>getValue(), "files"));
        Grouping grouping = Grouping.parse(Objects.requireNonNull(by.<String>getValue(), "by"));
        Path file = Objects.requireNonNull(out.<Path>getValue(), "out");
        int most = Objects.requireNonNull(mostVoices.<Integer>getValue(), "max-voices");
        if (most < 1) {
            throw new IllegalArgumentException("--max-voices " + most + " is not above 0");
        }
        @Nullable Path list = sources.getValue();
        @Nullable Path given = mapping.getValue();
        if (given == null && table.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "delimiter, encoding, decimal, header and sheet are those of tables, which need --mapping.");
        }
        List<Path> inputs = new ArrayList<>(read);
        if (list != null) {
            inputs.add(list);
        }
        if (given != null) {
            inputs.addAll(Mapping.files(given));
        }
        for (Path input : inputs) {
            if (!Files.exists(input)) {
                throw new IllegalArgumentException(input + " is absent; expected a file");
            }
            if (Files.exists(file) && Files.isSameFile(input, file)) {
                throw new IllegalArgumentException(file + " is read; expected another file for --out");
            }
        }
        Summaries summaries;
        try (Progress progress = Progress.start(Boolean.TRUE.equals(quiet.getValue()))) {
            progress.now("reading " + read.get(0) + (read.size() > 1 ? " and " + (read.size() - 1) + " more" : ""));
            Optional<Mapping> mapped = given == null ? Optional.empty() : Optional.of(Mapping.read(given));
            Works works = list != null
                    ? Works.read(list)
                    : mapped.isPresent() ? mapped.get().works() : Works.any();
            Summaries.Options options = new Summaries.Options(
                    grouping, works, most, Runtime.getRuntime().availableProcessors(), Commands.spoken(languages));
            summaries = mapped.isPresent()
                    ? Summaries.of(Table.of(read, table.options()), mapped.get(), options)
                    : Summaries.of(read, options);
            if (summaries.claims() == 0) {
                Commands.print(spec.commandLine().getErr(), summaries.tables());
                Commands.print(spec.commandLine().getErr(), summaries.problems().told());
                throw new IllegalArgumentException("no claim could be read from "
                        + (read.size() == 1 ? read.get(0) : "the " + read.size() + " files") + "; nothing was written");
            }
            progress.now("writing " + file);
            AtomicFile.write(file, writer -> {
                CsvRows<GroupSummary> csv = CsvRows.of(summaries.columns(), writer);
                for (GroupSummary row : summaries.rows()) {
                    csv.add(row);
                }
            });
        }
        Commands.print(spec.commandLine().getErr(), summaries.problems().told());
        Commands.print(spec.commandLine().getOut(), summaries.tables());
        Commands.print(spec.commandLine().getOut(), List.of(summaries + " by " + grouping + " in " + file));
        return summaries.problems().hasErrors() ? Commands.FOUND : Commands.DONE;
    }
}
