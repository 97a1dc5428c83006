package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;
import org.muster.dossier.Problem;
import org.muster.report.Findings;
import org.muster.report.Report;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands that work on a dossier have in common. */
final class DossierArguments {

    @Parameters(paramLabel = "DOSSIER", description = "A folder with claims.csv, or a single CSV file of claims.")
    private Path dossier = Path.of("");

    @Option(
            names = "--about",
            paramLabel = "PERCENT",
            description = "Widen figures marked about (both ways) and nearly (downwards), such as 5%%.")
    private @Nullable String about;

    @Option(names = "--rounding", description = "Widen rounded figures by half a unit of the last written digit.")
    private boolean rounding;

    DossierArguments() {}

    private Tolerance tolerance() {
        Tolerance tolerance = about == null ? Tolerance.NONE : Tolerance.about(about);
        return rounding ? tolerance.withRounding() : tolerance;
    }

    /**
     * Reads the dossier and makes its reports.
     *
     * @param out the folder in which reports will be written, if any
     * @throws IllegalArgumentException if there is nothing to work on; the message says why
     */
    Report report(PrintWriter err, @Nullable Path out) throws IOException {
        Tolerance tolerance = tolerance();
        if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
            throw new IllegalArgumentException("--out " + out + " is a file; expected a folder, or a name for one");
        }
        if (!Files.exists(dossier)) {
            throw new IllegalArgumentException(
                    dossier + " is absent; expected a folder with claims.csv, or a CSV file of claims");
        }
        Dossier read = Dossier.read(dossier);
        if (read.claims().isEmpty()) {
            for (Problem problem : read.problems()) {
                err.println(Findings.printable(problem.toString()));
            }
            throw new IllegalArgumentException("no claim could be read from " + dossier + "; nothing was written");
        }
        return Report.of(read, tolerance);
    }
}
