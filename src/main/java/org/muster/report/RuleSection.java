package org.muster.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.muster.combine.Evidence;
import org.muster.combine.NamedRule;
import org.muster.combine.Rule;
import org.muster.combine.Sensitivity;
import org.muster.compare.Agreement;
import org.muster.compare.Agreement.Verdict;
import org.muster.compare.NumberText;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.plot.RulePlot;
import org.muster.report.PageContext.Figure;
import org.muster.report.PageContext.Link;

/**
 * What the rules of the field would print for the quantities in conflict that are farthest apart, at
 * least by a tenth: pictures of the widest,
 * and a table. Only these quantities are combined, so that the page stays quick.
 */
final class RuleSection {

    private static final int MOST_QUANTITIES = 10;
    private static final int MOST_PICTURES = 3;

    /**
     * An answer.
     *
     * @param quantity what is counted
     * @param answer the answer and whether a bound contradicts it, or that there is none
     * @param rules the rules that give it
     */
    record Row(Link quantity, String answer, String rules) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final int leftOut;

    RuleSection(PageContext page) {
        List<Agreement> contested = page.report.quantities().rows().stream()
                .filter(row -> row.verdict() == Verdict.CONFLICT && apart(row) >= NumberText.TELLING_RATIO)
                .sorted(Comparator.comparingDouble(RuleSection::apart).reversed())
                .toList();
        this.leftOut = Math.max(0, contested.size() - MOST_QUANTITIES);
        for (Agreement each : contested.subList(0, contested.size() - leftOut)) {
            Sensitivity row = Sensitivity.of(Evidence.of(page.ranges, each.quantity()), rules(page, each.quantity()));
            Link quantity = page.quantity(each.quantity());
            for (Sensitivity.Given answer : row.answers()) {
                boolean isContradicted = !row.excluding(answer.range()).isEmpty();
                rows.add(new Row(
                        quantity,
                        NumberText.range(answer.range()) + (isContradicted ? ", which a bound contradicts" : ""),
                        titles(answer.rules())));
            }
            if (!row.unanswered().isEmpty()) {
                rows.add(new Row(quantity, "no answer", titles(row.unanswered())));
            }
            if (figures.size() < MOST_PICTURES) {
                RulePlot.of(row, page.names)
                        .ifPresent(picture -> figures.add(page.figure(
                                figures.isEmpty() ? "f-rules" : "f-rules-" + (figures.size() + 1),
                                picture.title(),
                                "A bar is what a rule prints, even where no voice lies within.",
                                picture)));
            }
        }
    }

    private static double apart(Agreement row) {
        return row.hull().sup() / row.hull().inf();
    }

    /** Data sets about deaths have nothing to say of tanks. */
    private static List<NamedRule> rules(PageContext page, Quantity quantity) {
        Hierarchy hierarchy = page.dossier.hierarchy();
        boolean isOfPeople = hierarchy.isLoss(quantity.measure()) && hierarchy.isPeople(quantity.measure());
        return Arrays.stream(NamedRule.values())
                .filter(rule -> isOfPeople || !rule.isOfDeaths())
                .toList();
    }

    private static String titles(List<Rule> rules) {
        return String.join(", ", rules.stream().map(Rule::title).toList());
    }

    List<Row> rows() {
        return rows;
    }

    List<Figure> figures() {
        return figures;
    }

    boolean isCut() {
        return leftOut > 0;
    }

    int leftOut() {
        return leftOut;
    }
}
