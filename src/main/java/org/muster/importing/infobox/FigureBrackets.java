package org.muster.importing.infobox;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.muster.dossier.AsOf;
import org.muster.figure.Figure;
import org.muster.figure.Item;
import org.muster.importing.infobox.ClaimCandidates.ClaimCandidate;
import org.muster.importing.infobox.Headings.Heading;
import org.muster.reading.ReadFigure;

/** What brackets say of the figures before them and in them. */
final class FigureBrackets {

    private static final int LONGEST_BRACKET = 60;
    private static final int FIRST_YEAR = 1000;
    private static final int LAST_YEAR = 2100;
    private static final int YEAR_DIGITS = 4;
    /** A greater number counts the men of a unit and not units. */
    private static final int MOST_UNITS = 400;

    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("[d MMMM ][d MMM ][MMMM d ][MMM d ][MMMM ][MMM ]uuuu")
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    private final Headings headings;

    FigureBrackets(Headings headings) {
        this.headings = headings;
    }

    /** Returns whether a number counts something: not a year in brackets, nor a mark in braces. */
    static boolean isCount(String text, ReadFigure figure) {
        int open = figure.start() - 1;
        int first = Math.max(0, open - LONGEST_BRACKET);
        while (open >= first && "()\n{}".indexOf(text.charAt(open)) < 0) {
            open--;
        }
        char bracket = open < first ? ' ' : text.charAt(open);
        boolean fraction = text.startsWith("/", figure.end()) || text.startsWith("/", figure.start() - 1);
        boolean year = bracket == '(' && isYear(figure.figure());
        return !(bracket == '{' || year || bracket == '(' && fraction);
    }

    /** Returns whether a number is written as years are: 1779, 1964–1974. */
    private static boolean isYear(Figure figure) {
        String text = figure.text();
        int first = 0;
        while (first < text.length() && !Character.isDigit(text.charAt(first))) {
            first++;
        }
        boolean plain = text.length() >= first + YEAR_DIGITS
                && text.substring(first).chars().allMatch(c -> Character.isDigit(c) || "-–— ".indexOf(c) >= 0)
                && (text.length() == first + YEAR_DIGITS || !Character.isDigit(text.charAt(first + YEAR_DIGITS)));
        return plain
                && figure.range()
                        .filter(range -> range.inf() >= FIRST_YEAR && range.inf() <= LAST_YEAR)
                        .isPresent();
    }

    /** Reads the bracket after a figure as its date or as what it is limited to: 94 ships (1782), 40,000 (average). */
    void limit(ClaimCandidate candidate, String text, ReadFigure figure, int to) {
        String said = bracket(text, isNameOfUnit(figure) ? figure.start() : figure.end(), to);
        Optional<AsOf> date = date(said);
        if (date.isPresent()) {
            candidate.asOf = date.get();
            return;
        }
        boolean isName = said.isEmpty()
                || Character.isUpperCase(said.charAt(0)) && said.chars().noneMatch(c -> c == ' ');
        if (!isName
                && !HeadingWords.hasOne(HeadingWords.AFTER_CLAIMANT, said)
                && !HeadingWords.AMOUNT.contains(said.split(" ", 2)[0].toLowerCase(Locale.ROOT))
                && headings.reader().readAll(said).figures().stream().noneMatch(read -> isCount(said, read))) {
            candidate.limit = said;
        }
    }

    /**
     * Returns whether the units that a figure seems to count are the name of one, whose men it counts: 6,150 (Cavalry Corps),
     * 4,500 Foreign Legion.
     */
    static boolean isNameOfUnit(ReadFigure figure) {
        String text = figure.figure().text();
        if (figure.item().isEmpty() || !Item.of(figure.item()).isUnits()) {
            return false;
        }
        int open = text.indexOf('(');
        String before = open < 0 ? text : text.substring(0, open);
        if (before.chars().noneMatch(Character::isLetter)) {
            return open > 0 && Character.isUpperCase(text.codePointAt(open + 1));
        }
        String last = before.strip();
        last = last.substring(last.lastIndexOf(' ') + 1);
        boolean isMany = figure.figure()
                .range()
                .filter(range -> range.inf() >= MOST_UNITS)
                .isPresent();
        boolean isOne = !last.endsWith("s") || last.equals("Corps");
        return isMany && isOne && Character.isUpperCase(last.codePointAt(0));
    }

