package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.figure.Figure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.text.ResourceTable;

/** What holds for every text. */
class FigureReaderLawsTest {

    private static final FigureReader READER = FigureReader.english();
    private static final FigureReader ALL_LANGUAGES = FigureReader.of(FigureReader.languages());

    /** The length of hostile texts; the newcomer's build takes shorter ones. */
    private static final int LENGTH = Integer.getInteger("test.length", 1_000_000);

    @Property
    void anyUnicodeIsReadInOrder(@ForAll String text) {
        assertInOrder(text);
    }

    @Property
    void anyRowOfTheVocabularyIsReadInOrder(@ForAll("vocabularyTexts") String text) {
        assertInOrder(text);
    }

    @Property
    void aPrintedFigureIsReadBack(@ForAll("printed") Printed printed) {
        Figure read = FigureReader.parse(printed.text());
        assertEquals(printed.text(), read.text());
        assertEquals(Optional.of(printed.range()), read.range());
        assertEquals(printed.qualifier(), read.qualifier());
        assertEquals(1, read.unit());
    }

    /** A reader is shared; nothing of a text may be left in it for the next. */
    @Property
    void theTextBeforeIsForgotten(@ForAll("vocabularyTexts") String before, @ForAll("vocabularyTexts") String text)
            throws ExecutionException, InterruptedException {
        FutureTask<ReadText> alone = new FutureTask<>(() -> READER.readAll(text));
        new Thread(alone).start();
        ReadText fresh = alone.get();
        READER.readAll(before, Context.ofItem("ships"));
        assertEquals(fresh, READER.readAll(text));
        READER.readAll(before + "; " + before.repeat(3) + text.repeat(60));
        assertEquals(fresh, READER.readAll(text));
    }

    @Test
    void severalThreadsShareAReader() {
        List<String> texts = IntStream.range(0, 20_000)
                .mapToObj(i -> i + " killed, " + 2 * i + " wounded\n".repeat(i % 5) + "(" + i + " tanks)")
                .toList();
        List<ReadText> one = texts.stream().map(READER::readAll).toList();
        assertEquals(one, texts.parallelStream().map(READER::readAll).toList());
    }

    @Property
    void footnotesChangeNothingButTheText(
            @ForAll @LongRange(min = 0, max = 10_000_000) long low, @ForAll @LongRange(max = 999) long mark) {
        String note = "[" + mark + "]";
        String plain = grouped(low) + "–" + grouped(low + 7) + " killed";
        String marked = grouped(low) + note + "–" + grouped(low + 7) + note + " killed" + note;
        assertEquals(
                FigureReader.parse(plain).range(), FigureReader.parse(marked).range());
    }

    @Property
    void aFigureReadsTheSameAmongOthers(@ForAll("printed") Printed first, @ForAll("printed") Printed second) {
        List<ReadFigure> read = READER.read(first.text() + "; " + second.text());
        assertEquals(List.of(first.text(), second.text()), texts(read));
        assertEquals(Optional.of(first.range()), read.get(0).figure().range());
        assertEquals(Optional.of(second.range()), read.get(1).figure().range());
    }

