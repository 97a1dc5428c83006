package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.importing.infobox.AnnotatedText.Kind;
import org.muster.importing.infobox.AnnotatedText.Mark;
import org.muster.text.CellText;

/** Who fought on which side, according to the belligerents of an infobox. */
final class Sides {

    /**
     * The party of a column.
     *
     * @param name the name of the side, or of its one member
     * @param members its members, in order; without those that only support it
     */
    record Side(String name, List<String> members) {
        Side {
            members = List.copyOf(members);
        }
    }

    private final Parties parties;
    private final Map<String, Side> sides = new LinkedHashMap<>();
    /** Names as written, by alternative names in lower case. */
    private final Map<String, String> names = new LinkedHashMap<>();

    Sides(Parties parties) {
        this.parties = parties;
    }

    /** Adds the belligerents of a column: {@code 1}, {@code 2a}. */
    void add(String column, AnnotatedText belligerents) {
        List<String> members = new ArrayList<>();
        String heading = "";
        boolean support = false;
        String all = belligerents.toString();
        int start = 0;
        while (start <= all.length()) {
            int end = all.indexOf('\n', start) < 0 ? all.length() : all.indexOf('\n', start);
            String flag = "";
            boolean bold = false;
            for (Mark mark : belligerents.marks()) {
                if (mark.at() >= start && mark.at() <= end) {
                    flag = mark.kind() == Kind.PARTY && flag.isEmpty() ? mark.text() : flag;
                    bold |= mark.kind() == Kind.BOLD;
                }
            }
            String line = name(all.substring(start, end));
            boolean colon = line.endsWith(":");
            String name = colon ? line.substring(0, line.length() - 1).strip() : line;
            if (HeadingWords.SUPPORT.contains(name.toLowerCase(Locale.ROOT))) {
                support = true;
            } else if ((colon || bold && flag.isEmpty())
                    && members.isEmpty()
                    && heading.isEmpty()
                    && end < all.length()) {
                heading = name;
            } else if (!name.isEmpty() || !flag.isEmpty()) {
                String called = name.isEmpty() ? flag : name;
                know(called, called);
                if (!flag.isEmpty()) {
                    know(flag, called);
                }
                if (!support && !members.contains(called) && !colon) {
                    members.add(called);
                }
            }
            start = end + 1;
        }
        if (members.isEmpty() && !heading.isEmpty()) {
            members.add(heading);
            heading = "";
        }
        if (members.isEmpty()) {
            return;
        }
        String side = heading.isEmpty() ? joined(members) : heading;
        know(side, side);
        sides.put(column, new Side(members.size() == 1 ? members.get(0) : side, members));
    }

    private void know(String word, String name) {
        names.putIfAbsent(word.toLowerCase(Locale.ROOT), name);
    }

    /** Returns a belligerent's name without bullets, and without brackets that give dates. */
    private static String name(String line) {
        String name = CellText.name(AnnotatedText.line(line));
        while (!name.isEmpty() && "•·*–-—†‡ \u00A0".indexOf(name.charAt(0)) >= 0) {
            name = name.substring(1).strip();
        }
        int bracket = name.indexOf('(');
        if (bracket > 0) {
            name = name.substring(0, bracket).strip();
        }
        int footnote = name.indexOf('[');
        return footnote > 0 ? name.substring(0, footnote).strip() : name;
    }

    private static String joined(List<String> members) {
        StringBuilder joined = new StringBuilder(members.get(0));
        for (int i = 1; i < members.size(); i++) {
            joined.append(i == members.size() - 1 ? " and " : ", ").append(members.get(i));
        }
        return joined.toString();
    }

    /** Returns the side of a column; if the column with its letter has none of its own, that of the number alone. */
    Optional<Side> of(String column) {
        Side own = sides.get(column);
        return Optional.ofNullable(own != null || column.isEmpty() ? own : sides.get(column.substring(0, 1)));
    }

    Map<String, Side> all() {
        return sides;
    }

    /** Returns the party that some words name: a belligerent, its people, or its side. */
    Optional<String> party(String words) {
        String word = words.toLowerCase(Locale.ROOT);
        String known = names.get(word);
        if (known == null && word.startsWith("the ")) {
            known = names.get(word.substring(4));
        }
        return known != null ? Optional.of(known) : parties.ofWord(word).map(this::belligerent);
    }

    /** Returns whether some words name a country, at war or not. */
    boolean isCountry(String words) {
        return parties.isName(words);
    }

    /** Returns the belligerent that a country belongs to: Japan is the Empire of Japan if that is a belligerent. */
    String belligerent(String country) {
        String lower = country.toLowerCase(Locale.ROOT);
        String known = names.get(lower);
        if (known != null) {
            return known;
        }
        Set<String> found = new LinkedHashSet<>();
        names.forEach((word, name) -> {
            if (word.endsWith(" " + lower) || word.startsWith(lower + " ") && !name.contains(" and ")) {
                found.add(name);
            }
        });
        return found.size() == 1 ? found.iterator().next() : country;
    }
}
