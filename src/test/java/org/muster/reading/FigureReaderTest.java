package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.interval.Interval;
import org.muster.text.ResourceTable;

class FigureReaderTest {

    private static final FigureReader READER = FigureReader.english();

    @ParameterizedTest
    @CsvSource({
        "KIA, killed",
        "dead, deaths",
        "planes lost, aircraft lost",
        "lost planes, aircraft lost",
        "prisoners, captured",
        "killed and wounded, killed_wounded",
        "tanks destroyed, tanks destroyed",
    })
    void measuresInWords(String words, String measure) {
        assertEquals(Optional.of(Measure.parse(measure)), READER.measure(words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "planes",
                "tankss captured",
                "over killed",
                "3 killed",
                "killed in May",
                "5",
                "killed, wounded"
            })
    void wordsThatAreNoMeasure(String words) {
        assertEquals(Optional.empty(), READER.measure(words));
    }

    /** The range is that of the bracket, the best value the number before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "15 killed (95% CI 10–20)",
                "15 [10–20] killed",
                "15 people (range 10 to 20) were killed",
                "15 killed; 95% CI: 10, 20",
                "15 killed (CI95 10–20)"
            })
    void aRangeBehindANumberIsThatInWhichItLies(String text) {
        Figure figure = READER.figure(text);
        assertEquals(Optional.of(Interval.of(10, 20)), figure.range());
        assertEquals(OptionalDouble.of(15), figure.best());
    }

    /**
     * {@code reader-cases.csv}: every text with the figures expected in it, a row each, in order; a row without a
     * qualifier stands for none. The conventions are those of the field, named in the first column.
     */
    @TestFactory
    Stream<DynamicTest> readsAsPeopleWrite() {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        for (List<String> row : ResourceTable.rows(
                FigureReaderTest.class,
                "reader-cases.csv",
                "convention",
                "text",
                "low",
                "high",
                "qualifier",
                "item",
                "state",
                "unit",
                "span")) {
            List<String> figures = expected.computeIfAbsent(row.get(1), text -> new ArrayList<>());
            if (!row.get(4).isEmpty()) {
                figures.add(String.join(" | ", row.subList(2, 9)));
            }
        }
        return expected.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest("\"" + each.getKey() + "\"", () -> {
                    List<String> read = new ArrayList<>();
                    for (ReadFigure figure : READER.read(each.getKey())) {
                        read.add(row(figure));
                    }
                    assertEquals(each.getValue(), read);
                }));
    }

    @Test
    void aFigureCarriesThePlaceItWasReadFrom() {
        ReadFigure combat = READER.read("1,042 aircraft (232 combat)[7]").get(1);
        assertEquals("232 combat", combat.figure().text());
        assertEquals(16, combat.start());
        assertEquals(26, combat.end());
    }

    @ParameterizedTest
    @CsvSource({
        "tanks captured, 300 tanks captured, true",
        "tanks captured, 300 tanks, true",
        "tanks captured, 300 captured, true",
        "tanks captured, 300, true",
        "tanks captured, 300 tanks destroyed, false",
        "tanks captured, 300 guns captured, false",
        "strength, 300 men, true",
        "killed, 300 men, true",
        "captured, 300 POWs, true",
        "tanks captured, 300 POWs, false",
        "deaths, 300 dead, true",
        "killed, 300 dead, false",
        "combat_aircraft strength, 300 combat aircraft, true",
        "equipment captured, Large amounts of equipment captured, true"
    })
    void aFigureFitsAMeasureThatTheTextDoesNotSpeakAgainst(String measure, String text, boolean fits) {
        assertEquals(fits, READER.read(text).get(0).fits(Measure.parse(measure)));
    }

    @Test
    void numbersAreEnclosedAndNotRounded() {
        // 10^24 + 1 is no double: its neighbours are 2^27 apart.
        Interval range = FigureReader.parse("1,000,000,000,000,000,000,000,001 men")
                .range()
                .orElseThrow();
        assertTrue(range.inf() < range.sup());
        assertEquals(Math.nextUp(range.inf()), range.sup());
        assertEquals(
                Optional.of(Interval.of(9_007_199_254_740_992.0)),
                FigureReader.parse("9007199254740992").range());
    }

    @Test
    void moreDigitsThanADoubleHoldsAreNoNumber() {
        assertEquals(1, READER.read("9".repeat(300)).size());
        assertEquals(List.of(), READER.read("9".repeat(301)));
        assertEquals(List.of(), READER.read("9".repeat(1_000_000)));
    }

    @Test
    void scaleWordsDoNotPileUp() {
        assertEquals(List.of(), READER.read("1" + " million".repeat(1000)));
    }

    @Test
    void readsTheOneFigureWhateverItsMeasure() {
        Figure figure = FigureReader.parse("Total dead: 45,900.[1]");
        assertEquals(Optional.of(Interval.of(45_900)), figure.range());
        assertEquals("45,900", figure.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' ' | no figure: the text is blank",
                "PT-76 | no figure in \"PT-76\"",
                "188 were fighters, 9 bombers | 2 figures where one is expected, in \"188 were fighters, 9 bombers\":"
                        + " \"188 were fighters\"; \"9 bombers\"",
                "1, 2, 3, 4, 5, 6 | 6 figures where one is expected, in \"1, 2, 3, 4, 5, 6\":"
                        + " \"1\"; \"2\"; \"3\"; \"4\"; \"5\"; …"
            })
    void saysWhatWasFoundInstead(String text, String message) {
        Exception error = assertThrows(IllegalArgumentException.class, () -> FigureReader.parse(text));
        assertEquals(message, error.getMessage());
    }

    @Test
    void longTextsAreShortenedInMessages() {
        Exception error =
                assertThrows(IllegalArgumentException.class, () -> FigureReader.parse("PT-76 ".repeat(100_000)));
        assertTrue(error.getMessage().length() < 120, error.getMessage());
    }

    @Test
    void aReadFigureSpansItsText() {
        Figure figure = FigureReader.parse("300");
        assertEquals(
                "start 0 and end 4 do not span the text \"300\"",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new ReadFigure(figure, "", "", FigureRelation.NONE, 0, 4))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new ReadFigure(figure, "", "", FigureRelation.NONE, -3, 0));
    }

    @Test
    void printsFigureAndMeasure() {
        assertEquals(
                "[300+ tanks → [300, Infinity] at least: tanks …, heavy losses → words: … lost]",
                READER.read("300+ tanks; heavy losses").toString());
        assertFalse(READER.toString().isBlank());
    }

    private static String row(ReadFigure read) {
        Figure figure = read.figure();
        return String.join(
                " | ",
                figure.range().map(range -> number(range.inf())).orElse(""),
                figure.range().map(range -> number(range.sup())).orElse(""),
                figure.qualifier().toString(),
                read.item(),
                read.state(),
                number(figure.unit()),
                figure.text());
    }

    private static String number(double value) {
        return value == Math.rint(value) && value < 1e15 ? Long.toString((long) value) : Double.toString(value);
    }
}
