package org.muster.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.interval.Interval;

class FigureTest {

    private static final Interval RANGE = Interval.of(9780, 12031);

    @ParameterizedTest
    @CsvSource({
        "12031, exactly, 1",
        "12000, exactly, 1",
        "1500000, rounded, 100000",
        "2000, rounded, 1000",
        "12031, rounded, 1",
        "0, rounded, 1"
    })
    void theUnitOfARoundedNumberIsItsLastPlace(double value, String qualifier, double unit) {
        assertEquals(
                unit, Figure.of("", Interval.of(value), Qualifier.of(qualifier)).unit());
    }

    @Test
    void aRangeIsRoundedToTheFinerPlace() {
        assertEquals(
                100_000,
                Figure.of("", Interval.of(1_500_000, 2_000_000), Qualifier.ROUNDED)
                        .unit());
        assertEquals(
                1000,
                Figure.of("", Interval.of(3000, Double.POSITIVE_INFINITY), Qualifier.ROUNDED)
                        .unit());
    }

    @ParameterizedTest
    @CsvSource({
        "9780, 12031, exactly, true, false, false",
        "0, 0, exactly, true, false, false",
        "400, 400, about, false, true, false",
        "1500000, 1500000, rounded, false, true, false",
        "0, 400, at most, false, false, true",
        "400, Infinity, at least, false, false, true"
    })
    void aNumberIsFirmSoftOrOneSided(
            double low, double high, String qualifier, boolean firm, boolean soft, boolean oneSided) {
        Figure figure = Figure.of("", Interval.of(low, high), Qualifier.of(qualifier));
        assertEquals(firm, figure.isFirm());
        assertEquals(soft, figure.isSoft());
        assertEquals(oneSided, figure.isOneSided());
        assertTrue(figure.hasNumber());
    }

    @Test
    void wordsAreNeitherFirmNorSoftNorOneSided() {
        Figure heavy = Figure.withoutNumber("heavy", Qualifier.WORDS);
        assertFalse(heavy.hasNumber() || heavy.isFirm() || heavy.isSoft() || heavy.isOneSided());
    }

    @Test
    void anOpenRangeIsOneSidedWhateverItsQualifier() {
        Figure open = Figure.of("", Interval.of(300, Double.POSITIVE_INFINITY), Qualifier.ABOUT);
        assertTrue(open.isOneSided());
        assertFalse(open.isSoft() || open.isFirm());
    }

    @Test
    void printsWhatWasWrittenAndWhatWasRead() {
        assertEquals(
                "9,780–12,031 killed → [9780, 12031] exactly",
                Figure.of("9,780–12,031 killed", RANGE, Qualifier.EXACTLY).toString());
        assertEquals(
                "heavy → words", Figure.withoutNumber("heavy", Qualifier.WORDS).toString());
        assertEquals(
                "→ [9780, 12031] about", Figure.of("", RANGE, Qualifier.ABOUT).toString());
        assertEquals(
                "→ [9780, 12031] exactly, best 10000", figure(RANGE, 10_000).toString());
        assertEquals(
                "→ [9780, 12031] exactly, best 9999.5", figure(RANGE, 9999.5).toString());
    }

    @Test
    void refusesWhatNoFigureIs() {
        refused("range is empty: a figure states at least one count", Interval.EMPTY, Qualifier.EXACTLY);
        refused("range [-999, -999] extends below 0; a count is never negative", Interval.of(-999), Qualifier.EXACTLY);
        refused(
                "range [1, 1] does not match the qualifier \"unknown\", which stands for a figure without a number",
                Interval.of(1),
                Qualifier.UNKNOWN);
        assertMessage(
                "range is missing: the qualifier \"about\" needs one",
                () -> Figure.withoutNumber("about many", Qualifier.ABOUT));
        assertMessage("best 1.0 lies outside the range [9780, 12031]", () -> figure(RANGE, 1));
        assertMessage(
                "best 1.0 lies outside the range of a figure without a number",
                () -> new Figure("", Optional.empty(), Qualifier.WORDS, OptionalDouble.of(1), 1));
        for (double unit : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertMessage(
                    "unit " + unit + " is not a positive number",
                    () -> new Figure("", Optional.of(RANGE), Qualifier.EXACTLY, OptionalDouble.empty(), unit));
        }
    }

    private static Figure figure(Interval range, double best) {
        return new Figure("", Optional.of(range), Qualifier.EXACTLY, OptionalDouble.of(best), 1);
    }

    private static void refused(String message, Interval range, Qualifier qualifier) {
        assertMessage(message, () -> Figure.of("", range, qualifier));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable action) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, action).getMessage());
    }
}
