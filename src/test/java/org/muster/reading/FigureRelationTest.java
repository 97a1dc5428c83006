package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the figures of one cell belong together, and what is noted about them. */
class FigureRelationTest {

    private static final FigureReader READER = FigureReader.english();

    /** An author a line: other numbers for the same count. Names that could be parties' are not taken for authors. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Glantz: 12,031\\nFrieser – 9,780                            | - alternative",
                "Soviet estimate: 15,000\\nGerman estimate: 9,000            | - alternative",
                "12,000 (Zetterling)\\n15,000 (Krivosheev)                   | - alternative",
                "• 12,000 (Smith 1983)\\n• 15,000 (Jones, 2001)              | - alternative",
                "Smith 1983: 12,000\\nJones 2001: 15,000                     | - alternative",
                "Herodotus: 2.6 million\\nCtesias: 800,000\\nAppian: 70,000  | - alternative alternative",
                "According to Livy 50,000 killed\\nPolybius: 70,000 killed   | - alternative",
                "69,280 deaths (95% CI 61,007–77,552)                       | -",
                "300 killed (95% confidence interval: 200–400)              | -",
                "Glantz: 70,000 killed\\nFrieser: 300 tanks                  | - -",
                "Glantz: 500 killed, 300 wounded\\nFrieser: 400 killed, 250 wounded | - - alternative alternative",
                "Glantz: 500 killed\\nGlantz, Frieser: 400                   | - alternative",
                "British: 500\\nGerman: 300                                  | - -",
                "Glantz: 12,000\\n300 tanks\\nFrieser: 9,000                 | - - alternative",
                "Glantz: 12,000 killed\\nincluding 500 officers              | - subset",
                "Russian sources:\\n3,000 killed\\n500 killed\\nPolish sources:\\n8,000 killed | - - alternative",
                "Soviet estimate:\\n300 dead\\n40 guns\\nFinnish estimate:\\n900 dead | - - alternative",
                "10,000 (20,000 according to other sources)                  | - alternative",
                "10,000 killed (Livy: 15,000)                                | - alternative",
                "10,000 men (Livy: 300 killed)                               | - subset",
                "1,000 (plus 500 reservists)                                 | - -",
                "50,000 (at least 12 divisions)                              | - subset",
                "Smith (20 guns), Jones (30 guns)                            | - -",
                "3,000 men\\n(2,000 engaged)                                 | - subset",
                "2 frigates\\nFort Grey (9 guns)                            | - -",
                "300 men\\nof the garrison (20 officers)                     | - subset",
                "711 of 730                                                 | - whole",
                "5 of 8 tanks lost, 2 out of 9 guns                          | - whole - whole",
                "300 killed (of 5,000)                                      | - whole",
                "lost 80, out of 290                                        | - whole",
                "12 companies of 100 men                                    | - -",
                "all but 40 of the 300                                      | - -",
                "40 fell, including six officers, but doctors spoke of 75 dead | - subset -"
            })
    void figuresOfSeveralAuthorsAreAlternatives(String text, String relations) {
        List<String> found = new ArrayList<>();
        for (ReadFigure read : READER.readAll(text.replace("\\n", "\n")).figures()) {
            found.add(
                    read.relation() == FigureRelation.NONE
                            ? "-"
                            : read.relation().toString());
        }
        assertEquals(relations, String.join(" ", found));
    }

    /** What an author's line leaves open is as on the line before; whose figure is whose is said, so nothing is noted. */
    @Test
    void authorsLendTheMeasure() {
        ReadText read = READER.readAll("Glantz: 500 killed\nFrieser: 400");
        assertEquals("killed", read.figures().get(1).measure());
        assertEquals(List.of(), read.remarks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "19,000–31,000+       | [19000, Infinity] at least | 19,000–31,000+ | RANGE_AS_BOUND",
                "up to 300–400 killed | [0, 400] at most           | 300–400        | RANGE_AS_BOUND",
                "31,000–19,000        | [19000, 31000] exactly     | 31,000–19,000  | REVERSED_RANGE",
                "1,200 (950–1,600)    | [950, 1600] exactly        | 1,200 (950–1,600) | RANGE_BEHIND",
                "15 dead (95% CI 9–20) | [9, 20] exactly           | 15 dead (95% CI 9–20) | RANGE_BEHIND",
                "1,200 (1,300–1,600)  | [1200, 1200] exactly       |                |",
                "300+                 | [300, Infinity] at least   |                |",
                "19,000–31,000        | [19000, 31000] exactly     |                |"
            })
    void whatARangeLosesIsNoted(String text, String figure, String span, String kind) {
        ReadText read = READER.readAll(text);
        assertEquals(
                figure,
                read.figures().get(0).figure().range().orElseThrow() + " "
                        + read.figures().get(0).figure().qualifier());
        assertEquals(kind == null ? 0 : 1, read.remarks().size());
        if (kind != null) {
            Remark remark = read.remarks().get(0);
            assertEquals(kind, remark.kind().name());
            assertEquals(span, text.substring(remark.start(), remark.end()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18,000 (+0/−27 %)           | 18,000 (+0/−27 %) → [13140, 18000] exactly, best 18000",
                "200 +5%/-10% men            | 200 +5%/-10% men → [180, 210] exactly, best 200",
                "10,000 (+200/−300) killed   | 10,000 (+200/−300) killed → [9700, 10200] exactly, best 10000",
                "10,000 (−300/+200)          | 10,000 (−300/+200) → [9700, 10200] exactly, best 10000",
                "10,000 (+1,000, -500)       | 10,000 (+1,000, -500) → [9500, 11000] exactly, best 10000",
                "about 10,000 (± 500)        | about 10,000 (± 500) → [9500, 10500] about, best 10000",
                "10,000 +/- 500              | 10,000 +/- 500 → [9500, 10500] exactly, best 10000",
                "100–200 ± 10%               | 100–200 ± 10% → [90, 220] exactly",
                "100 (+0/−500)               | 100 (+0/−500) → [0, 100] exactly, best 100",
                "1 million (+0.2 million/−50,000) | 1 million (+0.2 million/−50,000) → [950000, 1200000] rounded, best 1000000",
                "300+ (200 killed)           | 300+ → [300, Infinity] at least",
                "300 (+20)                   | 300 → [300, 300] exactly",
                "300 + 200 - 100             | 300 → [300, 300] exactly"
            })
    void errorBarsMayBeUneven(String text, String figure) {
        assertEquals(figure, READER.readAll(text).figures().get(0).figure().toString());
    }

    /** A label on a line of its own is about the lines below it. A line with a label of its own ends that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Killed:\\n300 US\\n200 UK                               | killed, killed",
                "Killed:\\nGermans: 256\\nBritish: 300                    | killed, killed",
                "Killed:\\n300\\nWounded: 40\\n30                         | killed, wounded, -",
                "Killed:\\n300\\nWounded:\\n40                            | killed, wounded",
                "Losses:\\n• 30 tanks\\n• 200 guns                        | tanks lost, guns lost",
                "Tanks:\\n300 destroyed\\n20 damaged\\n500 men            | tanks destroyed, tanks damaged, personnel",
                "Ships:\\n2 sunk\\n3 damaged\\n40 captured                  | ships destroyed, ships damaged, captured",
                "Total casualties:\\n3,000\\n40 tanks\\n400               | casualties, tanks lost, casualties",
                "Killed:\\n300\\nAt sea:\\n20                             | killed, -",
                "Killed: 300, Army: 5,000                               | killed, -"
            })
    void aLabelIsAboutTheLinesBelow(String text, String measures) {
        List<String> found = new ArrayList<>();
        for (ReadFigure read : READER.readAll(text.replace("\\n", "\n")).figures()) {
            found.add(read.measure().isEmpty() ? "-" : read.measure());
        }
        assertEquals(measures, String.join(", ", found));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Soviet estimates:\\n300 killed\\n40 wounded\\nGerman:\\n30 killed | about, about, exactly",
                "Soviet estimate: 300 killed, 40 wounded\\n20 missing          | about, about, exactly",
                "530 killed Chinese estimation: 2,000                        | exactly, about"
            })
    void anEstimateIsSoft(String text, String qualifiers) {
        List<String> found = new ArrayList<>();
        for (ReadFigure read : READER.readAll(text.replace("\\n", "\n")).figures()) {
            found.add(read.figure().qualifier().toString());
        }
        assertEquals(qualifiers, String.join(", ", found));
    }
}
