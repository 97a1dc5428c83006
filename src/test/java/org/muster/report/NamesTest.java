package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.compare.NumberText;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Names;
import org.muster.dossier.Quantity;
import org.muster.dossier.Source;
import org.muster.exact.Rational;
import org.muster.exact.RationalRange;
import org.muster.figure.Measure;
import org.muster.interval.Interval;

/** Names and numbers as a historian writes them. */
class NamesTest {

    private static Names names(Source... sources) {
        return Names.of(Dossier.of("battle", Claim.of("A", "killed", "5", "s"))
                .with(Source.of("s"))
                .with(sources));
    }

    private static String name(String author, String title, String year) {
        return names(Source.of("id", author, title, year)).source("id");
    }

    @Test
    void aSourceIsAuthorAndYear() {
        assertEquals("Glantz 1983", name("Glantz, David M.", "August Storm", "1983"));
        assertEquals("Glantz & House 1995", name("Glantz, David M.; House, Jonathan", "When Titans Clashed", "1995"));
        assertEquals("Ellman et al. 1994", name("Ellman, M.; Maksudov, S.; Harrison, M.", "", "1994"));
        assertEquals("Glantz & House 1995", name("Glantz, David M. and House, Jonathan", "", "1995"));
        assertEquals("Krivosheev 1993", name("G. F. Krivosheev", "", "1993"));
        assertEquals("Ивлев", name("Ивлев, И. И.", "", ""));
        assertEquals("Ministry of Health and Welfare 1964", name("Ministry of Health and Welfare", "", "1964"));
        assertEquals(
                "Supreme Commander for the Allied Powers 1946",
                name("Supreme Commander for the Allied Powers", "", "1946"));
    }

    @Test
    void withoutAnAuthorItIsTheTitle() {
        assertEquals(
                "Japanese Monograph No. 155", name("", "Japanese Monograph No. 155: Record of Operations", "1946"));
        assertEquals("Record of Operations", name("", "Record of Operations, Northern Front", ""));
        // 40 characters end within "Northern".
        assertEquals(
                "Record of Operations against Soviet…",
                name("", "Record of Operations against Soviet Northern Front", ""));
        assertEquals("id", name("", "", "1946"));
        assertEquals("Smith, page 5", names().source("Smith, page 5"));
    }

    @Test
    void lettersTellAlikeSourcesApart() {
        Names names = names(
                Source.of("x", "Glantz, David", "One", "2004"),
                Source.of("y", "Glantz, Mary", "Two", "2004"),
                Source.of("z", "Ealey, Mark", "Three", ""),
                Source.of("w", "Ealey, Mark", "Four", ""));
        assertEquals("Glantz 2004a", names.source("x"));
        assertEquals("Glantz 2004b", names.source("y"));
        assertEquals("Ealey (b)", names.source("z"), "letters by id");
        assertEquals("Ealey (a)", names.source("w"));
        assertEquals("Glantz 2004a, Japan", names.voices(List.of("x", "Japan", "x")));
    }

    @Test
    void aQuantityHasCommas() {
        Names names = names();
        assertEquals(
                "Japan, Manchuria, combat aircraft, fit for service",
                names.quantity(new Quantity(
                        "battle", "Japan", "Manchuria", Measure.parse("combat_aircraft strength"), "fit for service")));
        assertEquals(
                "siege, Japan, men", names.quantity(new Quantity("siege", "Japan", "", Measure.parse("strength"), "")));
    }

    @Test
    void rangesAsPeopleWriteThem() {
        assertEquals("9,780–12,031", NumberText.range(Interval.of(9780, 12031)));
        assertEquals("1,577,725", NumberText.range(Interval.of(1577725)));
        assertEquals("999", NumberText.range(Interval.of(999)));
        assertEquals("300 or more", NumberText.range(Interval.of(300, Double.POSITIVE_INFINITY)));
        assertEquals("up to 3,500", NumberText.range(Interval.of(0, 3500), Firmness.BOUND));
        assertEquals("about 400", NumberText.range(Interval.of(400), Firmness.SOFT));
        assertEquals("0–3,500", NumberText.range(Interval.of(0, 3500), Firmness.FIRM));
    }

    /** 83,737 / 21,389 = 3.9149…; 1,593,725 / 1,245,400 = 1.2796…; 89 / 31 = 2.8709…; 90 / 31 = 2.9032… */
    @Test
    void ratiosHaveThreeFiguresAndTimesTwo() {
        assertEquals("3.9", NumberText.times(Rational.of(83737).divide(Rational.of(21389))));
        assertEquals("2.0", NumberText.times(Rational.of(2)));
        assertEquals("1,200", NumberText.times(Rational.of(1234)));
        assertEquals("1.27–1.32", ratio(1593725, 1215400, 1245400));
        assertEquals("2.87", ratio(89, 31, 31));
        assertEquals("2.90", ratio(90, 31, 31));
        assertEquals("2.87–2.91", ratio(90, 89, 31, 31));
        assertEquals("3", ratio(93, 31, 31));
    }

    private static String ratio(double a, double b1, double b2) {
        return ratio(a, a, b1, b2);
    }

    private static String ratio(double high, double low, double b1, double b2) {
        return NumberText.ratio(RationalRange.quotient(List.of(Interval.of(low, high)), List.of(Interval.of(b1, b2))));
    }
}
