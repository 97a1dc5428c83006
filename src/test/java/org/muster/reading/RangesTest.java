package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.muster.interval.Interval;

/**
 * What is a count in running text, and what is none: ages, dates, names of units, money, shares, articles. The ranges
 * were annotated before any was read.
 */
class RangesTest {

    private static final FigureReader READER = FigureReader.of(FigureReader.languages());

    @ParameterizedTest
    @CsvFileSource(resources = "ranges.csv", numLinesToSkip = 1)
    void readsEveryCountAndNothingElse(String kind, String text, String ranges) {
        String read = READER.readAll(text).figures().stream()
                .flatMap(figure -> figure.figure().range().stream())
                .map(RangesTest::ends)
                .collect(Collectors.joining("; "));
        assertEquals(ranges == null ? "" : ranges, read, () -> kind + ": " + text);
    }

    /** A range as the table has it: 40, 5–9, 60–∞. */
    private static String ends(Interval range) {
        String low = plain(range.inf());
        return range.inf() == range.sup() ? low : low + "–" + plain(range.sup());
    }

    private static String plain(double end) {
        return Double.isInfinite(end) ? "∞" : Long.toString((long) end);
    }
}
