package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.muster.figure.Measure;
import org.muster.reading.FigureReader;
import org.muster.reading.ReadText;

/** A whole number in digits is read without the reader, which is the yardstick here. */
class StatedFigurePropertiesTest {

    private static void assertReadAlike(String text) {
        ReadText read = FigureReader.english().readAll(text);
        assertEquals(Optional.empty(), read.unread());
        assertEquals(1, read.figures().size());
        assertEquals(
                new StatedFigure(read.figures().get(0).figure(), ""),
                StatedFigure.of(text, Measure.parse("killed"), FigureReader.english()));
    }

    @Property
    void wholeNumbersAreWhatTheReaderReads(@ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long count) {
        assertReadAlike(Long.toString(count));
    }

    @Property
    void soAreThoseThatCouldBeYearsOrAreRound(
            @ForAll @IntRange(min = 0, max = 3000) int small, @ForAll @IntRange(min = 0, max = 11) int zeros) {
        assertReadAlike(Long.toString(small));
        assertReadAlike(Long.toString((long) (small * Math.pow(10, zeros))));
    }

    @Example
    void othersAreLeftToTheReader() {
        for (String text : List.of("", "007", "00", "1,234", "-5", "5+", "\u0661", "1234567890123456")) {
            assertFalse(StatedFigure.isPlainCount(text), text);
        }
    }
}
