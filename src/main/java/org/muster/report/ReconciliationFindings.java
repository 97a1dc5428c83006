package org.muster.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.compare.Costs;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Names;
import org.muster.dossier.Quantity;
import org.muster.exact.Rational;
import org.muster.interval.Interval;
import org.muster.reconcile.Conflict;
import org.muster.reconcile.Correction;
import org.muster.reconcile.Disputes;
import org.muster.reconcile.Reconciled;
import org.muster.reconcile.Reconciliation;
import org.muster.text.Problem;

/**
 * What a reconciliation found, in words: a paragraph for each component of conflicts, with its quantities, its voices,
 * its smallest conflict, and what the cheapest correction would set aside; then the figures that the rules narrow, apart
 * from those that follow only from claims in conflict; and the problems.
 */
public final class ReconciliationFindings {

    private static final int MOST_PARAGRAPHS = 20;

    private final Dossier dossier;
    private final Reconciliation reconciliation;
    private final List<Problem> problems;
    private final Names names;
    private final ConflictSentences sentences;

    private ReconciliationFindings(Dossier dossier, Reconciliation reconciliation, List<Problem> problems) {
        this.dossier = requireNonNull(dossier, "dossier");
        this.reconciliation = requireNonNull(reconciliation, "reconciliation");
        this.problems = List.copyOf(problems);
        this.names = Names.of(dossier);
        this.sentences = new ConflictSentences(names, reconciliation.tolerance());
    }

    /**
     * Returns the findings of a reconciliation.
     *
     * @param dossier the dossier that was reconciled
     * @param reconciliation what was found
     * @param problems what could not be read, does not fit, or was left out of a report
     * @return the findings
     */
    public static ReconciliationFindings of(Dossier dossier, Reconciliation reconciliation, List<Problem> problems) {
        return new ReconciliationFindings(dossier, reconciliation, problems);
    }

    /**
     * Returns the findings as lines for a terminal.
     *
     * @return the paragraphs, one per line, then the other sections
     */
    public List<String> lines() {
        FindingLines lines = new FindingLines(dossier.toString());
        lines.add("Claims that cannot all be true", "conflicts.csv", paragraphs(), MOST_PARAGRAPHS);
        Disputes disputes = Disputes.of(reconciliation.conflicts());
        lines.add(
                "Figures that the rules narrow, if each lies in its stated range",
                "reconciled.csv",
                narrowed(disputes, false));
        lines.add("Figures that would follow from claims in conflict", "reconciled.csv", narrowed(disputes, true));
        new Problems(problems).addTo(lines);
        return lines.lines();
    }

    /** Returns the figures that the rules narrow, those that somebody states before the others. */
    private List<String> narrowed(Disputes disputes, boolean areDisputed) {
        List<String> narrowed = new ArrayList<>();
        for (boolean stated : new boolean[] {true, false}) {
            for (Reconciled row : reconciliation.rows()) {
                boolean isNarrowed = row.stated().isPresent()
                        ? !row.range().equals(row.stated().get())
                        : row.range().isCommon() && row.range().inf() > 0;
                if (row.stated().isPresent() == stated
                        && row.implied().isPresent()
                        && isNarrowed
                        && !disputes.isOfItself(row)) {
                    List<Claim> disputed = disputes.behind(row);
                    if (!disputed.isEmpty() == areDisputed) {
                        narrowed.add(narrowed(row, areDisputed ? disputed : row.others(), areDisputed)
                                + (areDisputed ? ", but see " + conflicts(disputes.components(disputed)) : ""));
                    }
                }
            }
        }
        return narrowed;
    }

    /**
     * Returns what the rules leave of a figure, such as {@code Japan, men: more than 900,000 can only be 1,001,400, by what
     * Coox 1985 says of Japan, Korea, men}.
     *
     * @param grounds the claims to name, on which that rests
     */
    private String narrowed(Reconciled row, List<Claim> grounds, boolean isDisputed) {
        String after = range(row.range());
        return name(row.quantity()) + ConflictSentences.date(row.asOf().label()) + ": "
                + row.stated()
                        .map(before -> row.statedText() + (isDisputed ? " would be " : " can only be ") + after)
                        .orElse((isDisputed ? "would be " : "") + after + ", which nobody states")
                + by(grounds);
    }

