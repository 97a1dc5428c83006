package org.muster.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.muster.compare.QuantityRange;
import org.muster.compare.Ranges;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.exact.Bounds;
import org.muster.exact.LinearForm;
import org.muster.exact.Rational;
import org.muster.exact.Simplex;
import org.muster.exact.Solution;
import org.muster.exact.WorkLimit;
import org.muster.exact.WorkLimitException;
import org.muster.interval.Interval;
import org.muster.propagate.Explanation;
import org.muster.propagate.ImpliedRanges;
import org.muster.propagate.Integrality;
import org.muster.propagate.RuleId;
import org.muster.propagate.RuleProgram;
import org.muster.propagate.VariableId;
import org.muster.reconcile.Reconciled.Status;
import org.muster.rows.Column;
import org.muster.rows.Lazy;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;

/**
 * What claims and rules imply together: the report {@code reconciled.csv}, with the conflicts among the claims and the
 * ways to resolve them.
 *
 * <pre>{@code
 * Reconciliation reconciliation = Reconciliation.of(dossier);
 * System.out.println(reconciliation.conflicts());
 * }</pre>
 *
 * <p>The implied range of a quantity contains every value that it can have while all quantities stay within their
 * stated ranges and all rules hold. Its ends are computed exactly. Counts are whole numbers, so ends are rounded
 * inward. In trees of sums and in two-way tables each end is then attained by whole numbers; elsewhere the range may be
 * slightly too wide, and its row says so. A connected component whose stated ranges contradict the rules implies
 * nothing; the other components are not affected.
 *
 * <p>Each part is computed on first use; interrupting the thread ends the computation with a {@link
 * java.util.concurrent.CancellationException}. May be shared between threads, of which one computes at a time.
 *
 * <p>Conflicts and corrections use everything that the voices say, whatever ranges the reconciliation starts from.
 */
public final class Reconciliation implements Tabular<Reconciled> {

    private static final List<Column<Reconciled>> COLUMNS = Column.concat(
            Quantity.columns(Reconciled::quantity),
            List.of(
                    Column.text("as_of", row -> row.asOf().toString()),
                    Column.range(
                            "stated_low", "stated_high", row -> row.stated().orElse(Interval.EMPTY)),
                    Column.range("implied_low", "implied_high", Reconciled::range),
                    Column.range("corrected_low", "corrected_high", Reconciled::correctedRange),
                    Column.text("status", row -> row.status().toString()),
                    Column.number("adjusted", Reconciled::adjusted),
                    Column.list("dropped", row -> Claim.ids(row.dropped())),
                    Column.list("rules", Reconciliation::rules),
                    Column.list("claim_ids", row -> Claim.ids(row.claims()))));

    private static final int MOST_BOUNDS = 1000; // behind one end, whose claims and rules its row names

    private static final int MOST_BOUNDS_OF_ALL = 400_000; // of all rows, except that each has some

    private static final int LEAST_BOUNDS = 20;

    private static final String ENCLOSURE = "enclosure: whole numbers may not reach the ends";

    private final Dossier dossier;
    private final RuleNetwork network;
    private final Ranges ranges; // over the claims that it starts with
    private final Map<VariableId, QuantityRange> said; // by what is said of each variable alone
    private final List<Optional<Interval>> stated; // by variable
    private final int mostBounds;
    private final Lazy<ImpliedRanges> implied;
    private final Lazy<NetworkComponent.Contradictory> contradictory;
    private final Lazy<List<ConflictComponent>> components;
    private final Lazy<Conflicts> conflicts;
    private final Lazy<Corrections> corrections;
    private final Lazy<CorrectedRanges> corrected;
    private final Lazy<Found> rows;

    /** All rows, and whether one names only the nearest claims and rules. */
    private record Found(List<Reconciled> all, boolean isCut) {}

