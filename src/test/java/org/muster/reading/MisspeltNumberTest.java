package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words behind a number that nearly are numbers themselves. */
class MisspeltNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 5 milion | milion | million",
                "en | three hunderd | hunderd | hundred",
                "en | about 2 thosand men killed | thosand | thousand",
                "en | 1,200 Thousends | Thousends | thousands",
                "de | 3 Tausned | Tausned | tausend",
                "ru | 5 тысчи | тысчи | тысячи"
            })
    void isFound(String language, String text, String word, String meant) {
        assertEquals(
                Optional.of(new MisspeltNumber(word, meant)),
                FigureReader.of(List.of(language)).misspeltNumber(text));
    }

    /** What is spelt well, follows no number, is another word that the reader knows, or resembles none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | 5 million",
                "en | two hundred thousand men",
                "en | milion of them",
                "en | 20 hunters",
                "en | 12 zorks",
                "en | 300+ tanks",
                "es | 5 militares",
                "de | 5 Hunde"
            })
    void isNotFound(String language, String text) {
        assertEquals(Optional.empty(), FigureReader.of(List.of(language)).misspeltNumber(text));
    }
}
