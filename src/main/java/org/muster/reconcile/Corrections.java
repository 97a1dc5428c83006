package org.muster.reconcile;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.reconcile.Correction.Action;
import org.muster.reconcile.Correction.Kind;
import org.muster.reconcile.CorrectionSearch.ConflictComponent;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/**
 * How conflicts can be mended, a row for each claim of each way: the report {@code corrections.csv}.
 *
 * <p>Conflicts that have claims in common make a component. For each component all cheapest sets of claims are told that mend
 * it when set aside; one option of every component mends all. Copies of one figure that come from one origin are set aside
 * together and cost as much as the best of them. After the options stands the smallest widening, for all components in
 * a connected component of the rules: by how much the ends of claims in conflicts have to move outward together, and how far each end
 * may move in it.
 */
public final class Corrections implements Tabular<Corrections.Row> {

    private static final int DIGITS = 6;

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.count("component", row -> row.correction().component()),
            Column.count("option", row -> row.correction().option()),
            Column.number("cost", row -> OptionalDouble.of(cost(row.correction()))),
            Column.text("claim", row -> row.action().claim().id()),
            Column.text("action", row -> row.action().kind().toString()),
            Column.range("low", "high", row -> row.action().range()),
            Column.text("why", row -> row.action().why()));

    /**
     * What a correction does with one claim.
     *
     * @param correction the correction
     * @param action what it does
     */
    public record Row(Correction correction, Action action) {}

    private final List<Correction> corrections;
    private final List<Row> rows;
    private final List<Claim> dropped;
    private final List<Problem> cuts;

    private Corrections(List<Correction> corrections, List<Claim> dropped, List<Problem> cuts) {
        this.corrections = List.copyOf(corrections);
        this.dropped = List.copyOf(dropped);
        this.cuts = List.copyOf(cuts);
        List<Row> all = new ArrayList<>();
        for (Correction correction : corrections) {
            for (Action action : correction.actions()) {
                all.add(new Row(correction, action));
            }
        }
        this.rows = List.copyOf(all);
    }

    /**
     * Finds the corrections of a dossier.
     *
     * @param dossier the claims and rules
     * @return the cheapest ways to mend the conflicts, with nothing assumed
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Corrections of(Dossier dossier) {
        return of(dossier, Assumptions.NONE);
    }

    /**
     * Finds the corrections of a dossier.
     *
     * @param dossier the claims and rules
     * @param assumptions what is assumed beyond them; the starting ranges do not matter
     * @return the cheapest ways to mend the conflicts
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Corrections of(Dossier dossier, Assumptions assumptions) {
        return of(dossier, assumptions, NetworkComponent.contradictory(dossier, assumptions));
    }

    static Corrections of(Dossier dossier, Assumptions assumptions, List<NetworkComponent> components) {
        List<Correction> corrections = new ArrayList<>();
        List<Claim> dropped = new ArrayList<>();
        List<Problem> cuts = new ArrayList<>();
        int number = 0;
        for (NetworkComponent network : components) {
            CorrectionSearch search = CorrectionSearch.of(network, dossier, assumptions.costs(), assumptions.most());
            ClaimSet contested = ClaimSet.of();
            for (ConflictComponent component : search.components()) {
                number++;
                if (component.hits().isCut()) {
                    cuts.add(new Problem(
                            "corrections.csv",
                            0,
                            "",
                            Severity.WARNING,
                            "component " + number + ": there may be more options than the "
                                    + component.hits().found().size()
                                    + " that are told, and cheaper ones: the search was cut short",
                            ""));
                }
                addOptions(network, search, component, number, corrections, dropped);
                for (BitSet conflict : component.conflicts()) {
                    contested = contested.with(search.claims(conflict));
                }
            }
            if (!search.components().isEmpty()) {
                int first = number - search.components().size() + 1;
                corrections.add(widening(network, contested, first, corrections));
            }
        }
        return new Corrections(corrections, dropped, cuts);
    }

    private static void addOptions(
            NetworkComponent network,
            CorrectionSearch search,
            ConflictComponent component,
            int number,
            List<Correction> corrections,
            List<Claim> dropped) {
        List<BitSet> options = component.hits().found();
        ClaimSet always = search.claims(options.get(0));
        Rational cost = Rational.of(component.hits().cost());
        for (int option = 0; option < options.size(); option++) {
            ClaimSet aside = search.claims(options.get(option));
            always = always.without(always.without(aside));
            List<Action> actions = new ArrayList<>();
            for (ClaimId claim : aside) {
                actions.add(new Action(
                        Kind.SET_ASIDE,
                        network.claim(claim),
                        network.oracle().bounds(claim).toInterval(),
                        why(component, options.size())));
            }
            corrections.add(new Correction(number, option + 1, cost, actions));
        }
        always.forEach(claim -> dropped.add(network.claim(claim)));
    }

    private static String why(ConflictComponent component, int options) {
        int conflicts = component.conflicts().size();
        return (options == 1 ? "the only cheapest way" : "one of " + options + " cheapest ways") + " to mend "
                + (conflicts == 1 ? "1 conflict" : conflicts + " conflicts");
    }

    /** The widening stands with the first component, as an option behind those that set claims aside. */
    private static Correction widening(
            NetworkComponent network, ClaimSet contested, int component, List<Correction> before) {
        Widening widening = Widening.of(network, contested);
        List<Action> actions = new ArrayList<>();
        for (Map.Entry<ClaimId, Widening.Moves> moved : widening.moves().entrySet()) {
            Widening.Moves moves = moved.getValue();
            Bounds stated = network.oracle().bounds(moved.getKey());
            Bounds wide = new Bounds(
                    stated.low().map(low -> low.subtract(moves.mostDown())),
                    stated.high().map(high -> high.add(moves.mostUp())));
            List<String> ends = new ArrayList<>();
            if (moves.mostDown().signum() > 0) {
                ends.add("low end by " + range(moves.leastDown(), moves.mostDown()));
            }
            if (moves.mostUp().signum() > 0) {
                ends.add("high end by " + range(moves.leastUp(), moves.mostUp()));
            }
            actions.add(new Action(
                    Kind.WIDEN,
                    network.claim(moved.getKey()),
                    wide.toInterval(),
                    String.join(", ", ends) + ", of " + text(widening.total()) + " together"));
        }
        int option = 1;
        for (Correction correction : before) {
            option += correction.component() == component ? 1 : 0;
        }
        return new Correction(component, option, widening.total(), actions);
    }

    private static String range(Rational least, Rational most) {
        return least.equals(most) ? text(least) : text(least) + " to " + text(most);
    }

    private static String text(Rational value) {
        return value.isWhole() ? value.numerator().toString() : value.toDecimal(DIGITS, RoundingMode.HALF_EVEN);
    }

    /**
     * Returns the corrections.
     *
     * @return by component, those that set claims aside before the one that widens them
     */
    public List<Correction> all() {
        return corrections;
    }

    /**
     * Returns the claims that every cheapest correction sets aside.
     *
     * @return by component, in the dossier's order
     */
    public List<Claim> dropped() {
        return dropped;
    }

    /**
     * Says whether these are all.
     *
     * @return false where a component has more cheapest ways than are told, or so many that the search was given up and
     *     cheaper ones may exist
     */
    public boolean isComplete() {
        return cuts.isEmpty();
    }

    /** A warning for each component of which more options may exist. */
    List<Problem> cuts() {
        return cuts;
    }

    @Override
    public String name() {
        return "corrections";
    }

    @Override
    public List<Row> rows() {
        return rows;
    }

    @Override
    public List<Column<Row>> columns() {
        return COLUMNS;
    }

    private static double cost(Correction correction) {
        return Double.parseDouble(correction.cost().toDecimal(17, RoundingMode.HALF_EVEN));
    }

    /** Returns the corrections, one a line. */
    @Override
    public String toString() {
        return String.join("\n", corrections.stream().map(Correction::toString).toList());
    }
}
