package org.muster.importing.infobox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.text.CellText;
import org.muster.text.ResourceTable;

/** The names of parties, their people, their armies and the codes of their flags, from {@code parties.csv}. */
final class Parties {

    private static final int LONGEST_CODE = 4;
    private static final Map<String, String> WORDS = words();
    private static final Set<String> NAMES = new HashSet<>();

    static {
        for (List<String> row : ResourceTable.rows(Parties.class, "parties.csv", "party", "words")) {
            NAMES.add(row.get(0));
        }
    }

    /** Returns whether some words are the name of a country or another party. */
    boolean isName(String words) {
        return NAMES.contains(words);
    }

    /** Returns the party that a flag code stands for, such as {@code urs}. */
    Optional<String> ofCode(String code) {
        return code.length() <= LONGEST_CODE ? ofWord(code) : Optional.empty();
    }

    /** Returns the party that a word refers to: {@code Soviet}, {@code Japanese}. */
    Optional<String> ofWord(String word) {
        return Optional.ofNullable(WORDS.get(word.toLowerCase(Locale.ROOT)));
    }

    /** Returns the party of a flag, by its name, its code or the name of its picture. */
    String ofImage(String name) {
        String plain = CellText.name(name.replace('_', ' '));
        String lower = plain.toLowerCase(Locale.ROOT);
        int dot = plain.lastIndexOf('.');
        if (dot > 0 && plain.length() - dot <= 5) {
            plain = plain.substring(0, dot);
        }
        int start = lower.startsWith("file:") ? 5 : lower.startsWith("image:") ? 6 : 0;
        plain = plain.substring(Math.min(start, plain.length())).strip();
        if (plain.toLowerCase(Locale.ROOT).startsWith("flag of ")) {
            plain = plain.substring(8);
        }
        if (plain.toLowerCase(Locale.ROOT).startsWith("the ")) {
            plain = plain.substring(4);
        }
        return ofCode(plain).orElse(plain);
    }

    private static Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        for (List<String> row : ResourceTable.rows(Parties.class, "parties.csv", "party", "words")) {
            for (String word : ResourceTable.phrases(row.get(1))) {
                words.putIfAbsent(word, row.get(0));
            }
        }
        return words;
    }
}
