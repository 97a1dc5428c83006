package org.muster.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Figure;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.rows.Lazy;
import org.muster.text.Excerpt;

/**
 * Reads the figures that a text states, as people write them: {@code 9,780–12,031 killed}, {@code 300+ tanks
 * destroyed[11]}, {@code over 900,000}, {@code 1.5 million men}, {@code Unknown}.
 *
 * <p>It follows the conventions of the field:
 *
 * <ul>
 *   <li>"at least X", "X+", "over X", "more than X" are [X, ∞); of a range with such a mark the lower end counts;
 *   <li>"up to X", "at most X" are [0, X]; "fewer than X", "under X" are [0, X − 1], since counts are whole;
 *   <li>"about X", "nearly X" are [X, X] with that qualifier; digits with a scale word ("1.5 million") are rounded;
 *   <li>"none" is [0, 0]; "unknown", "heavy", "several thousand" have no number, and the words are kept. A text without
 *       any number is one such figure.
 * </ul>
 *
 * <p>Numbers are read exactly. Footnote marks are skipped, also inside a range. Dates, calibres, page numbers, names
 * such as PT-76, and numbers written in a way that could be read as two different values are not figures. Reading takes
 * time linear in the length of the text and never fails.
 *
 * <p>The words are listed in one table per language: {@code words.csv} for English and for signs, {@code words-de.csv} and others next to it. A reader has no state and can be shared between threads.
 */
