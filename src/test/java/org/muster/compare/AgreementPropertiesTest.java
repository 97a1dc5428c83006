package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
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

    private static List<String> names(Agreement row) {
        return row.voices().stream().map(Said::voice).toList();
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
        assertEquals(List.of("a", "b", "c"), names(row));
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
                names(of(
                        killed("83,737", "a").claimedBy("Soviet Union"),
                        killed("83,737", "b").claimedBy("Soviet Union"))));
        assertEquals(
                List.of("Soviet Union", "Japan"),
                names(of(
                        killed("83,737", "a").claimedBy("Soviet Union"),
                        killed("21,389", "a").claimedBy("Japan"))));
        // Sources that copy one another share an origin.
        Dossier copied = Dossier.of("battle", killed("10", "a"), killed("10", "b"))
                .with(Source.of("a").withOrigin("archive"), Source.of("b").withOrigin("archive"));
        Agreement row = Agreements.of(copied).rows().get(0);
        assertEquals(List.of("archive"), names(row));
        assertEquals(2, row.sources());
        assertEquals(Verdict.SINGLE, row.verdict());
    }

    @Example
    void oneVoiceHasNothingInCommonWithItself() {
        Agreement row = of(killed("10", "a"), killed("20", "a"), killed("heavy", "b"));
        assertEquals(Verdict.CONTRADICTS_ITSELF, row.verdict());
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
        assertTrue(row.range().soft());
        assertFalse(Agreements.of(dossier).rows().get(2).range().soft());
    }

    /** Two voices span a range whose lower end the rounded figure makes; of one voice it is set aside. */
    @Example
    void softWhereAnEndRestsOnASoftClaim() {
        Agreement row = of(killed("1,577,725", "a"), killed("1.5 million", "b"));
        assertEquals(Interval.of(1_500_000, 1_577_725), row.range().range().orElseThrow());
        assertTrue(row.range().soft());
        Agreement one = of(killed("1,577,725", "a"), killed("1.5 million", "a"));
        assertEquals(Interval.of(1_577_725), one.range().range().orElseThrow());
        assertEquals(Interval.of(1_500_000, 1_577_725), one.hull());
        assertFalse(one.range().soft());
        assertFalse(of(killed("5", "a"), killed("6", "b")).range().soft());
    }

    @Property
    @Domain(SmallDossiers.class)
    void asCountedOnWholeNumbers(@ForAll Dossier dossier) {
        check(dossier);
    }

    static void check(Dossier dossier) {
        Literal literal = new Literal(dossier);
        List<Agreement> rows = Agreements.of(dossier).rows();
        assertEquals(
                dossier.quantities(), rows.stream().map(Agreement::quantity).toList());
        for (Agreement row : rows) {
            assertEquals(literal.verdict(row.quantity()), row.verdict(), row::toString);
            if (row.verdict() == Verdict.CONFLICT) { // and so has two figures to tell of
                assertTrue(Side.widest(row, dossier.hierarchy()).isPresent(), row::toString);
            }
            List<Literal.Range> voices = literal.said(row.quantity()).stream()
                    .filter(voice -> !voice.isSum())
                    .map(Literal.Voice::range)
                    .toList();
            assertEquals(voices.size(), row.voices().size());
            assertEquals(literal.claims(row.quantity()), row.claims());
            assertEquals(
                    literal.claims(row.quantity()).stream()
                            .flatMap(claim -> claim.sources().stream())
                            .distinct()
                            .count(),
                    row.sources());
            assertEquals(
                    literal.claims(row.quantity()).stream()
                            .filter(Literal::isNumber)
                            .map(Literal::range)
                            .reduce(Literal.Range::stretchedTo)
                            .map(Literal.Range::interval)
                            .orElse(Interval.EMPTY),
                    row.hull());
            // All ends are whole numbers up to 20: what happens at the halves between them happens everywhere.
            int most = 0;
            for (double x = 0; x <= 20; x += 0.5) {
                most = Math.max(most, covering(voices, x));
            }
            assertEquals(most, row.agreeing());
            for (double x = 0; x <= 20; x += 0.5) {
                double number = x;
                boolean several = voices.size() > 1;
                assertEquals(
                        several && covering(voices, x) == voices.size(),
                        row.common().contains(x),
                        row::toString);
                assertEquals(
                        several && covering(voices, x) == most,
                        row.agreed().stream().anyMatch(range -> range.contains(number)),
                        row::toString);
            }
        }
    }

    private static int covering(List<Literal.Range> voices, double number) {
        return (int) voices.stream()
                .filter(range -> range.low() <= number && number <= range.high())
                .count();
    }
}
