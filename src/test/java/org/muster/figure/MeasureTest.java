package org.muster.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    @ParameterizedTest
    @CsvSource({
        "killed, personnel, killed",
        "strength, personnel, strength",
        "tanks captured, tanks, captured",
        "combat_aircraft strength, combat_aircraft, strength",
        "'  guns_mortars \t captured ', guns_mortars, captured",
        "zeppelins lost, zeppelins, lost"
    })
    void isAnItemInAStateAndForPeopleAStateAlone(String text, String item, String state) {
        assertEquals(Measure.of(item, state), Measure.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"killed", "tanks captured", "zeppelins lost"})
    void isWrittenAsItIsRead(String text) {
        assertEquals(text, Measure.parse(text).toString());
    }

    @Test
    void leavesThePeopleOut() {
        assertEquals("killed", Measure.parse("personnel killed").toString());
    }

    @Test
    void knowsPeopleLossesAndStrengths() {
        assertTrue(Measure.parse("killed").isPeople());
        assertTrue(Measure.parse("cavalry strength").isPeople());
        assertFalse(Measure.parse("tanks strength").isPeople());
        assertTrue(Measure.parse("tanks destroyed").isLoss());
        assertFalse(Measure.parse("deserted").isLoss());
        assertTrue(Measure.parse("strength_engaged").isStrength());
        assertFalse(Measure.parse("killed").isStrength());
        Measure added = Measure.parse("zeppelins moored");
        assertFalse(added.isPeople() || added.isLoss() || added.isStrength());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | measure is blank: write a state such as killed, or an item and a state such as tanks captured",
                "tanks | measure \"tanks\" is an item without a state: write \"tanks strength\" for its number present",
                "personnel | measure \"personnel\" is an item without a state: write \"strength\" for its number present",
                "self propelled guns | measure \"self propelled guns\" has more than two words: write item and state,"
                        + " words inside a name joined by _",
                "Killed | state \"Killed\" is not a name: lowercase letters, digits and _, beginning with a letter",
                "tanks 2nd | state \"2nd\" is not a name: lowercase letters, digits and _, beginning with a letter"
            })
    void saysWhatIsWrong(String text, String message) {
        Exception error = assertThrows(IllegalArgumentException.class, () -> Measure.parse(text));
        assertEquals(message, error.getMessage());
    }
}
