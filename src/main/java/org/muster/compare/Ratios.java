package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
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
import org.muster.interval.Interval;
import org.muster.table.Column;
import org.muster.table.Rows;

/**
 * Force, loss exchange and fractional exchange ratios and loss rates: the report {@code ratios.csv}.
 *
 * <p>x quantities without a scope are compared. A ratio of which one side is
 * wholly unknown is left out. Where a quantity in a ratio is in conflict, a row for each claimant stands behind the row
 * of the ranges, since a hull over two camps hides that nothing lies between.
 */
public final class Ratios implements Rows<Ratio> {

    /** The basis of a ratio of the quantities' ranges. */
    public static final String RANGES = "ranges";

    private static final Measure MEN = Measure.parse("strength");

    private static final Interval ONE = Interval.of(1);

    private static final Interval NONE = Interval.of(0);

    private static final List<Column<Ratio>> COLUMNS = List.of(
            Column.text("event", Ratio::event),
            Column.text("ratio", row -> row.kind().toString()),
            Column.text("measure", row -> row.measure().toString()),
            Column.text("party_a", Ratio::partyA),
            Column.text("place_a", Ratio::place),
            Column.text("party_b", Ratio::partyB),
            Column.text("place_b", Ratio::place),
            Column.text("basis", Ratio::basis),
            Column.ratio("low_a", "high_a", Ratio::a),
            Column.ratio("low_b", "high_b", Ratio::b),
            Column.ratio("low", "high", Ratio::range),
            Column.ratio("known_low", "known_high", Ratio::known),
            Column.list(
                    "missing",
                    row -> row.missing().stream().map(Quantity::label).toList()),
            Column.text("soft", row -> row.soft() ? "yes" : "no"),
            Column.text("tolerance", row -> row.tolerance().toString()),
            Column.list("claim_ids", row -> row.claims().stream().map(Claim::id).toList()));

    private final List<Ratio> rows;

    private Ratios(List<Ratio> rows) {
        this.rows = List.copyOf(rows);
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
        return new Ratios(new Maker(dossier, requireNonNull(tolerance, "tolerance")).make());
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

    /** Returns the rows, one a line. */
    @Override
    public String toString() {
        return String.join("\n", rows.stream().map(Ratio::toString).toList());
    }

    /** Makes the rows of one dossier. */
    private static final class Maker {
        private final Dossier dossier;
        private final Tolerance tolerance;
        private final Ranges ranges;
        private final Tallies tallies;
        private final Heard heard;
        private final Set<String> events = new LinkedHashSet<>();
        private final Set<String> parties = new LinkedHashSet<>();
        private final Set<String> places = new LinkedHashSet<>(List.of(""));
        private final Set<Measure> strengths = new LinkedHashSet<>();
        private final Set<Measure> losses = new LinkedHashSet<>();

        /** Who gives a number of each quantity in conflict. */
        private final Map<Quantity, Set<String>> contested = new HashMap<>();

        private final Map<String, Tallies> byClaimant = new HashMap<>();
        private final List<Ratio> rows = new ArrayList<>();

        Maker(Dossier dossier, Tolerance tolerance) {
            this.dossier = dossier;
            this.tolerance = tolerance;
            this.ranges = Ranges.of(dossier, tolerance);
            for (Quantity quantity : dossier.quantities()) {
                parties.add(quantity.party());
                if (quantity.scope().isEmpty()) {
                    events.add(quantity.event());
                    places.add(quantity.place());
                    Measure measure = quantity.measure();
                    if (measure.isStrength()) {
                        strengths.add(measure);
                    } else if (dossier.hierarchy().isLoss(measure)) {
                        losses.add(measure);
                    }
                }
            }
            for (Quantity quantity : Agreements.of(dossier, tolerance).inConflict()) {
                contested.put(quantity, claimants(quantity));
            }
            Set<Measure> terms = new LinkedHashSet<>(strengths);
            terms.addAll(losses);
            losses.forEach(loss -> terms.add(strength(loss)));
            this.heard = Heard.in(dossier, terms);
            this.tallies = new Tallies(dossier.hierarchy(), ranges, heard);
        }

        private Set<String> claimants(Quantity quantity) {
            Set<String> claimants = new LinkedHashSet<>();
            for (Claim claim : dossier.claims(quantity)) {
                if (claim.figure().hasNumber() && !claim.claimant().isEmpty()) {
                    claimants.add(claim.claimant());
                }
            }
            return claimants;
        }

        List<Ratio> make() {
            Hierarchy hierarchy = dossier.hierarchy();
            List<String> roots = hierarchy.roots(parties);
            List<List<String>> sides = roots.stream().map(List::of).toList();
            List<List<String>> members = roots.stream().map(hierarchy::members).toList();
            events.forEach(event -> pairs(event, Set.of(""), sides));
            events.forEach(event -> pairs(event, places, members));
            return rows;
        }

        /** Every two parties of different groups, then the loss rates of all. */
        private void pairs(String event, Set<String> where, List<List<String>> groups) {
            Map<String, List<String>> placesOf = new HashMap<>();
            for (List<String> group : groups) {
                for (String party : group) {
                    placesOf.put(
                            party,
                            where.stream()
                                    .filter(place -> heard.of(event, party, place))
                                    .toList());
                }
            }
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    for (String a : groups.get(i)) {
                        List<String> placesOfA = placesOf.getOrDefault(a, List.of());
                        if (!placesOfA.isEmpty()) {
                            for (String b : groups.get(j)) {
                                for (String place : placesOfA) {
                                    if (heard.of(event, b, place)) {
                                        pair(event, place, a, b);
                                    }
                                }
                            }
                        }
                    }
                }
            }
            for (List<String> group : groups) {
                for (String party : group) {
                    for (String place : placesOf.getOrDefault(party, List.of())) {
                        losses.forEach(loss -> row(Kind.LOSS_RATE, event, loss, party, party, place));
                    }
                }
            }
        }

