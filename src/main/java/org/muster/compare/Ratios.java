package org.muster.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.compare.Ratio.Kind;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Hierarchy;
import org.muster.dossier.Quantity;
import org.muster.exact.RationalRange;
import org.muster.figure.Measure;
import org.muster.figure.State;
import org.muster.interval.Interval;
import org.muster.rows.Column;
import org.muster.tablesaw.Tabular;
import org.muster.text.Problem;

/**
 * Force, loss exchange and fractional exchange ratios and loss rates: the report {@code ratios.csv}.
 *
 * <p>In every event, for every two parties that are part of nothing, at the whole area; then for every two direct
 * members of different ones, at every place. A ratio is made for each measure that somebody claims, where something is
 * known on both sides. There is no ratio with a denominator of 0. Where a figure in a ratio is in conflict, the row of
 * the ranges is followed by a row for each voice that gives all of those figures, since a hull over two camps hides
 * that nobody claims anything in between.
 */
public final class Ratios implements Tabular<Ratio> {

    private static final int MOST_PARTIES = 100;
    private static final int MOST_VOICES = 100;
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_PAIRS = 2_000_000;

    private static final Interval NONE = Interval.of(0);
    private static final Interval ONE = Interval.of(1);

    private static final List<Column<Ratio>> COLUMNS = List.of(
            Column.text("event", Ratio::event),
            Column.text("ratio", row -> row.kind().toString()),
            Column.text("measure", Ratio::label),
            Column.text("party_a", Ratio::partyA),
            Column.text("place_a", Ratio::place),
            Column.text("party_b", Ratio::partyB),
            Column.text("place_b", Ratio::place),
            Column.text("basis", Ratio::basis),
            Column.list(
                    "borrowed",
                    row -> row.borrowed().stream().map(Ratio.Borrowed::toString).toList()),
            Column.ratio("low_a", "high_a", Ratio::a),
            Column.ratio("low_b", "high_b", Ratio::b),
            Column.ratio("low", "high", Ratio::range),
            Column.ratio("known_low", "known_high", Ratio::known),
            Column.list("missing", Ratio::missingLabels),
            Column.yesOrNo("soft", Ratio::soft),
            Column.text("tolerance", row -> row.tolerance().toString()),
            Column.list("claim_ids", row -> Claim.ids(row.claims())));

    private final List<Ratio> rows;
    private final List<Problem> problems;

    private Ratios(List<Ratio> rows, List<Problem> problems) {
        this.rows = List.copyOf(rows);
        this.problems = List.copyOf(problems);
    }

    /**
     * Returns the ratios between the parties of a dossier.
     *
     * @param dossier the claims
     * @return the ratios, with nothing widened
     */
    public static Ratios of(Dossier dossier) {
        return of(dossier, Tolerance.NONE);
    }

    /**
     * Returns the ratios between the parties of a dossier.
     *
     * @param dossier the claims
     * @param tolerance by how much soft claims are widened
     * @return the ratios
     */
    public static Ratios of(Dossier dossier, Tolerance tolerance) {
        return of(Ranges.of(dossier, tolerance));
    }

    /**
     * Returns the ratios between the parties of a dossier.
     *
     * @param ranges the ranges of its quantities, and what each voice says of them
     * @return the ratios
     */
    public static Ratios of(Ranges ranges) {
        return new Maker(ranges).make();
    }

    /**
     * Returns what was left out.
     *
     * @return a warning for every event with more than 100 parties without a common whole, one where there are more than
     *     200,000 ratios or 2,000,000 pairs of parties, and one where ratios of more than 100 voices would be given
     */
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public String name() {
        return "ratios";
    }

    @Override
    public List<Ratio> rows() {
        return rows;
    }

    @Override
    public List<Column<Ratio>> columns() {
        return COLUMNS;
    }

    /** Returns the rows, one per line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Ratio::toString).toList());
    }

    /** Two parties are compared where the same quantity of both is known: the event, the place, the scope. */
    private record Setting(String event, String place, String scope) {
        static Setting of(Quantity quantity) {
            return new Setting(quantity.event(), quantity.place(), quantity.scope());
        }

        Quantity quantity(String party, Measure measure) {
            return new Quantity(event, party, place, measure, scope);
        }
    }

    /** Who and what is claimed in one event. */
    private static final class Event {
        private final List<Quantity> quantities = new ArrayList<>();

