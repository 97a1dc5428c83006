package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.muster.figure.Item;
import org.muster.figure.State;
import org.muster.text.ResourceTable;

/** The built-in hierarchy names only what exists, so that a historian who extends it learns of a slip at once. */
class HierarchyTableTest {

    private static final List<List<String>> HIERARCHY =
            ResourceTable.rows(Dossier.class, "hierarchy.csv", "dimension", "whole", "partition", "part", "complete");

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
        assertEquals(Set.of("irrecoverable", "sanitary"), sum("state", "casualties", "irrecoverable sanitary"));
        assertEquals(Set.of("deaths", "missing", "captured"), sum("state", "irrecoverable", ""));
        assertEquals(Set.of(), sum("item", "armour", ""), "depends on the author");
    }

    private static boolean knows(String dimension, String name) {
        return dimension.equals("item") ? Item.knows(name) : State.knows(name);
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
