package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.figure.Measure;

/** What a cell is about fills what its figures leave open, and the result says so. */
class ContextTest {

    private static final FigureReader READER = FigureReader.english();

    @ParameterizedTest
    @CsvSource({
        "'', strength, '20,000', 'strength', '… strength'",
        "'', strength, '300 tanks', 'tanks strength', '… strength'",
        "'', strength, '300 tanks destroyed', 'tanks destroyed', '… …'",
        "'', casualties, '20,000', 'casualties', '… casualties'",
        "'', casualties, '12 warships', 'ships lost', '… lost'",
        "'', killed, '12 warships', 'ships', '… …'",
        "'', casualties, 'Unknown', 'casualties', '… casualties'",
        "'', strength, '504 killed', 'killed', '… …'",
        "tanks, captured, '300', 'tanks captured', 'tanks captured'",
        "tanks, '', '300 destroyed', 'tanks destroyed', 'tanks …'",
        "tanks, '', '300 killed', 'killed', '… …'",
        "my_boats, '', '300 sunk', 'my_boats destroyed', 'my_boats …'"
    })
    void fillsWhatIsOpen(String item, String state, String text, String measure, String fromContext) {
        ReadFigure read =
                READER.readAll(text, new Context(item, state)).figures().get(0);
        assertEquals(measure, read.measure());
        assertEquals(fromContext, read.fromContext().toString());
    }

    /** Those of whom others are lost are not lost themselves: they are the strength, and a note says that this is assumed. */
    @ParameterizedTest
    @CsvSource({
        "casualties, 711 of 730, casualties, strength, 1",
        "killed, '711 (of 730)', killed, strength, 1",
        "casualties, 5 of 8 tanks, tanks lost, tanks strength, 1",
        "casualties, 5 of 8 tanks sunk, tanks destroyed, tanks strength, 1",
        "casualties, 8 of 20 wounded were women, women wounded, wounded, 0",
        "strength, 711 of 730, strength, strength, 0",
        "casualties, 12 companies of 100 men, companies lost, casualties, 0",
        "casualties, 40 and 30, casualties, casualties, 0"
    })
    void aWholeOfWhichSomeAreLostIsAStrength(String state, String text, String some, String all, int notes) {
        ReadText read = READER.readAll(text, Context.ofState(state));
        assertEquals(
                List.of(some, all),
                read.figures().stream().map(ReadFigure::measure).toList());
        assertEquals(
                Collections.nCopies(notes, Remark.Kind.WHOLE_AS_STRENGTH),
                read.remarks().stream().map(Remark::kind).toList());
    }

    @Test
    void decidesWordsThatMeanTwoThings() {
        assertEquals("ships", item("4 transports", "ships"));
        assertEquals("transports", item("4 transports", "aircraft"));
        assertEquals("transports", item("4 transports", "tanks"));
        List<ReadFigure> read =
                READER.readAll("1,042 (232 combat)", Context.ofItem("aircraft")).figures();
        assertEquals("combat_aircraft", read.get(1).item());
        assertEquals("", read.get(1).fromContext().item());
    }

    /** Tons and gross tons are a size, except where tons of shipping are counted. */
    @ParameterizedTest
    @ValueSource(strings = {"843,000 tons", "843,000 GRT", "843,000 tonnes", "843,000 tons of shipping"})
    void tonsAreCountedWhereTonnageIs(String text) {
        List<ReadFigure> read = READER.readAll(text, Context.ofItem("tonnage")).figures();
        assertEquals(1, read.size());
        assertEquals("tonnage", read.get(0).item());
        assertEquals(843_000, read.get(0).figure().range().orElseThrow().inf());
        if (!text.endsWith("shipping")) {
            assertEquals(
                    List.of(), READER.readAll(text, Context.ofItem("tanks")).figures());
        }
    }

    @Test
    void nothingKnownChangesNothing() {
        String text = "300 tanks; 20 killed, 40";
        assertEquals(READER.readAll(text), READER.readAll(text, Context.NONE));
    }

    /** A context says what is counted, never how many, and takes nothing away that the text says. */
    @Property
    void figuresStayAsTheyAre(@ForAll String noise) {
        String text = noise + " 300 tanks (40 destroyed), about 1,200 killed " + noise;
        List<ReadFigure> alone = READER.readAll(text).figures();
        List<ReadFigure> within =
                READER.readAll(text, Context.ofState("casualties")).figures();
        assertEquals(alone.size(), within.size());
        for (int i = 0; i < alone.size(); i++) {
            assertEquals(alone.get(i).figure(), within.get(i).figure());
            assertEquals(
                    alone.get(i).item(),
                    withoutContext(
                            within.get(i).item(), within.get(i).fromContext().item()));
            assertEquals(
                    alone.get(i).state(),
                    withoutContext(
                            within.get(i).state(), within.get(i).fromContext().state()));
        }
    }

    @Test
    void namesAreChecked() {
        assertThrows(IllegalArgumentException.class, () -> Context.ofState("Killed!"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReadFigure(
                        FigureReader.parse("300"), "tanks", "", Context.ofItem("guns"), FigureRelation.NONE, 0, 3));
        assertEquals(
                "tanks captured", Context.of(Measure.parse("tanks captured")).toString());
    }

    private static String item(String text, String context) {
        return READER.readAll(text, Context.ofItem(context)).figures().get(0).item();
    }

    private static String withoutContext(String name, String fromContext) {
        return fromContext.isEmpty() ? name : "";
    }
}
