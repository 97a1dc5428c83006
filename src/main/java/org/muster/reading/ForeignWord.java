package org.muster.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muster.text.ResourceTable;

/**
 * A word right beside a number that a reader does not know, but another language does: {@code Tausend} behind a 3 makes it a
 * thousand times as many, {@code bis zu} before it a bound.
 *
 * @param words the word or words as written
 * @param language the code of the language
 * @param meaning a number such as {@code 1000}, or the word of a {@linkplain org.muster.figure.Qualifier qualifier}
 * @param isNumber whether it is a number, by which the one before it is multiplied
 */
public record ForeignWord(String words, String language, String meaning, boolean isNumber) {

    private static final int MOST_WORDS = 4;

    /** Checks that nothing is null. */
    public ForeignWord {
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(meaning, "meaning");
    }

    /** The words of all languages, read when a number first has a word beside it that a reader does not know. */
    private static final class Known {
        static final Map<String, List<ForeignWord>> NUMBERS = new HashMap<>();
        static final Map<String, List<ForeignWord>> QUALIFIERS = new HashMap<>();

        static {
            for (String language : FigureReader.languages()) {
                for (List<String> row : Vocabulary.rows(language)) {
                    boolean isOfLanguage = row.get(0).equals(language); // others are signs of all
                    boolean isNumber = row.get(2).equals("scale");
                    boolean isQualifier =
                            row.get(2).equals("qualifier") && !row.get(3).equals("exactly");
                    if (isOfLanguage && (isNumber || isQualifier)) {
                        for (String phrase : ResourceTable.phrases(row.get(1))) {
                            put(isNumber ? NUMBERS : QUALIFIERS, phrase, row, isNumber);
                        }
                    }
                }
            }
        }

        /** Of a number of several words, such as "milliers de", the first says how many. */
        private static void put(
                Map<String, List<ForeignWord>> table, String phrase, List<String> row, boolean isNumber) {
            String key = (isNumber ? phrase.split(" ", -1)[0] : phrase).toLowerCase(Locale.ROOT);
            table.computeIfAbsent(key, any -> new ArrayList<>())
                    .add(new ForeignWord(phrase, row.get(0), row.get(3), isNumber));
        }
    }

    /**
     * Returns the words beside a figure that other languages know: a number behind it, a qualifier before it.
     *
     * @param read a text
     * @param figure one of its figures
     * @param languages the languages in which it was read
     */
    static List<ForeignWord> beside(ReadText read, ReadFigure figure, List<String> languages) {
        List<ForeignWord> found = new ArrayList<>();
        String text = read.text();
        for (IgnoredPart part : read.ignored()) {
            if (part.reason() != Reason.WORDS) {
                continue;
            }
            List<String> words = Arrays.asList(
                    text.substring(part.start(), part.end()).strip().split("\\s+"));
            if (part.start() >= figure.end()
                    && text.substring(figure.end(), part.start()).isBlank()) {
                known(Known.NUMBERS, words.subList(0, 1), languages).ifPresent(found::add);
            } else if (part.end() <= figure.start()
                    && text.substring(part.end(), figure.start()).isBlank()) {
                for (int i = Math.max(0, words.size() - MOST_WORDS); i < words.size(); i++) {
                    known(Known.QUALIFIERS, words.subList(i, words.size()), languages)
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<ForeignWord> known(
            Map<String, List<ForeignWord>> table, List<String> words, List<String> languages) {
        String phrase = String.join(" ", words);
        return table.getOrDefault(phrase.toLowerCase(Locale.ROOT), List.of()).stream()
                .filter(word -> !languages.contains(word.language()))
                .findFirst()
                .map(word -> new ForeignWord(phrase, word.language(), word.meaning(), word.isNumber()));
    }

    /**
     * Returns the name of the language.
     *
     * @return such as {@code German}
     */
    public String languageName() {
        return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Returns the words and what they mean: {@code "Tausend", 1000 in German}. */
    @Override
    public String toString() {
        return "\"" + words + "\", " + meaning + " in " + languageName();
    }
}