        /** The measures that somebody claims, in dossier order. */
        private final Set<Measure> measures = new LinkedHashSet<>();

        /** The parties, in dossier order; then those that they add up to. */
        private final Set<String> parties = new LinkedHashSet<>();

        /** The places and scopes, in dossier order, the whole area first; in each, of which measures of a party something is known. */
        private final Map<Setting, Map<String, Set<Measure>>> settings = new LinkedHashMap<>();

        /** What was asked for among the roots, if any has members: one without stands among the members too. */
        private final Set<Pairing> asked = new HashSet<>();

        private boolean rootsAlone = true;

        Event(String name) {
            settings.put(new Setting(name, "", ""), new HashMap<>());
        }

        void add(Quantity quantity) {
            quantities.add(quantity);
            parties.add(quantity.party());
            measures.add(quantity.measure());
            settings.computeIfAbsent(new Setting(quantity.event(), "", quantity.scope()), any -> new HashMap<>());
            settings.computeIfAbsent(Setting.of(quantity), any -> new HashMap<>());
        }
    }

    /** One ratio that is asked for. */
    private record Pairing(Kind kind, Setting setting, Measure measure, String a, String b) {

        /** What is divided, in turn numerator and denominator. */
        List<Quantity> terms() {
            Quantity ofA = setting.quantity(a, measure);
            Quantity ofB = setting.quantity(b, measure);
            Measure strength = new Measure(measure.item(), State.STRENGTH);
            return switch (kind) {
                case FORCE -> List.of(ofA, ofB);
                case LOSS_EXCHANGE -> List.of(ofB, ofA);
                case FRACTIONAL_EXCHANGE ->
                    List.of(ofA, setting.quantity(a, strength), ofB, setting.quantity(b, strength));
                case LOSS_RATE -> List.of(ofA, setting.quantity(a, strength));
            };
        }
    }

    /** What is known of the quantities on one basis, with all claims and without the soft ones. */
    private record Views(Tallies all, Tallies firm) {}

    /** Makes the rows of one dossier. */
    private static final class Maker {
        private final Ranges ranges;
        private final Hierarchy hierarchy;
        private final Map<String, Views> views = new HashMap<>();
        private final Map<Quantity, Boolean> contested = new HashMap<>();

        private final Map<String, Event> events = new LinkedHashMap<>();
        private final List<Ratio> rows = new ArrayList<>();
        private final Set<Problem> problems = new LinkedHashSet<>();
        private int pairs;

        Maker(Ranges ranges) {
            this.ranges = ranges;
            this.hierarchy = ranges.dossier().hierarchy();
            for (Quantity quantity : ranges.dossier().quantities()) {
                events.computeIfAbsent(quantity.event(), Event::new).add(quantity);
            }
            for (Quantity quantity : ranges.founded()) {
                Event event = events.get(quantity.event());
                if (event != null
                        && event.measures.contains(quantity.measure())
                        && byBasis(Ratio.RANGES).all().of(quantity).isKnown()) {
                    event.parties.add(quantity.party());
                    Map<String, Set<Measure>> known = event.settings.get(Setting.of(quantity));
                    if (known != null) { // else nobody speaks of that place
                        known.computeIfAbsent(quantity.party(), any -> new HashSet<>())
                                .add(quantity.measure());
                    }
                }
            }
        }

        Ratios make() {
            events.forEach((name, event) -> {
                List<List<String>> roots = new ArrayList<>();
                for (String root : most(name, event)) {
                    roots.add(List.of(root));
                    event.rootsAlone &= hierarchy.members(name, root).isEmpty();
                }
                event.settings.forEach((setting, known) -> {
                    if (setting.place().isEmpty()) {
                        pairs(event, setting, known, roots);
                    }
                });
            });
            events.forEach((name, event) -> {
                List<List<String>> members = new ArrayList<>();
                for (String root : most(name, event)) {
                    List<String> direct = hierarchy.members(name, root);
                    members.add(direct.isEmpty() ? List.of(root) : direct);
                }
                event.settings.forEach((setting, known) -> {
                    if (!event.rootsAlone || !setting.place().isEmpty()) {
                        pairs(event, setting, known, members);
                    }
                });
            });
            return new Ratios(rows, List.copyOf(problems));
        }

