package org.muster.importing.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muster.reading.FigureReader;
import org.muster.reading.ReadText;
import org.muster.reading.Reason;
import org.muster.text.Excerpt;

/**
 * In which language the figures of a table are written, where they are not read as English.
 *
 * @param codes the languages in which they are read, the first wins: English is the second if it reads some that the other
 *     does not
 * @param example a figure that English does not read, or not as a whole
 */
record DraftedLanguage(List<String> codes, String example) {

    private static final String ENGLISH = "en";
    private static final int MOST_TEXTS = 200;
    private static final int LONGEST = 60;
    private static final int LEAST_SHARE = 10; // of ten texts, one has to be read better

    /** Tries the texts in the columns of figures in each language; empty if English reads them as well as any. */
    static Optional<DraftedLanguage> of(DraftedColumns columns) {
        Set<String> texts = texts(columns);
        List<String> english = texts.stream()
                .filter(text -> isWhole(FigureReader.english(), text))
                .toList();
        Optional<DraftedLanguage> best = Optional.empty();
        int most = 0;
        for (String language : FigureReader.languages()) {
            if (language.equals(ENGLISH) || english.size() == texts.size()) {
                continue;
            }
            FigureReader reader = FigureReader.of(List.of(language));
            List<String> whole =
                    texts.stream().filter(text -> isWhole(reader, text)).toList();
            List<String> gained =
                    whole.stream().filter(text -> !english.contains(text)).toList();
            if (gained.size() > most && LEAST_SHARE * gained.size() >= texts.size()) {
                most = gained.size();
                boolean isEnglishNeeded = !whole.containsAll(english);
                best = Optional.of(new DraftedLanguage(
                        isEnglishNeeded ? List.of(language, ENGLISH) : List.of(language), gained.get(0)));
            }
        }
        return best;
    }

    private static Set<String> texts(DraftedColumns columns) {
        Set<String> texts = new LinkedHashSet<>();
        for (DraftedFigure figure : columns.figures()) {
            for (int column : List.of(figure.figure(), figure.low(), figure.best(), figure.high())) {
                List<String> cells =
                        column < 0 ? List.of() : columns.columns().get(column).texts();
                for (String text : cells) {
                    boolean isNumber = NumberText.value(text, columns.table().hasDecimalComma())
                            .isPresent();
                    if (!isNumber && text.length() <= LONGEST && texts.size() < MOST_TEXTS) {
                        texts.add(text);
                    }
                }
            }
        }
        return texts;
    }

    /** Whether a text is one figure, and every word of it is known. */
    private static boolean isWhole(FigureReader reader, String text) {
        ReadText read = reader.readAll(text);
        return read.figures().size() == 1
                && read.figures().get(0).figure().hasNumber()
                && read.ignored().stream()
                        .allMatch(part -> part.reason() == Reason.FOOTNOTE || part.reason() == Reason.PUNCTUATION);
    }

    /** A remark on it. */
    String remark() {
        List<String> names = new ArrayList<>();
        codes.forEach(code -> names.add(Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH)));
        return "Figures such as " + Excerpt.quoted(example) + " are written in " + String.join(" and ", names)
                + ": say --languages " + String.join(",", codes) + " when you import the table.";
    }
}
