package org.muster.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The tables name only what exists, so that a historian who extends one learns of a slip at once. */
class ResourceTablesTest {

    private static final List<CsvRecord> HIERARCHY =
            ResourceTable.rows("hierarchy.csv", "dimension", "whole", "partition", "part", "complete");
    private static final List<CsvRecord> WORDS = words();

    private static List<CsvRecord> words() {
        List<CsvRecord> rows = new ArrayList<>(ResourceTable.rows("words.csv", "language", "phrase", "kind", "value"));
        for (String language : FigureReader.languages()) {
            if (!language.equals("en")) {
                rows.addAll(ResourceTable.rows("words-" + language + ".csv", "language", "phrase", "kind", "value"));
            }
        }
        return rows;
    }

    @Test
    void itemsAndStatesAreWellFormedAndOfAKnownKindAndExplained() {
        for (CsvRecord row : ResourceTable.rows("items.csv", "item", "kind", "meaning")) {
            Measure.of(row.getField(0), "strength");
            assertTrue(Set.of("people", "materiel", "animals", "units").contains(row.getField(1)), row::toString);
            assertFalse(row.getField(2).isBlank(), row::toString);
        }
        for (CsvRecord row : ResourceTable.rows("states.csv", "state", "kind", "meaning")) {
            Measure.of("tanks", row.getField(0));
            assertTrue(Set.of("strength", "loss", "other").contains(row.getField(1)), row::toString);
            assertFalse(row.getField(2).isBlank(), row::toString);
            assertFalse(Measure.knowsItem(row.getField(0)), "an item too: " + row);
        }
    }

    @Test
    void everyNameOfTheHierarchyIsKnown() {
        for (CsvRecord row : HIERARCHY) {
            for (int field : new int[] {1, 3}) {
                assertTrue(knows(row.getField(0), row.getField(field)), row::toString);
            }
        }
    }

    @Test
    void aBreakdownIsOfOneKindAndNamesAPartOnce() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Set<String> parts = new HashSet<>();
        for (CsvRecord row : HIERARCHY) {
            String breakdown = row.getField(0) + " " + row.getField(1) + " / " + row.getField(2);
            String kind = row.getField(4);
            assertTrue(Set.of("yes", "no", "shared").contains(kind), row::toString);
            assertEquals(kind, kinds.computeIfAbsent(breakdown, b -> kind), row::toString);
            assertTrue(parts.add(breakdown + " / " + row.getField(3)), row::toString);
        }
    }

    @Test
    void nothingIsPartOfItself() {
        for (CsvRecord row : HIERARCHY) {
            Set<String> below = new TreeSet<>();
            collectParts(row.getField(0), row.getField(1), below);
            assertFalse(below.contains(row.getField(1)), row::toString);
        }
    }

    /** So that a dossier's own breakdown without a partition stands in the place of the usual one. */
    @Test
    void theFirstBreakdownOfAWholeHasNoPartition() {
        Set<String> wholes = new TreeSet<>();
        for (CsvRecord row : HIERARCHY) {
            if (wholes.add(row.getField(0) + " " + row.getField(1))) {
                assertEquals("", row.getField(2), row::toString);
            }
        }
    }

    @Test
    void theSumsOfTheFieldAreBuiltIn() {
        assertEquals(Set.of("guns", "mortars"), sum("item", "guns_mortars", ""));
        assertEquals(Set.of("killed", "wounded", "missing", "captured"), sum("state", "casualties", ""));
        assertEquals(
                Set.of("killed", "wounded", "captured_missing"),
                sum("state", "casualties", "killed wounded captured_missing"));
        assertEquals(Set.of("deaths", "missing", "captured"), sum("state", "irrecoverable", ""));
        assertEquals(Set.of(), sum("item", "armour", ""), "depends on the author");
    }

    @Test
    void everyWordForAnItemOrStateMeansOneThatIsKnown() {
        for (CsvRecord row : WORDS) {
            List<String> names = List.of(row.getField(3).split(" "));
            switch (row.getField(2)) {
                case "item" ->
                    assertTrue(row.getField(3).equals("?") || Measure.knowsItem(row.getField(3)), row::toString);
                case "state", "letter" -> assertTrue(Measure.knowsState(row.getField(3)), row::toString);
                case "measure" ->
                    assertTrue(Measure.knowsItem(names.get(0)) && Measure.knowsState(names.get(1)), row::toString);
                case "within" ->
                    assertTrue(Measure.knowsItem(names.get(0)) && Measure.knowsItem(names.get(1)), row::toString);
                case "qualifier", "after" -> Qualifier.of(row.getField(3));
                case "together" -> {
                    assertTrue(knowsEither(row.getField(3)), row::toString);
                    for (String name : row.getField(1).split("; | ")) {
                        assertTrue(knowsEither(name), row::toString);
                    }
                }
                default -> Word.Kind.of(row.getField(2));
            }
        }
    }

    @Test
    void aPhraseStandsOnceInALanguageForAKind() {
        Set<String> seen = new HashSet<>();
        for (CsvRecord row : WORDS) {
            for (String phrase : row.getField(1).split("; ")) {
                assertTrue(seen.add(row.getField(0) + "/" + phrase + "/" + row.getField(2)), () -> phrase + " " + row);
                assertEquals(phrase.strip(), phrase, row::toString);
            }
        }
    }

    @Test
    void aTableThatIsMissingOrDifferentIsNamed() {
        assertEquals(
                "none.csv is missing beside org.muster.figure.ResourceTable",
                assertThrows(IllegalStateException.class, () -> ResourceTable.rows("none.csv"))
                        .getMessage());
        assertEquals(
                "items.csv:1: expected the header item,kind,sense",
                assertThrows(
                                IllegalStateException.class,
                                () -> ResourceTable.rows("items.csv", "item", "kind", "sense"))
                        .getMessage());
        assertEquals(
                "items.csv:1: 3 fields, expected item",
                assertThrows(IllegalStateException.class, () -> ResourceTable.rows("items.csv", "item"))
                        .getMessage());
    }

    private static boolean knowsEither(String name) {
        return name.equals("?") || Measure.knowsItem(name) || Measure.knowsState(name);
    }

    private static boolean knows(String dimension, String name) {
        return dimension.equals("item") ? Measure.knowsItem(name) : Measure.knowsState(name);
    }

    private static void collectParts(String dimension, String whole, Set<String> below) {
        for (CsvRecord row : HIERARCHY) {
            if (row.getField(0).equals(dimension) && row.getField(1).equals(whole) && below.add(row.getField(3))) {
                collectParts(dimension, row.getField(3), below);
            }
        }
    }

    private static Set<String> sum(String dimension, String whole, String partition) {
        Set<String> parts = new TreeSet<>();
        for (CsvRecord row : HIERARCHY) {
            if (row.getFields().subList(0, 3).equals(List.of(dimension, whole, partition))
                    && row.getField(4).equals("yes")) {
                parts.add(row.getField(3));
            }
        }
        return parts;
    }
}