        /** The parties with the most claims in the event, at most as many as can be paired, in their order. */
        private List<String> most(String name, Event event) {
            List<String> roots = hierarchy.roots(name, event.parties);
            if (roots.size() <= MOST_PARTIES) {
                return roots;
            }
            Map<String, Integer> claims = new HashMap<>();
            Map<String, String> sides = hierarchy.sides(name, event.parties);
            for (Quantity quantity : event.quantities) {
                int count = ranges.dossier().claims(quantity).size();
                claims.merge(sides.getOrDefault(quantity.party(), ""), count, Integer::sum);
            }
            List<String> sorted = new ArrayList<>(roots);
            sorted.sort(Comparator.comparing((String root) -> claims.getOrDefault(root, 0))
                    .reversed());
            Set<String> kept = new HashSet<>(sorted.subList(0, MOST_PARTIES));
            leftOut(
                    "only " + MOST_PARTIES + " of " + roots.size() + " parties without a common whole are compared with"
                            + " one another: those with the most claims",
                    name);
            return roots.stream().filter(kept::contains).toList();
        }

        private void leftOut(String message, String text) {
            problems.add(Problem.limit("ratios.csv", message, text));
        }

        /** Whether there is room for more rows. */
        private boolean isFull() {
            if (rows.size() >= MOST_ROWS) {
                leftOut(
                        "only the first " + MOST_ROWS
                                + " ratios are given, those between the sides before those between their members",
                        "");
            } else if (pairs >= MOST_PAIRS) {
                leftOut("only the first " + MOST_PAIRS + " pairs of parties are compared", "");
            }
            return rows.size() >= MOST_ROWS || pairs >= MOST_PAIRS;
        }

        /** Every two parties of different groups, then the loss rates of all that stand in a pair. */
        private void pairs(Event event, Setting setting, Map<String, Set<Measure>> here, List<List<String>> groups) {
            if (here.isEmpty()) {
                return;
            }
            List<List<String>> present = groups.stream()
                    .map(group -> group.stream().filter(here::containsKey).toList())
                    .filter(group -> !group.isEmpty())
                    .toList();
            for (int i = 0; i < present.size(); i++) {
                for (int j = i + 1; j < present.size(); j++) {
                    for (String a : present.get(i)) {
                        for (String b : present.get(j)) {
                            if (isFull()) {
                                return;
                            }
                            pairs++;
                            pair(event, setting, here, a, b);
                        }
                    }
                }
            }
            if (present.size() > 1) {
                for (List<String> group : present) {
                    for (String party : group) {
                        rows(Kind.LOSS_RATE, event, setting, here.getOrDefault(party, Set.of()), party, party);
                    }
                }
            }
        }

        private void pair(Event event, Setting setting, Map<String, Set<Measure>> here, String a, String b) {
            Set<Measure> both = new HashSet<>(here.getOrDefault(a, Set.of()));
            both.retainAll(here.getOrDefault(b, Set.of()));
            rows(Kind.FORCE, event, setting, both, a, b);
            rows(Kind.LOSS_EXCHANGE, event, setting, both, a, b);
            rows(Kind.FRACTIONAL_EXCHANGE, event, setting, both, a, b);
        }

        private void rows(Kind kind, Event event, Setting setting, Set<Measure> known, String a, String b) {
            if (known.isEmpty()) {
                return;
            }
            for (Measure measure : event.measures) {
                boolean fits = kind == Kind.FORCE ? measure.isStrength() : hierarchy.isLoss(measure);
                if (fits && known.contains(measure)) {
                    rows(event, new Pairing(kind, setting, measure, a, b));
                }
            }
        }

        /** The row of the ranges and, where a figure in it is in conflict, one for each voice that gives all of those. */
        private void rows(Event event, Pairing pairing) {
            if (isFull() || !event.rootsAlone && !event.asked.add(pairing) || !add(pairing, Ratio.RANGES)) {
                return;
            }
            Set<Quantity> inConflict = new LinkedHashSet<>();
            for (Quantity term : pairing.terms()) {
                for (Quantity of : byBasis(Ratio.RANGES).all().claimed(term)) {
                    if (ranges.said(of).size() > 1 && contested.computeIfAbsent(of, ranges::isContested)) {
                        inConflict.add(of);
                    }
                }
            }
            List<String> voices = voicesOfAll(inConflict);
            if (voices.size() > MOST_VOICES) {
                leftOut("ratios by single voices are given for the first " + MOST_VOICES + " voices only", "");
            }
            for (String voice : voices.subList(0, Math.min(MOST_VOICES, voices.size()))) {
                add(pairing, voice);
            }
        }

