package org.muster.importing.infobox;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.text.CellText;
import org.muster.text.ResourceTable;

/** The names of parties in several languages, their people, their armies and the codes of their flags, from {@code parties.csv}. */
final class Parties {

    private static final int LONGEST_CODE = 4;
    private static final int SHORTEST_TEMPLATE = 3;
    /** Parties by the codes of their flags, from {@code flags.csv}. */
    private static final Map<String, String> FLAGS = new HashMap<>();

    private static final Map<String, Set<String>> WORDS = new HashMap<>();
    private static final Map<String, Set<String>> WORDS_OF = new HashMap<>();
    /** The names by their forms in lower case. */
    private static final Map<String, String> NAMES = new HashMap<>();

    private static final List<String> LANGUAGES = List.of("de", "fr", "ru", "es", "it");
    /** Names in other languages by the party and the language, from {@code names.csv}. */
    private static final Map<String, Map<String, String>> TRANSLATED = new HashMap<>();

    static {
        for (List<String> row : ResourceTable.rows(Parties.class, "names.csv", "party", "de", "fr", "ru", "es", "it")) {
            Map<String, String> names = new HashMap<>();
            for (int i = 0; i < LANGUAGES.size(); i++) {
                names.put(LANGUAGES.get(i), row.get(i + 1));
            }
            TRANSLATED.put(row.get(0), names);
        }
        for (List<String> row : ResourceTable.rows(Parties.class, "flags.csv", "party", "codes")) {
            ResourceTable.phrases(row.get(1)).forEach(code -> FLAGS.put(code, row.get(0)));
        }
        for (List<String> row : ResourceTable.rows(Parties.class, "parties.csv", "party", "words")) {
            NAMES.put(row.get(0).toLowerCase(Locale.ROOT), row.get(0));
            for (String word : ResourceTable.phrases(row.get(1))) {
                WORDS.computeIfAbsent(word, each -> new LinkedHashSet<>()).add(row.get(0));
                WORDS_OF.computeIfAbsent(row.get(0), each -> new LinkedHashSet<>())
                        .add(word);
            }
        }
    }

    /** Returns whether some words are the name of a country or another party. */
    boolean isName(String words) {
        return words.equals(NAMES.get(words.toLowerCase(Locale.ROOT)));
    }

    /** Returns the party that a flag code stands for, such as {@code urs}, {@code UKGBI} or {@code FRA-1790}. */
    Optional<String> ofCode(String code) {
        String whole = code.replace('_', ' ').strip().toLowerCase(Locale.ROOT);
        int variant = whole.indexOf('-');
        String bare = variant > 0 ? whole.substring(0, variant) : whole;
        String party = FLAGS.getOrDefault(whole, bare.length() <= LONGEST_CODE ? FLAGS.get(bare) : null);
        return party != null || bare.length() > LONGEST_CODE ? Optional.ofNullable(party) : ofWord(bare);
    }

    /** Returns the party whose code is the name of a template: {@code {{URS}}}; shorter ones are other templates. */
    Optional<String> ofTemplate(String name) {
        return name.length() < SHORTEST_TEMPLATE ? ofWord(name) : ofCode(name);
    }

    /** Returns the party that a word refers to: {@code Soviet}, {@code Japanese}. */
    Optional<String> ofWord(String word) {
        return WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), Set.of()).stream()
                .findFirst();
    }

    /** Returns the name of a party in a language; the English one if it has none there. */
    String name(String party, String language) {
        return TRANSLATED.getOrDefault(party, Map.of()).getOrDefault(language, party);
    }

    /** Returns the words that refer to a party, in lower case. */
    Set<String> words(String party) {
        return Collections.unmodifiableSet(WORDS_OF.getOrDefault(party, Set.of()));
    }

    /** Returns the parties that a word can refer to: British may be the United Kingdom or Great Britain. */
    Set<String> all(String word) {
        Set<String> all = new LinkedHashSet<>(WORDS.getOrDefault(word.toLowerCase(Locale.ROOT), Set.of()));
        String name = NAMES.get(word.toLowerCase(Locale.ROOT));
        if (name != null) {
            all.add(name);
        }
        return all;
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
}