    private Reconciliation(Ranges all, Assumptions assumptions) {
        this.dossier = all.dossier();
        this.ranges = assumptions.start().of(all, assumptions.costs());
        this.network = RuleNetwork.of(all, assumptions.lossesWithinStrength());
        int unknowns = Math.max(1, network.unknowns().size());
        this.mostBounds = Math.max(LEAST_BOUNDS, Math.min(MOST_BOUNDS, MOST_BOUNDS_OF_ALL / unknowns));
        this.said = network.stated(ranges, network.quantities(), claim -> true);
        this.stated = network.linear().variables().stream()
                .map(variable -> start(variable, assumptions.start()))
                .toList();
        Object lock = new Object(); // the parts share networks and their searches
        this.implied = Lazy.of(lock, () -> ImpliedRanges.of(network.linear(), this::given));
        this.contradictory = Lazy.of(lock, () -> NetworkComponent.contradictory(all, network, assumptions));
        this.components = Lazy.of(
                lock, () -> ConflictComponent.of(dossier, contradictory.get().components()));
        this.conflicts = Lazy.of(
                lock,
                () -> Conflicts.of(
                        dossier, components.get(), contradictory.get().unsolved(), assumptions.most()));
        this.corrections = Lazy.of(lock, () -> Corrections.of(dossier, components.get()));
        this.corrected =
                Lazy.of(lock, () -> CorrectedRanges.of(network, components.get(), ranges, implied.get(), this::given));
        this.rows = Lazy.of(lock, () -> rows(assumptions));
    }

    /** Returns the range from which an unknown starts, by what is said of it alone. */
    private Optional<Interval> start(VariableId variable, StartingRanges start) {
        Quantity quantity = network.unknown(variable).quantity();
        QuantityRange range = said.get(variable);
        if (network.variables(quantity).size() == 1) {
            return start.of(ranges, range == null ? ranges.claimed(quantity) : range);
        }
        return range == null ? Optional.empty() : range.range();
    }

    /**
     * Reconciles a dossier.
     *
     * @param dossier the claims and rules
     * @return what they imply, without further assumptions
     */
    public static Reconciliation of(Dossier dossier) {
        return of(dossier, Assumptions.NONE);
    }

    /**
     * Reconciles a dossier.
     *
     * @param dossier the claims and rules
     * @param assumptions what is assumed beyond them
     * @return what they imply
     * @throws IllegalArgumentException if the assumptions name a claimant that no claim names
     */
    public static Reconciliation of(Dossier dossier, Assumptions assumptions) {
        return new Reconciliation(Ranges.of(dossier, assumptions.tolerance()), assumptions);
    }

    /**
     * Reconciles a dossier whose ranges are known, without further assumptions.
     *
     * @param ranges the ranges of its quantities, with their tolerance
     * @return what its claims and rules imply
     */
    public static Reconciliation of(Ranges ranges) {
        return new Reconciliation(ranges, Assumptions.NONE.with(ranges.tolerance()));
    }

    private Bounds given(VariableId variable) {
        return counts(stated.get(variable.number()));
    }

    /** Returns the whole numbers of a stated range; the range itself where it contains none, such as a rate. */
    static Bounds counts(Optional<Interval> stated) {
        if (stated.isEmpty()) {
            return Bounds.atLeast(Rational.ZERO);
        }
        Interval whole = stated.get().toWholeNumbers();
        return Bounds.of(whole.isEmpty() ? stated.get() : whole);
    }

