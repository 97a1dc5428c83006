package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.figure.Measure;

/** What adds up to what, and what cannot. */
class HierarchyTest {

    private static final Hierarchy SIDES = Hierarchy.of(List.of(
            Breakdown.of(Dimension.PARTY, "Allies", "Soviet Union", "Mongolia"),
            Breakdown.of(Dimension.PARTY, "Axis", "Japan"),
            new Breakdown(
                    Dimension.PARTY,
                    "Soviet Union",
                    "fronts",
                    List.of("Transbaikal Front", "1st Far East Front"),
                    Completeness.YES),
            Breakdown.within(Dimension.ITEM, "tanks", "tiger_tanks"),
            Breakdown.within(Dimension.STATE, "killed", "drowned")));

    private static String fault(Breakdown... breakdowns) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Hierarchy.of(List.of(breakdowns)))
                .getMessage());
    }

    @Test
    void rootsAreTheSidesInTheOrderOfTheirMembers() {
        assertEquals(List.of("Axis", "Allies"), SIDES.roots(List.of("Japan", "1st Far East Front", "Mongolia")));
        assertEquals(List.of("Manchukuo"), SIDES.roots(List.of("Manchukuo")));
        assertEquals(List.of(), SIDES.roots(List.of()));
        assertEquals(List.of("Soviet Union", "Mongolia"), SIDES.members("Allies"));
        assertEquals(List.of(), SIDES.members("Japan"));
    }

    @Test
    void newNamesCountAsWhatTheyArePartOf() {
        assertTrue(SIDES.knows(Dimension.ITEM, "tiger_tanks"));
        assertTrue(SIDES.knows(Dimension.STATE, "drowned"));
        assertTrue(SIDES.knows(Dimension.STATE, "killed"));
        assertFalse(SIDES.knows(Dimension.ITEM, "elephants"));
        assertFalse(Hierarchy.BUILT_IN.knows(Dimension.ITEM, "tiger_tanks"));
        assertTrue(SIDES.isLoss(Measure.parse("drowned")));
        assertTrue(SIDES.isPeople(Measure.parse("drowned")));
        assertFalse(SIDES.isLoss(Measure.parse("tiger_tanks strength")));
    }

    @Test
    void ownBreakdownsReplaceTheBuiltInOnesOfTheirPartition() {
        Quantity killed = new Quantity("e", "Japan", "", Measure.parse("casualties"), "");
        List<Breakdown> builtIn = Hierarchy.BUILT_IN.of(killed).stream()
                .filter(breakdown -> breakdown.dimension() == Dimension.STATE)
                .toList();
        assertFalse(builtIn.isEmpty());
        Breakdown first = builtIn.get(0);
        Hierarchy off = Hierarchy.of(
                List.of(new Breakdown(Dimension.STATE, first.whole(), first.partition(), List.of(), Completeness.OFF)));
        assertFalse(off.of(killed).contains(first));
        Breakdown own = new Breakdown(
                Dimension.STATE, first.whole(), first.partition(), List.of("killed", "wounded"), Completeness.YES);
        assertEquals(
                own,
                Hierarchy.of(List.of(own)).of(killed).stream()
                        .filter(breakdown -> breakdown.partition().equals(first.partition())
                                && breakdown.dimension() == Dimension.STATE)
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void eventsNeverTakeStrengthsApart() {
        Breakdown events = Breakdown.of(Dimension.EVENT, "war", "battle");
        assertTrue(events.appliesTo(new Quantity("war", "Japan", "", Measure.parse("killed"), "")));
        assertFalse(events.appliesTo(new Quantity("war", "Japan", "", Measure.parse("strength"), "")));
        assertEquals(
                List.of("battle"),
                events.partsOf(new Quantity("war", "Japan", "", Measure.parse("killed"), "")).stream()
                        .map(Quantity::event)
                        .toList());
    }

    @Test
    void whatContradictsItselfIsNamed() {
        assertTrue(fault(Breakdown.of(Dimension.PARTY, "A", "B"), Breakdown.of(Dimension.PARTY, "B", "A"))
                .contains("closes a cycle"));
        assertEquals(
                "breakdowns: \"C\" is under two sides, \"A\" and now \"B\"",
                fault(Breakdown.of(Dimension.PARTY, "A", "C"), Breakdown.of(Dimension.PARTY, "B", "C")));
        assertEquals(
                "breakdowns: party \"A\" is broken down twice by partition \"\"",
                fault(Breakdown.of(Dimension.PARTY, "A", "B"), Breakdown.of(Dimension.PARTY, "A", "C")));
        assertTrue(fault(new Breakdown(Dimension.ITEM, "tanks", "colour", List.of(), Completeness.OFF))
                .contains("to switch off"));
    }

    @Test
    void aBreakdownHasPartsThatDifferAndNamesThatCanBe() {
        for (String[] parts : new String[][] {{}, {"A"}, {"B", "B"}, {""}}) {
            assertThrows(IllegalArgumentException.class, () -> Breakdown.of(Dimension.PARTY, "A", parts));
        }
        assertThrows(IllegalArgumentException.class, () -> Breakdown.of(Dimension.PARTY, " ", "A"));
        assertThrows(IllegalArgumentException.class, () -> Breakdown.of(Dimension.ITEM, "tanks", "Light Tanks"));
        assertThrows(IllegalArgumentException.class, () -> Breakdown.of(Dimension.STATE, "killed", "Ertrunken!"));
        assertEquals(
                List.of(""), Breakdown.within(Dimension.PLACE, "Far East", "").parts());
    }
}
