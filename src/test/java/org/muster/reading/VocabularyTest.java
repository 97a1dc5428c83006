package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Dossier;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.text.ResourceTable;

/** The tables name only what exists, so that a historian who extends one learns of a slip at once. */
class VocabularyTest {

    private static final List<List<String>> HIERARCHY =
            ResourceTable.rows(Dossier.class, "hierarchy.csv", "dimension", "whole", "partition", "part", "complete");
    private static final List<List<String>> WORDS = words();

    private static List<List<String>> words() {
        List<List<String>> rows = new ArrayList<>(
                ResourceTable.rows(FigureReader.class, "words.csv", "language", "phrase", "kind", "value"));
        for (String language : FigureReader.languages()) {
            if (!language.equals("en")) {
                rows.addAll(ResourceTable.rows(
                        FigureReader.class, "words-" + language + ".csv", "language", "phrase", "kind", "value"));
            }
        }
        return rows;
    }

    @Test
    void itemsAndStatesAreWellFormedAndOfAKnownKindAndExplained() {
        for (List<String> row : ResourceTable.rows(Figure.class, "items.csv", "item", "kind", "meaning")) {
            Measure.of(row.get(0), "strength");
            assertTrue(Set.of("people", "materiel", "animals", "units").contains(row.get(1)), row::toString);
            assertFalse(row.get(2).isBlank(), row::toString);
        }
        for (List<String> row : ResourceTable.rows(Figure.class, "states.csv", "state", "kind", "meaning")) {
            Measure.of("tanks", row.get(0));
            assertTrue(Set.of("strength", "loss", "other").contains(row.get(1)), row::toString);
            assertFalse(row.get(2).isBlank(), row::toString);
            assertFalse(Measure.knowsItem(row.get(0)), "an item too: " + row);
        }
    }

    @Test
    void everyNameOfTheHierarchyIsKnown() {
        for (List<String> row : HIERARCHY) {
            for (int field : new int[] {1, 3}) {
                assertTrue(knows(row.get(0), row.get(field)), row::toString);
            }
        }
    }

    @Test
    void aBreakdownIsOfOneKindAndNamesAPartOnce() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Set<String> parts = new HashSet<>();
        for (List<String> row : HIERARCHY) {
            String breakdown = row.get(0) + " " + row.get(1) + " / " + row.get(2);
            String kind = row.get(4);
            assertTrue(Set.of("yes", "no", "shared").contains(kind), row::toString);
            assertEquals(kind, kinds.computeIfAbsent(breakdown, b -> kind), row::toString);
            assertTrue(parts.add(breakdown + " / " + row.get(3)), row::toString);
        }
    }

    @Test
    void nothingIsPartOfItself() {
        for (List<String> row : HIERARCHY) {
            Set<String> below = new TreeSet<>();
            collectParts(row.get(0), row.get(1), below);
            assertFalse(below.contains(row.get(1)), row::toString);
        }
    }

    /** So that a dossier's own breakdown without a partition stands in the place of the usual one. */
    @Test
    void theFirstBreakdownOfAWholeHasNoPartition() {
        Set<String> wholes = new TreeSet<>();
        for (List<String> row : HIERARCHY) {
            if (wholes.add(row.get(0) + " " + row.get(1))) {
                assertEquals("", row.get(2), row::toString);
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
        for (List<String> row : WORDS) {
            List<String> names = List.of(row.get(3).split(" "));
            switch (row.get(2)) {
                case "item" -> assertTrue(row.get(3).equals("?") || Measure.knowsItem(row.get(3)), row::toString);
                case "state", "letter" -> assertTrue(Measure.knowsState(row.get(3)), row::toString);
                case "measure" ->
                    assertTrue(Measure.knowsItem(names.get(0)) && Measure.knowsState(names.get(1)), row::toString);
                case "within" ->
                    assertTrue(Measure.knowsItem(names.get(0)) && Measure.knowsItem(names.get(1)), row::toString);
                case "qualifier", "after" -> Qualifier.of(row.get(3));
                case "together" -> {
                    assertTrue(knowsEither(row.get(3)), row::toString);
                    for (String name : row.get(1).split("; | ")) {
                        assertTrue(knowsEither(name), row::toString);
                    }
                }
                default -> Phrase.Kind.of(row.get(2));
            }
        }
    }

    @Test
    void aPhraseStandsOnceInALanguageForAKind() {
        Set<String> seen = new HashSet<>();
        for (List<String> row : WORDS) {
            for (String phrase : row.get(1).split("; ")) {
                assertTrue(seen.add(row.get(0) + "/" + phrase + "/" + row.get(2)), () -> phrase + " " + row);
                assertEquals(phrase.strip(), phrase, row::toString);
            }
        }
    }

    @Test
    void aTableThatIsMissingOrDifferentIsNamed() {
        assertEquals(
                "none.csv is missing beside org.muster.figure.Figure",
                assertThrows(IllegalStateException.class, () -> ResourceTable.rows(Figure.class, "none.csv"))
                        .getMessage());
        assertEquals(
                "items.csv:1: expected the header item,kind,sense",
                assertThrows(
                                IllegalStateException.class,
                                () -> ResourceTable.rows(Figure.class, "items.csv", "item", "kind", "sense"))
                        .getMessage());
        assertEquals(
                "items.csv:1: 3 fields, expected item",
                assertThrows(IllegalStateException.class, () -> ResourceTable.rows(Figure.class, "items.csv", "item"))
                        .getMessage());
    }

    private static boolean knowsEither(String name) {
        return name.equals("?") || Measure.knowsItem(name) || Measure.knowsState(name);
    }

    private static boolean knows(String dimension, String name) {
        return dimension.equals("item") ? Measure.knowsItem(name) : Measure.knowsState(name);
    }

    private static void collectParts(String dimension, String whole, Set<String> below) {
        for (List<String> row : HIERARCHY) {
            if (row.get(0).equals(dimension) && row.get(1).equals(whole) && below.add(row.get(3))) {
                collectParts(dimension, row.get(3), below);
            }
        }
    }

    private static Set<String> sum(String dimension, String whole, String partition) {
        Set<String> parts = new TreeSet<>();
        for (List<String> row : HIERARCHY) {
            if (row.subList(0, 3).equals(List.of(dimension, whole, partition))
                    && row.get(4).equals("yes")) {
                parts.add(row.get(3));
            }
        }
        return parts;
    }
}
