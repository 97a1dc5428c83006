package org.muster.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.check.Check;
import org.muster.check.Checks;
import org.muster.compare.Agreement;
import org.muster.compare.Agreements;
import org.muster.compare.VoicePairs;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Names;
import org.muster.interval.Interval;
import org.muster.plot.Picture.Width;
import org.muster.statistics.Sample;

/** What pictures show, on claims made by hand; expected values are worked out on paper. */
class PictureTest {

    private static Claim killed(String figure, String source) {
        return Claim.of("A", "killed", figure, source);
    }

    private static List<RangePlot> ranges(Claim... claims) {
        Agreements quantities = Agreements.of(Dossier.of("war", claims));
        Agreement row = quantities.rows().get(0);
        return RangePlot.of(
                row, quantities.ranges(), Names.of(quantities.ranges().dossier()));
    }

    private static List<String> texts(Picture picture) {
        return Drawing.of(picture.toSvg(Width.WIDE, "1")).texts();
    }

    private static List<String> styles(Picture picture) {
        Drawing drawing = Drawing.of(picture.toSvg(Width.WIDE, "1"));
        return Stream.of("circle", "rect", "path")
                .flatMap(name -> drawing.all(name).stream())
                .map(element -> element.getAttribute("class"))
                .toList();
    }

    /** The places of the corners of both edges, from left to right: each M or L and two numbers. */
    private static List<String> edges(PBoxPlot picture) {
        return Drawing.of(picture.toSvg(Width.WIDE, "1")).all("path").stream()
                .filter(path -> path.getAttribute("class").equals("reference"))
                .map(path -> path.getAttribute("d"))
                .toList();
    }

    @Test
    void thePBoxOfTwoRangesHasTwoStepsOnEachEdge() {
        PBoxPlot picture = PBoxPlot.of(Sample.of(Interval.of(0, 20), Interval.of(10, 40)));
        // The axis goes from 0 at 48 to 43.2 (1.08 times 40) at 706, 15.231 units each;
        // shares go from 0 at 231 to 1 at 31.
        assertEquals(
                List.of(
                        "M48 231L48 231L48 131L200.3 131L200.3 31L706 31",
                        "M48 231L352.6 231L352.6 131L657.3 131L657.3 31L706 31"),
                edges(picture));
        assertEquals("2 values, median 5–30, mean 5–30; the least is 0–20, the greatest 10–40.", picture.description());
    }

    @Test
    void thePBoxOfAnOpenRangeNeverReachesAll() {
        PBoxPlot picture = PBoxPlot.of(Sample.of(Interval.of(-1, 3), Interval.of(2, Double.POSITIVE_INFINITY)));
        assertTrue(edges(picture).get(1).endsWith("131L706 131"), edges(picture)::toString);
        assertEquals(
                "2 values, median 0.5 or more, mean 0.5 or more; the least is −1 to 3, the greatest 2 or more.",
                picture.description());
    }

    @Test
    void thePBoxOfManyValuesHasAFewSteps() {
        List<Interval> ranges =
                IntStream.range(0, 10_001).mapToObj(i -> Interval.of(i, i + 5)).toList();
        for (String edge : edges(PBoxPlot.of(Sample.of(ranges)))) {
            assertTrue(edge.split("[ML]").length - 1 <= 402, edge);
        }
    }

    @Test
    void aConflictShowsHowFarApartItsEndsAre() {
        List<String> texts =
                texts(ranges(killed("100", "Low"), killed("390", "High")).get(0));
        assertTrue(texts.containsAll(List.of("Low", "High", "100", "390", "290 apart, 3.9 times")), texts::toString);
        assertTrue(texts.contains("Linear axis from 0."), texts::toString);
    }

    @Test
    void nothingIsDrawnOfOneVoiceOrOfFiguresOnOneSpot() {
        assertEquals(List.of(), ranges(killed("100", "Low")));
        assertEquals(List.of(), ranges(killed("100", "Low"), killed("105", "High")));
        assertEquals(1, ranges(killed("100", "Low"), killed("106", "High")).size());
    }

