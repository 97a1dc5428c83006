package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.compare.Agreement.Verdict;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;

/** Ranges and verdicts of small cases, worked out by hand from the definitions. */
class AgreementTest {

    private static final String OPEN = "Infinity";

    private static Claim killed(String figure, String source) {
        return Claim.of("A", "killed", figure, source);
    }

    private static Claim men(String party, String figure, String source) {
        return Claim.of(party, "strength", figure, source);
    }

    private static Dossier of(Claim... claims) {
        return Dossier.of("war", claims);
    }

    private static void expect(Dossier dossier, String low, String high, Verdict verdict, boolean soft) {
        Agreement row = Agreements.of(dossier).rows().get(0);
        assertEquals(
                "[" + low + ", " + high + "]", row.range().range().orElseThrow().toString(), "range");
        assertEquals(verdict, row.verdict());
        assertEquals(soft, row.range().soft(), "soft");
    }

    private static List<String> voices(Dossier dossier) {
        return Agreements.of(dossier).rows().get(0).voices().stream()
                .map(Said::voice)
                .toList();
    }

    private static List<String> bases(Dossier dossier, Ratio.Kind kind) {
        return Ratios.of(dossier).rows().stream()
                .filter(row -> row.kind() == kind)
                .map(Ratio::basis)
                .toList();
    }

    @Test
    void aKnownTotalIsNotWidenedByItsParts() {
        Breakdown parts = Breakdown.of(Dimension.PARTY, "T", "A", "B");
        expect(
                of(men("T", "100", "x"), men("A", "40–70", "x"), men("B", "40–50", "x"))
                        .with(parts),
                "100",
                "100",
                Verdict.SINGLE,
                false);
        expect(
                of(men("T", "about 100", "x"), men("A", "40–70", "x"), men("B", "40–50", "x"))
                        .with(parts),
                "80",
                "120",
                Verdict.SINGLE,
                false);
    }

    @Test
    void aLaterCountOfALossIsTheLarger() {
        expect(
                of(
                        killed("7,401", "a").asOf("1945-06-30"),
                        killed("16,000", "a").asOf("1945-11")),
                "16000",
                "16000",
                Verdict.SINGLE,
                false);
        expect(
                of(
                        killed("7,401", "a").asOf("1945-06-30"),
                        killed("16,000", "b").asOf("1945-11")),
                "16000",
                "16000",
                Verdict.BY_DATE,
                false);
        expect(
                of(
                        killed("110,071", "a").asOf("1945-06-30"),
                        killed("107,539", "b").asOf("1945-07-02")),
                "107539",
                "110071",
                Verdict.CONFLICT,
                false);
        assertEquals(
                Verdict.BY_DATE,
                Agreements.of(of(killed("7,401", "a").asOf("1945-06"), killed("16,000", "b")))
                        .rows()
                        .get(0)
                        .verdict());
        assertEquals(
                Verdict.CONFLICT,
                Agreements.of(of(killed("16,000", "a").asOf("1945-06"), killed("7,401", "b")))
                        .rows()
                        .get(0)
                        .verdict());
    }

    @Test
    void anEarlierCountIsOnlyAtLeast() {
        expect(
                of(
                        Claim.of("A", "captured", "10,755", "a").asOf("1945-07-02"),
                        Claim.of("A", "captured", "over 16,000", "b").asOf("1945-11")),
                "16000",
                OPEN,
                Verdict.BY_DATE,
                false);
    }

    @Test
    void strengthsOfDifferentDatesDoNotExcludeOneAnother() {
        expect(
                of(
                        men("A", "550,757", "a").asOf("1945-01-01"),
                        men("A", "760,578", "b").asOf("1945-03-01")),
                "550757",
                "760578",
                Verdict.BY_DATE,
                false);
        expect(
                of(men("A", "550,757", "a").asOf("1945-01-01"), men("A", "760,578", "b")),
                "550757",
                "760578",
                Verdict.CONFLICT,
                false);
    }

