package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.muster.compare.Agreement.Verdict;
import org.muster.compare.Literal.Known;
import org.muster.compare.Ratio.Kind;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.exact.RationalRange;
import org.muster.figure.Measure;
import org.muster.interval.Interval;

/** Ratios against brute force over the ends of what they are made of, and which there are against the definition. */
class RatiosPropertiesTest {

    /** Stands for no end; 1 / MANY stands for a divisor that goes to 0. */
    private static final double MANY = 1e9;

    /** A ratio that should be there: what it is of, and from where to where. */
    private record Expected(Kind kind, String event, Measure measure, String a, String b, String place) {}

    private static Measure strength(Measure loss) {
        return Measure.of(loss.item().name(), "strength");
    }

    /** Numerators and denominators of a ratio. */
    private static List<List<Quantity>> terms(Expected ratio) {
        Quantity a = new Quantity(ratio.event, ratio.a, ratio.place, ratio.measure, "");
        Quantity b = a.with(Dimension.PARTY, ratio.b);
        Quantity menOfA = a.with(Dimension.STATE, "strength");
        Quantity menOfB = b.with(Dimension.STATE, "strength");
        return switch (ratio.kind) {
            case FORCE -> List.of(List.of(a), List.of(b));
            case LOSS_EXCHANGE -> List.of(List.of(b), List.of(a));
            case LOSS_RATE -> List.of(List.of(a), List.of(menOfA));
            case FRACTIONAL_EXCHANGE -> List.of(List.of(a, menOfB), List.of(menOfA, b));
        };
    }

    private static List<Expected> expected(Dossier dossier) {
        Set<String> events = new LinkedHashSet<>();
        Set<String> parties = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>(List.of(""));
        Set<Measure> strengths = new LinkedHashSet<>();
        Set<Measure> losses = new LinkedHashSet<>();
        for (Claim claim : dossier.claims()) {
            Quantity quantity = claim.quantity();
            parties.add(quantity.party());
            if (quantity.scope().isEmpty()) {
                events.add(quantity.event());
                places.add(quantity.place());
                (quantity.measure().state().name().equals("strength") ? strengths : losses).add(quantity.measure());
            }
        }
        List<String> roots = dossier.hierarchy().roots(parties);
        List<Expected> all = new ArrayList<>();
        for (boolean sides : List.of(true, false)) {
            List<List<String>> groups = roots.stream()
                    .map(root -> sides ? List.of(root) : dossier.hierarchy().members(root))
                    .toList();
            for (String event : events) {
                for (int i = 0; i < groups.size(); i++) {
                    for (int j = i + 1; j < groups.size(); j++) {
                        for (String a : groups.get(i)) {
                            for (String b : groups.get(j)) {
                                for (String place : sides ? Set.of("") : places) {
                                    for (Measure m : strengths) {
                                        all.add(new Expected(Kind.FORCE, event, m, a, b, place));
                                    }
                                    for (Measure m : losses) {
                                        all.add(new Expected(Kind.LOSS_EXCHANGE, event, m, a, b, place));
                                    }
                                    for (Measure m : losses) {
                                        all.add(new Expected(Kind.FRACTIONAL_EXCHANGE, event, m, a, b, place));
                                    }
                                }
                            }
                        }
                    }
                }
                for (List<String> group : groups) {
                    for (String a : group) {
                        for (String place : sides ? Set.of("") : places) {
                            for (Measure m : losses) {
                                all.add(new Expected(Kind.LOSS_RATE, event, m, a, a, place));
                            }
                        }
                    }
                }
            }
        }
        all.removeIf(ratio -> terms(ratio).stream()
                .flatMap(List::stream)
                .anyMatch(term -> !Literal.known(dossier, term).any()));
        return all;
    }

    private static List<Double> ends(Known known, boolean withMissing) {
        double low = known.low();
        double high =
                known.high() == Literal.OPEN || withMissing && !known.missing().isEmpty() ? MANY : known.high();
        return low == 0 && high > 0 ? List.of(0.0, 1 / MANY, high) : List.of(low, high);
    }

    private static List<Double> products(Dossier dossier, List<Quantity> terms, boolean withMissing) {
        List<Double> products = List.of(1.0);
        for (Quantity term : terms) {
            List<Double> longer = new ArrayList<>();
            for (double end : ends(Literal.known(dossier, term), withMissing)) {
                products.forEach(product -> longer.add(product * end));
            }
            products = longer;
        }
        return products;
    }

