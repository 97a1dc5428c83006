package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.figure.Qualifier;

/** A sentence or two in each language that has a table. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "de, etwa 12.000 Tote, '[12000, 12000] about deaths'",
        "de, '1,5 Millionen Soldaten', '[1500000, 1500000] rounded personnel'",
        "de, zwischen 300 und 400 Panzer zerstört, '[300, 400] exactly tanks destroyed'",
        "de, mindestens zweihundert, '[200, Infinity] at least'",
        "de, zweihundert tausend Mann, '[200000, 200000] exactly personnel'",
        "de, 8. Armee (ca. 153.000 Mann), '[153000, 153000] about personnel'",
        "de, 3. und 4. Division, ",
        "de, '20.000 (1.–3. Juli 1863)', '[20000, 20000] exactly'",
        "de, '1,5–2 Millionen Mann', '[1500000, 2000000] rounded personnel'",
        "de, bis 25.000 Mann, '[0, 25000] at most personnel'",
        "de, 5.000 bis max. 6.000, '[5000, 6000] exactly'",
        "de, '14.000 Mann (Tote, Verwundete, Gefangene)', '[14000, 14000] exactly casualties'",
        "de, 5 von 8 Panzern zerstört, '[5, 5] exactly tanks destroyed'",
        "de, ein Toter, '[1, 1] exactly deaths'",
        "de, eine Armee, ",
        "de, keine, '[0, 0] exactly'",
        "de, Tote – 300, '[300, 300] exactly deaths'",
        "de, drei Divisionen, '[3, 3] exactly divisions'",
        "de, 500 Gefallene oder Verwundete, '[500, 500] exactly killed_wounded'",
        "de, unbekannt, unknown ",
        "de, drei bis viertausend Mann, '[3000, 4000] exactly personnel'",
        "de, zwei- bis dreihundert Mann, '[200, 300] exactly personnel'",
        "de, zehn bis hundert Mann, '[10, 100] exactly personnel'",
        "de, die Zahl der Toten stieg von 31 auf 52, '[31, 31] exactly deaths'",
        "de, ein Polizist und zwei Soldaten wurden getötet, '[1, 1] exactly killed'",
        "fr, environ 12 000 morts, '[12000, 12000] about deaths'",
        "fr, plus de 300 chars détruits, '[300, Infinity] more than tanks destroyed'",
        "fr, de 300 à 400 hommes, '[300, 400] exactly personnel'",
        "fr, '2,7 millions de soldats', '[2700000, 2700000] rounded personnel'",
        "fr, 800 tués et blessés, '[800, 800] exactly killed_wounded'",
        "fr, aucun navire, '[0, 0] exactly ships'",
        "fr, pas plus de 300, '[0, 300] at most'",
        "fr, deux tiers de l’armée, ",
        "fr, un mort et trois blessés, '[1, 1] exactly deaths'",
        "fr, une trentaine de morts, '[30, 30] rounded deaths'",
        "fr, 8e armée, ",
        "fr, une quinzaine d’enfants tués, '[15, 15] rounded children killed'",
        "fr, l’attentat a tué trente-sept., '[37, 37] exactly killed'",
        "fr, le 12 sept. 1914, ",
        "fr, vers 14 h 30, ",
        "fr, le bilan est passé de 31 à 52 morts, '[31, 31] exactly deaths'",
        "fr, un soldat âgé de 23 ans a été tué, '[1, 1] exactly killed'",
        "ru, не больше 300, '[0, 300] at most'",
        "ru, не меньше 300, '[300, Infinity] at least'",
        "ru, данных нет, unknown ",
        "ru, 2/3 армии, ",
        "ru, 'от 1,5 до 2 тысяч человек', '[1500, 2000] rounded personnel'",
        "ru, убитых — 1250, '[1250, 1250] exactly killed'",
        "ru, двое убитых, '[2, 2] exactly killed'",
        "ru, около 12 000 убитых, '[12000, 12000] about killed'",
        "ru, не менее 300 танков, '[300, Infinity] at least tanks'",
        "ru, '1,5 млн человек', '[1500000, 1500000] rounded personnel'",
        "ru, от 300 до 400 орудий, '[300, 400] exactly guns'",
        "ru, 800 убитых и раненых, '[800, 800] exactly killed_wounded'",
        "ru, двести пять солдат, '[205, 205] exactly personnel'",
        "ru, число погибших выросло с 31 до 52, '[31, 31] exactly deaths'",
        "ru, с двумя десятками пушек, '[20, 20] rounded guns'",
        "sv, cirka 1 300 döda och sårade, '[1300, 1300] about killed_wounded'",
        "sv, 8:e armén, ",
        "sv, '25 000 man (8 juli 1709)', '[25000, 25000] exactly personnel'",
        "sv, inte mer än 300, '[0, 300] at most'",
        "sv, minst 40 kanoner, '[40, Infinity] at least guns'",
        "sv, tre till fyratusen man, '[3000, 4000] exactly personnel'",
        "sv, ett tiotal fartyg, '[10, 10] rounded ships'",
        "sv, 9 stridsvagnar skadades, '[9, 9] exactly tanks damaged'",
        "sv, 22 skepp som mest 800 man, '[0, 22] at most ships'",
        "sv, 6 200 man rytteri, '[6200, 6200] exactly cavalry'"
    })
    void readsWhatTheTableHolds(String language, String text, String expected) {
        List<ReadFigure> read = FigureReader.of(List.of(language)).readAll(text).figures();
        assertEquals(expected == null ? null : expected.strip(), firstOf(read));
    }

    private static @Nullable String firstOf(List<ReadFigure> read) {
        return read.isEmpty()
                ? null
                : (read.get(0).figure().range().map(range -> range + " ").orElse("")
                                + read.get(0).figure().qualifier() + " "
                                + read.get(0).measure())
                        .strip();
    }

    /** Tables that only this test has: another language is a table and no code. */
    @ParameterizedTest
    @CsvSource({
        "es, unos 12.000 muertos, '[12000, 12000] about deaths'",
        "es, más de 300 tanques destruidos, '[300, Infinity] more than tanks destroyed'",
        "es, entre 300 y 400 hombres, '[300, 400] exactly personnel'",
        "es, '1,5 millones de soldados', '[1500000, 1500000] rounded personnel'",
        "es, dos mil prisioneros, '[2000, 2000] exactly captured'",
        "es, 800 muertos y heridos, '[800, 800] exactly killed_wounded'",
        "es, se desconoce, unknown ",
        "it, circa 5.500 fanti, '[5500, 5500] about infantry'",
        "it, oltre 300 carri armati distrutti, '[300, Infinity] more than tanks destroyed'",
        "it, tra 300 e 400 uomini, '[300, 400] exactly personnel'",
        "it, 14 morti, '[14, 14] exactly deaths'",
        "it, 800 tra morti e feriti, '[800, 800] exactly killed_wounded'",
        "it, sconosciute, unknown ",
        "ja, '約5,000人', '[5000, 5000] about personnel'",
        "ja, 3万以上, '[30000, Infinity] at least'",
        "ja, 戦死 300人, '[300, 300] exactly killed'",
        "ja, 300〜400名戦死, '[300, 400] exactly killed'",
        "ja, 戦死者約1.5万人, '[15000, 15000] about killed'",
        "ja, 不明, unknown "
    })
    void anotherLanguageIsAnotherTable(String language, String text, String expected) {
        FigureReader reader = new FigureReader(Vocabulary.of(List.of(language)), List.of(language));
        assertEquals(expected.strip(), firstOf(reader.readAll(text).figures()));
    }

    @Test
    void theFirstLanguageWins() {
        assertEquals(
                Qualifier.LESS_THAN,
                FigureReader.of(List.of("en", "de"))
                        .readAll("under 300")
                        .figures()
                        .get(0)
                        .figure()
                        .qualifier());
        assertEquals(
                "FigureReader of text in en, de",
                FigureReader.of(List.of("en", "de")).toString());
    }

    @Test
    void aLanguageWithoutATableIsNamed() {
        assertEquals(
                "language \"tlh\" is not one of: en, de, fr, ru, sv, es, it",
                assertThrows(IllegalArgumentException.class, () -> FigureReader.of(List.of("en", "tlh")))
                        .getMessage());
    }

    @Test
    void withoutALanguageItIsEnglish() {
        assertSame(FigureReader.english(), FigureReader.of(List.of()));
    }

    /** What English would pass over: words that say how many, right beside the number, and nothing else. */
    @ParameterizedTest
    @CsvSource({
        "3 Tausend Mann, 'Tausend, 1000 in German'",
        "около 3 тысяч, 'около, about in Russian; тысяч, 1000 in Russian'",
        "plus de 300 morts, 'plus de, more than in French'",
        "300 Mann, ''",
        "300 men of Tausend, ''",
        "fast and 300, ''",
        "3 thousand, ''"
    })
    void foreignWordsBesideANumber(String text, String words) {
        ReadText read = FigureReader.english().readAll(text);
        List<ForeignWord> found =
                FigureReader.english().foreignBeside(read, read.figures().get(0));
        assertEquals(
                words,
                found.stream().map(word -> word.toString().replace("\"", "")).collect(Collectors.joining("; ")));
        ReadText all = FigureReader.of(FigureReader.languages()).readAll(text);
        assertEquals(
                List.of(),
                FigureReader.of(FigureReader.languages())
                        .foreignBeside(all, all.figures().get(0)));
    }
}
