package org.muster.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muster.check.Check.Kind;
import org.muster.check.Check.PartsFrom;
import org.muster.check.Check.Side;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.compare.Said;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.dossier.WrittenRule;
import org.muster.dossier.WrittenRule.Term;
import org.muster.exact.Sense;
import org.muster.interval.Interval;
import org.muster.text.Problem;

/**
 * The relations of {@code rules.csv}. The whole is the greater side of an inequality and the left side of an equation,
 * the parts are the other. Where the whole is one quantity, the rule is checked against what each voice says of it;
 * otherwise against the ranges.
 */
final class WrittenRuleChecks {

    private static final int MOST_ROWS = 200;
    private static final Interval ANY_COUNT = Interval.of(0, Double.POSITIVE_INFINITY);

    /** One side: quantities times positive factors, plus a constant. */
    private record Form(List<Term> terms, BigDecimal constant) {

        /** The one quantity that makes up the side by itself. */
        Optional<Quantity> alone() {
            return terms.size() == 1
                            && constant.signum() == 0
                            && terms.get(0).factor().compareTo(BigDecimal.ONE) == 0
                    ? Optional.of(terms.get(0).quantity())
                    : Optional.empty();
        }
    }

    private final Ranges ranges;
    private final WrittenRule rule;
    private final Form whole;
    private final Form parts;
    private final List<Problem> problems;
    private Optional<Value> byRanges = Optional.empty();

    private WrittenRuleChecks(Ranges ranges, WrittenRule rule, List<Problem> problems) {
        this.problems = problems;
        this.ranges = ranges;
        this.rule = rule;
        boolean turned = rule.sense() == Sense.AT_MOST;
        List<Term> positive = new ArrayList<>();
        List<Term> negative = new ArrayList<>();
        for (Term term : rule.terms()) {
            (term.factor().signum() > 0 ? positive : negative)
                    .add(new Term(term.factor().abs(), term.quantity()));
        }
        Form left = new Form(positive, rule.constant().negate().max(BigDecimal.ZERO));
        Form right = new Form(negative, rule.constant().max(BigDecimal.ZERO));
        this.whole = turned ? right : left;
        this.parts = turned ? left : right;
    }

    /** @param problems receives a warning if checks are left out */
    static void addTo(SurestChecks checks, Ranges ranges, List<Problem> problems) {
        for (WrittenRule rule : ranges.dossier().rules()) {
            new WrittenRuleChecks(ranges, rule, problems).checks().forEach(checks::add);
        }
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        Optional<Quantity> alone = whole.alone();
        if (alone.isPresent() && ranges.said(alone.get()).stream().anyMatch(said -> !said.isSum())) {
            Map<List<Object>, List<Said>> sharing = new LinkedHashMap<>();
            for (Said said : ranges.said(alone.get())) {
                if (!said.isSum()) {
                    List<Object> row = List.of(said.range(), speaksOfAll(said.voice()) ? said.voice() : "");
                    sharing.computeIfAbsent(row, any -> new ArrayList<>()).add(said);
                }
            }
            sharing.values().stream()
                    .limit(MOST_ROWS)
                    .forEach(voices -> check(alone.get(), voices).ifPresent(checks::add));
            if (sharing.size() > MOST_ROWS) {
                problems.add(Problem.limit(
                        "checks.csv",
                        "only the first " + MOST_ROWS + " of " + sharing.size() + " checks of rule " + rule.id()
                                + " are listed",
                        rule.text()));
            }
        } else {
            checkRanges().ifPresent(checks::add);
        }
        return checks;
    }

    private boolean speaksOfAll(String voice) {
        return !parts.terms().isEmpty()
                && parts.terms().stream()
                        .allMatch(term -> ranges.said(term.quantity(), voice).isPresent());
    }

    private Optional<Check> check(Quantity quantity, List<Said> voices) {
        Set<Claim> claims = new LinkedHashSet<>();
        List<String> names = new ArrayList<>();
        boolean soft = false;
        for (Said said : voices) {
            claims.addAll(said.claims());
            names.add(said.voice());
            soft |= ranges.isSoft(said);
        }
        String voice = names.get(0);
        boolean same = speaksOfAll(voice);
        Value of = same ? value(parts, part -> ranges.asOf(part, AsOf.WHOLE_EVENT, voice)) : partsByRanges();
        Side side = new Side(names, List.copyOf(claims), voices.get(0).range());
        return row(Optional.of(quantity), side, of, soft, true, same ? PartsFrom.SAME_VOICE : PartsFrom.RANGES);
    }

    private Optional<Check> checkRanges() {
        Value greater = value(whole, this::range);
        return row(
                whole.alone(),
                greater.side(),
                partsByRanges(),
                greater.soft(),
                greater.known() == whole.terms().size(),
                PartsFrom.RANGES);
    }

    /** The same for all voices that do not give all parts, so computed once. */
    private Value partsByRanges() {
        if (byRanges.isEmpty()) {
            byRanges = Optional.of(value(parts, this::range));
        }
        return byRanges.get();
    }

    private Optional<QuantityRange> range(Quantity quantity) {
        return Optional.of(ranges.of(quantity)).filter(range -> range.range().isPresent());
    }

    private Optional<Check> row(
            Optional<Quantity> quantity, Side side, Value of, boolean soft, boolean wholeIsKnown, PartsFrom from) {
        if (side.claims().isEmpty() && of.side().claims().isEmpty()) {
            return Optional.empty();
        }
        Interval residual = side.range().subtract(of.side().range());
        boolean known = wholeIsKnown && of.known() == parts.terms().size();
        return Optional.of(new Check(
                quantity,
                rule.toString(),
                Kind.RULE,
                Optional.empty(),
                side,
                of.side(),
                from,
                residual,
                Checks.verdict(residual, rule.sense() == Sense.EQUAL, of.side().range(), known),
                soft || of.soft(),
                ranges.tolerance()));
    }

    /** The total of a side, and how many of its quantities have a figure. */
    private record Value(Side side, int known, boolean soft) {}

    private Value value(Form form, Function<Quantity, Optional<QuantityRange>> figures) {
        Interval sum = Interval.of(form.constant(), form.constant());
        Set<Claim> claims = new LinkedHashSet<>();
        Set<String> voices = new LinkedHashSet<>();
        int known = 0;
        boolean soft = false;
        for (Term term : form.terms()) {
            Optional<QuantityRange> figure = figures.apply(term.quantity());
            Interval range = figure.flatMap(QuantityRange::range).orElse(ANY_COUNT);
            sum = sum.add(range.multiply(Interval.of(term.factor(), term.factor())));
            if (figure.isPresent()) {
                known++;
                soft |= figure.get().soft();
                claims.addAll(figure.get().claims());
                ranges.said(term.quantity()).forEach(said -> voices.add(said.voice()));
            }
        }
        return new Value(new Side(List.copyOf(voices), List.copyOf(claims), sum), known, soft);
    }
}
