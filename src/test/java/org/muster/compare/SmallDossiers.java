package org.muster.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.muster.dossier.AsOf;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.Source;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;

/**
 * Dossiers of a few claims with small numbers on sides, fronts, places, items, states, events and dates, by sources that
 * copy one another, so that sums, ties, contradictions and missing parts are frequent.
 */
public final class SmallDossiers extends DomainContextBase {

    private static final List<String> EVENTS = List.of("war", "battle", "battle", "battle", "siege");
    private static final List<String> PARTIES =
            List.of("North", "N1", "N2", "N11", "N12", "South", "S1", "S2", "Army", "Navy");
    private static final List<String> PLACES = List.of("", "", "", "hill", "river");
    private static final List<String> MEASURES = List.of(
            "strength",
            "killed",
            "wounded",
            "killed_wounded",
            "missing",
            "captured",
            "armour strength",
            "tanks strength",
            "self_propelled_guns strength",
            "tanks lost");
    private static final List<String> CLAIMANTS = List.of("", "", "", "North", "South");
    private static final List<String> DATES =
            List.of("", "", "", "1944", "1945", "1945-08", "1945-09", "1945-08-09", "1945-08-20");
    private static final List<String> SOURCES = List.of("s0", "s1", "s2", "s3");
    private static final List<String> ORIGINS = List.of("archive", "s0", "s1", "s2", "s3");

    @Provide
    static Arbitrary<Dossier> dossiers() {
        return Arbitraries.longs().withoutEdgeCases().map(seed -> make(new Random(seed)));
    }

    static Dossier make(Random random) {
        // Claims crowd on a few of the quantities, a different few each time.
        List<String> events = some(EVENTS, random);
        List<String> parties = some(PARTIES, random);
        List<String> places = some(PLACES, random);
        List<String> measures = some(MEASURES, random);
        boolean dated = random.nextBoolean();
        List<String> dates = dated ? some(DATES, random) : List.of("");
        List<Claim> claims = new ArrayList<>();
        int number = 1 + random.nextInt(16);
        for (int i = 0; i < number; i++) {
            Quantity quantity = new Quantity(
                    one(events, random),
                    one(parties, random),
                    one(places, random),
                    Measure.parse(one(measures, random)),
                    random.nextInt(12) == 0 ? "fit" : "");
            claims.add(new Claim(
                    "",
                    quantity,
                    figure(random),
                    random.nextInt(6) == 0 ? List.of("s1", "s2") : List.of(one(SOURCES, random)),
                    one(CLAIMANTS, random),
                    "",
                    "",
                    "",
                    random.nextInt(12) == 0 ? one(ORIGINS, random) : "",
                    AsOf.parse(one(dates, random)),
                    ""));
        }
        List<Breakdown> breakdowns = new ArrayList<>();
        add(breakdowns, random, Dimension.PARTY, "North", "", "N1", "N2");
        add(breakdowns, random, Dimension.PARTY, "South", "", "S1", "S2");
        add(breakdowns, random, Dimension.PARTY, "N1", "corps", "N11", "N12");
        add(breakdowns, random, Dimension.PARTY, "South", "services", "Army", "Navy");
        add(breakdowns, random, Dimension.PLACE, "", "", "hill", "river");
        add(breakdowns, random, Dimension.EVENT, "war", "", "battle", "siege");
        add(breakdowns, random, Dimension.ITEM, "armour", "", "tanks", "self_propelled_guns");
        if (random.nextInt(6) == 0) {
            breakdowns.add(new Breakdown(Dimension.STATE, "killed_wounded", "", List.of(), Completeness.OFF));
        }
        Dossier dossier = Dossier.of("battle", claims).with(breakdowns.toArray(Breakdown[]::new));
        return random.nextBoolean() ? dossier : dossier.with(sources(random));
    }

    /** Chains of copies, and now and then a circle. */
    private static Source[] sources(Random random) {
        return SOURCES.stream()
                .map(Source::of)
                .map(source -> random.nextInt(3) == 0 ? source.withOrigin(one(ORIGINS, random)) : source)
                .toArray(Source[]::new);
    }

    private static void add(
            List<Breakdown> breakdowns,
            Random random,
            Dimension dimension,
            String whole,
            String partition,
            String... parts) {
        if (random.nextInt(4) > 0) {
            Completeness complete = random.nextInt(5) > 1
                    ? Completeness.YES
                    : random.nextBoolean() ? Completeness.NO : Completeness.SHARED;
            breakdowns.add(new Breakdown(dimension, whole, partition, Arrays.asList(parts), complete));
        }
    }

    private static Figure figure(Random random) {
        int low = random.nextInt(13);
        int high = low + (random.nextInt(3) == 0 ? random.nextInt(5) : 0);
        Interval range = Interval.of(low, high);
        return switch (random.nextInt(13)) {
            case 0 -> Figure.of("about", range, Qualifier.ABOUT);
            case 1 -> Figure.of("nearly", range, Qualifier.NEARLY);
            case 2 -> Figure.of("rounded", range, Qualifier.ROUNDED);
            case 3 -> Figure.of("at least", Interval.of(low, Double.POSITIVE_INFINITY), Qualifier.AT_LEAST);
            case 4 -> Figure.of("at most", Interval.of(0, high), Qualifier.AT_MOST);
            case 5 -> Figure.of("more than", Interval.of(low, Double.POSITIVE_INFINITY), Qualifier.MORE_THAN);
            case 6 -> Figure.withoutNumber("heavy", Qualifier.WORDS);
            default -> Figure.of("exactly", range, Qualifier.EXACTLY);
        };
    }

    private static List<String> some(List<String> words, Random random) {
        List<String> some = new ArrayList<>();
        int number = 1 + random.nextInt(5);
        for (int i = 0; i < number; i++) {
            some.add(one(words, random));
        }
        return some;
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
