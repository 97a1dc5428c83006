package org.muster.reading;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muster.text.Excerpt;
import org.muster.text.ResourceTable;
import org.muster.text.Spelling;

/**
 * A word behind a number that is nearly a thousand, a million or another number by which the one before it is multiplied: of
 * {@code 5 milion} a reader reads the 5, since any word may follow a number.
 *
 * @param word the word as written
 * @param meant the word that it resembles
 */
public record MisspeltNumber(String word, String meant) {

    /** What stands between words beside blanks; a comma within a number parts it, which does no harm. */
    private static final String GAPS = ",;()\"“”\u00a0\u202f";

    /** Short words resemble too many others. */
    private static final int SHORTEST = 6;

    /** The words of some languages that multiply a number, those that are one, and with what the former begin, in either case. */
    record Words(Set<String> multiples, Set<String> numbers, String initials) {
        static Words of(List<String> languages) {
            Set<String> multiples = new LinkedHashSet<>();
            Set<String> numbers = new HashSet<>();
            for (String language : languages) {
                for (List<String> row : Vocabulary.rows(language)) {
                    boolean isMultiple = row.get(2).equals("scale");
                    if (row.get(0).equals(language) && (isMultiple || row.get(2).equals("number"))) {
                        for (String phrase : ResourceTable.phrases(row.get(1))) {
                            String first = phrase.split(" ", -1)[0].toLowerCase(Locale.ROOT);
                            (isMultiple ? multiples : numbers).add(first);
                        }
                    }
                }
            }
            StringBuilder initials = new StringBuilder();
            for (String each : multiples) {
                if (each.length() >= SHORTEST) {
                    initials.append(each.charAt(0)).append(Character.toUpperCase(each.charAt(0)));
                }
            }
            return new Words(multiples, numbers, initials.toString());
        }

        /** Returns the first such word in a text that the reader does not know as anything else. */
        Optional<MisspeltNumber> in(String text, FigureReader reader) {
            int start = 0;
            int end = 0; // of the word before
            for (int from = skip(text, 0, true); from < text.length(); from = skip(text, from, true)) {
                int to = skip(text, from, false);
                if (to - from >= SHORTEST - 1 && initials.indexOf(text.charAt(from)) >= 0) {
                    String written = text.substring(from, to);
                    Optional<String> meant = isNumber(text.substring(start, end))
                            ? meant(written.toLowerCase(Locale.ROOT))
                            : Optional.empty();
                    if (meant.isPresent() && !isKnown(written, reader)) {
                        return Optional.of(new MisspeltNumber(written, meant.get()));
                    }
                }
                start = from;
                end = to;
                from = to;
            }
            return Optional.empty();
        }

        /** The first place from one on at which a word begins, or ends. */
        private static int skip(String text, int from, boolean isGap) {
            int at = from;
            while (at < text.length() && isGap(text.charAt(at)) == isGap) {
                at++;
            }
            return at;
        }

        private static boolean isGap(char c) {
            return Character.isWhitespace(c) || GAPS.indexOf(c) >= 0;
        }

        private boolean isNumber(String word) {
            return word.chars().anyMatch(Character::isDigit) || numbers.contains(word.toLowerCase(Locale.ROOT));
        }

        private Optional<String> meant(String word) {
            return multiples.contains(word)
                    ? Optional.empty()
                    : Spelling.nearest(
                            word,
                            multiples.stream()
                                    .filter(each -> each.length() >= SHORTEST && each.charAt(0) == word.charAt(0))
                                    .toList());
        }

        private static boolean isKnown(String word, FigureReader reader) {
            return reader.readAll("5 " + word).ignored().stream().noneMatch(part -> part.reason() == Reason.WORDS);
        }
    }

    /** Returns what to do about it: {@code "milion" is not read; if "million" is meant, write that}. */
    @Override
    public String toString() {
        return Excerpt.quoted(word) + " is not read; if " + Excerpt.quoted(meant) + " is meant, write that";
    }
}