    /** 100 and 125 are cut, 100 and 126 begin at 0; from 20 times the axis is logarithmic. */
    @ParameterizedTest
    @CsvSource({"125, Axis is cut", "126, Linear axis", "1999, Linear axis", "2000, Log axis"})
    void theAxisSaysWhatItIs(String greatest, String note) {
        List<String> texts =
                texts(ranges(killed("100", "Low"), killed(greatest, "High")).get(0));
        assertTrue(texts.stream().anyMatch(text -> text.startsWith(note)), texts::toString);
    }

    @Test
    void zeroStandsApartOnALogarithmicAxis() {
        List<String> texts = texts(ranges(killed("0", "None"), killed("10", "Some"), killed("5,000", "Many"))
                .get(0));
        assertTrue(texts.stream().anyMatch(text -> text.contains("0 stands apart")), texts::toString);
    }

    @Test
    void aBoundIsAnArrowAndSoftIsNoWidth() {
        List<String> styles = styles(
                ranges(killed("300+", "Bound"), killed("about 100", "Soft")).get(0));
        assertTrue(styles.contains("arrow line-third"), styles::toString);
        assertTrue(styles.contains("mark-third soft"), styles::toString);
        assertFalse(styles.contains("bar line-third soft"), styles::toString);
        List<String> texts = texts(
                ranges(killed("300+", "Bound"), killed("about 100", "Soft")).get(0));
        assertTrue(texts.containsAll(List.of("300+", "c. 100")), texts::toString);
    }

    @Test
    void theShapeTellsWhoSpeaksOfWhom() {
        Dossier dossier = Dossier.of(
                "war",
                killed("100", "book").claimedBy("A"),
                killed("200", "book").claimedBy("B"),
                killed("300", "book"),
                Claim.of("B", "killed", "5", "book"));
        VoiceKind.Finder voiceKinds = VoiceKind.in(dossier);
        assertEquals(
                List.of(VoiceKind.OWN, VoiceKind.OPPONENT, VoiceKind.THIRD, VoiceKind.THIRD),
                dossier.claims().stream().map(voiceKinds::of).toList());
        assertEquals(
                VoiceKind.THIRD,
                VoiceKind.in(dossier).of(killed("1", "book").claimedBy("the Red Cross")),
                "nobody's opponent, since no claim is about it");
        Dossier allied = dossier.with(Breakdown.of(Dimension.PARTY, "Allies", "A", "B"));
        assertEquals(VoiceKind.OWN, VoiceKind.in(allied).of(dossier.claims().get(1)));
    }

    @Test
    void whatIsClaimedButNotSaidIsMarkedSo() {
        Dossier dossier = Dossier.of(
                "war",
                killed("100", "Early").asOf("1944"),
                killed("300", "Early").asOf("1945"),
                killed("310", "Other").asOf("1945"));
        Agreements quantities = Agreements.of(dossier);
        List<String> texts = texts(RangePlot.of(quantities.rows().get(0), quantities.ranges(), Names.of(dossier))
                .get(0));
        assertTrue(texts.contains("100, not counted"), texts::toString);
    }

    @Test
    void manyVoicesMakeSeveralPicturesOnOneAxis() {
        Claim[] claims = new Claim[45];
        for (int i = 0; i < claims.length; i++) {
            claims[i] = killed(Integer.toString(100 + 10 * i), "Author " + i);
        }
        List<RangePlot> pictures = ranges(claims);
        assertEquals(3, pictures.size());
        assertEquals("A, killed, rows 41 to 45 of 45", pictures.get(2).title());
    }

    @Test
    void aSumShowsTheGap() {
        Dossier dossier = Dossier.of(
                        "war",
                        Claim.of("A", "strength", "1,000", "Total"),
                        Claim.of("A1", "strength", "700", "Parts"),
                        Claim.of("A2", "strength", "500", "Parts"))
                .with(Breakdown.of(Dimension.PARTY, "A", "A1", "A2"));
        Checks checks = Checks.of(dossier);
        Check check = checks.failed().get(0);
        SumPlot plot = SumPlot.of(check, Agreements.of(dossier).ranges(), Names.of(dossier))
                .orElseThrow();
        assertTrue(texts(plot).containsAll(List.of("1,000", "A1 700", "A2 500", "200 short", "Parts: 1,200")));
        assertEquals(
                "The whole, 1,000 (Total), is 200 short against its parts: A1 700, A2 500 (Parts).",
                plot.description());
    }

