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
        assertEquals(List.of("Axis", "Allies"), SIDES.roots("e", List.of("Japan", "1st Far East Front", "Mongolia")));
        assertEquals(List.of("Manchukuo"), SIDES.roots("e", List.of("Manchukuo")));
        assertEquals(List.of(), SIDES.roots("e", List.of()));
        assertEquals(List.of("Soviet Union", "Mongolia"), SIDES.members("e", "Allies"));
        assertEquals(List.of(), SIDES.members("e", "Japan"));
    }

    @Test
    void newNamesCountAsWhatTheyArePartOf() {
        assertTrue(SIDES.knows(Dimension.ITEM, "tiger_tanks"));
        assertTrue(SIDES.knows(Dimension.STATE, "drowned"));
        assertTrue(SIDES.knows(Dimension.STATE, "killed"));
        assertFalse(SIDES.knows(Dimension.ITEM, "yaks"));
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

    /** A count of which no built-in breakdown speaks. */
    private static Quantity interned(String event, String party) {
        return new Quantity(event, party, "", Measure.parse("horses interned"), "");
    }

    @Test
    void aPartyHasAnotherSideInAnotherEvent() {
        Breakdown axis =
                Breakdown.of(Dimension.PARTY, "Axis", "Germany", "Italy").in("second war");
        Hierarchy wars = Hierarchy.of(List.of(
                Breakdown.of(Dimension.PARTY, "Entente", "France", "Italy").in("first war"), axis));
        assertEquals(List.of("Entente"), wars.roots("first war", List.of("Italy")));
        assertEquals(List.of("Axis"), wars.roots("second war", List.of("Italy")));
        assertEquals(List.of("Italy"), wars.roots("third war", List.of("Italy")));
        assertEquals(List.of("France", "Italy"), wars.members("first war", "Entente"));
        assertEquals(List.of(), wars.members("second war", "Entente"));
        assertEquals(List.of(axis), wars.with(interned("second war", "Italy")));
        assertEquals(List.of(axis), wars.of(interned("second war", "Axis")));
        assertEquals(List.of(), wars.of(interned("first war", "Axis")));
        assertFalse(axis.appliesTo(interned("first war", "Axis")));
        assertEquals(
                List.of(interned("second war", "Germany"), interned("second war", "Italy")),
                axis.partsOf(interned("second war", "Axis")));
        assertEquals("party: Axis = Germany + Italy [second war]", axis.toString());
    }

    @Test
    void aBreakdownOfOneEventReplacesThereTheOneOfAll() {
        Breakdown allies = Breakdown.of(Dimension.PARTY, "Allies", "France", "Italy");
        Breakdown later =
                Breakdown.of(Dimension.PARTY, "Allies", "France", "Poland").in("second war");
        Breakdown off = new Breakdown(Dimension.PARTY, "Allies", "", List.of(), Completeness.OFF, "third war");
        Hierarchy wars = Hierarchy.of(List.of(later, allies, off));
        assertEquals(List.of("France", "Italy"), wars.members("first war", "Allies"));
        assertEquals(List.of("France", "Poland"), wars.members("second war", "Allies"));
        assertEquals(List.of(), wars.members("third war", "Allies"));
        assertEquals(List.of("Italy"), wars.roots("second war", List.of("Italy")));
        assertEquals(List.of(interned("first war", "Allies")), wars.sumsWith(interned("first war", "Italy")));
        assertEquals(List.of(), wars.sumsWith(interned("second war", "Italy")));
        Hierarchy states =
                Hierarchy.of(List.of(Breakdown.of(Dimension.STATE, "killed_wounded", "killed", "wounded", "missing")
                        .in("odd war")));
        Quantity even = new Quantity("even war", "Italy", "", Measure.parse("horses killed_wounded"), "");
        assertEquals(2, states.of(even).get(0).parts().size(), "the built-in one");
        assertEquals(
                3,
                states.of(even.with(Dimension.EVENT, "odd war")).get(0).parts().size());
        assertEquals(1, states.of(even.with(Dimension.EVENT, "odd war")).size());
    }

    @Test
    void circlesAndSecondRootsAreThoseOfOneEvent() {
        Breakdown ab = Breakdown.of(Dimension.PARTY, "A", "B");
        Breakdown ba = Breakdown.of(Dimension.PARTY, "B", "A");
        Hierarchy.of(List.of(ab.in("first"), ba.in("second")));
        assertEquals(
                "breakdowns: \"A\" is a part of \"B\" that is itself a part of \"A\" in event \"second\": this"
                        + " row closes a cycle",
                fault(ba.in("second"), ab));
        assertEquals(
                "breakdowns: \"C\" is under two sides in event \"second\", \"A\" and now \"B\"",
                fault(Breakdown.of(Dimension.PARTY, "B", "C").in("second"), Breakdown.of(Dimension.PARTY, "A", "C")));
        Hierarchy.of(List.of( // where A is broken down otherwise, C is of B alone
                Breakdown.of(Dimension.PARTY, "B", "C").in("second"),
                Breakdown.of(Dimension.PARTY, "A", "C"),
                Breakdown.of(Dimension.PARTY, "A", "D").in("second")));
        assertTrue(fault(ab.in("first"), ab.in("first")).contains("broken down twice"));
        assertTrue(fault(new Breakdown(Dimension.PARTY, "A", "", List.of(), Completeness.OFF, "first"))
                .contains("no breakdown of party \"A\""));
        assertThrows(
                IllegalArgumentException.class,
                () -> Breakdown.of(Dimension.EVENT, "war", "battle").in("second"));
    }
}
