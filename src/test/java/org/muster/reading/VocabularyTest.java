package org.muster.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.muster.figure.Item;
import org.muster.figure.Qualifier;
import org.muster.figure.State;
import org.muster.text.ResourceTable;

/** The tables name only what exists, so that a historian who extends one learns of a slip at once. */
class VocabularyTest {

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
    void everyWordForAnItemOrStateMeansOneThatIsKnown() {
        for (List<String> row : WORDS) {
            List<String> names = List.of(row.get(3).split(" "));
            switch (row.get(2)) {
                case "item", "beside" -> assertTrue(row.get(3).equals("?") || Item.knows(row.get(3)), row::toString);
                case "state", "letter" -> assertTrue(row.get(3).equals("?") || State.knows(row.get(3)), row::toString);
                case "measure" -> assertTrue(Item.knows(names.get(0)) && State.knows(names.get(1)), row::toString);
                case "within" -> assertTrue(Item.knows(names.get(0)) && Item.knows(names.get(1)), row::toString);
                case "qualifier", "after" -> Qualifier.of(row.get(3));
                case "together" -> {
                    assertTrue(knowsEither(row.get(3)), row::toString);
                    for (String name : row.get(1).split("; | ")) {
                        assertTrue(knowsEither(name), row::toString);
                    }
                }
                case "common" -> assertTrue(row.get(3).isEmpty(), row::toString);
                default -> {
                    boolean role = Role.named(row.get(2)) != null;
                    assertTrue(role ? row.get(3).isEmpty() : PhraseKind.of(row.get(2)) != null, row::toString);
                }
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

    /** {@link Traits} has a bit for each kind in a long, and {@link Entry} one for each role in an int. */
    @Test
    void thereAreNoMoreKindsThanBits() {
        assertTrue(PhraseKind.values().length <= Long.SIZE);
        assertTrue(TokenType.values().length <= Integer.SIZE);
        assertTrue(Role.values().length <= Integer.SIZE);
    }

    private static boolean knowsEither(String name) {
        return name.equals("?") || Item.knows(name) || State.knows(name);
    }
}
