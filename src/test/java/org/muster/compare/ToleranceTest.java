package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.figure.Figure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.reading.FigureReader;

/** By how much soft claims are widened, and only they. */
class ToleranceTest {

    private static Interval range(Tolerance tolerance, String text) {
        return tolerance.range(FigureReader.parse(text)).orElseThrow();
    }

    @Test
    void aboutGoesBothWaysNearlyDownwards() {
        // 5 % of 400 is 20.
        assertEquals(Interval.of(380, 420), range(Tolerance.about("5%"), "about 400"));
        assertEquals(Interval.of(380, 400), range(Tolerance.about("5%"), "nearly 400"));
        assertEquals(Interval.of(0, 800), range(Tolerance.about("100 %"), "~400"));
        assertEquals(Interval.of(400), range(Tolerance.about("0%"), "about 400"));
        // 2.5 % of 1: 0.975 and 1.025 are no doubles; both ends lie outside.
        Interval narrow = range(Tolerance.about("2.5%"), "about 1");
        assertTrue(Interval.parse("[0.975, 1.025]").isSubset(narrow));
        assertEquals(Interval.parse("[0.975, 1.025]"), narrow);
    }

    @Test
    void roundedGoesHalfAUnitOfTheLastDigitBothWays() {
        assertEquals(Interval.of(1_450_000, 1_550_000), range(Tolerance.rounding(), "1.5 million"));
        assertEquals(Interval.of(500_000, 1_500_000), range(Tolerance.rounding(), "1 million"));
        Figure nothing = Figure.of("0 thousand", Interval.of(0), Qualifier.ROUNDED);
        assertEquals(0, Tolerance.rounding().range(nothing).orElseThrow().inf(), "a count is never below 0");
    }

    @Test
    void nothingElseIsWidened() {
        Tolerance all = Tolerance.about("50%").withRounding();
        for (String text : List.of("21,389", "9,780–12,031", "at least 300", "over 900,000", "up to 200")) {
            assertEquals(FigureReader.parse(text).range(), all.range(FigureReader.parse(text)), text);
        }
        assertEquals(Optional.empty(), all.range(Figure.withoutNumber("heavy", Qualifier.WORDS)));
        assertEquals(Interval.of(1_500_000), range(Tolerance.about("5%"), "1.5 million"));
        assertEquals(Interval.of(400), range(Tolerance.rounding(), "about 400"));
        assertEquals(Interval.of(400), range(Tolerance.NONE, "about 400"));
    }

    @Test
    void whatIsNoPercentageIsRefusedByName() {
        for (String bad : List.of(
                "",
                "%",
                "nonsense",
                "-1%",
                "-0.001%",
                "100.01%",
                "1e1%",
                "1E999999999",
                "5%%",
                "1,5%",
                "NaN%",
                "0x5%",
                "1".repeat(50),
                "5",
                "0.05")) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> Tolerance.about(bad), bad);
            assertTrue(refused.getMessage().contains("\"" + bad + "\""), refused.getMessage());
        }
    }

    @Test
    void reportsRepeatIt() {
        assertEquals("", Tolerance.NONE.toString());
        assertEquals("about 5%", Tolerance.about("5%").toString());
        assertEquals("about 100%", Tolerance.about("100%").toString());
        assertEquals("about 2.5%", Tolerance.about(" 2.50 %").toString());
        assertEquals("rounding", Tolerance.rounding().toString());
        assertEquals("about 5%; rounding", Tolerance.rounding().withAbout("5%").toString());
        assertEquals(Tolerance.about("5%"), Tolerance.about("5.0%"));
        assertEquals(Tolerance.about("5%").hashCode(), Tolerance.about("5.0%").hashCode());
    }
}
