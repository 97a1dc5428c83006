package org.muster.report;

import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muster.compare.Statement;
import org.muster.compare.Tolerance;
import org.muster.dossier.Names;
import org.muster.exact.Rational;
import org.muster.reconcile.Conflict;

/** Sentences about statements that cannot all be true under the rules. */
final class ConflictSentences {

    private static final int DIGITS = 6;
    private static final int MOST_OF_A_CONFLICT = 100; // statements and rules
    private static final int MOST_NAMES = 4; // quantities, voices or options in one sentence

    private final Names names;
    private final Tolerance tolerance;

    ConflictSentences(Names names, Tolerance tolerance) {
        this.names = names;
        this.tolerance = tolerance;
    }

    /**
     * Returns a sentence such as {@code A, killed: 9 (s); A, casualties: 7 (t): they are 2 apart (state: casualties = …)}.
     *
     * @param named whether the quantity is named where there is only one
     */
    String conflict(Conflict conflict, boolean named) {
        if (conflict.statements().isEmpty()) {
            return "Rules contradict one another, whatever is claimed: " + conflict.why();
        }
        Set<String> sides = new LinkedHashSet<>();
        if (conflict.rules().isEmpty() && conflict.statements().size() > 1) {
            conflict.statements().forEach(statement -> sides.add(statement(statement, false)));
            String name = names.quantity(conflict.statements().get(0).quantity());
            return (named ? name + ": " : "") + String.join(" or ", sides);
        }
        conflict.statements().stream()
                .limit(MOST_OF_A_CONFLICT)
                .forEach(statement -> sides.add(statement(statement, true)));
        int more = Math.max(0, conflict.statements().size() - MOST_OF_A_CONFLICT);
        List<String> rules = RuleText.of(conflict);
        int moreRules = Math.max(0, rules.size() - MOST_OF_A_CONFLICT);
        return String.join("; ", sides) + (more > 0 ? "; " + more + " more" : "") + ": "
                + (conflict.soft() ? tolerance.assumption() + ", " : "")
                + "they are " + number(conflict.shortfall()) + " apart ("
                + String.join("; ", rules.subList(0, rules.size() - moreRules))
                + (moreRules > 0 ? "; " + moreRules + " more" : "") + ")";
    }

    /** Returns a statement: {@code 21,389 (Japan)}. */
    String statement(Statement statement, boolean withQuantity) {
        Set<String> voices = new LinkedHashSet<>();
        statement.voices().forEach(voice -> voices.add(names.voice(voice)));
        return (withQuantity ? names.quantity(statement.quantity()) + ": " : "")
                + statement.rangeText()
                + date(statement.asOf().label()) + " (" + some(voices, ", ") + ")";
    }

    /** Joins the first few of some names, and counts the others. */
    static String some(Set<String> names, String joint) {
        List<String> first = names.stream().limit(MOST_NAMES).toList();
        int more = names.size() - first.size();
        return String.join(joint, first) + (more > 0 ? joint + more + " more" : "");
    }

    static String date(String label) {
        return label.isEmpty() ? "" : " as of " + label;
    }

    static String number(Rational value) {
        return value.isWhole()
                ? String.format(Locale.ROOT, "%,d", value.numerator())
                : value.toDecimal(DIGITS, RoundingMode.HALF_EVEN);
    }
}
