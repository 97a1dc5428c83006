package org.muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.muster.compare.GroupStatistics;
import org.muster.compare.Ranges;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.figure.Measure;
import org.muster.report.CsvRows;
import org.muster.report.Problems;
import org.muster.text.AtomicFile;
import org.muster.text.Excerpt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes statistics of one measure, such as the killed, for each party, place or event. */
final class StatisticsCommand implements Callable<Integer> {

    private final CommandSpec spec = Commands.command(
            this,
            "statistics",
            "Writes mean, deviation, quartiles and Gini index of a measure, group by group, as ranges.");
    private final DossierArguments arguments =
            DossierArguments.toFile(spec, "Takes the statistics, a row for each group.");
    private final OptionSpec measure = OptionSpec.builder("--measure")
            .paramLabel("MEASURE")
            .type(String.class)
            .required(true)
            .description("What is counted, such as killed or \"tanks destroyed\".")
            .build();
    private final OptionSpec by = OptionSpec.builder("--by")
            .paramLabel("COLUMN")
            .type(String.class)
            .required(true)
            .description("What the quantities of a group have in common: event, party or place.")
            .build();

    CommandSpec spec() {
        spec.addOption(measure).addOption(by);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Measure counted = Measure.parse(Objects.requireNonNull(measure.<String>getValue(), "measure"));
        Dimension dimension = dimension(Objects.requireNonNull(by.<String>getValue(), "by"));
        Dossier dossier;
        GroupStatistics statistics;
        Path file = arguments.file();
        try (Progress progress = arguments.progress()) {
            dossier = arguments.dossier();
            progress.now("computing");
            Ranges ranges = Ranges.of(dossier, arguments.tolerance());
            statistics = GroupStatistics.of(ranges, counted, dimension);
            if (statistics.rows().isEmpty()) {
                throw new IllegalArgumentException("no claim is about " + Excerpt.quoted(counted.toString())
                        + "; there are " + measures(ranges) + "; nothing was written");
            }
            GroupStatistics written = statistics;
            AtomicFile.write(file, out -> {
                CsvRows<GroupStatistics.Group> csv = CsvRows.of(written.columns(), out);
                for (GroupStatistics.Group group : written.rows()) {
                    csv.add(group);
                }
            });
        }
        Commands.print(spec.commandLine().getErr(), new Problems(dossier.problems()).told());
        int groups = statistics.rows().size();
        int missing = statistics.rows().stream()
                .mapToInt(GroupStatistics.Group::missing)
                .sum();
        String left = missing == 0
                ? ""
                : "; " + missing + (missing == 1 ? " quantity" : " quantities")
                        + " without a number left out, as the column missing says";
        Commands.print(
                spec.commandLine().getOut(),
                List.of("Statistics of " + counted + " in " + groups + (groups == 1 ? " group" : " groups") + " in "
                        + file + left));
        return dossier.errors().isEmpty() ? Commands.DONE : Commands.FOUND;
    }

    private static Dimension dimension(String word) {
        Dimension dimension = Dimension.of(word);
        if (dimension == Dimension.ITEM || dimension == Dimension.STATE) {
            throw new IllegalArgumentException(
                    "--by " + word + ": all quantities of a measure have the same; expected event, party or place");
        }
        return dimension;
    }

    private static String measures(Ranges ranges) {
        return ranges.quantities().stream()
                .map(Quantity::measure)
                .map(Measure::toString)
                .distinct()
                .sorted()
                .limit(20)
                .collect(Collectors.joining(", "));
    }
}