        /** The voices that say something of each quantity, in the order of the first. */
        private List<String> voicesOfAll(Set<Quantity> quantities) {
            Set<String> voices = new LinkedHashSet<>();
            boolean first = true;
            for (Quantity quantity : quantities) {
                Set<String> own = new LinkedHashSet<>();
                ranges.said(quantity).forEach(said -> own.add(said.voice()));
                if (first) {
                    voices.addAll(own);
                } else {
                    voices.retainAll(own);
                }
                first = false;
            }
            return List.copyOf(voices);
        }

        /** Adds the row where there is a ratio; it is soft where it would be another without the soft claims. */
        private boolean add(Pairing pairing, String basis) {
            Optional<Ratio> ratio = ratio(pairing, basis, byBasis(basis).all());
            if (ratio.isEmpty()) {
                return false;
            }
            boolean soft = ranges.withoutSoft() != ranges
                    && !ratio(pairing, basis, byBasis(basis).firm())
                            .filter(ratio.get()::hasRangesOf)
                            .isPresent();
            rows.add(soft ? ratio.get().asSoft() : ratio.get());
            return true;
        }

        private Views byBasis(String basis) {
            return views.computeIfAbsent(
                    basis,
                    name -> name.equals(Ratio.RANGES)
                            ? new Views(Tallies.of(ranges), Tallies.of(ranges.withoutSoft()))
                            : new Views(Tallies.by(name, ranges), Tallies.by(name, ranges.withoutSoft())));
        }

        private Optional<Ratio> ratio(Pairing pairing, String basis, Tallies from) {
            List<Interval> possible = new ArrayList<>();
            List<Interval> known = new ArrayList<>();
            List<Quantity> missing = new ArrayList<>();
            List<QuantityRange> used = new ArrayList<>();
            for (Quantity term : pairing.terms()) {
                Tally tally = from.of(term);
                if (!tally.isKnown()) {
                    return Optional.empty();
                }
                possible.add(tally.possible());
                known.add(tally.known());
                missing.addAll(tally.missing());
                used.addAll(tally.used());
            }
            boolean fractional = pairing.kind() == Kind.FRACTIONAL_EXCHANGE;
            for (int denominator : fractional ? new int[] {1, 2, 3} : new int[] {1}) {
                if (possible.get(denominator).equals(NONE)) {
                    return Optional.empty();
                }
            }
            RationalRange range = quotient(possible);
            boolean reversed = pairing.kind() == Kind.LOSS_EXCHANGE;
            return Optional.of(new Ratio(
                    pairing.setting().event(),
                    pairing.kind(),
                    pairing.measure(),
                    pairing.a(),
                    pairing.b(),
                    pairing.setting().place(),
                    pairing.setting().scope(),
                    basis,
                    basis.equals(Ratio.RANGES) ? List.of() : borrowed(basis, used),
                    quotient(fractional ? possible.subList(0, 2) : List.of(possible.get(reversed ? 1 : 0), ONE)),
                    quotient(fractional ? possible.subList(2, 4) : List.of(possible.get(reversed ? 0 : 1), ONE)),
                    range,
                    missing.isEmpty() ? range : quotient(known),
                    missing,
                    false,
                    ranges.tolerance(),
                    QuantityRange.claimsOf(used)));
        }

        /** The figures in a voice's row that the voice itself does not give. */
        private List<Ratio.Borrowed> borrowed(String voice, List<QuantityRange> used) {
            List<Ratio.Borrowed> borrowed = new ArrayList<>();
            for (QuantityRange range : used) {
                if (ranges.said(range.quantity(), voice).isEmpty()) {
                    borrowed.add(new Ratio.Borrowed(
                            range.quantity(),
                            ranges.said(range.quantity()).stream()
                                    .map(Said::voice)
                                    .toList()));
                }
            }
            return borrowed;
        }

        /** {@code x / X}, or {@code (x / X) / (y / Y)}: each term stands once, so the ends of the terms give the ends. */
        private static RationalRange quotient(List<Interval> terms) {
            if (terms.size() == 2) {
                return RationalRange.quotient(terms.subList(0, 1), terms.subList(1, 2));
            }
            return terms.get(3).equals(NONE) // y / Y is anything where of Y only zeros are known
                    ? RationalRange.ANY
                    : RationalRange.quotient(List.of(terms.get(0), terms.get(3)), List.of(terms.get(1), terms.get(2)));
        }
    }
}
