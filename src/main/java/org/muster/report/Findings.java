package org.muster.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.check.Check;
import org.muster.compare.Agreement;
import org.muster.compare.Discrepancy;
import org.muster.compare.Ratio;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.reconcile.Conflict;
import org.muster.reconcile.Conflicts;
import org.muster.reconcile.Reconciled;
import org.muster.reconcile.Reconciliation;
import org.muster.text.Problem;
import org.muster.text.SafeText;

/**
 * The findings of a report in words, worst first: conflicts, sums and bounds that fail, bounds that may fail, the ratio
 * between the sides, problems. Of each kind the first few; the reports hold all.
 */
public final class Findings {

    private static final int MOST = 5;

    private final Report report;

    private Findings(Report report) {
        this.report = report;
    }

    /**
     * Returns the findings of a report.
     *
     * @param report the report
     * @return its findings
     */
    public static Findings of(Report report) {
        return new Findings(report);
    }

    /**
     * Returns the quantities whose claims cannot all be true.
     *
     * @return for each the widest disagreement, the widest first
     */
    public List<Discrepancy> conflicts() {
        Set<Quantity> contested = new LinkedHashSet<>();
        for (Agreement row : report.quantities().rows()) {
            if (row.verdict() == Agreement.Verdict.CONFLICT) {
                contested.add(row.quantity());
            }
        }
        List<Discrepancy> widest = new ArrayList<>();
        for (Discrepancy row : report.discrepancies().rows()) {
            if (contested.remove(row.a().quantity())) {
                widest.add(row);
            }
        }
        return widest;
    }

    /**
     * Returns the sums and bounds that fail, whatever the true figures are.
     *
     * @return the checks that are short or over, in the order of the report
     */
    public List<Check> failed() {
        List<Check> failed = new ArrayList<>();
        for (Check row : report.checks().rows()) {
            if (row.isFailed()) {
                failed.add(row);
            }
        }
        return failed;
    }

    /**
     * Returns the bounds that fail for some figures within the ranges. A part that is open above always may exceed its
     * bound, and says nothing.
     *
     * @return the possible bounds of which the parts have an end, in the order of the report
     */
    public List<Check> doubtful() {
        List<Check> doubtful = new ArrayList<>();
        for (Check row : report.checks().rows()) {
            if (row.verdict() == Check.Verdict.POSSIBLE
                    && row.kind() == Check.Kind.BOUND
                    && row.parts().range().isCommon()) {
                doubtful.add(row);
            }
        }
        return doubtful;
    }

    /**
     * Returns the force ratios between the sides.
     *
     * @return the force ratios of those who are part of nothing, in the order of the report
     */
    public List<Ratio> forces() {
        List<Ratio> forces = new ArrayList<>();
        for (Ratio row : report.ratios().rows()) {
            if (row.kind() == Ratio.Kind.FORCE
                    && row.basis().equals(Ratio.RANGES)
                    && isRoot(row.event(), row.partyA())
                    && isRoot(row.event(), row.partyB())) {
                forces.add(row);
            }
        }
        return forces;
    }

    private boolean isRoot(String event, String party) {
        return report.dossier().hierarchy().roots(event, List.of(party)).contains(party);
    }

    /**
     * Returns the findings as lines for a terminal.
     *
     * @return the lines, worst first
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(SafeText.forTerminal(report.dossier().toString()));
        List<String> told = new ArrayList<>();
        for (Discrepancy row : conflicts()) {
            told.add(told(row.a().quantity().event(), row));
        }
        section(lines, "Claims that cannot all be true", "discrepancies.csv", told);
        told.clear();
        for (Check row : failed()) {
            told.add(told(row.quantity().map(Quantity::event).orElse(""), row));
        }
        section(lines, "Sums and bounds that fail", "checks.csv", told);
        told.clear();
        for (Check row : doubtful()) {
            told.add(told(row.quantity().map(Quantity::event).orElse(""), row));
        }
        section(lines, "Bounds that may fail", "checks.csv", told);
        told.clear();
        for (Ratio row : forces()) {
            told.add(told(row.event(), row));
        }
        section(lines, "Force ratios between the sides", "ratios.csv", told);
        told.clear();
        for (Problem problem : worst(report.problems().rows())) {
            told.add(problem.toString());
        }
        section(lines, "Problems in the input", "problems.csv", told);
        return lines;
    }

    /**
     * Returns what a reconciliation found, as lines for a terminal.
     *
     * @param dossier the dossier that was reconciled
     * @param reconciliation the reconciliation
     * @param problems what could not be read, does not fit, or was cut short
     * @return the conflicts, what every cheapest correction sets aside, what is narrowed, and the problems
     */
    public static List<String> lines(Dossier dossier, Reconciliation reconciliation, List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        lines.add(SafeText.forTerminal(dossier.toString()));
        List<String> told = new ArrayList<>();
        for (Conflict conflict : reconciliation.conflicts().all()) {
            told.add(conflict.toString());
        }
        section(lines, "Smallest sets of claims that cannot all be true", "conflicts.csv", told);
        told.clear();
        for (Claim claim : reconciliation.corrections().dropped()) {
            told.add(claim.toString());
        }
        section(lines, "Claims that every cheapest correction sets aside", "corrections.csv", told);
        told.clear();
        for (Reconciled row : reconciliation.rows()) {
            if (row.implied().isPresent() && !row.rules().isEmpty()) {
                told.add(row.toString());
            }
        }
        section(lines, "Figures that the rules narrow", "reconciled.csv", told);
        told.clear();
        for (Problem problem : worst(problems)) {
            told.add(problem.toString());
        }
        section(lines, "Problems", "problems.csv", told);
        return lines;
    }

    /**
     * Returns the conflicts that rules make, as lines for a terminal.
     *
     * @param conflicts conflicts among claims
     * @return those that are not between claims about one quantity alone
     */
    public static List<String> throughRules(Conflicts conflicts) {
        List<String> told = new ArrayList<>();
        for (Conflict conflict : conflicts.all()) {
            if (!conflict.rules().isEmpty()) {
                told.add(conflict.toString());
            }
        }
        List<String> lines = new ArrayList<>();
        section(lines, "Claims that the rules exclude together", "conflicts.csv", told);
        return lines;
    }

    /** A row in its own words, behind its event where that is not the dossier's own. */
    private String told(String event, Object row) {
        return event.equals(report.dossier().name()) ? row.toString() : "[" + event + "] " + row;
    }

    private static void section(List<String> lines, String title, String file, List<String> findings) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add(title + " (" + findings.size() + ")");
        for (int i = 0; i < Math.min(MOST, findings.size()); i++) {
            lines.add("  " + SafeText.forTerminal(findings.get(i)));
        }
        if (findings.size() > MOST) {
            lines.add("  … and " + (findings.size() - MOST) + " more in " + file);
        }
    }

    private static List<Problem> worst(List<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems.size());
        for (boolean error : new boolean[] {true, false}) {
            for (Problem problem : problems) {
                if (problem.isError() == error) {
                    sorted.add(problem);
                }
            }
        }
        return sorted;
    }

    /** Returns the findings, one a line. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