    private String by(List<Claim> grounds) {
        Set<String> quantities = new LinkedHashSet<>();
        Set<String> voices = new LinkedHashSet<>();
        for (Claim claim : grounds) {
            quantities.add(name(claim.quantity()));
            dossier.voices(claim).forEach(voice -> voices.add(voice(voice)));
        }
        return grounds.isEmpty()
                ? ", by its other counts"
                : ", by what " + ConflictSentences.some(voices, " and ")
                        + (voices.size() == 1 ? " says of " : " say of ") + ConflictSentences.some(quantities, "; ");
    }

    /** Returns where conflicts are told: {@code 1 and 3 above}. */
    private static String conflicts(Set<Integer> components) {
        List<String> told = components.stream()
                .filter(component -> component <= MOST_PARAGRAPHS)
                .map(String::valueOf)
                .toList();
        return told.isEmpty() ? "conflicts.csv" : String.join(" and ", told) + " above";
    }

    private List<String> paragraphs() {
        Map<Integer, List<Conflict>> conflicts = reconciliation.conflicts().byComponent();
        Map<Integer, List<Correction>> corrections =
                reconciliation.corrections().settingAside();
        List<String> paragraphs = new ArrayList<>();
        conflicts.forEach((component, own) ->
                paragraphs.add(paragraph(component, own, corrections.getOrDefault(component, List.of()))));
        return paragraphs;
    }

    private String paragraph(int component, List<Conflict> conflicts, List<Correction> options) {
        Set<String> quantities = new LinkedHashSet<>();
        Set<String> voices = new LinkedHashSet<>();
        for (Conflict conflict : conflicts) {
            for (Statement statement : conflict.statements()) {
                quantities.add(name(statement.quantity()));
                statement.voices().forEach(voice -> voices.add(voice(voice)));
            }
        }
        Conflict smallest = conflicts.get(0);
        if (quantities.isEmpty()) {
            return component + ". " + sentences.conflict(smallest, false) + ".";
        }
        boolean several = quantities.size() > 1;
        return component + ". " + ConflictSentences.some(quantities, "; ") + " (" + ConflictSentences.some(voices, ", ")
                + "): "
                + (conflicts.size() == 1 ? "" : "the smallest of " + conflicts.size() + " conflicts: ")
                + sentences.conflict(smallest, several) + ". " + told(options, several) + ".";
    }

    private String told(List<Correction> options, boolean several) {
        String grounds = Costs.areGraded(dossier) ? "By the grades given," : "With no grades given,";
        Set<String> ways = new LinkedHashSet<>();
        for (Correction option : options) {
            List<String> aside = new ArrayList<>();
            option.actions().forEach(action -> aside.add(sentences.statement(action.statement(), several)));
            ways.add(ConflictSentences.some(new LinkedHashSet<>(aside), " and "));
        }
        return grounds + " the cheapest correction"
                + (options.stream().allMatch(Correction::isCheapest) ? "" : " that was found") + " sets aside "
                + ConflictSentences.some(ways, ", or ");
    }

    private static String range(Interval range) {
        if (range.sup() == Double.POSITIVE_INFINITY) {
            return number(range.inf()) + " or more";
        }
        return range.isSingleton()
                ? number(range.inf())
                : range.inf() == 0 ? "up to " + number(range.sup()) : number(range.inf()) + "–" + number(range.sup());
    }

    private static String number(double value) {
        return ConflictSentences.number(Rational.of(value));
    }

    /** Returns a quantity, as people read it. */
    private String name(Quantity quantity) {
        return names.quantity(quantity);
    }

    /** Returns a voice, as people read it. */
    private String voice(String voice) {
        return names.voice(voice);
    }

    /** Returns the lines. */
    @Override
    public String toString() {
        return String.join("\n", lines());
    }
}