    private Found rows(Assumptions assumptions) {
        ImpliedRanges implied = this.implied.get();
        Optional<AdjustedQuantities> adjusted = assumptions
                .adjustment()
                .map(method ->
                        AdjustedQuantities.of(network, implied, ranges, assumptions.costs(), method, this::given));
        Map<VariableId, List<Claim>> dropped = dropped();
        Integrality integrality = Integrality.of(implied);
        List<Reconciled> found = new ArrayList<>();
        boolean isCut = false;
        Set<Quantity> quantities = new LinkedHashSet<>(dossier.quantities());
        network.unknowns().forEach(unknown -> quantities.add(unknown.quantity()));
        for (Quantity quantity : quantities) {
            List<VariableId> variables = network.variables(quantity);
            for (VariableId variable : variables) {
                Optional<Interval> before = stated.get(variable.number());
                boolean consistent = implied.isConsistent(variable);
                boolean isLastOfClaimed =
                        !dossier.claims(quantity).isEmpty() && variable.equals(variables.get(variables.size() - 1));
                if (before.isEmpty() && !isLastOfClaimed && !(consistent && isTelling(variable))) {
                    continue;
                }
                Set<String> rules = new LinkedHashSet<>();
                Set<Claim> claims = new LinkedHashSet<>(stating(variable));
                if (consistent) {
                    isCut |= !addExplanations(variable, rules, claims);
                }
                found.add(new Reconciled(
                        quantity,
                        network.unknown(variable).asOf(),
                        before,
                        consistent ? Optional.of(whole(implied.bounds(variable))) : Optional.empty(),
                        corrected.get().of(variable),
                        consistent ? Status.CONSISTENT : Status.INFEASIBLE,
                        integrality.isSure(variable),
                        consistent && adjusted.isPresent() ? adjusted.get().value(variable) : OptionalDouble.empty(),
                        List.copyOf(rules),
                        List.copyOf(claims),
                        dropped.getOrDefault(variable, List.of())));
            }
        }
        return new Found(List.copyOf(found), isCut);
    }

    private List<Claim> stating(VariableId variable) {
        QuantityRange range = said.get(variable);
        return range == null ? List.of() : range.claims();
    }

    /** Returns the claims that every correction sets aside, by the variables that they state, in the dossier's order. */
    private Map<VariableId, List<Claim>> dropped() {
        Set<Claim> dropped = new HashSet<>(corrections().dropped());
        Map<VariableId, List<Claim>> stating = new HashMap<>();
        for (Claim claim : dropped.isEmpty() ? List.<Claim>of() : dossier.claims()) {
            if (dropped.contains(claim)) {
                for (VariableId variable : network.statedBy(claim)) {
                    stating.computeIfAbsent(variable, any -> new ArrayList<>()).add(claim);
                }
            }
        }
        return stating;
    }

    /**
     * Returns whether a finite high end, or a low end above 0, of an unknown that nobody states rests on more than one
     * claim.
     */
    private boolean isTelling(VariableId variable) {
        Bounds bounds = implied.get().bounds(variable);
        boolean low = bounds.low().orElse(Rational.ZERO).signum() > 0;
        return low && isOfSeveral(variable, false) || bounds.high().isPresent() && isOfSeveral(variable, true);
    }

    private boolean isOfSeveral(VariableId variable, boolean isHigh) {
        return implied.get().isNarrowed(variable, isHigh)
                && implied.get().explanation(variable, isHigh, mostBounds).bounds().stream()
                                .filter(bound -> bound.isHigh()
                                        || implied.get()
                                                        .given(bound.variable())
                                                        .low()
                                                        .orElse(Rational.ZERO)
                                                        .signum()
                                                > 0)
                                .count()
                        > 1;
    }

    /** Adds the rules and claims behind the ends of a range; returns whether these are all. */
    private boolean addExplanations(VariableId variable, Set<String> rules, Set<Claim> claims) {
        boolean isWhole = true;
        for (boolean isHigh : new boolean[] {false, true}) {
            if (implied.get().isNarrowed(variable, isHigh)) {
                Explanation explanation = implied.get().explanation(variable, isHigh, mostBounds);
                isWhole &= explanation.isWhole();
                for (RuleId rule : explanation.rules()) {
                    rules.add(network.linear().rule(rule).text());
                }
                for (Explanation.GivenBound bound : explanation.bounds()) {
                    claims.addAll(stating(bound.variable()));
                }
            }
        }
        return isWhole;
    }

    /** Rounds a range inward to whole numbers, unless there are none between its ends. */
    static Bounds whole(Bounds bounds) {
        Bounds whole =
                new Bounds(bounds.low().map(Rational::ceil), bounds.high().map(Rational::floor));
        return whole.isEmpty() ? bounds : whole;
    }

