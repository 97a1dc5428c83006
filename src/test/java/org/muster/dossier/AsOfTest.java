package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AsOfTest {

    private static final AsOf YEAR = AsOf.parse("1945");
    private static final AsOf AUGUST = AsOf.parse("1945-08");
    private static final AsOf NINTH = AsOf.parse("1945-08-09");
    private static final AsOf SEPTEMBER = AsOf.parse("1945-09");

    @Test
    void datesThatShareADayAreNotDifferent() {
        assertFalse(YEAR.isDifferentFrom(AUGUST));
        assertFalse(NINTH.isDifferentFrom(AUGUST));
        assertTrue(AUGUST.isDifferentFrom(SEPTEMBER));
        assertTrue(SEPTEMBER.isDifferentFrom(NINTH));
        assertFalse(AsOf.WHOLE_EVENT.isDifferentFrom(NINTH));
        assertFalse(AUGUST.isDifferentFrom(AUGUST));
    }

    @Test
    void earlierMeansWhollyEarlier() {
        assertTrue(AUGUST.isBefore(SEPTEMBER));
        assertFalse(SEPTEMBER.isBefore(AUGUST));
        assertFalse(AUGUST.isBefore(YEAR));
        assertFalse(AsOf.WHOLE_EVENT.isBefore(SEPTEMBER));
        assertTrue(AsOf.parse("-0489").isBefore(AsOf.parse("0001")));
        assertTrue(AsOf.parse("1944-02").isBefore(AsOf.parse("1944-03-01")));
        assertFalse(AsOf.parse("1944-02").isBefore(AsOf.parse("1944-02-29")));
    }

    @Test
    void aDayIsWithinItsMonthAndYear() {
        assertTrue(NINTH.isWithin(AUGUST));
        assertTrue(NINTH.isWithin(YEAR));
        assertFalse(AUGUST.isWithin(NINTH));
        assertFalse(AsOf.WHOLE_EVENT.isWithin(YEAR));
        assertFalse(YEAR.isWithin(AsOf.WHOLE_EVENT));
    }

    /** The year 490 BC is −489 in ISO 8601, which has a year 0. */
    @Test
    void labelsAreWrittenAsPeopleDo() {
        assertEquals("9 August 1945", NINTH.label());
        assertEquals("August 1945", AUGUST.label());
        assertEquals("February 1944", AsOf.parse("1944-02").label());
        assertEquals("1945", YEAR.label());
        assertEquals("490 BC", AsOf.parse("-0489").label());
        assertEquals("12 September 490 BC", AsOf.parse("-0489-09-12").label());
        assertEquals("", AsOf.WHOLE_EVENT.label());
    }

    @Test
    void whatIsNoDateIsRefused() {
        for (String text : new String[] {"1945-02-30", "1945-13", "45", "1945-8", "August 1945", "1945-08-09T12:00"}) {
            assertEquals(
                    "as_of \"" + text + "\" is not a date such as 1945, 1945-08 or 1945-08-09",
                    assertThrows(IllegalArgumentException.class, () -> AsOf.parse(text))
                            .getMessage());
        }
        assertEquals(AsOf.WHOLE_EVENT, AsOf.parse(" "));
    }

    /** Spreadsheets write days so, with the month first or second: neither is taken for granted. */
    @Test
    void whatADateOfASpreadsheetMayMeanIsOffered() {
        assertTrue(refused("05/06/1944").endsWith("; if 1944-06-05 or 1944-05-06 is meant, write that"));
        assertTrue(refused("15.6.1944").endsWith("; if 1944-06-15 is meant, write that"));
        assertTrue(refused("6/6/1944").endsWith("; if 1944-06-06 is meant, write that"));
        assertTrue(refused("31/02/1944").endsWith(" or 1945-08-09"));
    }

    private static String refused(String text) {
        return assertThrows(IllegalArgumentException.class, () -> AsOf.parse(text))
                .getMessage();
    }
}
