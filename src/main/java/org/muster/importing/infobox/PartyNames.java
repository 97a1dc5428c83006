package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which belligerent some words or a flag mean. The name that the infobox shows comes first, then the country of that name
 * or people, then a name that holds the words, then the name that a people is called after: Athenians are Athens.
 */
final class PartyNames {

    private static final int SHORTEST_PEOPLE = 5;
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST_END = 3;
    /** Of more names in a column only those count that stand there as written, so that reading takes linear time. */
    private static final int MOST_NAMES = 100;
    /** Shorter words are codes, which are written in capitals. */
    private static final int LONGEST_CODE = 3;

    /** The names in one column. */
    private static final class Column {
        /** Names as shown, by their forms in lower case. */
        final Map<String, String> shown = new LinkedHashMap<>();
        /** Names by the flag beside them, in lower case. */
        final Map<String, List<String>> flags = new LinkedHashMap<>();
    }

    private final Parties parties;
    private final Map<String, Column> columns = new LinkedHashMap<>();

    PartyNames(Parties parties) {
        this.parties = parties;
    }

    /** Adds a name; those of no column are names of sides. */
    void know(String words, String name, String column) {
        column(column).shown.putIfAbsent(words.toLowerCase(Locale.ROOT), name);
    }

    /** Adds the flag beside a name. */
    void flag(String flag, String name, String column) {
        List<String> named =
                column(column).flags.computeIfAbsent(flag.toLowerCase(Locale.ROOT), each -> new ArrayList<>());
        if (!named.contains(name)) {
            named.add(name);
        }
    }

    private Column column(String name) {
        return columns.computeIfAbsent(name, each -> new Column());
    }

    /** Returns the columns from the one in which the words stand: its own, those of the same side, the others, the sides. */
    private List<Column> from(String column) {
        List<Column> near = new ArrayList<>();
        List<Column> far = new ArrayList<>();
        List<Column> own = new ArrayList<>();
        columns.forEach((name, each) -> {
            boolean sameSide = !column.isEmpty() && !name.isEmpty() && name.charAt(0) == column.charAt(0);
            (name.equals(column) && !name.isEmpty() ? own : sameSide ? near : far).add(each);
        });
        own.addAll(near);
        own.addAll(far);
        return own;
    }

    /** Returns whether some words name a country, at war or not. */
    boolean isCountry(String words) {
        return parties.isName(words);
    }

    /** Returns the party that some words in a column name: a belligerent, its people, or its side. */
    Optional<String> party(String words, String column) {
        String word = bare(words);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> member = member(words, column);
        return member.isPresent() || isCode(words) ? member : parties.ofWord(word);
    }

