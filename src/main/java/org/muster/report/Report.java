package org.muster.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.check.Checks;
import org.muster.compare.Agreements;
import org.muster.compare.Discrepancies;
import org.muster.compare.Matrix;
import org.muster.compare.Ranges;
import org.muster.compare.Ratios;
import org.muster.compare.Tolerance;
import org.muster.compare.VoicePairs;
import org.muster.dossier.Dossier;
import org.muster.reconcile.Reconciliation;
import org.muster.rows.Lazy;
import org.muster.rows.Rows;
import org.muster.text.AtomicFile;
import org.muster.text.AtomicFiles;
import org.muster.text.Problem;

/**
 * The comparison reports of a dossier: what is claimed of every quantity, where statements and voices differ, whether
 * sums add up, and what ratios follow. A tolerance widens quantities, ratios and checks; the other reports are about
 * what was written. Each report is computed on first use, once. A {@code Report} and the analyses that it returns may be shared
 * between threads.
 */
public final class Report {

    private final Dossier dossier;
    private final Tolerance tolerance;
    private final Lazy<Agreements> quantities;
    private final Lazy<Discrepancies> discrepancies;
    private final Lazy<VoicePairs> voices;
    private final Lazy<Matrix> matrix;
    private final Lazy<Ratios> ratios;
    private final Lazy<Checks> checks;
    private final Lazy<Problems> problems;
    private final Lazy<Reconciliation> reconciliation;

    private Report(Dossier dossier, Tolerance tolerance) {
        this.dossier = requireNonNull(dossier, "dossier");
        this.tolerance = tolerance;
        Ranges ranges = Ranges.of(dossier, tolerance);
        this.quantities = Lazy.of(() -> Agreements.of(ranges));
        this.discrepancies = Lazy.of(() -> Discrepancies.of(dossier));
        Lazy<Agreements> asWritten =
                tolerance.equals(Tolerance.NONE) ? quantities : Lazy.of(() -> Agreements.of(dossier));
        this.voices = Lazy.of(() -> VoicePairs.of(asWritten.get()));
        this.matrix = Lazy.of(() -> Matrix.of(asWritten.get()));
        this.ratios = Lazy.of(() -> Ratios.of(ranges));
        this.checks = Lazy.of(() -> Checks.of(ranges));
        this.reconciliation = Lazy.of(() -> Reconciliation.of(ranges));
        this.problems = Lazy.of(() -> {
            List<Problem> all = new ArrayList<>(dossier.problems());
            all.addAll(discrepancies.get().problems());
            all.addAll(voices.get().problems());
            all.addAll(matrix.get().problems());
            all.addAll(ratios.get().problems());
            all.addAll(checks.get().problems());
            return new Problems(all);
        });
    }

    /**
     * Returns the reports of a dossier.
     *
     * @param dossier the claims
     * @param tolerance by how much soft claims are widened
     * @return all reports
     */
    public static Report of(Dossier dossier, Tolerance tolerance) {
        return new Report(dossier, tolerance);
    }

    /**
     * Writes all reports, as {@code report.html} and as CSV files: {@code quantities.csv}, {@code discrepancies.csv}, {@code voices.csv}, {@code
     * matrix.csv}, {@code ratios.csv}, {@code checks.csv} and {@code problems.csv}, and {@code datapackage.json}, which
     * describes them.
     *
     * @param folder the folder, created if it does not exist; reports in it are replaced
     * @return the files, in this order
     * @throws IOException if a file cannot be written; no file is changed in that case
     * @throws IllegalArgumentException if the folder holds a dossier or another data package
     */
    public List<Path> write(Path folder) throws IOException {
        return write(folder, Run.IN_CODE);
    }

    /**
     * Writes all reports, with a data package that records how they were requested.
     *
     * @param folder the folder, created if it does not exist; reports in it are replaced
     * @param run how they were requested
     * @return the files, as {@link #write(Path)} returns them
     * @throws IOException if a file cannot be written; no file is changed in that case
     * @throws IllegalArgumentException if the folder holds a dossier or another data package
     */
    public List<Path> write(Path folder, Run run) throws IOException {
        return write(folder, run, Format.USUAL);
    }

