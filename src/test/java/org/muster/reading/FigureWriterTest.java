package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.figure.Figure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;

/** A figure that is written in plain English is read back as the same figure. */
class FigureWriterTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** The texts are written down here, so that a form that is lost does not go unnoticed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9780  | 12031    | exactly   |       | 9,780–12,031",
                "80    | 80       | about     |       | about 80",
                "300   | 400      | nearly    |       | nearly 300–400",
                "300   | Infinity | at least  |       | at least 300",
                "900000| Infinity | more than |       | over 900,000",
                "0     | 300      | at most   |       | up to 300",
                "0     | 99       | less than |       | fewer than 100",
                "1500000 | 1500000| rounded   |       | 1.5 million",
                "300   | 2000000  | rounded   |       | 0.3 thousand–2 million",
                "5     | 6000     | exactly   |       | 5.0–6,000",
                "2.5   | 1000.125 | exactly   |       | 2.5–1,000.1250",
                "9500  | 10500    | exactly   | 10000 | 10,000 ± 500",
                "13140 | 18000    | about     | 18000 | 'about 18,000 (+0/−4,860)'"
            })
    void isPlainEnglish(double low, double high, String qualifier, Double best, String text) {
        assertEquals(
                Optional.of(text),
                FigureWriter.write(figure(
                        Interval.of(low, high),
                        Qualifier.of(qualifier),
                        best == null ? OptionalDouble.empty() : OptionalDouble.of(best))));
    }

    @Test
    void wordsStandAsTheyAre() {
        assertEquals(Optional.of("unknown"), FigureWriter.write(Figure.withoutNumber("N/A", Qualifier.UNKNOWN)));
        assertEquals(
                Optional.of("heavy losses"), FigureWriter.write(Figure.withoutNumber("heavy losses", Qualifier.WORDS)));
    }

    @Test
    void whatNoWordsSayIsNotWritten() {
        assertEquals(Optional.empty(), FigureWriter.write(Figure.of("", Interval.of(100, 200), Qualifier.AT_MOST)));
        assertEquals(Optional.empty(), FigureWriter.write(Figure.of("", Interval.of(100, INFINITY), Qualifier.ABOUT)));
        assertEquals(
                Optional.empty(),
                FigureWriter.write(figure(Interval.of(300, INFINITY), Qualifier.AT_LEAST, OptionalDouble.of(400))));
        assertEquals(Optional.empty(), FigureWriter.write(Figure.withoutNumber("", Qualifier.WORDS)));
    }

    @Property
    void aWrittenFigureIsReadBack(@ForAll("figures") Figure figure) {
        Figure back = FigureReader.parse(FigureWriter.write(figure).orElseThrow());
        assertEquals(figure.range(), back.range());
        assertEquals(figure.qualifier(), back.qualifier());
        assertEquals(figure.best(), back.best());
    }

    /** Every form that a text can state: counts and decimals, single, between two ends, with a best value, bounds. */
    @Provide
    Arbitrary<Figure> figures() {
        Arbitrary<Double> end = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 20).map(Long::doubleValue),
                Arbitraries.longs().between(0, 2_000).map(count -> count * 1000.0),
                Arbitraries.longs().between(0, 1L << 53).map(Long::doubleValue),
                Arbitraries.doubles().between(0, 10_000).ofScale(3),
                Arbitraries.longs().between(0, 1L << 40).map(eighths -> eighths / 8.0));
        return Combinators.combine(
                        end,
                        end,
                        end,
                        Arbitraries.of(Qualifier.values()).filter(Qualifier::hasNumber),
                        Arbitraries.integers().between(0, 2))
                .as(FigureWriterTest::figure);
    }

    private static Figure figure(double one, double two, double three, Qualifier qualifier, int form) {
        double[] ends = {one, two, three};
        Arrays.sort(ends);
        return switch (qualifier) {
            case AT_LEAST, MORE_THAN -> Figure.of("", Interval.of(one, INFINITY), qualifier);
            case AT_MOST -> Figure.of("", Interval.of(0, one), qualifier);
            case LESS_THAN -> Figure.of("", Interval.of(0, Math.min(1L << 52, Math.rint(one))), qualifier);
            default ->
                switch (form) {
                    case 0 -> Figure.of("", Interval.of(one), qualifier);
                    case 1 -> Figure.of("", Interval.of(ends[0], ends[2]), qualifier);
                    default -> figure(Interval.of(ends[0], ends[2]), qualifier, OptionalDouble.of(ends[1]));
                };
        };
    }

    private static Figure figure(Interval range, Qualifier qualifier, OptionalDouble best) {
        return new Figure("", Optional.of(range), qualifier, best, 1);
    }

    /** Words of the tables that state no number are figures in words, which are read back as they stand. */
    @Test
    void wordsForAmountsAreReadBack() {
        for (String words : List.of("heavy", "several thousand", "dozens", "light losses", "a few hundred killed")) {
            Figure figure = Figure.withoutNumber(words, Qualifier.WORDS);
            assertEquals(Optional.of(words), FigureWriter.write(figure));
        }
    }
}