    /** Returns the belligerent that some words in a column name, if it is one of this infobox. */
    Optional<String> member(String words, String column) {
        String word = bare(words);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        List<Column> all = from(column);
        for (Column each : all) {
            if (each.shown.containsKey(word)) {
                return Optional.of(each.shown.get(word));
            }
        }
        if (isCode(words)) {
            return Optional.empty();
        }
        Set<String> meant = new LinkedHashSet<>(parties.all(word));
        for (Column each : all) {
            if (each.shown.size() > MOST_NAMES) {
                continue;
            }
            Optional<String> found =
                    country(each, meant).or(() -> holding(each, word)).or(() -> calledAfter(each, word));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Returns the belligerent of a column itself that some words name. */
    Optional<String> ownMember(String words, String column) {
        return member(words, column).filter(column(column).shown::containsValue);
    }

    /** Returns the party of a flag in a column: the belligerent beside which it stands, else its country. */
    String ofFlag(String flag, String column) {
        String lower = flag.toLowerCase(Locale.ROOT);
        for (Column each : from(column)) {
            List<String> named = each.flags.getOrDefault(lower, List.of());
            if (!named.isEmpty()) {
                for (String name : named) {
                    if (name.equalsIgnoreCase(flag)
                            || holds(name.toLowerCase(Locale.ROOT), lower)
                            || holds(lower, name.toLowerCase(Locale.ROOT))) {
                        return name;
                    }
                }
                return named.get(0);
            }
        }
        return member(flag, column).orElse(flag);
    }

    private static String bare(String words) {
        String word = words.toLowerCase(Locale.ROOT).strip();
        return word.startsWith("the ") ? word.substring(4) : word;
    }

    /** Returns whether words are too short to be a name, if they are not written as a code is. */
    private static boolean isCode(String words) {
        return words.length() <= LONGEST_CODE && !words.equals(words.toUpperCase(Locale.ROOT));
    }

    /** Returns the name in a column that is one of some countries: by itself, by its flag, or as a part of it. */
    private Optional<String> country(Column column, Set<String> meant) {
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        for (String name : column.shown.values()) {
            if (meant.contains(name)) {
                return Optional.of(name);
            }
        }
        for (String country : meant) {
            for (String name : column.shown.values()) {
                if (holds(name.toLowerCase(Locale.ROOT), country.toLowerCase(Locale.ROOT)) && !isJoined(column, name)) {
                    return Optional.of(name);
                }
            }
        }
        for (String name : column.shown.values()) {
            if (parties.all(name).stream().anyMatch(meant::contains)) {
                return Optional.of(name);
            }
        }
        for (String country : meant) {
            for (String name : column.shown.values()) {
                if (isCalled(name.toLowerCase(Locale.ROOT), country) && !isJoined(column, name)) {
                    return Optional.of(name);
                }
            }
        }
        for (String country : meant) {
            for (Map.Entry<String, List<String>> flag : column.flags.entrySet()) {
                if (holds(flag.getKey(), country.toLowerCase(Locale.ROOT))
                        || parties.all(flag.getKey()).contains(country)
                        || isCalled(flag.getKey(), country)) {
                    return Optional.of(flag.getValue().get(0));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns whether a name holds a word for a country in any language. */
    private boolean isCalled(String name, String country) {
        return parties.words(country).stream().anyMatch(word -> word.length() > LONGEST_CODE && holds(name, word));
    }

    /** Returns whether a word is a people or a country, at war or not. */
    boolean isKnown(String word) {
        return !isCode(word) && !parties.all(word).isEmpty();
    }

    /** Returns whether a name is of a side, which holds those of its members. */
    private boolean isJoined(Column column, String name) {
        return column == columns.get("") || name.contains(" and ") && name.contains(", ");
    }

    /** Returns the only name in a column that holds some words, or is a part of them. */
    private Optional<String> holding(Column column, String word) {
        if (word.length() <= LONGEST_CODE
                || HeadingWords.PART.contains(word)
                || HeadingWords.FORCE.contains(word)
                || HeadingWords.IDLE.contains(word)) {
            return Optional.empty();
        }
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        Set<String> found = new LinkedHashSet<>();
        column.shown.forEach((shown, name) -> {
            if (!isJoined(column, name)
                    && (holds(shown, word)
                            || holds(shown, word + "s")
                            || one.length() > LONGEST_CODE && holds(shown, one))) {
                found.add(name);
            }
        });
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** Returns the only name in a column that a people is called after. */
    private static Optional<String> calledAfter(Column column, String word) {
        if (word.length() < SHORTEST_PEOPLE || word.indexOf(' ') >= 0) {
            return Optional.empty();
        }
        Set<String> found = new LinkedHashSet<>();
        column.shown.forEach((shown, name) -> {
            for (String part : shown.split("[ -]", -1)) {
                int same = 0;
                while (same < part.length() && same < word.length() && part.charAt(same) == word.charAt(same)) {
                    same++;
                }
                boolean stem = same >= SHORTEST_STEM && part.length() - same <= LONGEST_END;
                boolean end = same < word.length() && HeadingWords.PEOPLE_ENDS.contains(word.substring(same));
                if (stem && end && !HeadingWords.PART.contains(part)) {
                    found.add(name);
                }
            }
        });
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    /** Returns whether a name holds some words as whole words. */
    private static boolean holds(String name, String words) {
        int at = name.indexOf(words);
        while (at >= 0) {
            int end = at + words.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1));
            boolean ends = end == name.length() || !Character.isLetterOrDigit(name.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = name.indexOf(words, at + 1);
        }
        return false;
    }
}
