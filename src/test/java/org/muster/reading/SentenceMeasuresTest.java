package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.muster.figure.Item;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.text.ResourceTable;

/**
 * What the figures of sentences count. The sentences are made up after constructions of reports; what they hold was written down
 * from their sense. {@code sentence-measures.csv} has a row a sentence, with its figures in order; {@code *} stands for things and
 * states without a name, whatever is read of them.
 */
class SentenceMeasuresTest {

    private static final FigureReader READER = FigureReader.of(FigureReader.languages());

    @TestFactory
    Stream<DynamicTest> measuresAreThoseOfTheSentence() {
        return ResourceTable.rows(SentenceMeasuresTest.class, "sentence-measures.csv", "trap", "text", "parts").stream()
                .map(row -> DynamicTest.dynamicTest(row.get(0) + ": " + row.get(1), () -> {
                    List<String> expected = List.of(row.get(2).split("; "));
                    List<String> read = new ArrayList<>();
                    for (ReadText sentence : READER.readSentences(row.get(1), Context.NONE)) {
                        for (ReadFigure figure : sentence.figures()) {
                            figure.figure().range().ifPresent(range -> {
                                boolean judged = read.size() >= expected.size()
                                        || !expected.get(read.size()).endsWith(" *");
                                read.add((number(range) + " " + (judged ? measure(figure) : "*")).strip());
                            });
                        }
                    }
                    assertEquals(expected, read);
                }));
    }

    private static String number(Interval range) {
        String low = Decimals.down(range.inf(), 6);
        String high = Decimals.up(range.sup(), 6);
        return low.equals(high) ? low : low + "–" + high;
    }

    /** The measure as the tables of words name it: people stand with a state alone. */
    private static String measure(ReadFigure figure) {
        boolean people =
                figure.item().equals(Item.PERSONNEL.name()) && !figure.state().isEmpty();
        return ((people ? "" : figure.item()) + " " + figure.state()).strip();
    }
}