    /** Five seconds for a megabyte are many times what it takes; reading anew from every character would take hours. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1,",
                "1,000,",
                "1-",
                "1 - ",
                "-",
                "–",
                "[",
                "[1",
                "[a ",
                "(",
                "(1",
                ")",
                " ",
                "\u00a0",
                "\n",
                ".",
                "1.",
                "1 000 ",
                "guns ",
                "guns   and   ",
                "self-",
                "self propelled ",
                "about ",
                "about 1 ",
                "million ",
                "1 million ",
                "one hundred and ",
                "twenty-",
                "between 1 and ",
                "1 to ",
                "heavy, ",
                "unknown ",
                "killed, wounded or ",
                "a",
                "9 May ",
                "1[1]",
                "\ud83d\ude00",
                "\ud83d",
                "½",
                "²",
                "٣",
                "\u200f",
                "x1,",
                "+",
                "1+",
                "c.",
                "1/",
                "1/2 ",
                "1k/",
                "(1 ",
                "1:",
                "killed: ",
                "killed, ",
                "men and ",
                "2 men and ",
                "1 or ",
                "1±",
                "including ",
                "total ",
                "1, 000",
                "\u2044",
                "heavy\n",
                "or ",
                "or or\n",
                "{",
                "]",
                "\r\n",
                "1 (",
                "1 (+1",
                "1 (+1/−1) ",
                "+1/-",
                "Glantz: 1 killed\n",
                "Smith 1983: 1\n",
                "1 (Smith",
                "1 (Smith 1983)\n",
                "estimate ",
                "estimate one man ",
                "estimate:\n1 killed\n",
                "1 sunk, 1 captured, ",
                "1 two-engine ",
                "1 dead and many wounded and ",
                "one man estimate: ",
                "killed – 1 ",
                "killed/killed: ",
                "1. ",
                "1. and ",
                "1 of ",
                "1 of whom ",
                "1 x and ",
                "1 sunk, ",
                "x (1), ",
                "1 (Livy: 1) ",
                "1 (killed, ",
                "7½ ",
                "7 1/2 ",
                "C-1 ",
                "1 Bf 1 ",
                "1 100 mm ",
                "1 men or more ",
                "not 1 ",
                "1 tanks destroyed 1 x ",
                "1 tanks destroyed ",
                "1, including 1, but ",
                "1 (of ",
                "reduced to the x ",
                "2 tanks, reduced to 1 ",
                "AB 1/1, ",
                "killing X and ",
                "one in 1 and ",
                "~"
            })
    void timeIsLinearInTheLength(String piece) {
        String text = piece.repeat(LENGTH / piece.length());
        ALL_LANGUAGES.readAll(piece.repeat(100));
        assertTimeout(Duration.ofSeconds(5), () -> assertCovered(text, ALL_LANGUAGES.readAll(text)));
    }

    /** Whole cells, with all that people put into them; {@link RealStrings} reads real ones. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13,000 soldiers \n 5,000 militia",
                "c. 7,000 killed or wounded[1][a]\n2 guns lost",
                "Smith 1983: 1,500\nAccording to Jones, 2,500 (perhaps more)",
                "Northern Army:\n12,000–15,000 men, of whom 4,000 horse\nSouthern Army:\n9,000",
                "20 tanks, 37mm guns and 3 T-34/85s; 1/3 of the garrison",
                "4 000 tués, 11 000 blessés et 600 prisonniers",
                "около 500 убитых, 1 200 раненых",
                "(70 killed\n) 90 [wounded",
                "• Day 1: 200\n• Day 2: ~300+\n• Total: 500 casualties (claim)"
            })
    void wholeCellsAreReadInOrder(String text) {
        assertInOrder(text);
        assertTrue(ALL_LANGUAGES.readAll(text).isComplete(), text);
    }

    @Provide
    Arbitrary<String> vocabularyTexts() {
        List<String> signs = List.of(
                "0",
                "7",
                "80",
                "400",
                "1,042",
                "12,031",
                "1.5",
                "19.000",
                "1945",
                "9 780",
                "37mm",
                "PT-76",
                "[1]",
                "[a]",
                "[",
                "]",
                "(",
                ")",
                "-",
                "–",
                "—",
                "−",
                ",",
                ".",
                ";",
                ":",
                "/",
                "\n",
                "•",
                "\u00a0",
                "\u2009",
                "\u200f",
                "²",
                "½",
                "é",
                "Mukden",
                "\ud83d\ude00");
        List<String> phrases = new ArrayList<>();
        for (String table : List.of("words.csv", "words-de.csv", "words-fr.csv", "words-ru.csv", "words-sv.csv")) {
            for (List<String> row :
                    ResourceTable.rows(FigureReader.class, table, "language", "phrase", "kind", "value")) {
                phrases.addAll(List.of(row.get(1).split("; ")));
            }
        }
        Arbitrary<String> piece = Arbitraries.oneOf(Arbitraries.of(signs), Arbitraries.of(phrases));
        Arbitrary<String> gap = Arbitraries.of("", " ", " ", " ", "  ");
        return Combinators.combine(piece, gap)
                .as(String::concat)
                .list()
                .ofMaxSize(15)
                .map(all -> String.join("", all));
    }

    /** A figure in one of the simple forms, with what it says. */
    record Printed(String text, Interval range, Qualifier qualifier) {}

    @Provide
    Arbitrary<Printed> printed() {
        Arbitrary<Long> count = Arbitraries.longs().between(0, 99_999_999);
        return Combinators.combine(count, count, Arbitraries.integers().between(0, 7))
                .as(FigureReaderLawsTest::print);
    }

    private static Printed print(long low, long more, int form) {
        String number = grouped(low);
        return switch (form) {
            case 0 -> new Printed(number, Interval.of(low), Qualifier.EXACTLY);
            case 1 -> new Printed("about " + number, Interval.of(low), Qualifier.ABOUT);
            case 2 -> new Printed("nearly " + number, Interval.of(low), Qualifier.NEARLY);
            case 3 -> new Printed("at least " + number, Interval.of(low, Double.POSITIVE_INFINITY), Qualifier.AT_LEAST);
            case 4 -> new Printed("over " + number, Interval.of(low, Double.POSITIVE_INFINITY), Qualifier.MORE_THAN);
            case 5 -> new Printed("up to " + number, Interval.of(0, low), Qualifier.AT_MOST);
            case 6 -> new Printed("fewer than " + number, Interval.of(0, Math.max(0, low - 1)), Qualifier.LESS_THAN);
            default -> {
                // Below a thousand the lower end could leave out its thousands: 5–6,000.
                long from = low + 1000;
                yield new Printed(
                        grouped(from) + "–" + grouped(from + more), Interval.of(from, from + more), Qualifier.EXACTLY);
            }
        };
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static List<String> texts(List<ReadFigure> read) {
        return read.stream().map(each -> each.figure().text()).toList();
    }

    static void assertInOrder(String text) {
        int last = 0;
        for (ReadFigure read : READER.read(text)) {
            assertTrue(read.start() >= last && read.start() < read.end(), () -> read + " in " + text);
            assertEquals(text.substring(read.start(), read.end()), read.figure().text());
            last = read.end();
        }
        assertTrue(last <= text.length());
        assertCovered(text, READER.readAll(text));
        assertCovered(text, ALL_LANGUAGES.readAll(text));
        assertCovered(text, READER.readAll(text, Context.ofState("casualties")));
    }

    /** Every character belongs to one figure or to one ignored part. */
    private static void assertCovered(String text, ReadText read) {
        int at = 0;
        int figure = 0;
        int ignored = 0;
        while (at < text.length()) {
            int here = at;
            if (figure < read.figures().size() && read.figures().get(figure).start() == at) {
                at = read.figures().get(figure++).end();
            } else {
                assertTrue(ignored < read.ignored().size(), () -> "nothing at " + here + " in " + text);
                assertEquals(at, read.ignored().get(ignored).start(), text);
                at = read.ignored().get(ignored++).end();
            }
        }
        assertEquals(text.length(), at);
        assertEquals(read.figures().size(), figure);
        assertEquals(read.ignored().size(), ignored);
    }
}
