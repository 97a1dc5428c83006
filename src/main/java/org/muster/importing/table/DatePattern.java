package org.muster.importing.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.muster.text.Excerpt;

/**
 * A pattern of dates in the letters y M d H m s of {@code java.time}, with all other characters, and letters in
 * apostrophes, standing for themselves. One letter takes a number of any length, several as many digits; {@code MMM} is a
 * short English name of a month, {@code MMMM} a full one. What is finer than a day is checked and left out.
 */
final class DatePattern {

    private static final String LETTERS = "yMdHms";

    /** Some of one letter, or with the letter 0 a text that stands for itself. */
    private record Part(char letter, int count, String literal) {}

    private final String pattern;
    private final List<Part> parts = new ArrayList<>();
    private boolean lacksCentury;
    private int length; // of the date in ISO 8601

    private DatePattern(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it has other letters, no year, or a day without a month
     */
    static DatePattern of(String pattern) {
        DatePattern date = new DatePattern(pattern);
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = at + 1;
            if (c == '\'') {
                end = pattern.indexOf('\'', at + 1) + 1;
                if (end == 0) {
                    throw new IllegalArgumentException("date pattern " + Excerpt.quoted(pattern) + " has an open '");
                }
                date.add(end == at + 2 ? "'" : pattern.substring(at + 1, end - 1));
            } else if (LETTERS.indexOf(c) >= 0) {
                while (end < pattern.length() && pattern.charAt(end) == c) {
                    end++;
                }
                date.parts.add(new Part(c, end - at, ""));
            } else if (Character.isLetter(c)) {
                throw new IllegalArgumentException(Excerpt.quoted(pattern)
                        + " is no reading: expected down, x and a number, /a regular expression/, +% or -% and a column,"
                        + " or a date pattern of the letters y M d H m s");
            } else {
                date.add(String.valueOf(c));
            }
            at = end;
        }
        if (!date.has('y') || date.has('d') && !date.has('M')) {
            throw new IllegalArgumentException(
                    "date pattern " + Excerpt.quoted(pattern) + " lacks " + (date.has('y') ? "the month" : "the year"));
        }
        date.lacksCentury = date.parts.stream().anyMatch(part -> part.letter == 'y' && part.count == 2);
        date.length = date.has('d') ? 10 : date.has('M') ? 7 : 4;
        return date;
    }

    private void add(String literal) {
        parts.add(new Part('\0', 0, literal));
    }

    private boolean has(char letter) {
        return parts.stream().anyMatch(part -> part.letter == letter);
    }

    /** Whether years are written with two digits. */
    boolean lacksCentury() {
        return lacksCentury;
    }

    /**
     * Reads a date.
     *
     * @param century of years of two digits, such as 19; any may do if empty
     * @return the date in ISO 8601, as precise as the pattern, at most to the day; empty if the text does not fit
     */
    Optional<String> read(String text, OptionalInt century) {
        int[] values = {0, 1, 1, 0, 0, 0};
        int at = 0;
        for (Part part : parts) {
            if (part.letter == 0) {
                if (!text.startsWith(part.literal, at)) {
                    return Optional.empty();
                }
                at += part.literal.length();
                continue;
            }
            int field = LETTERS.indexOf(part.letter);
            int end = part.letter == 'M' && part.count > 2 ? endOfName(text, at) : endOfDigits(text, at, part);
            if (end == at) {
                return Optional.empty();
            }
            values[field] = part.letter == 'M' && part.count > 2
                    ? month(text.substring(at, end))
                    : Integer.parseInt(text.substring(at, end));
            at = end;
        }
        if (at < text.length() || values[3] > 23 || values[4] > 59 || values[5] > 59) {
            return Optional.empty();
        }
        int year = values[0] + (lacksCentury ? 100 * century.orElse(0) : 0);
        try {
            LocalDate date = LocalDate.of(year, values[1], values[2]);
            return Optional.of(date.toString().substring(0, length + (year < 0 ? 1 : 0)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Where the digits of a number end; where it begins if it has too few. */
    private static int endOfDigits(String text, int from, Part part) {
        boolean year = part.letter == 'y';
        int start = year && part.count != 2 && from < text.length() && text.charAt(from) == '-' ? from + 1 : from;
        int most = part.count > 1 ? part.count : year ? 4 : 2;
        int end = start;
        while (end < text.length() && end < start + most && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - start < Math.max(1, part.count > 1 ? part.count : 1) ? from : end;
    }

    private static int endOfName(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The month with an English name, full or of its first three letters; 0 if there is none. */
    private static int month(String name) {
        for (Month month : Month.values()) {
            String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            if (full.equalsIgnoreCase(name)
                    || full.substring(0, 3).equalsIgnoreCase(name)
                    || month == Month.SEPTEMBER && name.equalsIgnoreCase("Sept")) {
                return month.getValue();
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
