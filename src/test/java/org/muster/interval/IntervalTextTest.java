package org.muster.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of intervals and decimals. */
class IntervalTextTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void printsWhatAnAnalystWouldWrite() {
        assertEquals("[9780, 12031]", Interval.of(9780, 12031).toString());
        assertEquals("[80, 80]", Interval.of(80).toString());
        assertEquals("[300, Infinity]", Interval.of(300, INFINITY).toString());
        assertEquals("[-Infinity, Infinity]", Interval.ENTIRE.toString());
        assertEquals("[empty]", Interval.EMPTY.toString());
        assertEquals("[100000000000000000000, 1E+22]", Interval.of(1e20, 1e22).toString());
        assertEquals("[-1E+22, 1.25E-7]", Interval.of(-1e22, 1.25e-7).toString());
        assertEquals(Interval.of(-5, 3), Interval.parse("[−5, 3]"));
        assertEquals(
                Double.MAX_VALUE,
                Interval.parse(Interval.of(Double.MAX_VALUE).toString()).sup());
        assertEquals("[empty]", Interval.EMPTY.toExactString());
        assertEquals("[0.5, 1.25]", Interval.of(0.5, 1.25).toString());
    }

    /** The double nearest to 0.1 is 0.1000000000000000055511151231257827…, a little above a tenth. */
    @Test
    void printedEndsNeverLieInsideTheSet() {
        assertEquals("[0.1, 0.10000000000000001]", Interval.of(0.1).toString());
        assertEquals("[-0.10000000000000001, -0.1]", Interval.of(-0.1).toString());
        assertEquals(
                "[0.1000000000000000055511151231257827021181583404541015625,"
                        + " 0.1000000000000000055511151231257827021181583404541015625]",
                Interval.of(0.1).toExactString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[9780, 12031]       | 9780      | 12031",
                "[9780,12031]        | 9780      | 12031",
                "'  [ 1 ,  2 ]  '    | 1         | 2",
                "[80]                | 80        | 80",
                "80                  | 80        | 80",
                "' 80 '              | 80        | 80",
                "-80                 | -80       | -80",
                "+80                 | 80        | 80",
                "[300, Infinity]     | 300       | Infinity",
                "[300, INF]          | 300       | Infinity",
                "[300, +infinity]    | 300       | Infinity",
                "[300,]              | 300       | Infinity",
                "[, 300]             | -Infinity | 300",
                "[-infinity, 300]    | -Infinity | 300",
                "[-Inf, +Inf]        | -Infinity | Infinity",
                "[,]                 | -Infinity | Infinity",
                "[Entire]            | -Infinity | Infinity",
                "[1.5e3, 2E+3]       | 1500      | 2000",
                "[.5, 1.]            | 0.5       | 1",
                "[25e-2, 5e-1]       | 0.25      | 0.5",
                "[5e0000000000001,50]| 50        | 50",
                "[0e999999999, 0]    | 0         | 0",
                "[-0, -0.0]          | 0         | 0",
                "[1/4, 3/2]          | 0.25      | 1.5",
                "[-3/2, +0/7]        | -1.5      | 0",
                "-7/2                | -3.5      | -3.5",
                "[0x1p-2, 0X1.8P1]   | 0.25      | 3",
                "[-0x.8p+1, 0xA.p0]  | -1        | 10",
                "[1/3, 0x1p-0]       | 0.3333333333333333 | 1",
                "0x0p0               | 0         | 0",
                "1234?5              | 1229      | 1239",
                "1234?5U             | 1234      | 1239",
                "1234?5d             | 1229      | 1234",
                "1230?               | 1229.5    | 1230.5",
                "1230?u              | 1230      | 1230.5",
                "1230?D              | 1229.5    | 1230",
                "-2.5?5              | -3        | -2",
                "2.5?                | 2.4499999999999997 | 2.5500000000000003",
                "2.25?25             | 2         | 2.5",
                "2.?1                | 1         | 3",
                ".5?5                | 0         | 1",
                "0.0?0               | 0         | 0",
                "10?2e3              | 8000      | 12000",
                "10?2E+3             | 8000      | 12000",
                "1000?5e-1           | 99.5      | 100.5",
                "10??                | -Infinity | Infinity",
                "10??u               | 10        | Infinity",
                "-10??D              | -Infinity | -10",
                "-10??ue1            | -100      | Infinity",
                "9?99999             | -99990    | 100008",
            })
    void readsTheFormsOfTheStandard(String text, double low, double high) {
        assertEquals(Interval.of(low, high), Interval.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[empty]", "[ Empty ]", "[]", "[ ]", " [EMPTY] "})
    void readsTheEmptySet(String text) {
        assertEquals(Interval.EMPTY, Interval.parse(text));
    }

    @Test
    void literalsAreRoundedOutward() {
        Interval tenth = Interval.of(Math.nextDown(0.1), 0.1);
        assertEquals(tenth, Interval.parse("0.1"));
        assertEquals(tenth, Interval.parse("[0.1]"));
        assertEquals(Interval.of(Math.nextDown(0.1), Math.nextUp(0.3)), Interval.parse("[0.1, 0.3]"));
        assertEquals(Interval.of(-0.1, -Math.nextDown(0.1)), Interval.parse("[-0.1, -0.1]"));
        assertEquals(Interval.of(Double.MAX_VALUE, INFINITY), Interval.parse("1e309"));
        assertEquals(Interval.of(-INFINITY, -Double.MAX_VALUE), Interval.parse("[-1e400, -1e309]"));
        assertEquals(Interval.of(0, Double.MIN_VALUE), Interval.parse("1e-400"));
        assertEquals(Interval.of(-Double.MIN_VALUE, 0), Interval.parse("-1e-400"));
        assertEquals(Interval.of(Double.MIN_VALUE, 2 * Double.MIN_VALUE), Interval.parse("5e-324"));
    }

    @Test
    void fractionsAndHexadecimalNumbersAreRoundedOutward() {
        assertEquals(Interval.of(1.0 / 3, Math.nextUp(1.0 / 3)), Interval.parse("1/3"));
        assertEquals(Interval.of(-Math.nextUp(1.0 / 3), -1.0 / 3), Interval.parse("[-1/3]"));
        assertEquals(Interval.of(1, Math.nextUp(1.0)), Interval.parse("0x1.00000000000001p0"));
        assertEquals(Interval.of(Double.MAX_VALUE, INFINITY), Interval.parse("0x1p1024"));
        assertEquals(Interval.of(Double.MIN_VALUE), Interval.parse("0x1p-1074"));
        assertEquals(Interval.of(0, Double.MIN_VALUE), Interval.parse("0x1p-1075"));
        assertEquals(Interval.of(-Double.MIN_VALUE, 0), Interval.parse("-0x1p-9999"));
        assertEquals(Interval.of(3.55, Math.nextUp(3.57)), Interval.parse("3.56?1"));
        assertEquals(Interval.of(0, Double.MIN_VALUE), Interval.parse("1/" + "9".repeat(400)));
        assertEquals(Interval.of(Double.MAX_VALUE, INFINITY), Interval.parse("9".repeat(400) + "/7"));
    }

    @Test
    void hostileNumbersEndQuickly() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            Interval.parse("0x" + "f".repeat(4000) + "p-9999");
            Interval.parse("0x." + "0".repeat(4000) + "1p9999");
            Interval.parse("1".repeat(2000) + "/" + "3".repeat(2000));
            Interval.parse("[" + "1".repeat(1000) + "/" + "3".repeat(1000) + ", 1e999999999]");
            Interval.parse("[1e-999999999, " + "1".repeat(1000) + "/" + "3".repeat(1000) + "]");
            Interval.parse("[0x1p-9999, 1e999999999]");
            assertEquals(Interval.of(Double.MAX_VALUE, INFINITY), Interval.parse("10?1e999999999"));
            assertEquals(
                    Interval.of(-Double.MIN_VALUE, Double.MIN_VALUE),
                    Interval.parse("0.0?" + "9".repeat(1000) + "e-999999999"));
        });
    }

    @Test
    void enormousExponentsEndQuickly() {
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertEquals(Interval.of(Double.MAX_VALUE, INFINITY), Interval.parse("[1e999999999, 2e999999999]"));
            assertEquals(
                    Interval.of(-Double.MIN_VALUE, Double.MIN_VALUE), Interval.parse("[-1e-999999999, 1e-999999999]"));
            assertEquals(Interval.of(0, INFINITY), Interval.parse("[1e-999999999, 1e999999999]"));
            assertThrows(IllegalArgumentException.class, () -> Interval.parse("[2e999999999, 1e999999999]"));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''              | \"\" is not a number",
                "'[1, 2'         | the bracket is not closed",
                "'['             | the bracket is not closed",
                "1, 2            | \"1, 2\" is not a number",
                "1]              | \"1]\" is not a number",
                "[1, 2, 3]       | \"2, 3\" is not a number",
                "[2, 1]          | its low end \"2\" is above its high end \"1\"",
                "[0.1000000000000000001, 0.1] | its low end \"0.1000000000000000001\" is above its high end \"0.1\"",
                "[60OO, 7000]    | \"60OO\" is not a number",
                "[heavy]         | \"heavy\" is not a number",
                "[NaN]           | \"NaN\" is not a number",
                "Infinity        | \"Infinity\" is not a number",
                "[inf]           | \"inf\" is not a number",
                "[inf, inf]      | \"inf\" is not a number",
                "[+inf, 3]       | \"+inf\" is not a number",
                "[3, -inf]       | \"-inf\" is not a number",
                "[-, 3]          | \"-\" is not a number",
                "[., 3]          | \".\" is not a number",
                "[+., 3]         | \"+.\" is not a number",
                "[e5, 3]         | \"e5\" is not a number",
                "[1e, 3]         | \"1e\" is not a number",
                "[1e+, 3]        | \"1e+\" is not a number",
                "[1e5x, 3]       | \"1e5x\" is not a number",
                "[1.2.3, 3]      | \"1.2.3\" is not a number",
                "[--1, 3]        | \"--1\" is not a number",
                "[1 2, 3]        | \"1 2\" is not a number",
                "[1e1000000000,] | the exponent of \"1e1000000000\" has more than nine digits",
                "[0x10, 20]      | \"0x10\" is not a number",
                "0x.p1           | \"0x.p1\" is not a number",
                "0xp1            | \"0xp1\" is not a number",
                "0x1.1           | \"0x1.1\" is not a number",
                "0x1p10000       | the exponent of \"0x1p10000\" has more than four digits",
                "1/0             | the denominator of \"1/0\" is 0",
                "[1/-3, 2]       | \"1/-3\" is not a number",
                "[1.5/3, 2]      | \"1.5/3\" is not a number",
                "[1/2, 1/3]      | its low end \"1/2\" is above its high end \"1/3\"",
                "[0x1p1, 0x1p0]  | its low end \"0x1p1\" is above its high end \"0x1p0\"",
                "[3?1]           | \"3?1\" is not a number",
                "3?1x            | \"3?1x\" is not a number",
                "3?-1            | \"3?-1\" is not a number",
                "3?1.5           | \"3?1.5\" is not a number",
                "3e2?1           | \"3e2?1\" is not a number",
                "?5              | \"?5\" is not a number",
                "3???            | \"3???\" is not a number",
                "3?1e            | \"3?1e\" is not a number",
                "3?1e1000000000  | the exponent of \"3?1e1000000000\" has more than nine digits",
                "[٣, 4]          | \"٣\" is not a number",
                "empty           | \"empty\" is not a number",
            })
    void textThatIsNoIntervalIsRefusedWithTheReason(String text, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> Interval.parse(text))
                .getMessage();
        assertTrue(message.startsWith('"' + text + "\" is not an interval: " + reason), message);
        assertTrue(
                message.endsWith("; expected [low, high] such as [9780, 12031] or [300, Infinity],"
                        + " a single number, [empty] or [entire]"),
                message);
    }

    @Test
    void giantTextIsRefusedInFewWords() {
        assertEquals(Interval.of(1), Interval.parse(" ".repeat(4095) + "1"));
        String message = assertThrows(IllegalArgumentException.class, () -> Interval.parse("9".repeat(4097)))
                .getMessage();
        assertTrue(
                message.startsWith('"' + "9".repeat(57) + "...\" is not an interval: it has 4097 characters"), message);
        String sixty = "x".repeat(60);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Interval.parse(sixty))
                .getMessage()
                .startsWith('"' + sixty + '"'));
    }

    @ParameterizedTest
    @CsvSource({
        "1234567,            3, 1234567,            1234567,            1234567",
        "-1234567,           3, -1234567,           -1234567,           -1234567",
        "0,                  1, 0,                  0,                  0",
        "-0.0,               1, 0,                  0,                  0",
        "9007199254740992,   1, 9007199254740992,   9007199254740992,   9007199254740992",
        "9007199254740994,   1, 9007199254740994,   9007199254740994,   9007199254740994",
        "1e22,               2, 10000000000000000000000, 10000000000000000000000, 10000000000000000000000",
        "1.25,               2, 1.2,                1.3,                1.2",
        "1.75,               2, 1.7,                1.8,                1.8",
        "-1.25,              2, -1.3,               -1.2,               -1.2",
        "0.5,                6, 0.5,                0.5,                0.5",
        "0.99999,            2, 0.99,               1,                  1",
        "1234567.5,          6, 1234560,            1234570,            1234570",
        "0.000123456789,     6, 0.000123456,        0.000123457,        0.000123457",
        "Infinity,           6, Infinity,           Infinity,           Infinity",
        "-Infinity,          6, -Infinity,          -Infinity,          -Infinity",
    })
    void decimalsToBothSides(double value, int digits, String down, String up, String nearest) {
        assertEquals(down, Decimals.down(value, digits));
        assertEquals(up, Decimals.up(value, digits));
        assertEquals(nearest, Decimals.nearest(value, digits));
    }

    @Test
    void decimalsDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("1234.5", Decimals.nearest(1234.5, 6));
            assertEquals("1234567", Decimals.nearest(1234567, 6));
            assertEquals("[0.5, Infinity]", Interval.of(0.5, INFINITY).toString());
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(Interval.of(3, INFINITY), Interval.parse("[3, INFINITY]"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void decimalsRefuseNaNAndNoDigits() {
        assertEquals(
                "value: NaN is not a number and has no decimal text",
                assertThrows(IllegalArgumentException.class, () -> Decimals.down(Double.NaN, 6))
                        .getMessage());
        assertEquals(
                "significantDigits: 0 is below 1",
                assertThrows(IllegalArgumentException.class, () -> Decimals.up(1, 0))
                        .getMessage());
    }
}
