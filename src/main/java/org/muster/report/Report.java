package org.muster.report;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.muster.check.Checks;
import org.muster.compare.Agreements;
import org.muster.compare.Claimants;
import org.muster.compare.Discrepancies;
import org.muster.compare.Ranges;
import org.muster.compare.Ratios;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;
import org.muster.rows.Lazy;
import org.muster.rows.Rows;
import org.muster.text.AtomicFile;
import org.muster.text.Problem;

/**
 * The comparison reports of a dossier: what is claimed of every quantity, where claims differ, whether the books add up,
 * and what ratios follow. Each is made when it is first asked for.
 */
public final class Report {

    private final Dossier dossier;
    private final Lazy<Agreements> quantities;
    private final Lazy<Discrepancies> discrepancies;
    private final Lazy<Claimants> claimants;
    private final Lazy<Ratios> ratios;
    private final Lazy<Checks> checks;
    private final Lazy<Problems> problems;

    private Report(Dossier dossier, Tolerance tolerance) {
        this.dossier = requireNonNull(dossier, "dossier");
        Ranges ranges = Ranges.of(dossier, tolerance);
        this.quantities = Lazy.of(() -> Agreements.of(ranges));
        this.discrepancies = Lazy.of(() -> Discrepancies.of(dossier));
        this.claimants = Lazy.of(() -> Claimants.of(dossier));
        this.ratios = Lazy.of(() -> Ratios.of(ranges));
        this.checks = Lazy.of(() -> Checks.of(ranges));
        this.problems = Lazy.of(() -> {
            List<Problem> all = new ArrayList<>(dossier.problems());
            all.addAll(discrepancies.get().problems());
            return new Problems(all);
        });
    }

    /**
     * Makes the reports of a dossier.
     *
     * @param dossier the claims
     * @param tolerance by how much soft claims are widened
     * @return all reports
     */
    public static Report of(Dossier dossier, Tolerance tolerance) {
        return new Report(dossier, tolerance);
    }

    /**
     * Writes all reports as CSV files: {@code quantities.csv}, {@code discrepancies.csv}, {@code claimants.csv},
     * {@code ratios.csv}, {@code checks.csv} and {@code problems.csv}.
     *
     * @param folder the folder, made where it is missing; reports in it are replaced
     * @return the files, in this order
     * @throws IOException if a file cannot be written
     */
    public List<Path> write(Path folder) throws IOException {
        return List.of(
                write(folder, quantities()),
                write(folder, discrepancies()),
                write(folder, claimants()),
                write(folder, ratios()),
                write(folder, checks()),
                write(folder, problems()));
    }

    /**
     * Writes the checks alone, with the problems that the dossier had: {@code checks.csv} and {@code problems.csv}.
     *
     * @param folder the folder, made where it is missing; reports in it are replaced
     * @return the files, in this order
     * @throws IOException if a file cannot be written
     */
    public List<Path> writeChecks(Path folder) throws IOException {
        return List.of(write(folder, checks()), write(folder, problems()));
    }

    /**
     * Writes one analysis as {@code name.csv}: a header row, then a row each, whole or not at all.
     *
     * @param folder the folder, made where it is missing
     * @param analysis the rows
     * @param <R> what a row is
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static <R> Path write(Path folder, Rows<R> analysis) throws IOException {
        Path file = folder.resolve(analysis.name() + ".csv");
        AtomicFile.write(file, out -> {
            CsvRows<R> csv = CsvRows.of(analysis.columns(), out);
            for (R row : analysis.rows()) {
                csv.add(row);
            }
        });
        return file;
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
     * Returns what is claimed of every quantity.
     *
     * @return the report {@code quantities.csv}
     */
    public Agreements quantities() {
        return quantities.get();
    }

    /**
     * Returns where claims differ.
     *
     * @return the report {@code discrepancies.csv}
     */
    public Discrepancies discrepancies() {
        return discrepancies.get();
    }

    /**
     * Returns claimant against claimant.
     *
     * @return the report {@code claimants.csv}
     */
    public Claimants claimants() {
        return claimants.get();
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
     * Returns whether the books add up.
     *
     * @return the report {@code checks.csv}
     */
    public Checks checks() {
        return checks.get();
    }

    /**
     * Returns what could not be read, does not fit, or was cut short.
     *
     * @return the report {@code problems.csv}
     */
    public Problems problems() {
        return problems.get();
    }

    /** Returns the dossier in one line. */
    @Override
    public String toString() {
        return "reports of " + dossier;
    }
}
