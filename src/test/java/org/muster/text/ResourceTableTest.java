package org.muster.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.figure.Figure;

class ResourceTableTest {

    @Test
    void aTableThatIsMissingOrDifferentIsNamed() {
        assertEquals(
                "none.csv is missing next to org.muster.figure.Figure",
                assertThrows(IllegalStateException.class, () -> ResourceTable.rows(Figure.class, "none.csv"))
                        .getMessage());
        assertEquals(
                "items.csv:1: expected the header item,label,kind,craft,sense",
                assertThrows(
                                IllegalStateException.class,
                                () -> ResourceTable.rows(
                                        Figure.class, "items.csv", "item", "label", "kind", "craft", "sense"))
                        .getMessage());
        assertEquals(
                "items.csv:1: 5 fields, expected item",
                assertThrows(IllegalStateException.class, () -> ResourceTable.rows(Figure.class, "items.csv", "item"))
                        .getMessage());
    }

    @Test
    void phrasesAreJoinedBySemicolons() {
        assertEquals(List.of("at least", "no fewer than"), ResourceTable.phrases("at least; no fewer than"));
    }
}
