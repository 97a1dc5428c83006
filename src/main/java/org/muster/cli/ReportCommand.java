package org.muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.muster.report.Findings;
import org.muster.report.Format;
import org.muster.report.Report;
import org.muster.rows.Rows;
import org.muster.text.Excerpt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes all reports of a dossier and prints the findings, worst first. */
final class ReportCommand implements Callable<Integer> {

    private final CommandSpec spec = Commands.command(
            this,
            "report",
            "Writes all comparison reports of a dossier: report.html for people, and CSV files, described by"
                    + " datapackage.json.");
    private final DossierArguments arguments = new DossierArguments(spec, true, "The folder for the reports.");

    private final OptionSpec format = OptionSpec.builder("--format")
            .paramLabel("FORMATS")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .splitRegex(",")
            .description(
                    "What to write, joined by commas: csv, html, md (GitHub's Markdown), wikitext (for Wikipedia). The default is csv,html.")
            .build();

    ReportCommand() {
        spec.addOption(format);
    }

    CommandSpec spec() {
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Path folder = Objects.requireNonNull(arguments.folder(), "out");
        Set<Format> formats = formats();
        Report report;
        List<String> findings;
        try (Progress progress = arguments.progress()) {
            report = arguments.report();
            if (formats.stream().anyMatch(Format::tellsConflicts)) {
                report.reconcileAhead();
            }
            List<Supplier<? extends Rows<?>>> all = List.of(
                    report::quantities,
                    report::discrepancies,
                    report::voices,
                    report::matrix,
                    report::ratios,
                    report::checks,
                    report::problems);
            for (int i = 0; i < all.size(); i++) {
                progress.now("comparing, report " + (i + 1) + " of " + all.size());
                Objects.requireNonNull(all.get(i).get()); // made when first asked for
            }
            progress.now("putting findings into words");
            findings = Findings.of(report).lines();
            progress.now(formats.contains(Format.HTML) ? "drawing the page and writing reports" : "writing reports");
            report.write(folder, arguments.run(), formats);
        }
        arguments.tell(findings);
        return report.dossier().errors().isEmpty() ? Commands.DONE : Commands.FOUND;
    }

    /** The formats asked for; the usual ones where none is. */
    private Set<Format> formats() {
        List<String> given = format.getValue();
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String word : given == null ? List.<String>of() : given) {
            Format known = Format.named(word)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "--format " + Excerpt.quoted(word) + " is not one of: csv, html, md, wikitext"));
            formats.add(known);
        }
        return formats.isEmpty() ? Format.USUAL : formats;
    }
}