public final class FigureReader {

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "ru", "sv", "es", "it");

    /** What a measure in words is made of: killed and wounded. */
    private static final Traits IN_MEASURES = PhraseKind.MEASURES.and(PhraseKind.AND, PhraseKind.OR, PhraseKind.AUX);

    private final List<String> languages;
    /** The words, for each language those where it wins. */
    private final List<Supplier<Vocabulary>> vocabularies;

    private final Lazy<MisspeltNumber.Words> numberWords;

    FigureReader(Vocabulary vocabulary, List<String> languages) {
        this.languages = List.copyOf(languages);
        this.numberWords = Lazy.of(() -> MisspeltNumber.Words.of(this.languages));
        vocabularies = IntStream.range(0, languages.size())
                .mapToObj(i -> i == 0 ? (Supplier<Vocabulary>) () -> vocabulary : new Once(vocabulary, i))
                .toList();
    }

    /**
     * Returns a reader for English text.
     *
     * @return the reader
     */
    public static FigureReader english() {
        return English.READER;
    }

    /**
     * Returns a reader for text in several languages.
     *
     * @param languages their codes, in order of precedence for words that mean something in two: {@code en},
     *     {@code de}, {@code fr}, {@code ru}, {@code sv}, {@code es}, {@code it}; if empty, English
     * @return a reader, which is expensive to make and should be reused; that of all {@linkplain #languages() languages} is
     *     made once
     * @throws IllegalArgumentException if the list names a language without a table
     */
    public static FigureReader of(List<String> languages) {
        for (String language : languages) {
            if (!LANGUAGES.contains(language)) {
                throw new IllegalArgumentException(
                        "language \"" + Excerpt.of(language) + "\" is not one of: " + String.join(", ", LANGUAGES));
            }
        }
        if (languages.isEmpty()) {
            return english();
        }
        return languages.equals(LANGUAGES) ? All.READER : new FigureReader(Vocabulary.of(languages), languages);
    }

    /**
     * Returns the languages with tables, in order of precedence.
     *
     * @return their codes
     */
    public static List<String> languages() {
        return LANGUAGES;
    }

    /**
     * Reads a text and accounts for every character of it.
     *
     * @param text the text as written, of any length: one cell with all its lines
     * @return the figures, everything else, and why it is not a figure
     */
    public ReadText readAll(String text) {
        Objects.requireNonNull(text, "text");
        return readAll(text, Context.NONE);
    }

    /**
     * Reads a text in a known context, and accounts for every character of it.
     *
     * @param text the text as written, of any length: one cell with all its lines
     * @param context what the cell is about; it supplies what its figures leave open, and {@link ReadFigure#fromContext} says
     *     what it supplied
     * @return the figures, everything else, and why it is not a figure
     */
    public ReadText readAll(String text, Context context) {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(context, "context");
        return readAll(text, scan(text), context);
    }

    private static ReadText readAll(String text, Tokens tokens, Context context) {
        FigureCandidates found = FigureParser.parse(tokens, context);
        List<ReadFigure> figures = figures(text, tokens, found);
        if (!context.isOpen()) {
            figures = figures.stream().map(figure -> figure.in(context)).toList();
            for (ReadFigure figure : figures) {
                if (figure.isTakenForStrength(context)) {
                    found.note(new Remark(figure.start(), figure.end(), Remark.Kind.WHOLE_AS_STRENGTH));
                }
            }
        }
        return new ReadText(text, figures, IgnoredParts.of(tokens, found.all()), found.remarks());
    }

    /**
     * Returns the words right beside a figure that this reader does not know, but that are a number or a qualifier in another
     * language: read in English, "3 Tausend" is 3.
     *
     * @param read what this reader read
     * @param figure one of its figures
     * @return the words, those of one language each; empty for most figures
     */
    public List<ForeignWord> foreignBeside(ReadText read, ReadFigure figure) {
        return languages.size() == LANGUAGES.size() ? List.of() : ForeignWord.beside(read, figure, languages);
    }

    /**
     * Returns a word behind a number that this reader does not know, but that is nearly one by which the number would be
     * multiplied: read as it is written, "5 milion" is 5.
     *
     * @param text a text
     * @return the first such word; empty for most texts
     */
    public Optional<MisspeltNumber> misspeltNumber(String text) {
        return numberWords.get().in(Objects.requireNonNull(text, "text"), this);
    }

    /**
     * Returns the measure that words name, as they would beside a number: {@code KIA}, {@code planes lost}.
     *
     * @param words an item and a state as people write them, or a state alone
     * @return the measure; empty if a word is none of the tables, or no state is among them
     */
    public Optional<Measure> measure(String words) {
        Objects.requireNonNull(words, "words");
        String counted = "2 " + words;
        Tokens tokens = scan(counted);
        for (int i = 1; i < tokens.size(); i++) {
            if (!tokens.is(i, IN_MEASURES)) {
                return Optional.empty();
            }
        }
        List<ReadFigure> found = figures(counted, tokens, FigureParser.parse(tokens, Context.NONE));
        if (found.size() != 1
                || found.get(0).end() != counted.length()
                || found.get(0).state().isEmpty()) {
            return Optional.empty();
        }
        ReadFigure figure = found.get(0);
        return Optional.of(Measure.of(figure.item().isEmpty() ? Item.PERSONNEL.name() : figure.item(), figure.state()));
    }

    /**
     * Returns the word for what a measure in words counts, where its item has no name of its own: {@code officers} of "officers
     * killed", of which {@link #measure} says "killed".
     *
     * @param words a measure in words
     * @return the word as written there; empty where there is none
     */
    public Optional<String> groupIn(String words) {
        String counted = "2 " + Objects.requireNonNull(words, "words");
        Tokens tokens = scan(counted);
        return IntStream.range(1, tokens.size())
                .filter(token -> tokens.isRole(token, Role.GROUP))
                .mapToObj(token -> counted.substring(tokens.start(token), tokens.end(token)))
                .findFirst();
    }

    /**
     * Reads a text sentence by sentence, so that what is said in one lends nothing to the next. A sentence that counts
     * some of "ours" or "theirs" is read with the one before, which says what. A text of one sentence, or a cell with line
     * breaks and labels, is read as a whole.
     *
     * @param text the text as written, of any length
     * @param context what the text is about, which fills what its figures leave open
     * @return the sentences with their figures, in order; together they are the text
     */
    public List<ReadText> readSentences(String text, Context context) {
        List<ReadText> read = new ArrayList<>();
        boolean joined = true; // two at most are read together
        for (String sentence : Sentences.of(text)) {
            Tokens tokens = scan(sentence);
            joined = !joined && Ellipsis.isOfOurs(tokens, 0, tokens.size());
            if (joined) {
                String before = read.remove(read.size() - 1).text();
                read.add(readAll(before + sentence, context));
            } else {
                read.add(readAll(sentence, tokens, context));
            }
        }
        return List.copyOf(read);
    }

    /**
     * Reads the figures of a text as {@link #readAll} does. A text without any digit in which no figure is found is one
     * figure in words as a whole, so that a claim made in words is kept as one.
     *
     * @param text the text as written, of any length, with or without figures
     * @return the figures in the order of the text, with disjoint spans; empty if the text is blank or its numbers are
     *     not figures
     */
    public List<ReadFigure> read(String text) {
        Objects.requireNonNull(text, "text");
        Tokens tokens = scan(text);
        List<ReadFigure> figures = figures(text, tokens, FigureParser.parse(tokens, Context.NONE));
        boolean words = figures.isEmpty() && !tokens.hasDigits() && !tokens.hasUnreadable();
        return words ? inWords(text, tokens) : figures;
    }

    /**
     * Cuts a text into tokens with the words of the language that most of it is in. In a text of one language a word of
     * another is no number.
     */
    private Tokens scan(String text) {
        Tokens tokens = Scanner.scan(text, vocabularies.get(0).get());
        if (languages.size() == 1) {
            return tokens;
        }
        int main = tokens.mainLanguage();
        Tokens inMain =
                main <= 0 ? tokens : Scanner.scan(text, vocabularies.get(main).get());
        if (main >= 0) {
            inMain.restrictTo(1 << main);
        }
        return inMain;
    }

    /**
     * Returns the one figure in an English text, whatever its measure: {@code FigureReader.parse("300+ tanks
     * destroyed[11]")} is [300, Infinity] at least. The figure's text is the part of the text that states it.
     *
     * @param text the text as written
     * @return its figure, with or without a number
     * @throws IllegalArgumentException if the text has no figure or several; the message says what was found
     */
    public static Figure parse(String text) {
        return english().figure(text);
    }

    /**
     * Returns the one figure in a text, whatever its measure. The figure's text is the part of the text that states it.
     *
     * @param text the text as written
     * @return its figure, with or without a number
     * @throws IllegalArgumentException if the text has no figure or several; the message says what was found
     * @see #read(String)
     */
    public Figure figure(String text) {
        List<ReadFigure> found = read(text);
        if (found.size() == 1) {
            return found.get(0).figure();
        }
        StringBuilder message = new StringBuilder(64);
        if (found.isEmpty()) {
            message.append(text.isBlank() ? "no figure: the text is blank" : "no figure in ");
        } else {
            message.append(found.size()).append(" figures where one is expected, in ");
        }
        if (!text.isBlank()) {
            message.append('"').append(Excerpt.of(text)).append('"');
        }
        for (int i = 0; i < Math.min(found.size(), 5); i++) {
            message.append(i == 0 ? ": " : "; ").append('"');
            message.append(Excerpt.of(found.get(i).figure().text())).append('"');
        }
        throw new IllegalArgumentException(
                message.append(found.size() > 5 ? "; …" : "").toString());
    }

    private static List<ReadFigure> figures(String text, Tokens tokens, FigureCandidates found) {
        ReadFigure[] figures = new ReadFigure[found.all().size()];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = found.all().get(i).figure(text, tokens);
        }
        return List.of(figures);
    }

    private static List<ReadFigure> inWords(String text, Tokens tokens) {
        int first = 0;
        int end = tokens.size();
        while (first < end && tokens.is(first, TokenType.MARKS)) {
            first++;
        }
        while (end > first && tokens.is(end - 1, TokenType.MARKS)) {
            end--;
        }
        if (first == end) {
            return List.of();
        }
        MeasureWords words = new MeasureWords(tokens, Mention.open());
        words.readAll(first, end);
        return List.of(new FigureCandidate(first, end, Qualifier.WORDS, words.item, words.state).figure(text, tokens));
    }

    /** Returns the languages of the reader. */
    @Override
    public String toString() {
        return "FigureReader of text in " + String.join(", ", languages);
    }

    /** The words with another language first, made when they are asked for. */
    private static final class Once implements Supplier<Vocabulary> {
        private final Vocabulary all;
        private final int first;
        private volatile @Nullable Vocabulary made;

        Once(Vocabulary all, int first) {
            this.all = all;
            this.first = first;
        }

        @Override
        public Vocabulary get() {
            Vocabulary known = made;
            if (known == null) {
                known = all.withFirst(first);
                made = known;
            }
            return known;
        }
    }

    private static final class All {
        static final FigureReader READER = new FigureReader(Vocabulary.of(LANGUAGES), LANGUAGES);
    }

    private static final class English {
        static final FigureReader READER = new FigureReader(Vocabulary.english(), List.of(Vocabulary.ENGLISH));
    }
}
