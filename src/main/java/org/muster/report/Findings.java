package org.muster.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.compare.Agreement;
import org.muster.compare.Discrepancy;
import org.muster.compare.Ratio;
import org.muster.compare.Ratios;
import org.muster.dossier.Claim;
import org.muster.dossier.Problem;
import org.muster.dossier.Quantity;
import org.muster.exact.RationalRange;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.reconcile.Check;

/**
 * The findings of a report in words, worst first: conflicts, sums and bounds that fail, bounds that may fail, the ratio
 * between the sides, problems. Of each kind the first few; the reports hold all.
 */
public final class Findings {

    private static final int MOST = 5;
    private static final int DIGITS = 6;

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
        return report.checks().rows().stream().filter(Check::isFailed).toList();
    }

    /**
     * Returns the bounds that fail for some figures within the ranges. A part that is open above always may exceed its
     * bound, and says nothing.
     *
     * @return the possible bounds of which the parts have an end, in the order of the report
     */
    public List<Check> doubtful() {
        return report.checks().rows().stream()
                .filter(row -> row.verdict() == Check.Verdict.POSSIBLE
                        && row.kind() == Check.Kind.BOUND
                        && row.partsRange().isCommon())
                .toList();
    }

    /**
     * Returns the force ratios between the sides.
     *
     * @return the force ratios of those who are part of nothing, in the order of the report
     */
    public List<Ratio> forces() {
        Set<String> parties = new LinkedHashSet<>();
        report.quantities().rows().forEach(row -> parties.add(row.quantity().party()));
        Set<String> roots = new LinkedHashSet<>(report.dossier().hierarchy().roots(parties));
        return report.ratios().rows().stream()
                .filter(row -> row.kind() == Ratio.Kind.FORCE
                        && row.basis().equals(Ratios.RANGES)
                        && roots.contains(row.partyA())
                        && roots.contains(row.partyB()))
                .toList();
    }

    /**
     * Returns the findings as lines for a terminal.
     *
     * @return the lines, worst first
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(printable(report.dossier().toString()));
        section(lines, "Claims that cannot all be true", "discrepancies.csv", conflicts(), this::told);
        section(lines, "Sums and bounds that fail", "checks.csv", failed(), this::told);
        section(lines, "Bounds that may fail", "checks.csv", doubtful(), this::told);
        section(lines, "Force ratios between the sides", "ratios.csv", forces(), this::told);
        section(
                lines,
                "Problems in the input",
                "problems.csv",
                worst(report.problems().rows()),
                Problem::toString);
        return lines;
    }

    private interface Told<T> {
        String tell(T finding);
    }

    private static <T> void section(List<String> lines, String title, String file, List<T> findings, Told<T> told) {
        if (findings.isEmpty()) {
            return;
        }
        lines.add(title + " (" + findings.size() + ")");
        for (int i = 0; i < Math.min(MOST, findings.size()); i++) {
            lines.add("  " + printable(told.tell(findings.get(i))));
        }
        if (findings.size() > MOST) {
            lines.add("  … and " + (findings.size() - MOST) + " more in " + file);
        }
    }

    private static List<Problem> worst(List<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort((a, b) -> Boolean.compare(b.isError(), a.isError()));
        return sorted;
    }

    /** The quantity in a reader's words, with its event where that is not the dossier's own. */
    private String named(Quantity quantity) {
        return quantity.event().equals(report.dossier().name()) ? quantity.label() : quantity.toString();
    }

    private String told(Discrepancy row) {
        return named(row.a().quantity()) + ": " + claimed(row.a()) + " against " + claimed(row.b()) + ", ratio "
                + told(row.ratio()) + ", difference " + told(row.difference());
    }

    private static String claimed(Claim claim) {
        String voice = claim.claimant().isEmpty() ? String.join("; ", claim.sources()) : claim.claimant();
        return claim.figure().text() + " (" + voice + ")";
    }

    private String told(Check row) {
        Set<String> texts = new LinkedHashSet<>();
        row.claims().forEach(claim -> texts.add(claim.figure().text()));
        String by = switch (row.verdict()) {
            case SHORT -> "short by " + told(row.residual().negate().intersection(AT_LEAST_NOTHING));
            case OVER -> "over by " + told(row.residual());
            default -> "may be short by up to " + Decimals.up(-row.residual().inf(), DIGITS);
        };
        return named(row.quantity()) + ": " + String.join(", ", texts) + " " + by + " against " + told(row.partsRange())
                + (row.soft() ? ", soft" : "") + " (" + row.rule() + ")";
    }

    private static final Interval AT_LEAST_NOTHING = Interval.of(0, Double.POSITIVE_INFINITY);

    private String told(Ratio row) {
        String known = row.missing().isEmpty() ? told(row.range()) : told(row.known()) + " of what is known";
        String missing = row.missing().isEmpty()
                ? ""
                : " (missing: "
                        + String.join(
                                "; ",
                                row.missing().stream().map(Quantity::label).toList()) + ")";
        String event = row.event().equals(report.dossier().name()) ? "" : " [" + row.event() + "]";
        return row.measure() + ", " + row.partyA() + " / " + row.partyB() + event + ": " + known + missing;
    }

    private static String told(Interval range) {
        if (range.isSingleton()) {
            return Decimals.nearest(range.inf(), DIGITS);
        }
        if (range.sup() == Double.POSITIVE_INFINITY) {
            return "at least " + Decimals.down(range.inf(), DIGITS);
        }
        return Decimals.down(range.inf(), DIGITS) + " to " + Decimals.up(range.sup(), DIGITS);
    }

    private static String told(RationalRange range) {
        String low = range.lowText(DIGITS);
        if (range.high().isEmpty()) {
            return "at least " + low;
        }
        String high = range.highText(DIGITS);
        return low.equals(high) ? low : low + " to " + high;
    }

    /**
     * Returns a text as it is safe to print: data may hold control characters, which a terminal would obey, and marks
     * that turn the direction of writing.
     *
     * @param text any text
     * @return the text with a blank for each of them
     */
    public static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().map(c -> isObeyed(c) ? ' ' : c).forEach(printable::appendCodePoint);
        return printable.toString();
    }

    private static boolean isObeyed(int c) {
        return Character.isISOControl(c) || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    /** Returns the findings, one a line. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