        private void pair(String event, String place, String a, String b) {
            strengths.forEach(strength -> row(Kind.FORCE, event, strength, a, b, place));
            losses.forEach(loss -> row(Kind.LOSS_EXCHANGE, event, loss, a, b, place));
            losses.forEach(loss -> row(Kind.FRACTIONAL_EXCHANGE, event, loss, a, b, place));
        }

        /** The row of the ranges and, where a claim that it rests on is in conflict, one for each claimant. */
        private void row(Kind kind, String event, Measure measure, String a, String b, String place) {
            Optional<Ratio> ratio = ratio(tallies, RANGES, kind, event, measure, a, b, place);
            if (ratio.isEmpty()) {
                return;
            }
            rows.add(ratio.get());
            Set<String> claimants = new LinkedHashSet<>();
            for (Claim used : ratio.get().claims()) {
                claimants.addAll(contested.getOrDefault(used.quantity(), Set.of()));
            }
            for (String claimant : claimants) {
                Tallies claimed = byClaimant.computeIfAbsent(claimant, this::tallies);
                ratio(claimed, claimant, kind, event, measure, a, b, place).ifPresent(rows::add);
            }
        }

        /** By the claims of one claimant on every quantity in conflict of which he gives a number. */
        private Tallies tallies(String claimant) {
            return new Tallies(
                    dossier.hierarchy(),
                    ranges.of((quantity, claim) -> claim.claimant().equals(claimant)
                            || !contested.getOrDefault(quantity, Set.of()).contains(claimant)),
                    heard);
        }

        private Optional<Ratio> ratio(
                Tallies from,
                String basis,
                Kind kind,
                String event,
                Measure measure,
                String a,
                String b,
                String place) {
            Quantity ofA = new Quantity(event, a, place, measure, "");
            Quantity ofB = new Quantity(event, b, place, measure, "");
            List<Quantity> terms = switch (kind) {
                case FORCE -> List.of(ofA, ofB);
                case LOSS_EXCHANGE -> List.of(ofB, ofA);
                case FRACTIONAL_EXCHANGE -> List.of(ofA, strength(ofA), ofB, strength(ofB));
                case LOSS_RATE -> List.of(ofA, strength(ofA));
            };
            List<Tally> tallied = new ArrayList<>();
            List<Quantity> missing = new ArrayList<>();
            Set<Claim> claims = new LinkedHashSet<>();
            for (Quantity term : terms) {
                Tally tally = from.of(term);
                if (!tally.isKnown()) {
                    return Optional.empty();
                }
                tallied.add(tally);
                missing.addAll(tally.missing());
                claims.addAll(tally.claims());
            }
            List<Interval> possible = tallied.stream().map(Tally::possible).toList();
            List<Interval> known = tallied.stream().map(Tally::known).toList();
            boolean reversed = kind == Kind.LOSS_EXCHANGE;
            boolean fractional = kind == Kind.FRACTIONAL_EXCHANGE;
            RationalRange first =
                    quotient(fractional ? possible.subList(0, 2) : List.of(possible.get(reversed ? 1 : 0), ONE));
            RationalRange second =
                    quotient(fractional ? possible.subList(2, 4) : List.of(possible.get(reversed ? 0 : 1), ONE));
            return Optional.of(new Ratio(
                    event,
                    kind,
                    measure,
                    a,
                    b,
                    place,
                    basis,
                    first,
                    second,
                    quotient(possible),
                    quotient(known),
                    missing,
                    claims.stream().anyMatch(claim -> claim.figure().isSoft()),
                    tolerance,
                    List.copyOf(claims)));
        }

        private static Quantity strength(Quantity loss) {
            return new Quantity(loss.event(), loss.party(), loss.place(), strength(loss.measure()), loss.scope());
        }

        private static Measure strength(Measure loss) {
            return Measure.of(loss.item(), MEN.state());
        }

        /** {@code x / X}, or {@code (x / X) / (y / Y)}: each term stands once, so the ends of the terms give the ends. */
        private static RationalRange quotient(List<Interval> terms) {
            if (terms.size() == 2) {
                return RationalRange.quotient(terms.subList(0, 1), terms.subList(1, 2));
            }
            return terms.get(3).equals(NONE) // y / 0 may be anything, and so may what is divided by it
                    ? RationalRange.ANY
                    : RationalRange.quotient(List.of(terms.get(0), terms.get(3)), List.of(terms.get(1), terms.get(2)));
        }
    }
}