    /** Returns the date that a bracket holds and nothing else: 1782, Jan 2015, as of 3 May 1940. */
    private static Optional<AsOf> date(String bracket) {
        String said = bracket.toLowerCase(Locale.ROOT).startsWith("as of ") ? bracket.substring(6) : bracket;
        TemporalAccessor read;
        try {
            read = DATE.parseBest(said.replace(",", ""), LocalDate::from, YearMonth::from, Year::from);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
        int year = read.get(ChronoField.YEAR);
        return year < FIRST_YEAR || year > LAST_YEAR ? Optional.empty() : Optional.of(AsOf.parse(read.toString()));
    }

    /** Takes the words behind a figure that say when it holds for what limits it: 9,000 initially, 500 on 4 May. */
    static void time(ClaimCandidate candidate, String text, int from, int to) {
        int end = from;
        while (end < to && ",;()\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String said = end < from ? "" : text.substring(from, end).strip();
        String first = said.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        boolean time = HeadingWords.ADVERB.contains(first) || HeadingWords.BEFORE_PART.contains(first);
        if (candidate.limit.isEmpty() && time && said.length() <= LONGEST_BRACKET) {
            candidate.limit = said;
        }
    }

    /** Returns what stands in the first bracket after a figure. */
    private static String bracket(String text, int from, int to) {
        int open = from;
        while (open < to && text.charAt(open) != '(') {
            open++;
        }
        int close = open;
        while (close < to && close - open <= LONGEST_BRACKET && text.charAt(close) != ')') {
            close++;
        }
        return close < to && text.charAt(close) == ')'
                ? text.substring(open + 1, close).strip()
                : "";
    }

    /**
     * Returns the party of a figure in an attack that counts attackers, or victims and attackers together.
     *
     * @param words the words of the figure
     * @param text the text in which it stands
     * @param end where it ends
     * @param lineEnd where its line ends
     * @param stands whether it is no part of another figure
     * @param isTotal whether it is a total in a cell that names attackers, too
     */
    static Optional<FigureWords.Found> partyInAttack(
            String words, String text, int end, int lineEnd, boolean stands, boolean isTotal) {
        if (HeadingWords.hasOne(HeadingWords.PERPETRATOR, words.split("\\(", 2)[0])) {
            return Optional.of(FigureWords.Found.ofParty(InfoboxFields.PERPETRATORS));
        }
        int near = Math.min(lineEnd, end + 2 * LONGEST_BRACKET); // so that reading takes linear time
        return isTotal || stands && includesPerpetrators(bracket(text, end, near))
                ? Optional.of(FigureWords.Found.ofParty(InfoboxFields.EVERYBODY))
                : Optional.empty();
    }

    /** Returns whether a bracket says that attackers are among those counted: (including 2 gunmen), (2 gunmen). */
    private static boolean includesPerpetrators(String bracket) {
        String said = bracket.toLowerCase(Locale.ROOT);
        boolean isPart = !said.isEmpty() && Character.isDigit(said.charAt(0))
                || HeadingWords.INCLUDING.stream().anyMatch(word -> said.startsWith(word + " "));
        return isPart && HeadingWords.hasOne(HeadingWords.PERPETRATOR, said);
    }

    private static boolean isClaim(String said) {
        String lower = said.toLowerCase(Locale.ROOT);
        return HeadingWords.BEFORE_CLAIMANT.stream().anyMatch(before -> lower.startsWith(before + " "))
                || HeadingWords.BEFORE_NAME.stream().anyMatch(before -> lower.startsWith(before + " "))
                || HeadingWords.CLAIM.contains(lower.substring(lower.lastIndexOf(' ') + 1));
    }

    /** Returns whether words are the name of an organisation: several capitals, as in Red Cross and UN. */
    private static boolean isOrganisation(String name) {
        return Character.isUpperCase(name.codePointAt(0))
                && name.chars().filter(Character::isUpperCase).count() > 1;
    }

    /** Returns whether words are the name of an institution, which has no men of its own to lose: Ministry of Defence. */
    private static boolean isInstitution(String words) {
        return words.indexOf(' ') > 0
                && Character.isUpperCase(words.codePointAt(0))
                && HeadingWords.hasOne(HeadingWords.INSTITUTION, words)
                && !HeadingWords.hasOne(HeadingWords.FORCE, words);
    }

    /** Returns the claimant that a bracket after a figure names: 20,000 killed (Soviet claim). */
    String claimant(String text, int from, int to, String column) {
        String said = bracket(text, from, to);
        while (!said.isEmpty() && !Character.isLetter(said.charAt(said.length() - 1))) {
            said = said.substring(0, said.length() - 1); // Soviet estimate, 1964–1974
        }
        Optional<Heading> found = said.isEmpty() ? Optional.empty() : headings.claimant(said, column);
        if (found.isPresent() && (found.get().known() || isClaim(said))) {
            return found.get().name();
        }
        if (found.isPresent() && isOrganisation(found.get().name())) {
            return found.get().name();
        }
        if (isInstitution(said)) {
            return headings.claimant(said + " claim", column)
                    .filter(Heading::known)
                    .map(Heading::name)
                    .orElse(said);
        }
        int last = said.lastIndexOf(' ');
        boolean claims =
                last > 0 && HeadingWords.CLAIM.contains(said.substring(last + 1).toLowerCase(Locale.ROOT));
        return claims ? said.substring(0, last).strip() : behind(text, from, to, column);
    }

    /** Returns the claimant that words behind a figure name without a bracket: 162 killed according to Russia. */
    private String behind(String text, int from, int to, String column) {
        int end = from;
        while (end < to && "(),;\n".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String words = text.substring(from, Math.max(from, end));
        String lower = words.toLowerCase(Locale.ROOT);
        for (String before : HeadingWords.BEFORE_CLAIMANT) {
            int at = lower.indexOf(" " + before + " ");
            Optional<Heading> found = at < 0 || lower.length() != words.length()
                    ? Optional.empty()
                    : headings.claimant(words.substring(at + 1).strip(), column);
            if (found.isPresent() && (found.get().known() || isNamed(before, found.get()))) {
                return found.get().name();
            }
        }
        return "";
    }

    /** Returns whether a claimant that is no known party is one by the words before it, which "per" alone does not show. */
    private static boolean isNamed(String before, Heading claimant) {
        return before.indexOf(' ') > 0 && Character.isUpperCase(claimant.name().codePointAt(0));
    }
}
