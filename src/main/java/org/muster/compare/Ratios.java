package org.muster.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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

/**
 * Force, loss exchange and fractional exchange ratios and loss rates: the report {@code ratios.csv}.
 *
 * <p>For every two sides at the whole area, then for every two direct members of different sides at every place where
 * both have figures, in dossier order; only quantities without a scope are compared. A ratio of which one side is
 * wholly unknown is left out. Where a quantity in a ratio is in conflict, a row for each claimant stands behind the row
 * of the ranges, since a hull over two camps hides that nothing lies between.
 */
public final class Ratios implements Tabular<Ratio> {

    private static final Interval NONE = Interval.of(0);
    private static final Interval ONE = Interval.of(1);

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
            Column.list("missing", Ratio::missingLabels),
            Column.yesOrNo("soft", Ratio::soft),
            Column.text("tolerance", row -> row.tolerance().toString()),
            Column.list("claim_ids", row -> Claim.ids(row.claims())));

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
        return of(Agreements.of(dossier, tolerance));
    }

    /**
     * Returns the ratios between the parties of a dossier.
     *
     * @param agreements what is claimed of its quantities, and where claims are in conflict
     * @return the ratios
     */
    public static Ratios of(Agreements agreements) {
        return new Ratios(new Maker(agreements).make());
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
        private final Ranges ranges;
        private final Tallies tallies;
        private final Set<String> events = new LinkedHashSet<>();
        private final Set<String> parties = new LinkedHashSet<>();
        private final Set<String> places = new LinkedHashSet<>(List.of(""));
        private final Set<Measure> strengths = new LinkedHashSet<>();
        private final Set<Measure> losses = new LinkedHashSet<>();

        /** The measures of which anything may be known, by event, party and place. */
        private final Map<List<String>, Set<Measure>> measures = new HashMap<>();

        /** Who gives a number of each quantity in conflict. */
        private final Map<Quantity, Set<String>> contested = new HashMap<>();

        private final Map<String, Tallies> byClaimant = new HashMap<>();
        private final List<Ratio> rows = new ArrayList<>();

        Maker(Agreements agreements) {
            this.ranges = agreements.ranges();
            this.dossier = ranges.dossier();
            this.tallies = new Tallies(ranges);
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
            for (Quantity quantity : ranges.founded()) {
                if (quantity.scope().isEmpty()) {
                    measures.computeIfAbsent(
                                    List.of(quantity.event(), quantity.party(), quantity.place()),
                                    side -> new HashSet<>())
                            .add(quantity.measure());
                }
            }
            for (Quantity quantity : agreements.inConflict()) {
                contested.put(quantity, claimants(quantity));
            }
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
            List<List<String>> sides = new ArrayList<>();
            List<List<String>> members = new ArrayList<>();
            for (String root : hierarchy.roots(parties)) {
                sides.add(List.of(root));
                members.add(hierarchy.members(root));
            }
            for (String event : events) {
                pairs(event, Set.of(""), sides);
            }
            for (String event : events) {
                pairs(event, places, members);
            }
            return rows;
        }

        /** Every two parties of different groups, then the loss rates of all. */
        private void pairs(String event, Set<String> where, List<List<String>> groups) {
            Map<String, List<String>> placesOf = new HashMap<>();
            for (List<String> group : groups) {
                for (String party : group) {
                    placesOf.put(party, placesOf(event, party, where));
                }
            }
            for (int i = 0; i < groups.size(); i++) {
                for (int j = i + 1; j < groups.size(); j++) {
                    for (String a : groups.get(i)) {
                        for (String b : groups.get(j)) {
                            for (String place : placesOf.getOrDefault(a, List.of())) {
                                pair(event, place, a, b);
                            }
                        }
                    }
                }
            }
            for (List<String> group : groups) {
                for (String party : group) {
                    for (String place : placesOf.getOrDefault(party, List.of())) {
                        rows(Kind.LOSS_RATE, event, losses, measures(event, party, place), party, party, place);
                    }
                }
            }
        }

        private List<String> placesOf(String event, String party, Set<String> where) {
            List<String> places = new ArrayList<>();
            for (String place : where) {
                if (!measures(event, party, place).isEmpty()) {
                    places.add(place);
                }
            }
            return places;
        }

        private void pair(String event, String place, String a, String b) {
            Set<Measure> known = new HashSet<>(measures(event, a, place));
            known.retainAll(measures(event, b, place));
            rows(Kind.FORCE, event, strengths, known, a, b, place);
            rows(Kind.LOSS_EXCHANGE, event, losses, known, a, b, place);
            rows(Kind.FRACTIONAL_EXCHANGE, event, losses, known, a, b, place);
        }

        private void rows(
                Kind kind, String event, Set<Measure> inOrder, Set<Measure> known, String a, String b, String place) {
            if (known.isEmpty()) {
                return;
            }
            for (Measure measure : inOrder) {
                if (known.contains(measure)) {
                    row(kind, event, measure, a, b, place);
                }
            }
        }

        private Set<Measure> measures(String event, String party, String place) {
            return measures.getOrDefault(List.of(event, party, place), Set.of());
        }

        /** The row of the ranges and, where a claim that it rests on is in conflict, one for each claimant. */
        private void row(Kind kind, String event, Measure measure, String a, String b, String place) {
            Optional<Ratio> ratio = ratio(tallies, Ratio.RANGES, kind, event, measure, a, b, place);
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
                    ranges.taking((quantity, claim) -> claim.claimant().equals(claimant)
                            || !contested.getOrDefault(quantity, Set.of()).contains(claimant)));
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
            List<Interval> possible = new ArrayList<>();
            List<Interval> known = new ArrayList<>();
            List<Quantity> missing = new ArrayList<>();
            Set<Claim> claims = new LinkedHashSet<>();
            boolean soft = false;
            for (Quantity term : terms) {
                Tally tally = from.of(term);
                if (!tally.isKnown()) {
                    return Optional.empty();
                }
                possible.add(tally.possible());
                known.add(tally.known());
                missing.addAll(tally.missing());
                claims.addAll(tally.claims());
            }
            for (Claim claim : claims) {
                soft |= claim.figure().isSoft();
            }
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
                    soft,
                    ranges.tolerance(),
                    List.copyOf(claims)));
        }

        private static Quantity strength(Quantity loss) {
            return new Quantity(
                    loss.event(),
                    loss.party(),
                    loss.place(),
                    new Measure(loss.measure().item(), State.STRENGTH),
                    loss.scope());
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