    @Test
    void aGapUnderOnePerCentIsNotDrawn() {
        Dossier dossier = Dossier.of(
                        "war",
                        Claim.of("A", "strength", "1,195", "Total"),
                        Claim.of("A1", "strength", "700", "Parts"),
                        Claim.of("A2", "strength", "500", "Parts"))
                .with(Breakdown.of(Dimension.PARTY, "A", "A1", "A2"));
        Check check = Checks.of(dossier).failed().get(0);
        assertTrue(SumPlot.of(check, Agreements.of(dossier).ranges(), Names.of(dossier))
                .isEmpty());
    }

    /** Two voices differ by 2 times in men and by 3 times in tanks, the other way round. */
    @Test
    void voicesAreAsFarApartAsWhereTheyAreFarthest() {
        Dossier dossier = Dossier.of(
                "war",
                Claim.of("A", "strength", "100", "X"),
                Claim.of("A", "strength", "200+", "Y"),
                Claim.of("A", "tanks strength", "30", "X"),
                Claim.of("A", "tanks strength", "10", "Y"),
                Claim.of("A", "killed", "5", "X"),
                Claim.of("A", "killed", "5", "Y"));
        List<VoiceDistance> distances = VoiceDistance.of(VoicePairs.of(dossier));
        assertEquals(1, distances.size());
        assertEquals(3.0, distances.get(0).pair().apart());
        assertEquals("3.0", distances.get(0).times());
        assertEquals("tanks strength", distances.get(0).measure());
        assertEquals(2, distances.get(0).pair().conflicts());
    }

    @Test
    void datesStandOnATimeline() {
        Dossier dossier = Dossier.of(
                "war",
                Claim.of("A", "strength", "100", "X").asOf("1944-06"),
                Claim.of("A", "strength", "150", "X").asOf("1945-06"),
                Claim.of("A", "strength", "120", "Y"));
        Agreements quantities = Agreements.of(dossier);
        TimelinePlot timeline = TimelinePlot.of(
                        quantities.rows().get(0), quantities.ranges(), Names.of(dossier), VoiceKind.in(dossier))
                .orElseThrow();
        assertTrue(texts(timeline).containsAll(List.of("100", "150 X", "120 Y", "no date")), texts(timeline)::toString);
        assertTrue(styles(timeline).contains("series line-third"));
    }

    /** Widths by the rules: a figure .64 of the size, a blank or comma .37, a capital .78, m and w 1, other letters .62. */
    @Test
    void widthsAreEstimated() {
        assertEquals((4 * .64 + .37) * 13, Face.VALUE.width("1,234"), 1e-9);
        assertEquals((.78 + .62 + .37 + 1) * 13 * 1.09, Face.NAME.width("Ab M"), 1e-9);
        assertEquals(0, Face.VALUE.width("\u0301"), "a combining accent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A long name of a ministry", "WWWWWWWWWWWWWWWWW", "😀😀😀😀😀😀😀😀😀😀😀😀", "i"})
    void namesAreCutToTheRoom(String name) {
        String cut = Face.NAME.cut(name, 100);
        assertTrue(Face.NAME.width(cut) <= 100, cut);
        assertTrue(cut.equals(name) || cut.endsWith("…"), cut);
        assertFalse(Character.isHighSurrogate(cut.charAt(Math.max(0, cut.length() - 2))), "half a character");
    }

    @Test
    void textIsEscapedAndNumbersKnowNoLocale() {
        Locale before = Locale.getDefault();
        Picture picture = ranges(
                        killed("100.5", "<script>alert('1')</script> & \"co\" \u202Eevil\u0007"), killed("390", "High"))
                .get(0);
        String plain = picture.toSvg();
        assertFalse(plain.contains("<script"), plain);
        assertFalse(plain.contains("\u202E"), plain);
        Drawing.of(plain);
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(plain, picture.toSvg());
        } finally {
            Locale.setDefault(before);
        }
    }
}
