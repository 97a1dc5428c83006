package org.muster.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muster.text.ResourceTable;
import org.muster.text.Spelling;

/** Items and states, built in and of a dossier's own. */
class NameTableTest {

    private static final List<List<String>> ITEMS =
            ResourceTable.rows(Figure.class, "items.csv", "item", "label", "kind", "craft", "meaning");
    private static final List<List<String>> STATES = ResourceTable.rows(
            Figure.class,
            "states.csv",
            "state",
            "label",
            "kind",
            "general",
            "counts",
            "for_things",
            "leaves_strength",
            "meaning");

    @Test
    void itemsAreWellFormedAndOfAKnownKindAndExplained() {
        for (List<String> row : ITEMS) {
            assertEquals(row.get(0), NameTable.checked("item", row.get(0)));
            assertTrue(Set.of("people", "materiel", "animals", "units").contains(row.get(2)), row::toString);
            assertTrue(Set.of("", "ships", "aircraft").contains(row.get(3)), row::toString);
            assertTrue(row.get(3).isEmpty() || row.get(2).equals("materiel"), row::toString);
            assertFalse(row.get(4).isBlank(), row::toString);
        }
    }

    @Test
    void statesAreWellFormedAndOfAKnownKindAndExplained() {
        for (List<String> row : STATES) {
            assertEquals(row.get(0), NameTable.checked("state", row.get(0)));
            assertTrue(Set.of("strength", "loss", "other").contains(row.get(2)), row::toString);
            assertTrue(Set.of("people", "things", "both").contains(row.get(4)), row::toString);
            assertFalse(row.get(7).isBlank(), row::toString);
            assertFalse(Item.knows(row.get(0)), "an item too: " + row);
        }
    }

    /** Losses of the same people are not added: only states that exclude one another may take from a strength. */
    @Test
    void whoLeavesAStrengthDoesSoOnce() {
        assertEquals(List.of(State.of("killed"), State.of("missing"), State.of("captured")), State.leavingStrength());
    }

    @Test
    void oneStateStandsForStrengthsAndOneForLosses() {
        for (String kind : List.of("strength", "loss")) {
            assertEquals(
                    1,
                    STATES.stream()
                            .filter(row -> row.get(2).equals(kind) && row.get(3).equals("yes"))
                            .count());
        }
        assertEquals(State.of("strength"), State.STRENGTH);
        assertEquals(State.of("casualties"), State.CASUALTIES);
    }

    /** Tanks are not killed; what a state of people is for them can itself be of things. */
    @Test
    void thingsAreLostWherePeopleAreCasualties() {
        assertEquals(State.of("lost"), State.CASUALTIES.forThings());
        for (List<String> row : STATES) {
            State state = State.of(row.get(0));
            assertTrue(state.forThings().equals(state) || state.forThings().isOfThings(), row::toString);
            assertFalse(state.isOfThingsAlone() && !state.isOfThings(), row::toString);
        }
    }

    @Test
    void namesThatADossierAddsAreKnownByNothingElse() {
        Item zeppelins = Item.of("zeppelins");
        State moored = State.of("moored");
        assertFalse(zeppelins.isBuiltIn() || zeppelins.isPeople() || zeppelins.isUnits() || zeppelins.isAircraft());
        assertFalse(moored.isBuiltIn() || moored.isLoss() || moored.isStrength() || moored.isOfThings());
        assertEquals(moored, moored.forThings());
        assertEquals(zeppelins, Item.of("zeppelins"));
        assertEquals(zeppelins.hashCode(), Item.of("zeppelins").hashCode());
        assertNotEquals(zeppelins, Item.of("tanks"));
        assertNotEquals(moored, State.of("killed"));
        assertEquals("zeppelins moored", new Measure(zeppelins, moored).toString());
    }

    @Test
    void aNameIsChecked() {
        assertEquals(
                "item \"Tanks\" is not a name: lowercase letters, digits and _, beginning with a letter",
                assertThrows(IllegalArgumentException.class, () -> Item.of("Tanks"))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> State.of(""));
        assertFalse(Item.knows("Tanks") || State.knows(""));
    }

    @Test
    void theNearestNameIsOffered() {
        assertEquals(Optional.of("tanks"), Item.nearest("tank"));
        assertEquals(Optional.of("self_propelled_guns"), Item.nearest("selfpropelled_guns"));
        assertEquals(Optional.of("killed"), State.nearest("kiled"));
        assertEquals(Optional.empty(), State.nearest("photographed"));
        assertEquals(Optional.empty(), Item.nearest("x".repeat(1_000_000)));
        assertEquals(Optional.empty(), Spelling.nearest("q", List.of("s")), "nothing of it would be left");
        assertEquals(Optional.empty(), Spelling.nearest("", List.of("s")));
    }

    /** What people say, written down beforehand for one measure of each kind. */
    @Test
    void measuresHaveLabels() {
        assertEquals("men", Measure.parse("strength").label());
        assertEquals("men engaged", Measure.parse("strength_engaged").label());
        assertEquals("killed or missing", Measure.parse("killed_missing").label());
        assertEquals(
                "rocket launchers", Measure.parse("rocket_launchers strength").label());
        assertEquals("tanks captured", Measure.parse("tanks captured").label());
        assertEquals("civilians killed", Measure.parse("civilians killed").label());
        assertEquals("tank regiments", Measure.parse("tank_regiments strength").label());
        assertEquals("sent home", Measure.parse("sent_home").label());
    }

    @Test
    void everyLabelCanBeRead() {
        for (List<String> row : ITEMS) {
            assertTrue(row.get(1).matches("[a-z][a-z -]*"), row::toString);
        }
        for (List<String> row : STATES) {
            assertTrue(row.get(1).matches("([a-zA-Z][a-zA-Z -]*)?"), row::toString);
            assertEquals(
                    row.get(2).equals("strength") && !row.get(0).contains("_"),
                    row.get(1).isEmpty(),
                    row::toString);
        }
    }
}
