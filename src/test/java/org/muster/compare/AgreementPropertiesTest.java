package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.muster.compare.Agreement.Verdict;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.interval.Interval;

/** What claims have in common and which voices agree. */
class AgreementPropertiesTest {

    private static Claim killed(String figure, String source) {
        return Claim.of("Japan", "killed", figure, source);
    }

    private static Agreement of(Claim... claims) {
        return Agreements.of(Dossier.of("battle", claims)).rows().get(0);
    }

    @Example
    void severalVoicesThatAgree() {
        Agreement row = of(killed("100–200", "a"), killed("150–300", "b"), killed("180", "c"));
        assertEquals(Verdict.AGREE, row.verdict());
        assertEquals(Interval.of(180), row.common());
        assertEquals(List.of(Interval.of(180)), row.agreed());
        assertEquals(3, row.agreeing());
        assertEquals(Interval.of(100, 300), row.hull());
        assertEquals(List.of("a", "b", "c"), row.voices());
    }

    @Example
    void tiesAreSeveralRanges() {
        Agreement row = of(killed("8–9", "a"), killed("8–12", "b"), killed("10–12", "c"));
        assertEquals(Verdict.CONFLICT, row.verdict());
        assertTrue(row.common().isEmpty());
        assertEquals(List.of(Interval.of(8, 9), Interval.of(10, 12)), row.agreed());
        assertEquals(2, row.agreeing());
    }

    @Example
    void whoSpeaksForWhom() {
        // Two books that repeat a Soviet claim are one voice; one book that reports two sides is two.
        assertEquals(
                List.of("Soviet Union"),
                of(
                                killed("83,737", "a").claimedBy("Soviet Union"),
                                killed("83,737", "b").claimedBy("Soviet Union"))
                        .voices());
        assertEquals(
                List.of("Soviet Union", "Japan"),
                of(
                                killed("83,737", "a").claimedBy("Soviet Union"),
                                killed("21,389", "a").claimedBy("Japan"))
                        .voices());
        // Sources that copy one another share an origin.
        Dossier copied = Dossier.of("battle", killed("10", "a"), killed("10", "b"))
                .with(Source.of("a").withOrigin("archive"), Source.of("b").withOrigin("archive"));
        Agreement row = Agreements.of(copied).rows().get(0);
        assertEquals(List.of("archive"), row.voices());
        assertEquals(2, row.sources());
        assertEquals(Verdict.SINGLE, row.verdict());
    }

    @Example
    void oneVoiceHasNothingInCommonWithItself() {
        Agreement row = of(killed("10", "a"), killed("20", "a"), killed("heavy", "b"));
        assertEquals(Verdict.SINGLE, row.verdict());
        assertTrue(row.common().isEmpty());
        assertEquals(List.of(), row.agreed());
        assertEquals(3, row.claims().size());
        assertEquals(2, row.sources());
        assertEquals(Interval.of(10, 20), row.hull());
    }

    @Example
    void noNumber() {
        Agreement row = of(killed("heavy", "a"), killed("unknown", "b"));
        assertEquals(Verdict.NO_NUMBER, row.verdict());
        assertEquals(List.of(), row.voices());
        assertEquals(0, row.agreeing());
        assertTrue(row.hull().isEmpty());
        assertFalse(row.range().range().isPresent());
    }

    @Example
    void toleranceMayReconcile() {
        Dossier dossier = Dossier.of("battle", killed("about 400", "a"), killed("410", "b"));
        assertEquals(Verdict.CONFLICT, Agreements.of(dossier).rows().get(0).verdict());
        Agreement widened = Agreements.of(dossier, Tolerance.about("5%")).rows().get(0);
        assertEquals(Verdict.AGREE, widened.verdict());
        assertEquals(Interval.of(410), widened.common());
        assertEquals("about 5%", widened.tolerance().toString());
    }

    /** No claim about the whole is soft, but its range is the sum of soft ones. */
    @Example
    void softByItsParts() {
        Dossier dossier = Dossier.of(
                        "battle",
                        killed("at least 5", "a"),
                        killed("about 10", "a").in("hill"),
                        killed("20", "a").in("river"))
                .with(Breakdown.of(Dimension.PLACE, "", "hill", "river"));
        Agreement row = Agreements.of(dossier).rows().get(0);
        assertEquals(Interval.of(30), row.range().range().orElseThrow());
        assertTrue(row.isSoft());
        assertFalse(Agreements.of(dossier).rows().get(2).isSoft());
    }

    /** Voices as the documentation says: the claimant where given, else the origin, else the sources. */
    /** The range leaves the rounded figure aside, the hull does not. */
    @Example
    void softByAClaimThatTheRangeLeavesAside() {
        Agreement row = of(killed("1,577,725", "a"), killed("1.5 million", "b"));
        assertEquals(Interval.of(1_577_725), row.range().range().orElseThrow());
        assertEquals(Interval.of(1_500_000, 1_577_725), row.hull());
        assertTrue(row.isSoft());
        assertFalse(of(killed("5", "a"), killed("6", "b")).isSoft());
    }

    @Property
    @Domain(SmallDossiers.class)
    void asCountedOnWholeNumbers(@ForAll Dossier dossier) {
        List<Agreement> rows = Agreements.of(dossier).rows();
        assertEquals(
                dossier.quantities(), rows.stream().map(Agreement::quantity).toList());
        for (Agreement row : rows) {
            Map<String, List<Interval>> voices = new LinkedHashMap<>();
            Set<String> sources = new LinkedHashSet<>();
            for (Claim claim : dossier.claims()) {
                if (claim.quantity().equals(row.quantity())) {
                    sources.addAll(claim.sources());
                    Set<String> names = !claim.claimant().isEmpty()
                            ? Set.of(claim.claimant())
                            : !claim.origin().isEmpty() ? Set.of(claim.origin()) : Set.copyOf(claim.sources());
                    claim.figure()
                            .range()
                            .ifPresent(range ->
                                    names.forEach(name -> voices.computeIfAbsent(name, any -> new ArrayList<>())
                                            .add(range)));
                }
            }
            assertEquals(sources.size(), row.sources());
            assertEquals(voices.keySet(), Set.copyOf(row.voices()));
            int most = 0;
            List<Double> common = new ArrayList<>();
            List<Double> agreed = new ArrayList<>();
            for (double x = 0; x <= 20; x += 0.5) {
                double number = x;
                int covering = (int) voices.values().stream()
                        .filter(ranges -> ranges.stream().anyMatch(range -> range.contains(number)))
                        .count();
                boolean inAll =
                        voices.values().stream().flatMap(List::stream).allMatch(range -> range.contains(number));
                if (inAll) {
                    common.add(x);
                }
                if (covering > most) {
                    most = covering;
                    agreed.clear();
                }
                if (covering == most) {
                    agreed.add(x);
                }
            }
            Verdict verdict = voices.isEmpty()
                    ? Verdict.NO_NUMBER
                    : voices.size() == 1 ? Verdict.SINGLE : common.isEmpty() ? Verdict.CONFLICT : Verdict.AGREE;
            assertEquals(verdict, row.verdict());
            assertEquals(most, row.agreeing());
            for (double x = 0; x <= 20; x += 0.5) {
                double number = x;
                assertEquals(
                        voices.size() > 1 && common.contains(x), row.common().contains(x), row::toString);
                assertEquals(
                        voices.size() > 1 && agreed.contains(x),
                        row.agreed().stream().anyMatch(range -> range.contains(number)),
                        row::toString);
            }
        }
    }
}
