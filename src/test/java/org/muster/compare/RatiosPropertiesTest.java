package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.muster.compare.Literal.Range;
import org.muster.compare.Literal.Tally;
import org.muster.compare.Literal.Voice;
import org.muster.compare.Ratio.Borrowed;
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

    /** A ratio that should be there: what it is of, and by whom; "" for the ranges. */
    private record Expected(
            Kind kind, String event, Measure measure, String a, String b, String place, String scope, String voice) {

        static Expected of(Ratio row) {
            return new Expected(
                    row.kind(),
                    row.event(),
                    row.measure(),
                    row.partyA(),
                    row.partyB(),
                    row.place(),
                    row.scope(),
                    row.basis().equals(Ratio.RANGES) ? "" : row.basis());
        }

        Expected by(String name) {
            return new Expected(kind, event, measure, a, b, place, scope, name);
        }

        Expected rate(String party) {
            return new Expected(Kind.LOSS_RATE, event, measure, party, party, place, scope, voice);
        }

        /** Numerators and denominators. */
        List<List<Quantity>> terms() {
            Quantity ofA = new Quantity(event, a, place, measure, scope);
            Quantity ofB = ofA.with(Dimension.PARTY, b);
            Quantity menOfA = ofA.with(Dimension.STATE, "strength");
            Quantity menOfB = ofB.with(Dimension.STATE, "strength");
            return switch (kind) {
                case FORCE -> List.of(List.of(ofA), List.of(ofB));
                case LOSS_EXCHANGE -> List.of(List.of(ofB), List.of(ofA));
                case LOSS_RATE -> List.of(List.of(ofA), List.of(menOfA));
                case FRACTIONAL_EXCHANGE -> List.of(List.of(ofA, menOfB), List.of(menOfA, ofB));
            };
        }

        List<Quantity> allTerms() {
            return terms().stream().flatMap(List::stream).toList();
        }

        /** "Where something is known on both sides; over [0, 0] there is none." */
        boolean exists(Literal literal) {
            List<Quantity> denominators = new ArrayList<>(terms().get(1));
            if (kind == Kind.FRACTIONAL_EXCHANGE) {
                denominators.add(terms().get(0).get(1));
            }
            return allTerms().stream()
                            .allMatch(term -> literal.tally(term, voice).isKnown())
                    && denominators.stream()
                            .noneMatch(term ->
                                    literal.tally(term, voice).possible().equals(new Range(0, 0)));
        }

        /** The ends of the ratio, which may be anything where something is divided by nothing but 0. */
        List<Double> ends(Literal literal, boolean withMissing) {
            List<List<Quantity>> terms = terms();
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (double x : products(literal, terms.get(0), withMissing)) {
                for (double y : products(literal, terms.get(1), withMissing)) {
                    if (y != 0) {
                        least = Math.min(least, x / y);
                        most = Math.max(most, x / y);
                    }
                }
            }
            boolean undefined = most < 0
                    || kind == Kind.FRACTIONAL_EXCHANGE
                            && termEnds(literal.tally(terms.get(0).get(1), voice), withMissing)
                                    .equals(List.of(0.0, 0.0));
            return undefined
                    ? List.of(0.0, Double.POSITIVE_INFINITY)
                    : List.of(least < 1e-6 ? 0.0 : least, most > 1e6 ? Double.POSITIVE_INFINITY : most);
        }

        private List<Double> products(Literal literal, List<Quantity> terms, boolean withMissing) {
            List<Double> products = List.of(1.0);
            for (Quantity term : terms) {
                List<Double> longer = new ArrayList<>();
                for (double end : termEnds(literal.tally(term, voice), withMissing)) {
                    products.forEach(product -> longer.add(product * end));
                }
                products = longer;
            }
            return products;
        }

        private static List<Double> termEnds(Tally tally, boolean withMissing) {
            Range range = withMissing ? tally.possible() : tally.known();
            double low = range.low();
            double high = range.high() == Literal.OPEN ? MANY : range.high();
            return low == 0 && high > 0 ? List.of(0.0, 1 / MANY, high) : List.of(low, high);
        }
    }

    /** The ratios of the ranges. */
    private static Set<Expected> expected(Dossier dossier, Literal literal) {
        Set<Expected> all = new LinkedHashSet<>();
        Set<String> events = new LinkedHashSet<>();
        dossier.quantities().forEach(quantity -> events.add(quantity.event()));
        for (String event : events) {
            Set<String> parties = new LinkedHashSet<>();
            Set<String> places = new LinkedHashSet<>(List.of(""));
            Set<String> scopes = new LinkedHashSet<>(List.of(""));
            Set<Measure> measures = new LinkedHashSet<>();
            for (Quantity quantity : dossier.quantities()) {
                if (quantity.event().equals(event)) {
                    parties.add(quantity.party());
                    places.add(quantity.place());
                    scopes.add(quantity.scope());
                    measures.add(quantity.measure());
                }
            }
            // Of a part of the event, such as a battle of a war, where that tells something of the whole.
            for (Quantity quantity : dossier.quantities()) {
                for (String scope : scopes) {
                    for (String place : places) {
                        Quantity here = new Quantity(event, quantity.party(), place, quantity.measure(), scope);
                        if (isKnown(literal, here, measures, quantity.party())) {
                            parties.add(quantity.party());
                        }
                    }
                }
            }
            List<String> roots = dossier.hierarchy().roots(event, parties);
            for (String scope : scopes) {
                for (String place : places) {
                    Quantity here = new Quantity(event, "any", place, Measure.parse("killed"), scope);
                    if (place.isEmpty()) {
                        pair(
                                literal,
                                here,
                                measures,
                                roots.stream().map(List::of).toList(),
                                all);
                    }
                    List<List<String>> members = new ArrayList<>();
                    for (String root : roots) {
                        List<String> direct = dossier.hierarchy().members(event, root);
                        members.add(direct.isEmpty() ? List.of(root) : direct);
                    }
                    pair(literal, here, measures, members, all);
                }
            }
        }
        all.removeIf(ratio -> !ratio.exists(literal));
        return all;
    }

    private static void pair(
            Literal literal, Quantity here, Set<Measure> measures, List<List<String>> groups, Set<Expected> all) {
        for (List<String> some : groups) {
            for (List<String> others : groups.subList(groups.indexOf(some) + 1, groups.size())) {
                for (String a : some) {
                    for (String b : others) {
                        if (isKnown(literal, here, measures, a) && isKnown(literal, here, measures, b)) {
                            for (Measure m : measures) {
                                if (m.isStrength()) {
                                    all.add(ratio(Kind.FORCE, here, m, a, b));
                                } else {
                                    all.add(ratio(Kind.LOSS_EXCHANGE, here, m, a, b));
                                    all.add(ratio(Kind.FRACTIONAL_EXCHANGE, here, m, a, b));
                                    all.add(ratio(Kind.LOSS_RATE, here, m, a, a));
                                    all.add(ratio(Kind.LOSS_RATE, here, m, b, b));
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static boolean isKnown(Literal literal, Quantity here, Set<Measure> measures, String party) {
        return measures.stream()
                .anyMatch(m -> literal.tally(new Quantity(here.event(), party, here.place(), m, here.scope()), "")
                        .isKnown());
    }

    private static Expected ratio(Kind kind, Quantity here, Measure measure, String a, String b) {
        return new Expected(kind, here.event(), measure, a, b, here.place(), here.scope(), "");
    }

    /** "One row more for every voice that speaks of all that are in conflict." */
    private static Set<Expected> withVoices(Set<Expected> ranges, Literal literal) {
        Set<Expected> all = new LinkedHashSet<>(ranges);
        for (Expected ratio : ranges) {
            Set<Quantity> contested = new LinkedHashSet<>();
            ratio.allTerms().forEach(term -> contested.addAll(literal.contested(term)));
            Set<String> voices = new LinkedHashSet<>();
            for (Quantity quantity : contested) {
                literal.said(quantity).forEach(voice -> voices.add(voice.name()));
            }
            for (String voice : voices) {
                if (contested.stream()
                                .allMatch(quantity ->
                                        literal.said(quantity, voice).isPresent())
                        && ratio.by(voice).exists(literal)) {
                    all.add(ratio.by(voice));
                }
            }
        }
        return all;
    }

    private static void assertRange(List<Double> ends, RationalRange range, Object ratio) {
        Interval found = range.toInterval();
        double low = ends.get(0);
        double high = ends.get(1);
        assertTrue(
                found.inf() <= low * (1 + 1e-12) && low - found.inf() < 1e-5,
                () -> ratio + " " + range + " least " + low);
        assertTrue(
                Double.isInfinite(found.sup())
                        ? Double.isInfinite(high)
                        : Math.abs(found.sup() - high) <= 1e-9 * found.sup(),
                () -> ratio + " " + range + " most " + high);
    }

    @Property
    @Domain(SmallDossiers.class)
    void asDefined(@ForAll Dossier dossier) {
        check(dossier, new Literal(dossier));
    }

    static void check(Dossier dossier, Literal literal) {
        Literal firm = literal.withoutSoft();
        Map<Expected, Ratio> rows = new LinkedHashMap<>();
        for (Ratio row : Ratios.of(dossier).rows()) {
            assertTrue(rows.put(Expected.of(row), row) == null, () -> "twice: " + row);
        }
        assertEquals(told(withVoices(expected(dossier, literal), literal)), told(rows.keySet()));
        rows.forEach((ratio, row) -> {
            assertRange(ratio.ends(literal, true), row.range(), ratio);
            assertRange(ratio.ends(literal, false), row.known(), ratio);
            Set<Quantity> missing = new LinkedHashSet<>();
            Set<Borrowed> borrowed = new HashSet<>();
            for (Quantity term : ratio.allTerms()) {
                Tally tally = literal.tally(term, ratio.voice());
                missing.addAll(tally.missing());
                for (Quantity used : tally.used()) {
                    if (!ratio.voice().isEmpty()
                            && literal.said(used, ratio.voice()).isEmpty()) {
                        borrowed.add(new Borrowed(
                                used,
                                literal.said(used).stream()
                                        .map(Voice::name)
                                        .sorted()
                                        .toList()));
                    }
                }
            }
            assertEquals(missing, new LinkedHashSet<>(row.missing()), ratio::toString);
            Set<Borrowed> found = new HashSet<>();
            row.borrowed()
                    .forEach(one -> found.add(new Borrowed(
                            one.quantity(), one.voices().stream().sorted().toList())));
            assertEquals(borrowed, found, ratio::toString);
            if (missing.isEmpty()) {
                assertEquals(row.range(), row.known());
            }
            boolean soft = !ratio.exists(firm)
                    || !ratio.ends(literal, true).equals(ratio.ends(firm, true))
                    || !ratio.ends(literal, false).equals(ratio.ends(firm, false));
            assertEquals(soft, row.soft(), () -> "soft: " + ratio);
            // The columns of the parties: their figures, or of a fractional exchange their loss rates.
            if (ratio.kind() == Kind.FRACTIONAL_EXCHANGE) {
                assertRange(ratio.rate(ratio.a()).ends(literal, true), row.a(), ratio);
                assertRange(ratio.rate(ratio.b()).ends(literal, true), row.b(), ratio);
            } else {
                List<List<Quantity>> terms = ratio.terms();
                boolean turned = ratio.kind() == Kind.LOSS_EXCHANGE;
                Quantity ofA = terms.get(turned ? 1 : 0).get(0);
                Quantity ofB = terms.get(turned ? 0 : 1).get(0);
                assertEquals(
                        literal.tally(ofA, ratio.voice()).possible().interval(),
                        row.a().toInterval(),
                        ratio::toString);
                assertEquals(
                        literal.tally(ofB, ratio.voice()).possible().interval(),
                        row.b().toInterval(),
                        ratio::toString);
            }
        });
    }

    private static Set<String> told(Set<Expected> ratios) {
        Set<String> told = new TreeSet<>();
        ratios.forEach(ratio -> told.add(ratio.toString()));
        return told;
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
                        claim("A", "self_propelled_guns strength", "30"),
                        claim("B", "armour lost", "1"))
                .with(Breakdown.of(Dimension.ITEM, "armour", "tanks", "self_propelled_guns"));
        assertEquals(
                List.of("loss exchange b/a, ranges: [0.2, 0.2]", "loss rate a/A, ranges: [0.125, 0.125]"),
                told(dossier));
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
    void onlyQuantitiesOfOneScopeAndPlace() {
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

    /** Losses out of nobody: B has no loss rate, and nothing is divided by it or by its strength. */
    @Example
    void aStrengthOfNothing() {
        Dossier dossier = Dossier.of(
                "battle",
                claim("A", "strength", "10"),
                claim("A", "killed", "5"),
                claim("B", "strength", "0"),
                claim("B", "killed", "5"));
        assertEquals(List.of("loss exchange b/a, ranges: [1, 1]", "loss rate a/A, ranges: [0.5, 0.5]"), told(dossier));
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
