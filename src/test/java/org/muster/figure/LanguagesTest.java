package org.muster.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A sentence or two in each language that has a table. */
class LanguagesTest {

    @ParameterizedTest
    @CsvSource({
        "de, etwa 12.000 Tote, '[12000, 12000] about deaths'",
        "de, '1,5 Millionen Soldaten', '[1500000, 1500000] rounded personnel'",
        "de, zwischen 300 und 400 Panzer zerstört, '[300, 400] exactly tanks destroyed'",
        "de, mindestens zweihundert, ",
        "de, drei Divisionen, '[3, 3] exactly divisions'",
        "de, 500 Gefallene oder Verwundete, '[500, 500] exactly killed_wounded'",
        "de, unbekannt, unknown ",
        "fr, environ 12 000 morts, '[12000, 12000] about deaths'",
        "fr, plus de 300 chars détruits, '[300, Infinity] more than tanks destroyed'",
        "fr, de 300 à 400 hommes, '[300, 400] exactly personnel'",
        "fr, '2,7 millions de soldats', '[2700000, 2700000] rounded personnel'",
        "fr, 800 tués et blessés, '[800, 800] exactly killed_wounded'",
        "fr, aucun navire, '[0, 0] exactly ships'",
        "ru, около 12 000 убитых, '[12000, 12000] about killed'",
        "ru, не менее 300 танков, '[300, Infinity] at least tanks'",
        "ru, '1,5 млн человек', '[1500000, 1500000] rounded personnel'",
        "ru, от 300 до 400 орудий, '[300, 400] exactly guns'",
        "ru, 800 убитых и раненых, '[800, 800] exactly killed_wounded'",
        "ru, двести пять солдат, '[205, 205] exactly personnel'",
        "sv, cirka 1 300 döda och sårade, '[1300, 1300] about killed_wounded'",
        "sv, minst 40 kanoner, '[40, Infinity] at least guns'",
        "sv, 6 200 man rytteri, '[6200, 6200] exactly cavalry'"
    })
    void readsWhatTheTableHolds(String language, String text, String expected) {
        List<ReadFigure> read = FigureReader.of(List.of(language)).readAll(text).figures();
        String found = read.isEmpty()
                ? null
                : (read.get(0).figure().range().map(range -> range + " ").orElse("")
                                + read.get(0).figure().qualifier() + " "
                                + read.get(0).measure())
                        .strip();
        assertEquals(expected == null ? null : expected.strip(), found);
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
                "language \"tlh\" is not one of: en, de, fr, ru, sv",
                assertThrows(IllegalArgumentException.class, () -> FigureReader.of(List.of("en", "tlh")))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> FigureReader.of(List.of()));
    }
}