    private static void assertRange(Dossier dossier, Expected ratio, boolean withMissing, RationalRange range) {
        List<List<Quantity>> terms = terms(ratio);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double x : products(dossier, terms.get(0), withMissing)) {
            for (double y : products(dossier, terms.get(1), withMissing)) {
                if (y != 0) {
                    least = Math.min(least, x / y);
                    most = Math.max(most, x / y);
                }
            }
        }
        Interval found = range.toInterval();
        boolean undefined = most < 0
                || ratio.kind == Kind.FRACTIONAL_EXCHANGE
                        && ends(Literal.known(dossier, terms.get(0).get(1)), withMissing)
                                .equals(List.of(0.0, 0.0));
        if (undefined) {
            assertEquals(RationalRange.ANY, range, ratio::toString);
            return;
        }
        double low = least;
        double high = most;
        assertTrue(
                found.inf() <= low * (1 + 1e-12) && low - found.inf() < 1e-5,
                () -> ratio + " " + range + " least " + low);
        assertTrue(
                Double.isInfinite(found.sup()) ? high > 1e6 : Math.abs(found.sup() - high) <= 1e-9 * found.sup(),
                () -> ratio + " " + range + " most " + high);
    }

    private static void assertCount(Dossier dossier, Quantity quantity, RationalRange range) {
        Known known = Literal.known(dossier, quantity);
        boolean open = known.high() == Literal.OPEN || !known.missing().isEmpty();
        assertEquals(Interval.of(known.low(), open ? Double.POSITIVE_INFINITY : known.high()), range.toInterval());
    }

    @Property
    @Domain(SmallDossiers.class)
    void asDefined(@ForAll Dossier dossier) {
        List<Ratio> rows = Ratios.of(dossier).rows().stream()
                .filter(row -> row.basis().equals(Ratio.RANGES))
                .toList();
        List<Expected> expected = expected(dossier);
        assertEquals(
                expected,
                rows.stream()
                        .map(row -> new Expected(
                                row.kind(), row.event(), row.measure(), row.partyA(), row.partyB(), row.place()))
                        .toList());
        for (int i = 0; i < rows.size(); i++) {
            Ratio row = rows.get(i);
            Expected ratio = expected.get(i);
            assertRange(dossier, ratio, true, row.range());
            assertRange(dossier, ratio, false, row.known());
            Set<Quantity> missing = new LinkedHashSet<>();
            terms(ratio).stream()
                    .flatMap(List::stream)
                    .forEach(term -> missing.addAll(Literal.known(dossier, term).missing()));
            assertEquals(missing, new LinkedHashSet<>(row.missing()));
            assertEquals(missing.size(), row.missing().size());
            if (missing.isEmpty()) {
                assertEquals(row.range(), row.known());
            }
            // The columns of the parties: their figures, or of a fractional exchange their loss rates.
            Expected rateOfA =
                    new Expected(Kind.LOSS_RATE, row.event(), row.measure(), row.partyA(), row.partyA(), row.place());
            Expected rateOfB =
                    new Expected(Kind.LOSS_RATE, row.event(), row.measure(), row.partyB(), row.partyB(), row.place());
            if (row.kind() == Kind.FRACTIONAL_EXCHANGE) {
                assertRange(dossier, rateOfA, true, row.a());
                assertRange(dossier, rateOfB, true, row.b());
            } else {
                Quantity ofA = terms(rateOfA).get(0).get(0);
                Quantity ofB = row.kind() == Kind.LOSS_RATE
                        ? terms(rateOfA).get(1).get(0)
                        : terms(rateOfB).get(0).get(0);
                assertCount(dossier, ofA, row.a());
                assertCount(dossier, ofB, row.b());
            }
            assertEquals(
                    row.claims().stream().anyMatch(claim -> Literal.said(claim).restsOnSoft()), row.soft());
        }
    }

    /** A row for a claimant is the row of the ranges once the others are silent where claims are in conflict. */
    @Property
    @Domain(SmallDossiers.class)
    void byClaimant(@ForAll Dossier dossier) {
        Set<Quantity> conflicts = new LinkedHashSet<>();
        for (Agreement row : Agreements.of(dossier).rows()) {
            if (row.verdict() == Verdict.CONFLICT) {
                conflicts.add(row.quantity());
            }
        }
        Ratio ranges = null;
        List<String> claimants = new ArrayList<>();
        List<Ratio> all = new ArrayList<>(Ratios.of(dossier).rows());
        for (Ratio row : all) {
            if (row.basis().equals(Ratio.RANGES)) {
                ranges = row;
                claimants.clear();
                for (Claim used : row.claims()) {
                    if (conflicts.contains(used.quantity())) {
                        for (Claim claim : Literal.numbered(dossier, used.quantity())) {
                            if (!claim.claimant().isEmpty() && !claimants.contains(claim.claimant())) {
                                claimants.add(claim.claimant());
                            }
                        }
                    }
                }
            } else {
                assertTrue(claimants.remove(row.basis()), row::toString);
                assertEquals(ranges.kind(), row.kind());
                assertEquals(ranges.place(), row.place());
                Dossier heard = silenced(dossier, conflicts, row.basis());
                Expected ratio =
                        new Expected(row.kind(), row.event(), row.measure(), row.partyA(), row.partyB(), row.place());
                assertRange(heard, ratio, true, row.range());
                assertRange(heard, ratio, false, row.known());
            }
        }
    }

    private static Dossier silenced(Dossier dossier, Set<Quantity> conflicts, String claimant) {
        List<Claim> heard = new ArrayList<>();
        for (Claim claim : dossier.claims()) {
            boolean speaks = Literal.numbered(dossier, claim.quantity()).stream()
                    .anyMatch(other -> other.claimant().equals(claimant));
            if (!conflicts.contains(claim.quantity())
                    || !speaks
                    || claim.claimant().equals(claimant)) {
                heard.add(claim);
            }
        }
        return Dossier.of(dossier.name(), heard).with(dossier.hierarchy().own().toArray(Breakdown[]::new));
    }

    private static Claim claim(String party, String measure, String figure) {
        return Claim.of(party, measure, figure, "book");
    }

    private static List<String> told(Dossier dossier) {
        return Ratios.of(dossier).rows().stream()
                .map(row -> row.kind() + ", " + row.basis() + ": " + row.range())
                .toList();
    }

    /** Between 3.91 and 1 times the losses nothing lies: nobody claims it. */
    @Example
    void nothingLiesBetweenTheCamps() {
        Dossier dossier = Dossier.of(
                "manchuria",
                claim("Soviet Union", "killed", "10,000"),
                claim("Japan", "killed", "20,000").claimedBy("Japan"),
                claim("Japan", "killed", "80,000").claimedBy("Soviet Union"));
        assertEquals(
                List.of(
                        "loss exchange b/a, ranges: [2, 8]",
                        "loss exchange b/a, Japan: [2, 2]",
                        "loss exchange b/a, Soviet Union: [8, 8]"),
                told(dossier));
    }

    @Example
    void everyKind() {
        // 300 men of 1,000 against 100–200 of 500: 0.3 to 0.2…0.4 is 0.75…1.5.
        Dossier dossier = Dossier.of(
                "battle",
                claim("A", "strength", "1,000"),
                claim("A", "killed", "300"),
                claim("B", "strength", "500"),
                claim("B", "killed", "100–200"));
        assertEquals(
                List.of(
                        "force a/b, ranges: [2, 2]",
                        "loss exchange b/a, ranges: [0.333333, 0.666667]",
                        "fractional exchange (a/A)/(b/B), ranges: [0.75, 1.5]",
                        "loss rate a/A, ranges: [0.3, 0.3]",
                        "loss rate a/A, ranges: [0.2, 0.4]"),
                told(dossier));
        Ratio fractional = Ratios.of(dossier).rows().get(2);
        assertEquals("[0.3, 0.3]", fractional.a().toString());
        assertEquals("[0.2, 0.4]", fractional.b().toString());
    }

    /** 5 of 10 + 30 armoured vehicles, although nobody states their sum. */
    @Example
    void aStrengthThatOnlyItsPartsHave() {
        Dossier dossier = Dossier.of(
                        "battle",
                        claim("A", "armour lost", "5"),
                        claim("A", "tanks strength", "10"),
                        claim("A", "self_propelled_guns strength", "30"))
                .with(Breakdown.of(Dimension.ITEM, "armour", "tanks", "self_propelled_guns"));
        assertEquals(List.of("loss rate a/A, ranges: [0.125, 0.125]"), told(dossier));
    }

    @Example
    void whatIsMissingIsNamed() {
        Dossier dossier = Dossier.of(
                        "battle",
                        claim("Soviet Union", "tanks strength", "3,704"),
                        claim("Japan", "tanks strength", "370–400"))
                .with(
                        Breakdown.of(Dimension.PARTY, "Allies", "Soviet Union", "Mongolia"),
                        Breakdown.of(Dimension.PARTY, "Axis", "Japan", "Manchukuo"));
        List<Ratio> rows = Ratios.of(dossier).rows();
        assertEquals("Allies", rows.get(0).partyA());
        assertEquals("[0, Infinity]", rows.get(0).range().toString());
        // 3704 / 400 = 9.26, 3704 / 370 = 10.0108…
        assertEquals("[9.26, 10.0109]", rows.get(0).known().toString());
        assertEquals(
                List.of("Mongolia: tanks strength", "Manchukuo: tanks strength"),
                rows.get(0).missing().stream().map(Quantity::label).toList());
        assertEquals("Soviet Union", rows.get(1).partyA());
        assertEquals("[9.26, 10.0109]", rows.get(1).range().toString());
        assertEquals(2, rows.size());
    }

    @Example
    void onlyQuantitiesWithoutScopeAndWithBothSides() {
        Claim fit = claim("A", "strength", "10");
        Quantity quantity = fit.quantity();
        Dossier dossier = Dossier.of(
                "battle",
                fit.with(new Quantity("", "A", "", quantity.measure(), "fit for service")),
                claim("B", "strength", "20"),
                claim("B", "killed", "5").in("hill"));
        assertEquals(List.of(), told(dossier));
    }

    /** The sides of all events stand before the members of any. */
    @Example
    void rootsFirst() {
        Quantity men = new Quantity("spring", "N", "", Measure.parse("strength"), "");
        List<Claim> claims = new ArrayList<>();
        for (String event : List.of("spring", "autumn")) {
            for (String party : List.of("N", "S")) {
                claims.add(claim(party, "strength", "10")
                        .with(men.with(Dimension.EVENT, event).with(Dimension.PARTY, party)));
            }
        }
        Dossier dossier = Dossier.of("war", claims)
                .with(Breakdown.of(Dimension.PARTY, "North", "N"), Breakdown.of(Dimension.PARTY, "South", "S"));
        assertEquals(
                List.of("spring North/South", "autumn North/South", "spring N/S", "autumn N/S"),
                Ratios.of(dossier).rows().stream()
                        .map(row -> row.event() + " " + row.partyA() + "/" + row.partyB())
                        .toList());
    }

    /** Losses out of nobody: the loss rate of B may be anything, and so may what is divided by it. */
    @Example
    void aStrengthOfNothing() {
        Dossier dossier = Dossier.of(
                "battle",
                claim("A", "strength", "10"),
                claim("A", "killed", "5"),
                claim("B", "strength", "0"),
                claim("B", "killed", "5"));
        assertEquals(
                "fractional exchange (a/A)/(b/B), ranges: [0, Infinity]",
                told(dossier).get(2));
    }

    /** 300 parties, 50 places, 20 measures and 100 events: what nothing is heard of costs nothing. */
    @Example
    void sparseDossiersAreQuick() {
        List<Breakdown> breakdowns = new ArrayList<>();
        for (String side : List.of("North", "South")) {
            List<String> armies = new ArrayList<>();
            for (int army = 0; army < 15; army++) {
                armies.add(side + army);
                List<String> corps = new ArrayList<>();
                for (int c = 0; c < 10; c++) {
                    corps.add(side + army + "." + c);
                }
                breakdowns.add(Breakdown.of(Dimension.PARTY, side + army, corps.toArray(String[]::new)));
            }
            breakdowns.add(Breakdown.of(Dimension.PARTY, side, armies.toArray(String[]::new)));
        }
        List<String> places = new ArrayList<>();
        for (int place = 0; place < 50; place++) {
            places.add("place " + place);
        }
        breakdowns.add(Breakdown.of(Dimension.PLACE, "", places.toArray(String[]::new)));
        List<String> measures = List.of(
                "strength",
                "killed",
                "wounded",
                "missing",
                "captured",
                "tanks strength",
                "tanks lost",
                "tanks destroyed",
                "tanks captured",
                "guns strength",
                "guns lost",
                "mortars strength",
                "aircraft strength",
                "aircraft lost",
                "aircraft destroyed",
                "self_propelled_guns strength",
                "self_propelled_guns lost",
                "fighters strength",
                "fighters lost",
                "bombers strength");
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            // Strides without common factors spread the claims evenly.
            claims.add(claim("x", measures.get(i % 20), "10")
                    .with(new Quantity(
                            "event " + i * 7 % 100,
                            (i % 2 == 0 ? "North" : "South") + i * 11 % 15 + "." + i * 3 % 10,
                            places.get(i * 13 % 50),
                            Measure.parse(measures.get(i % 20)),
                            "")));
        }
        Dossier dossier = Dossier.of("war", claims).with(breakdowns.toArray(Breakdown[]::new));
        long start = System.nanoTime();
        Ratios.of(dossier);
        assertTrue(System.nanoTime() - start < 5e9, "takes more than 5 s");
    }
}
