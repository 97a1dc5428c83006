package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.exact.Rational;
import org.muster.exact.RationalRange;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;

/** Numbers in tables and pictures, as a historian writes them. */
class NumberTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9780 | 12031 | exactly | 9,780–12,031",
                "400 | 400 | about | c. 400",
                "1500000 | 1500000 | rounded | c. 1,500,000",
                "1000000 | 1000000 | nearly | nearly 1,000,000",
                "300 | Infinity | at least | 300+",
                "900000 | Infinity | more than | over 900,000",
                "0 | 3500 | at most | up to 3,500",
                "0 | 99 | less than | under 100",
                "5 | 5 | exactly | 5"
            })
    void aRangeIsWrittenAsItIsStated(double low, double high, String qualifier, String text) {
        assertEquals(text, NumberText.stated(Interval.of(low, high), Qualifier.of(qualifier)));
    }

    /** 83,737 − 21,389 = 62,348, and 83,737 / 21,389 = 3.914…; 1,171 / 1,152 = 1.0164…. */
    /** 4/9 has no end; 0.125 has one. */
    @Test
    void fractionsHaveThreeDigitsUnlessTheyAreShort() {
        assertEquals("0.444–0.445", NumberText.range(Interval.of(4.0 / 9)));
        assertEquals("0.125–12.5", NumberText.range(Interval.of(.125, 12.5)));
        assertEquals("33.3–1,235", NumberText.range(Interval.of(100.0 / 3, 1234.5)));
    }

    @Test
    void aDistanceSaysHowManyTimesOnlyWhereThatTells() {
        assertEquals("62,348 apart, 3.9 times", NumberText.apart(21_389, 83_737));
        assertEquals("19 apart", NumberText.apart(1152, 1171));
        assertEquals("50 apart", NumberText.apart(0, 50));
    }

    @Test
    void sharesAreInPerCent() {
        assertEquals("1.6 per cent", NumberText.percent(1171 / 1152.0 - 1));
        assertEquals("0 per cent", NumberText.percent(0));
        assertEquals("12 per cent", NumberText.percent(.1234));
        // 9,780 / 1,577,725 = .0061988…, 12,031 / 1,577,725 = .0076255…: outward with three digits
        assertEquals(
                "0.619–0.763 %",
                NumberText.percent(
                        new RationalRange(Rational.of(9780, 1_577_725), Optional.of(Rational.of(12_031, 1_577_725)))));
    }

    @Test
    void quotientsNearOneHaveAThirdDigit() {
        assertEquals("1.02", NumberText.ratioOf(Rational.of(1171, 1152)));
        assertEquals("3.9", NumberText.ratioOf(Rational.of(83_737, 21_389)));
    }
}
