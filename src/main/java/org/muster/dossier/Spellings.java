package org.muster.dossier;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.text.CsvTable;
import org.muster.text.Excerpt;
import org.muster.text.Problem;

/**
 * The names in a dossier's files, to warn of two that a reader would take for one: they differ only in case or in accents,
 * which analyses tell apart.
 */
final class Spellings {

    /** Names that stand for the same kind of thing, whatever the column. */
    enum Kind {
        EVENT,
        /** Claimants too: they are written like parties. */
        PARTY,
        PLACE,
        SCOPE,
        /** Works cited, the works that they were seen in, and origins. */
        SOURCE
    }

    private record Spelling(String name, String place) {}

    /** The kind and the spelling of every name. */
    private final Set<List<Object>> known = new HashSet<>();
    /** The first spelling, by its kind and what is left of it without case and accents. */
    private final Map<List<Object>, Spelling> first = new HashMap<>();

    /** @param dossier the dossier's name, which is also that of its own event */
    Spellings(String dossier) {
        add(Kind.EVENT, dossier, "the dossier's name");
    }

    /** Takes note of a name, and warns where it is the second spelling of another; a blank is no name. */
    void check(Kind kind, String name, CsvTable.Row row, String column, List<Problem> problems) {
        if (name.isEmpty() || known.contains(List.of(kind, name))) {
            return;
        }
        Spelling earlier = add(kind, name, row.place());
        if (!earlier.name.equals(name)) {
            problems.add(row.warning(
                    column,
                    Excerpt.quoted(name) + " differs only in " + difference(name, earlier.name) + " from "
                            + Excerpt.quoted(earlier.name) + " (" + earlier.place
                            + "), and is another name; if one is meant, write it one way"));
        }
    }

    /** Adds a name, and returns the first spelling of it. */
    private Spelling add(Kind kind, String name, String place) {
        known.add(List.of(kind, name));
        return first.computeIfAbsent(
                List.of(kind, withoutAccents(withoutCase(name))), plain -> new Spelling(name, place));
    }

    private static String difference(String a, String b) {
        return withoutCase(a).equals(withoutCase(b))
                ? "case"
                : withoutAccents(a).equals(withoutAccents(b)) ? "accents" : "case and accents";
    }

    private static String withoutCase(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** Accents are the marks that Unicode takes off a letter as U+0300 to U+036F. */
    private static String withoutAccents(String name) {
        if (name.chars().allMatch(c -> c < 0x80)) {
            return name;
        }
        StringBuilder plain = new StringBuilder(name.length());
        Normalizer.normalize(name, Normalizer.Form.NFD)
                .chars()
                .filter(c -> c < 0x300 || c > 0x36F)
                .forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
