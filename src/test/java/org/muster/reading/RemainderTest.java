package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.interval.Interval;

/** No figure is the tail, or the head, of something longer. */
class RemainderTest {

    private static final FigureReader READER = FigureReader.english();

    @ParameterizedTest
    @ValueSource(strings = {"83,737O killed", "60,0OO killed", "4,500Q men", "21,389B killed"})
    void aLetterBehindDigitsIsASlipAndNoName(String text) {
        assertEquals(List.of(), READER.read(text));
    }

    @Test
    void aNameBehindGroupsIsNoPartOfTheNumber() {
        assertEquals(Interval.of(1300), FigureReader.parse("1,300CS").range().orElseThrow());
    }

    /** What people write around a number. */
    private static final List<String> PIECES = List.of(
            "two",
            "seven",
            "twenty",
            "a hundred",
            "half",
            "half a",
            "a quarter of a",
            "and a half",
            "three quarters",
            "thousand",
            "million",
            "dozen",
            "score",
            "1/2",
            "3/4",
            "½",
            "2/3",
            "e+05",
            "^5",
            "× 10^3",
            "000",
            "00",
            "12",
            "point five",
            "1,000,000",
            "several thousand");

    /**
     * @param number its value
     * @param words how it is written
     */
    record Number(double number, String words) {}

    @Provide
    Arbitrary<Number> numbers() {
        Arbitrary<Number> digits = Arbitraries.integers()
                .between(2, 999_999)
                .map(n -> new Number(n, String.format(Locale.ROOT, "%,d", n)));
        Arbitrary<Number> words = Arbitraries.of(
                new Number(3, "three"),
                new Number(25, "twenty-five"),
                new Number(112, "one hundred and twelve"),
                new Number(205_000, "two hundred and five thousand"),
                new Number(2_500_000, "two and a half million"),
                new Number(500_000, "half a million"),
                new Number(24, "two dozen"));
        return Arbitraries.oneOf(digits, words);
    }

    /** A piece before the number, behind it, or inside it. */
    @Property(tries = 2000)
    void whatTouchesANumberMakesAnotherOrNone(
            @ForAll("numbers") Number number, @ForAll("pieces") String piece, @ForAll("gaps") String gap) {
        Assume.that(!gap.equals("-") || Character.isLetter(piece.charAt(0)) && piece.charAt(0) != 'e');
        // Columns of a table that stand side by side are two numbers: 1,100,000 12.
        Assume.that(Character.isLetter(piece.charAt(0)) || !number.words().contains(",") && !piece.contains(","));
        for (String text : List.of(
                piece + gap + number.words() + " killed",
                number.words() + gap + piece + " killed",
                inside(number.words(), gap + piece + gap) + " killed")) {
            for (ReadFigure read : READER.read(text)) {
                double value = read.figure().range().map(Interval::inf).orElse(Double.NaN);
                assertTrue(
                        !read.state().equals("killed") || isWhole(text, read) || Double.isNaN(value),
                        () -> text + " was read as " + read);
            }
        }
    }

    /** Whether a figure has all number words and digits of its text, so that none is left beside it. */
    private static boolean isWhole(String text, ReadFigure read) {
        String rest = text.substring(0, read.start()) + "\n" + text.substring(read.end());
        for (String word : rest.toLowerCase(Locale.ROOT).split("[^a-z0-9½]+", -1)) {
            if (NUMBER_WORDS.contains(word) || word.matches(".*[0-9½].*")) {
                return false;
            }
        }
        return true;
    }

    private static final Set<String> NUMBER_WORDS = Set.of(
            "two",
            "three",
            "five",
            "seven",
            "twelve",
            "twenty",
            "hundred",
            "half",
            "quarter",
            "quarters",
            "thousand",
            "million",
            "dozen",
            "score",
            "one");

    private static String inside(String words, String piece) {
        int middle = words.indexOf(' ') > 0 ? words.indexOf(' ') : words.length() / 2;
        middle += middle > 0 && words.charAt(middle - 1) == ',' ? 1 : 0; // between two digits
        return words.substring(0, middle) + piece + words.substring(middle);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(PIECES);
    }

    @Provide
    Arbitrary<String> gaps() {
        return Arbitraries.of(" ", "-", "\u00a0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two 300 killed",
                "300 two killed",
                "twelve fifty killed",
                "half 300 killed",
                "a third of a million killed",
                "two thirds of a million killed",
                "one million million killed",
                "12 500 00 killed",
                "1945 300 00 killed",
                "300 hundred killed",
                "several thousand two hundred killed",
                "three hundred and 5 killed",
                "300^5 killed",
                "1,5 300 killed",
                "$5 million",
                "#REF!",
                "#DIV/0!",
                "#N/A",
                "Err:502",
                "NULL",
                "n/0",
                "Jan-50",
                "12-Jun",
                "1944-06"
            })
    void isNoFigure(String text) {
        assertEquals(List.of(), READER.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two 300 killed", "twelve fifty killed", "#REF!", "NULL", "12,34,56 killed"})
    void isNamed(String text) {
        assertFalse(READER.readAll(text).isComplete(), text);
    }
}