    @Test
    void boundsLimitOrStretch() {
        Dossier dossier = of(men("A", "777,000", "a"), men("A", "more than 900,000", "b"), men("B", "100", "a"));
        expect(dossier, "777000", "900000", Verdict.CONFLICT, false);
        assertEquals(List.of("ranges", "a", "b"), bases(dossier, Ratio.Kind.FORCE));
        expect(of(killed("1,666", "a"), killed("up to 3,500", "b")), "1666", "1666", Verdict.NOT_EXCLUDED, false);
        expect(
                of(
                        killed("42,000", "a"),
                        killed("94,000", "b"),
                        killed("40,000–150,000", "c"),
                        killed("at least 62,489", "d")),
                "40000",
                "150000",
                Verdict.CONFLICT,
                false);
    }

    @Test
    void aSoftFigureOfAnotherVoiceCounts() {
        Dossier dossier = of(men("A", "177,847", "K"), men("A", "about 319,000", "S"), men("B", "100", "K"));
        expect(dossier, "177847", "319000", Verdict.CONFLICT, true);
        assertEquals(List.of("ranges", "K", "S"), bases(dossier, Ratio.Kind.FORCE));
        expect(
                of(men("A", "1.5 million", "g"), men("A", "1,577,725", "g")),
                "1577725",
                "1577725",
                Verdict.SINGLE,
                false);
    }

    @Test
    void oneVoiceMayContradictItself() {
        expect(of(killed("100", "a"), killed("200", "a")), "100", "200", Verdict.CONTRADICTS_ITSELF, false);
        expect(of(killed("100", "a"), killed("more than 200", "a")), "100", "200", Verdict.CONTRADICTS_ITSELF, false);
    }

    @Test
    void copiesAreNoVoices() {
        Dossier dossier = of(
                        killed("91,000", "g").claimedBy("Soviet Union"), killed("91,000", "b"), killed("110,000", "o"))
                .with(Source.of("g"), Source.of("b").withOrigin("g"), Source.of("o"));
        assertEquals(List.of("Soviet Union", "o"), voices(dossier));
        Dossier differing = of(killed("83,737", "a"), killed("83,773", "b"))
                .with(Source.of("a"), Source.of("b").withOrigin("a"));
        expect(differing, "83737", "83737", Verdict.SINGLE, false);
        Dossier late = of(killed("over 40,000", "a").asOf("1945-08-23"), killed("40,000", "b"))
                .with(Source.of("a"), Source.of("b").withOrigin("a"));
        expect(late, "40000", OPEN, Verdict.SINGLE, false);
    }

    @Test
    void aChainOfCopiesIsOneVoice() {
        Dossier dossier = of(killed("10", "a"), killed("10", "b"), killed("10", "c"))
                .with(
                        Source.of("a").withOrigin("b"),
                        Source.of("b").withOrigin("c"),
                        Source.of("c").withOrigin("archive"));
        assertEquals(List.of("archive"), voices(dossier));
        Dossier circle = of(killed("10", "a"), killed("10", "b"))
                .with(Source.of("a").withOrigin("b"), Source.of("b").withOrigin("a"));
        assertEquals(List.of("a", "b"), voices(circle));
    }

    @Test
    void partsOfOneAuthorAreHisTotal() {
        Dossier dossier = of(
                        men("S", "1,272,700", "K"),
                        men("F1", "711,575", "G"),
                        men("F2", "625,591", "G"),
                        men("F3", "573,195", "G"),
                        men("T", "100", "K"))
                .with(Breakdown.of(Dimension.PARTY, "S", "F1", "F2", "F3"));
        expect(dossier, "1272700", "1910361", Verdict.SINGLE, false);
        assertEquals(
                List.of("ranges", "K", "G"),
                Ratios.of(dossier).rows().stream()
                        .filter(row -> row.partyA().equals("S"))
                        .map(Ratio::basis)
                        .toList());
    }

    @Test
    void whatAVoiceDoesNotSayIsBorrowed() {
        Dossier dossier = of(
                killed("48,745", "x").claimedBy("A"),
                killed("200,000", "x").claimedBy("B"),
                Claim.of("B", "killed", "60,000", "x").claimedBy("A"));
        List<Ratio> rows = Ratios.of(dossier).rows();
        assertEquals(List.of("ranges", "A", "B"), bases(dossier, Ratio.Kind.LOSS_EXCHANGE));
        assertEquals("[]", rows.get(1).borrowed().toString());
        assertEquals("[B: killed (A)]", rows.get(2).borrowed().toString());
        assertEquals("0.3", rows.get(2).range().lowText(6));
    }
}