    /**
     * Returns the conflicts among the claims.
     *
     * @return the report {@code conflicts.csv}
     */
    public Conflicts conflicts() {
        return conflicts.get();
    }

    /**
     * Returns the cheapest ways to resolve the conflicts.
     *
     * @return the report {@code corrections.csv}
     */
    public Corrections corrections() {
        return corrections.get();
    }

    /**
     * Returns the exact range of a ratio of two quantities under all rules, such as a force ratio or a loss exchange ratio.
     *
     * @param numerator the numerator
     * @param denominator the denominator; points where it is 0 are left out
     * @return the least and greatest ratio, an end absent where there is none, any number from 0 where the denominator can
     *     only be 0; empty where the stated ranges contradict the rules
     * @throws IllegalArgumentException if no claim or rule mentions a quantity
     * @throws WorkLimitException if more rules bind the quantities to one another than are solved together
     */
    public Optional<Bounds> ratio(Quantity numerator, Quantity denominator) {
        VariableId above = variable(numerator);
        VariableId below = variable(denominator);
        if (!implied.get().isConsistent(above) || !implied.get().isConsistent(below)) {
            return Optional.empty();
        }
        RuleProgram program = implied.get().program(above, below);
        Simplex simplex = program.simplex(new WorkLimit(ImpliedRanges.MOST_WORK));
        LinearForm a = program.form(above);
        LinearForm b = program.form(below);
        Solution least = simplex.minimumRatio(a, b);
        if (least instanceof Solution.Undefined) {
            return Optional.of(Bounds.atLeast(Rational.ZERO));
        }
        return Optional.of(new Bounds(least.value(), simplex.maximumRatio(a, b).value()));
    }

    private VariableId variable(Quantity quantity) {
        List<VariableId> variables = network.variables(quantity);
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("quantity " + quantity + " is not in any claim or rule");
        }
        return variables.get(variables.size() - 1); // the final count of a loss
    }

    /**
     * Returns by how much soft claims were widened.
     *
     * @return the tolerance of all ranges
     */
    public Tolerance tolerance() {
        return ranges.tolerance();
    }

    /**
     * Returns what the reports leave out.
     *
     * @return a warning for each component that is not reported in full
     */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>(conflicts().cuts());
        problems.addAll(corrections().cuts());
        problems.addAll(corrected.get().cuts());
        if (rows.get().isCut()) {
            problems.add(
                    cut("behind an end, only the nearest " + mostBounds + " ends are followed to claims and rules"));
        }
        for (VariableId variable : implied.get().unsolved()) {
            problems.add(tooWide(variable, "implied"));
        }
        for (VariableId variable : corrected.get().unsolved()) {
            problems.add(tooWide(variable, "corrected"));
        }
        return problems;
    }

    /**
     * Returns how many sets of rules take too much work to find all that they imply: ranges of their quantities may be too
     * wide.
     *
     * @return the number of those among the implied and the corrected ranges; mostly 0
     */
    public int unsolved() {
        return implied.get().unsolved().size() + corrected.get().unsolved().size();
    }

    private Problem tooWide(VariableId variable, String ranges) {
        return cut(network.unknown(variable).label(dossier.name()) + " is in more rules than are solved together: "
                + ranges + " ranges may be too wide");
    }

    private static Problem cut(String message) {
        return Problem.limit("reconciled.csv", message, "");
    }

    @Override
    public String name() {
        return "reconciled";
    }

    @Override
    public List<Reconciled> rows() {
        return rows.get().all();
    }

    @Override
    public List<Column<Reconciled>> columns() {
        return COLUMNS;
    }

    private static List<String> rules(Reconciled row) {
        List<String> rules = new ArrayList<>(row.rules());
        if (!row.exact()) {
            rules.add(ENCLOSURE);
        }
        return rules;
    }

    /** Returns the rows, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows().stream().map(Reconciled::toString).toList());
    }
}
