package org.muster.reconcile;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.exact.Bounds;
import org.muster.exact.Rational;
import org.muster.exact.WorkLimit;
import org.muster.propagate.ImpliedRanges;
import org.muster.reconcile.Correction.Action;
import org.muster.reconcile.Correction.Kind;
import org.muster.rows.Column;
import org.muster.rows.Lazy;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;

/**
 * How conflicts can be resolved, with a row for each statement of each correction: the report {@code corrections.csv}.
 *
 * <p>Conflicts that share statements form a component. For each component, the rows list all of the cheapest sets of
 * statements that resolve it when set aside; one option for each component resolves all conflicts. The options are
 * followed by the smallest widening, computed for all components of connected quantities at once: the total by which
 * the ends of statements in conflicts have to move outward, and how far each end may move.
 */
public final class Corrections implements Tabular<Corrections.Row> {

    private static final int DIGITS = 6;

    private static final int MOST_ROWS = 20_000; // of one component

    private static final int MOST_ROWS_OF_ALL = 200_000; // but for one option of each component

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.count("component", row -> row.correction().component()),
            Column.count("option", row -> row.correction().option()),
            Column.number("cost", row -> OptionalDouble.of(cost(row.correction()))),
            Column.list("claim", row -> row.action().statement().ids()),
            Column.text("action", row -> row.action().kind().toString()),
            Column.range("low", "high", row -> row.action().range()),
            Column.text("why", row -> row.action().why()));

    /**
     * What a correction does with one statement.
     *
     * @param correction the correction
     * @param action what it does
     */
    public record Row(Correction correction, Action action) {}

    /**
     * The smallest widenings.
     *
     * @param corrections by the component with which each is listed
     * @param cuts a warning for each that was not computed
     */
    private record Widenings(Map<Integer, Correction> corrections, List<Problem> cuts) {}

    private final Map<Integer, List<Correction>> settingAside; // by component
    private final List<Claim> dropped;
    private final List<Problem> cuts; // of setting aside
    private final Lazy<Widenings> widenings; // they cost more, and the page does not tell them
    private final Lazy<List<Correction>> all;

    private Corrections(
            Map<Integer, List<Correction>> settingAside,
            List<Claim> dropped,
            List<Problem> cuts,
            Supplier<Widenings> widenings) {
        this.settingAside = settingAside;
        this.dropped = List.copyOf(dropped);
        this.cuts = List.copyOf(cuts);
        this.widenings = Lazy.of(widenings);
        this.all = Lazy.of(this::join);
    }

    private List<Correction> join() {
        Map<Integer, List<Correction>> byComponent = new TreeMap<>();
        settingAside.forEach((component, options) -> byComponent.put(component, new ArrayList<>(options)));
        widenings
                .get()
                .corrections()
                .forEach((component, widening) -> byComponent
                        .computeIfAbsent(component, any -> new ArrayList<>())
                        .add(widening));
        List<Correction> joined = new ArrayList<>();
        byComponent.values().forEach(joined::addAll);
        return List.copyOf(joined);
    }

    /**
     * Finds the corrections of a dossier.
     *
     * @param dossier the claims and rules
     * @return the cheapest corrections, without further assumptions
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
     * @return the cheapest corrections
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Corrections of(Dossier dossier, Assumptions assumptions) {
        return of(
                dossier,
                ConflictComponent.of(
                        dossier,
                        NetworkComponent.contradictory(dossier, assumptions).components()));
    }

    static Corrections of(Dossier dossier, List<ConflictComponent> components) {
        ConflictComponent.Order order = new ConflictComponent.Order(dossier);
        Map<Integer, List<Correction>> byComponent = new TreeMap<>();
        List<Claim> dropped = new ArrayList<>();
        List<Problem> cuts = new ArrayList<>();
        Map<NetworkComponent, List<ConflictComponent>> networks = new LinkedHashMap<>();
        int rows = 0;
        for (ConflictComponent component : components) {
            if (component.corrections().options().isEmpty()) {
                continue; // rules contradict one another
            }
            networks.computeIfAbsent(component.network(), any -> new ArrayList<>())
                    .add(component);
            List<Correction> options = options(component, order, Math.min(MOST_ROWS, MOST_ROWS_OF_ALL - rows));
            rows += options.stream().mapToInt(option -> option.actions().size()).sum();
            byComponent.put(component.number(), options);
            if (component.corrections().told() == CorrectionSearch.Told.A_CHEAP_WAY) {
                cuts.add(cut("component " + component.number()
                        + ": there may be cheaper corrections than the one listed: "
                        + component.network().budget().whyStopped()));
            } else if (component.corrections().told() == CorrectionSearch.Told.SOME
                    || options.size() < component.corrections().options().size()) {
                cuts.add(cut("component " + component.number() + ": there are more options than the " + options.size()
                        + " listed"));
            }
            order.sorted(component.statements(always(component))).forEach(each -> dropped.addAll(each.claims()));
        }
        return new Corrections(byComponent, dropped, cuts, () -> widenings(networks, byComponent, order));
    }

    private static Widenings widenings(
            Map<NetworkComponent, List<ConflictComponent>> networks,
            Map<Integer, List<Correction>> settingAside,
            ConflictComponent.Order order) {
        Map<Integer, Correction> widenings = new TreeMap<>();
        List<Problem> cuts = new ArrayList<>();
        WorkLimit limit = new WorkLimit(ImpliedRanges.MOST_WORK); // of all widenings
        networks.forEach((network, within) -> {
            int first = within.get(0).number();
            StatementSet contested = StatementSet.of();
            for (ConflictComponent component : within) {
                contested = contested.with(component.corrections().contested());
            }
            Optional<Widening> widening = Widening.of(network, contested, limit);
            if (widening.isPresent()) {
                int option = settingAside.getOrDefault(first, List.of()).size() + 1;
                widenings.put(first, correction(network, widening.get(), first, option, order));
            } else {
                cuts.add(cut("component " + first + ": the smallest widening was not computed: " + contested.size()
                        + " statements, or the rules that bind them, are too many"));
            }
        });
        return new Widenings(widenings, cuts);
    }

    private static Problem cut(String message) {
        return Problem.limit("corrections.csv", message, "");
    }

    /** Returns the statements that every option of a component sets aside. */
    private static StatementSet always(ConflictComponent component) {
        List<StatementSet> options = component.corrections().options();
        StatementSet always = options.get(0);
        for (StatementSet option : options) {
            always = always.among(option);
        }
        return always;
    }

    private static List<Correction> options(ConflictComponent component, ConflictComponent.Order order, int mostRows) {
        List<StatementSet> sets = component.corrections().options();
        int enough = Math.max(1, mostRows / Math.max(1, sets.get(0).size()));
        List<List<Statement>> options = new ArrayList<>();
        for (StatementSet set : sets.subList(0, Math.min(sets.size(), enough))) {
            options.add(order.sorted(component.statements(set)));
        }
        options.sort((a, b) -> ConflictComponent.Order.compare(order.places(a), order.places(b)));
        Rational cost = Rational.of(component.corrections().cost());
        String why = why(component.corrections());
        List<Correction> told = new ArrayList<>();
        boolean isCheapest = component.corrections().told() != CorrectionSearch.Told.A_CHEAP_WAY;
        for (List<Statement> option : options) {
            List<Action> actions = new ArrayList<>();
            for (Statement statement : option) {
                actions.add(new Action(Kind.SET_ASIDE, statement, statement.range(), why));
            }
            told.add(new Correction(component.number(), told.size() + 1, cost, isCheapest, actions));
        }
        return told;
    }

    private static String why(CorrectionSearch.Component component) {
        int options = component.options().size();
        String way = component.told() == CorrectionSearch.Told.A_CHEAP_WAY
                ? "the cheapest way found"
                : options == 1 ? "the cheapest way" : "one of " + options + " equally cheap ways";
        return way + " to resolve "
                + (component.conflicts() == 1 ? "1 conflict" : component.conflicts() + " conflicts");
    }

    /**
     * Returns the widening, which is listed with the first component, as an option after those that set statements
     * aside.
     */
    private static Correction correction(
            NetworkComponent network, Widening widening, int component, int option, ConflictComponent.Order order) {
        Map<Statement, Action> actions = new LinkedHashMap<>();
        for (Map.Entry<StatementId, Widening.Moves> moved : widening.moves().entrySet()) {
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
            Statement statement = network.statement(moved.getKey());
            actions.put(
                    statement,
                    new Action(
                            Kind.WIDEN,
                            statement,
                            wide.toInterval(),
                            String.join(", ", ends) + ", out of " + text(widening.total()) + " in total"));
        }
        List<Action> sorted = new ArrayList<>();
        for (Statement statement : order.sorted(List.copyOf(actions.keySet()))) {
            Optional.ofNullable(actions.get(statement)).ifPresent(sorted::add);
        }
        return new Correction(component, option, widening.total(), true, sorted);
    }

    private static String range(Rational least, Rational most) {
        return least.equals(most) ? text(least) : text(least) + " to " + text(most);
    }

    private static String text(Rational value) {
        return value.isWhole() ? value.numerator().toString() : value.toDecimal(DIGITS, RoundingMode.HALF_EVEN);
    }

    /**
     * Returns the cheapest corrections of each component that set claims aside and widen none.
     *
     * @return by the component's number, in the order of the report
     */
    public Map<Integer, List<Correction>> settingAside() {
        return Collections.unmodifiableMap(settingAside);
    }

    /**
     * Returns the corrections.
     *
     * @return by component, those that set claims aside before the one that widens them
     */
    public List<Correction> all() {
        return all.get();
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
     * Returns whether these are all of the cheapest corrections.
     *
     * @return false where a component has more equally cheap corrections than are listed, or where the search was
     *     abandoned and cheaper ones may exist
     */
    public boolean isComplete() {
        return cuts().isEmpty();
    }

    /** Returns a warning for each component of which more options may exist. */
    List<Problem> cuts() {
        List<Problem> both = new ArrayList<>(cuts);
        both.addAll(widenings.get().cuts());
        return both;
    }

    /**
     * Returns for how many components there are more, or cheaper, ways to set claims aside than those listed.
     *
     * @return 0 where all of the cheapest are known
     */
    public int unfinished() {
        return cuts.size();
    }

    @Override
    public String name() {
        return "corrections";
    }

    @Override
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Correction correction : all()) {
            for (Action action : correction.actions()) {
                rows.add(new Row(correction, action));
            }
        }
        return List.copyOf(rows);
    }

    @Override
    public List<Column<Row>> columns() {
        return COLUMNS;
    }

    private static double cost(Correction correction) {
        return Double.parseDouble(correction.cost().toDecimal(17, RoundingMode.HALF_EVEN));
    }

    /** Returns the corrections, one per line. */
    @Override
    public String toString() {
        return String.join("\n", all().stream().map(Correction::toString).toList());
    }
}
