package org.muster.reconcile;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.exact.Proof;
import org.muster.exact.Rational;
import org.muster.exact.Solution;
import org.muster.figure.Figure;
import org.muster.interval.Interval;
import org.muster.propagate.RuleId;
import org.muster.propagate.RuleProgram;

/**
 * A contradiction in words. Its proof adds up rules, each multiplied by a factor, so that the quantities on one side
 * have a minimum that exceeds the maximum of those on the other, which the rules do not allow.
 */
final class ProofText {

    private static final int DIGITS = 6;

    private final Solution.Infeasible infeasible;
    private final NetworkComponent component;
    private final int most; // names and rules in the text
    private final Side more;
    private final Side less;
    private final Set<RuleId> rules = new TreeSet<>();

    /** One side of the contradiction: quantities, each with its factor, and their sum. */
    private static final class Side {
        private final int most;
        private final List<String> names = new ArrayList<>();
        private final List<String> numbers = new ArrayList<>();
        private Rational sum = Rational.ZERO;

        Side(int most) {
            this.most = most;
        }

        void add(String name, Rational times, Rational end) {
            String factor = times.equals(Rational.ONE) ? "" : text(times) + " × ";
            names.add(factor + name);
            numbers.add(factor + text(end));
            sum = sum.add(times.multiply(end));
        }

        void add(Rational constant) {
            names.add(text(constant));
            numbers.add(text(constant));
            sum = sum.add(constant);
        }

        String name() {
            return names.isEmpty() ? "0" : some(names, most, " + ");
        }

        String number() {
            return (numbers.size() > 1 ? some(numbers, most, " + ") + " = " : "") + text(sum);
        }
    }

    /**
     * The proof that a linear programme over some rules of a component has no solution.
     *
     * @param most how many names and rules the text lists
     */
    ProofText(Solution.Infeasible infeasible, RuleProgram program, NetworkComponent component, String event, int most) {
        this.infeasible = infeasible;
        this.component = component;
        this.most = most;
        this.more = new Side(most);
        this.less = new Side(most);
        for (Proof.Step step : infeasible.proof().steps()) {
            Rational times = step.multiplier().abs();
            if (step.part() == Proof.Part.CONSTRAINT) {
                rules.add(program.rules().get(step.number()));
                Rational constant = step.multiplier().multiply(step.end());
                if (constant.signum() > 0) {
                    less.add(constant);
                } else if (constant.signum() < 0) {
                    more.add(constant.negate());
                }
            } else if (step.end().signum() != 0 || step.isHigh()) {
                String name = component
                        .network()
                        .unknown(program.variables().get(step.number()))
                        .label(event);
                (step.isHigh() ? less : more).add(name, times, step.end());
            }
        }
    }

    /** Returns a number as people read it: {@code 1,171}. */
    private static String text(Rational value) {
        return value.isWhole() ? grouped(value.numerator()) : value.toDecimal(DIGITS, RoundingMode.HALF_EVEN);
    }

    private static String grouped(Object whole) {
        return whole.toString().replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",");
    }

    /** Returns the rules that the proof uses, each once. */
    List<String> rules() {
        Set<String> texts = new LinkedHashSet<>();
        for (RuleId rule : rules) {
            texts.add(component.linear().rule(rule).text());
        }
        return List.copyOf(texts);
    }

    /** Returns the proof, which takes soft statements as exact. */
    String why(List<Statement> statements) {
        List<String> soft = new ArrayList<>();
        for (Statement statement : statements) {
            if (statement.soft()) {
                soft.add(taken(statement));
            }
        }
        String apart = text(infeasible.shortfall());
        String proof;
        if (rules.isEmpty()) {
            proof = more.name() + " is at least " + more.number() + " and at most " + less.number() + ": " + apart
                    + " apart";
        } else {
            proof = less.name() + " is at most " + less.number() + ", but not less than " + more.name()
                    + (more.names.isEmpty() ? "" : ", which is at least " + more.number()) + ": " + apart + " short ("
                    + some(rules(), most, "; ") + ")";
        }
        return soft.isEmpty() ? proof : "if " + some(soft, most, " and ") + ": " + proof;
    }

    /** Joins the first few of some texts, and counts the others. */
    static String some(List<String> texts, int most, String joint) {
        return texts.size() <= most
                ? String.join(joint, texts)
                : String.join(joint, texts.subList(0, most)) + joint + grouped(texts.size() - most) + " more";
    }

    /** Returns how a soft statement is taken: {@code about 400 is taken as exactly 400}. */
    private static String taken(Statement statement) {
        Figure figure = statement.claims().stream()
                .map(Claim::figure)
                .min(Comparator.comparing(each -> each.qualifier().toString()))
                .orElseThrow();
        Interval written = figure.range().orElseThrow();
        String as = range(statement.range());
        return figure.qualifier() + " " + range(written) + " is taken as "
                + (written.equals(statement.range()) ? "exactly " + as : as);
    }

    private static String range(Interval range) {
        String low = text(Rational.of(range.inf()));
        return range.isSingleton() ? low : low + "–" + text(Rational.of(range.sup()));
    }
}
