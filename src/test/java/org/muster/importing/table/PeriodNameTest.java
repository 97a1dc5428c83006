package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of columns that have a period each. */
class PeriodNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            nullValues = "-",
            value = {
                "Jan 2019 / Jan 2019 / 2019-01 / ''",
                "2019-03 / 2019-03 / 2019-03 / ''",
                "X2019.03.05 / 2019.03.05 / 2019-03-05 / ''",
                "killed_2015_01 / 2015_01 / 2015-01 / killed",
                "1915 / 1915 / 1915 / ''",
                "Tote 1915 / 1915 / 1915 / Tote",
                "März 1916 killed / März 1916 / 1916-03 / killed",
                "3 July 1863 / 3 July 1863 / 1863-07-03 / ''",
                "03/2019 / 03/2019 / 2019-03 / ''",
                "2019 Q1 / 2019 Q1 / '' / ''",
                "Q1 2019 / Q1 2019 / '' / ''",
                "week 12 2019 / week 12 2019 / '' / ''",
                "1914-18 / 1914-18 / '' / ''",
                "1914–1918 / 1914–1918 / '' / ''",
                "Mar / Mar / '' / ''",
                "Jan-19 / Jan-19 / '' / ''",
                "Side 1 killed 1915 / 1915 / 1915 / Side 1 killed",
                "2019-02-30 / 2019-02-30 / '' / ''",
            })
    void aPeriodItsDateAndTheRest(String name, String text, String date, String rest) {
        assertEquals(Optional.of(new PeriodName(text, date, rest)), PeriodName.in(name, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "killed",
                "side 2",
                "W",
                "Q1",
                "Marines killed",
                "12",
                "killed in 3 days",
                "75th division",
                "",
                "99999"
            })
    void otherNamesNameNone(String name) {
        assertEquals(Optional.empty(), PeriodName.in(name, false));
    }
}
