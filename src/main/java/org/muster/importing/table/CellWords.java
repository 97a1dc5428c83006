package org.muster.importing.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muster.text.CellText;
import org.muster.text.ResourceTable;

/** What words in a cell say of the cells around it: that the row adds up others, or that the cell repeats the one above. */
final class CellWords {

    private static final Set<String> TOTALS = words("totals.csv", "word", "language");
    private static final Set<String> DITTOS = words("dittos.csv", "mark", "meaning");
    private static final String MARKS = "*_:";
    private static final int LONGEST = 60;

    private CellWords() {}

    private static Set<String> words(String name, String... header) {
        Set<String> words = new HashSet<>();
        for (List<String> row : ResourceTable.rows(CellWords.class, name, header)) {
            words.add(row.get(0));
        }
        return words;
    }

    /** Whether a cell is a word for a total, or ends with one: {@code Total}, {@code Entente total}, {@code Summe:}. */
    static boolean isTotal(String cell) {
        if (cell.length() > LONGEST) {
            return false;
        }
        String text = CellText.name(cell).toLowerCase(Locale.ROOT);
        int from = 0;
        int to = text.length();
        while (from < to && MARKS.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && MARKS.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        String word = text.substring(from, to);
        return TOTALS.contains(word) || word.endsWith(" total") || word.endsWith(" totals");
    }

    /** Whether a cell stands for what is in the cell above. */
    static boolean isDitto(String cell) {
        return DITTOS.contains(cell) || DITTOS.contains(cell.toLowerCase(Locale.ROOT));
    }
}
