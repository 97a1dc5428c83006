package org.muster.importing.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.muster.text.Excerpt;

/** The date patterns of a reference, tried in turn. Years of two digits are of the century of the column's other dates. */
final class Dates {

    private static final int MOST_KEPT = 10_000;

    private final List<DatePattern> patterns = new ArrayList<>();
    private final TreeSet<Integer> centuries = new TreeSet<>();
    private final Map<String, Optional<String>> found = new HashMap<>(); // tables have each date many times

    void add(DatePattern pattern) {
        patterns.add(pattern);
    }

    void addAll(Dates others) {
        patterns.addAll(others.patterns);
    }

    /** Whether the centuries of the column must be known before a date is read. */
    boolean lacksCentury() {
        return patterns.stream().anyMatch(DatePattern::lacksCentury);
    }

    /** Forgets the dates of another table. */
    void forget() {
        centuries.clear();
        found.clear();
    }

    /** Takes note of the century of a date whose year is written in full. */
    void learn(String text) {
        for (DatePattern pattern : patterns) {
            Optional<String> date = pattern.lacksCentury() ? Optional.empty() : pattern.read(text, OptionalInt.empty());
            if (date.isPresent()) {
                centuries.add(Math.floorDiv(Integer.parseInt(date.get().replaceFirst("(.\\d*)-.*", "$1")), 100));
                return;
            }
        }
    }

    /** Returns a date in ISO 8601; empty if it fits no pattern. */
    Optional<String> read(String text) {
        Optional<String> known = found.get(text);
        if (known != null) {
            return known;
        }
        if (found.size() == MOST_KEPT) {
            found.clear();
        }
        Optional<String> date = find(text);
        found.put(text, date);
        return date;
    }

    private Optional<String> find(String text) {
        OptionalInt century = centuries.size() == 1 ? OptionalInt.of(centuries.first()) : OptionalInt.empty();
        for (DatePattern pattern : patterns) {
            if (!pattern.lacksCentury() || century.isPresent()) {
                Optional<String> date = pattern.read(text, century);
                if (date.isPresent()) {
                    return date;
                }
            }
        }
        return Optional.empty();
    }

    /** Says why a text is no date here. */
    String refusal(String text) {
        boolean isShort = patterns.stream()
                .anyMatch(pattern -> pattern.lacksCentury()
                        && pattern.read(text, OptionalInt.of(19)).isPresent());
        if (isShort) {
            return Excerpt.quoted(text) + " has a year of two digits, and the other dates of the column are of "
                    + (centuries.isEmpty() ? "no known century" : "several centuries");
        }
        List<String> tried = patterns.stream().map(DatePattern::toString).toList();
        return Excerpt.quoted(text) + " is no date of the form " + String.join(" or ", tried);
    }
}
