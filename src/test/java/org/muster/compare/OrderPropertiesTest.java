package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.Source;
import org.muster.figure.Figure;
import org.muster.figure.Qualifier;

/** In what order claims, sources and breakdowns stand changes no number and no verdict. */
@Domain(SmallDossiers.class)
@Domain(DomainContext.Global.class)
class OrderPropertiesTest {

    /** The dossier in another order, behind a claim in words about each quantity, which fixes who is divided by whom. */
    private static Dossier ordered(Dossier dossier, Random random, boolean breakdownsToo) {
        List<Claim> claims = new ArrayList<>(dossier.claims());
        List<Source> sources = new ArrayList<>(dossier.sources());
        List<Breakdown> breakdowns = new ArrayList<>(dossier.hierarchy().own());
        Collections.shuffle(claims, random);
        Collections.shuffle(sources, random);
        if (breakdownsToo) {
            Collections.shuffle(breakdowns, random);
        }
        List<Claim> all = new ArrayList<>();
        for (Quantity quantity : dossier.quantities()) {
            Figure words = Figure.withoutNumber("heavy", Qualifier.WORDS);
            all.add(Claim.of(quantity, words, "s0").named("W" + all.size()));
        }
        all.addAll(claims);
        return Dossier.of(dossier.name(), all)
                .with(sources.toArray(Source[]::new))
                .with(breakdowns.toArray(Breakdown[]::new));
    }

    private static Set<String> ids(Collection<Claim> claims) {
        Set<String> ids = new TreeSet<>();
        claims.forEach(claim -> ids.add(claim.id()));
        return ids;
    }

    private static <T> Set<String> sorted(Collection<T> things) {
        Set<String> sorted = new TreeSet<>();
        things.forEach(thing -> sorted.add(thing.toString()));
        return sorted;
    }

    private static String told(QuantityRange range) {
        return range.quantity() + " " + range.range() + " " + range.firmness() + " " + range.basis() + " "
                + range.soft() + " " + ids(range.claims());
    }

    private static String told(Said said) {
        return said.voice() + " " + said.range() + " " + said.firmness() + " " + ids(said.claims()) + " "
                + sorted(said.dated()) + " " + said.contradictsItself() + " " + said.isSum();
    }

    private static String told(Agreement row) {
        return row.quantity() + " " + row.verdict() + " " + row.hull() + " " + row.common() + " " + row.agreed() + " "
                + row.agreeing() + " " + row.sources();
    }

    private static String told(Ratio row) {
        Set<String> borrowed = new TreeSet<>();
        row.borrowed().forEach(one -> borrowed.add(one.quantity() + " " + sorted(one.voices())));
        return row.event() + " " + row.kind() + " " + row.measure() + " " + row.partyA() + " " + row.partyB() + " "
                + row.place() + " " + row.scope() + " " + row.basis() + " " + row.a() + " " + row.b() + " "
                + row.range() + " " + row.known() + " " + sorted(row.missing()) + " " + row.soft() + " "
                + ids(row.claims()) + borrowed;
    }

    private static List<Set<String>> told(Dossier dossier) {
        Ranges ranges = Ranges.of(dossier);
        Set<String> of = new TreeSet<>();
        Set<String> said = new TreeSet<>();
        for (Quantity quantity : RangesPropertiesTest.quantities(dossier)) {
            of.add(told(ranges.of(quantity)));
            ranges.said(quantity).forEach(voice -> said.add(quantity + " " + told(voice)));
        }
        Set<String> verdicts = new TreeSet<>();
        Agreements.of(dossier).rows().forEach(row -> verdicts.add(told(row)));
        return List.of(said, of, verdicts);
    }

    private static Set<String> ratios(Dossier dossier) {
        Set<String> ratios = new TreeSet<>();
        Ratios.of(dossier).rows().forEach(row -> ratios.add(told(row)));
        return ratios;
    }

    @Property
    void nothingDependsOnTheOrder(@ForAll Dossier dossier, @ForAll long seed) {
        check(dossier, seed);
    }

    static void check(Dossier dossier, long seed) {
        assertEquals(
                told(ordered(dossier, new Random(seed), true)), told(ordered(dossier, new Random(seed + 1), true)));
        // Of two breakdowns that lack as many parts a ratio takes the first.
        assertEquals(
                ratios(ordered(dossier, new Random(seed), false)),
                ratios(ordered(dossier, new Random(seed + 1), false)));
    }
}
