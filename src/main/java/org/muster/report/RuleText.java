package org.muster.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.compare.Statement;
import org.muster.dossier.AsOf;
import org.muster.dossier.Dimension;
import org.muster.dossier.Quantity;
import org.muster.figure.Measure;
import org.muster.reconcile.Conflict;

/**
 * A rule of a proof, as short and as plain as a reader needs it: of a breakdown into many, such as all types of ships, the parts
 * that the proof is about; of a count that only grows, the dates in words.
 */
final class RuleText {

    /** Of a breakdown into more parts, only some are named. */
    private static final int MOST_PARTS = 6;

    /** A breakdown: up to the relation, the parts, and the event or date for which it holds. */
    private static final Pattern BREAKDOWN =
            Pattern.compile("([^{]*? (?:=|>=|<=) )(.*?)((?: \\[[^\\]]*\\])?(?:, as of [-\\d]+)?)");

    /** That a count of a loss only grows: the measure, and the two dates. */
    private static final Pattern GROWTH = Pattern.compile("([^:]*) only grows: ([-\\d]+) <= ([-\\d]+|final count)");

    private static final Pattern DATE = Pattern.compile(", as of (-?\\d{4}(?:-\\d\\d){0,2})$");

    private RuleText() {}

    /** Returns the rules of a proof. */
    static List<String> of(Conflict conflict) {
        Set<String> names = new HashSet<>();
        for (Statement statement : conflict.statements()) {
            Quantity quantity = statement.quantity();
            for (Dimension dimension : Dimension.values()) {
                names.add(quantity.in(dimension));
            }
        }
        return conflict.rules().stream()
                .map(rule -> withDate(shortened(rule, names)))
                .toList();
    }

    /** Writes the date at the end of a rule in words. */
    private static String withDate(String rule) {
        return DATE.matcher(rule)
                .replaceFirst(date -> ", as of " + AsOf.parse(date.group(1)).label());
    }

    private static String shortened(String rule, Set<String> names) {
        Matcher growth = GROWTH.matcher(rule);
        if (growth.matches()) {
            return "the count of " + Measure.parse(growth.group(1)).label() + ", which only grows from "
                    + AsOf.parse(growth.group(2)).label() + " to "
                    + (growth.group(3).equals("final count")
                            ? "the end"
                            : AsOf.parse(growth.group(3)).label());
        }
        Matcher breakdown = BREAKDOWN.matcher(rule);
        if (!breakdown.matches()) {
            return rule;
        }
        List<String> parts = List.of(breakdown.group(2).split(" \\+ ", -1));
        List<String> named =
                new ArrayList<>(parts.stream().filter(names::contains).toList());
        if (parts.size() <= MOST_PARTS || named.isEmpty()) {
            return rule;
        }
        int more = parts.size() - named.size();
        return breakdown.group(1)
                + String.join(" + ", named)
                + (more > 0 ? " + " + more + " more" : "")
                + breakdown.group(3);
    }
}