    /**
     * Writes all reports in some formats, with a data package that records how they were requested.
     *
     * @param folder the folder, created if it does not exist; reports in it are replaced
     * @param run how they were requested
     * @param formats the formats
     * @return the files, those of the formats in the order of {@link #write(Path)}
     * @throws IOException if a file cannot be written; no file is changed in that case
     * @throws IllegalArgumentException if the folder holds a dossier or another data package
     */
    public List<Path> write(Path folder, Run run, Set<Format> formats) throws IOException {
        List<Rows<?>> tables = formats.contains(Format.CSV)
                ? List.of(quantities(), discrepancies(), voices(), matrix(), ratios(), checks(), problems())
                : List.of();
        List<String> names = tables.stream().map(table -> table.name() + ".csv").toList();
        Lazy<PageModel> page = PageModel.lazily(this, run, names);
        if (formats.stream().anyMatch(Format::tellsConflicts)) {
            ahead(page::get); // while the tables are written
        }
        Map<Format, AtomicFile.Content> pages = new EnumMap<>(Format.class);
        for (Format format : formats) {
            if (format != Format.CSV) {
                pages.put(format, out -> format.write(this, page, out));
            }
        }
        return DataPackage.write(folder, dossier.name(), run, tables, pages);
    }

    /**
     * Writes one analysis as {@code name.csv}, a header row followed by the rows. The file is written completely or not
     * at all.
     *
     * @param folder the folder, created if it does not exist
     * @param analysis the rows
     * @param <R> the type of a row
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static <R> Path write(Path folder, Rows<R> analysis) throws IOException {
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            write(files, analysis);
            return files.takePlaces().get(0);
        }
    }

    /**
     * Writes one analysis as {@code name.csv}, which is moved into place together with other files.
     *
     * @param files the files
     * @param analysis the rows
     * @param <R> the type of a row
     * @return the temporary path of the file
     * @throws IOException if it cannot be written
     */
    public static <R> Path write(AtomicFiles files, Rows<R> analysis) throws IOException {
        return files.write(analysis.name() + ".csv", out -> {
            CsvRows<R> csv = CsvRows.of(analysis.columns(), out);
            for (R row : analysis.rows()) {
                csv.add(row);
            }
        });
    }

    /**
     * Returns the dossier.
     *
     * @return the claims that the reports are about
     */
    public Dossier dossier() {
        return dossier;
    }

    /**
     * Returns by how much soft claims are widened.
     *
     * @return the tolerance of quantities, ratios and checks
     */
    public Tolerance tolerance() {
        return tolerance;
    }

    /**
     * Returns what is claimed of every quantity.
     *
     * @return the report {@code quantities.csv}
     */
    public Agreements quantities() {
        return quantities.get();
    }

    /**
     * Returns where statements differ.
     *
     * @return the report {@code discrepancies.csv}
     */
    public Discrepancies discrepancies() {
        return discrepancies.get();
    }

    /**
     * Returns how the voices compare, pair by pair.
     *
     * @return the report {@code voices.csv}
     */
    public VoicePairs voices() {
        return voices.get();
    }

    /**
     * Returns what each voice says of every quantity.
     *
     * @return the report {@code matrix.csv}
     */
    public Matrix matrix() {
        return matrix.get();
    }

    /**
     * Returns force and exchange ratios.
     *
     * @return the report {@code ratios.csv}
     */
    public Ratios ratios() {
        return ratios.get();
    }

    /**
     * Returns whether sums add up and bounds hold.
     *
     * @return the report {@code checks.csv}
     */
    public Checks checks() {
        return checks.get();
    }

    /**
     * Returns what could not be read, does not fit, or was left out of a report.
     *
     * @return the report {@code problems.csv}
     */
    public Problems problems() {
        return problems.get();
    }

    /**
     * Returns what claims and rules imply together, which the page tells. It may be asked for in another thread.
     *
     * @return the reconciliation, with the tolerance of the reports and without further assumptions
     */
    public Reconciliation reconciliation() {
        return reconciliation.get();
    }

    /**
     * Begins to look for what the page tells of claims and rules together, in another thread, while the tables are made. The page
     * waits for it; if it fails, it fails again where the page asks for it. Does nothing for a dossier of which the page leaves
     * that out, with more than 20,000 claims.
     */
    public void reconcileAhead() {
        PageLimits limits = new PageLimits(dossier.claims().size());
        if (!limits.showsConflicts()) {
            return;
        }
        ahead(() -> {
            reconciliation().conflicts();
            reconciliation().corrections();
            if (limits.drawsAll()) {
                reconciliation().rows();
            }
        });
    }

    /** Computes something that is asked for later; what fails here fails again then. */
    private static void ahead(Runnable computation) {
        Thread ahead = new Thread(computation);
        ahead.setDaemon(true);
        ahead.setUncaughtExceptionHandler((thread, failure) -> {});
        ahead.start();
    }

    /** Returns the dossier in one line. */
    @Override
    public String toString() {
        return "reports of " + dossier;
    }
}
