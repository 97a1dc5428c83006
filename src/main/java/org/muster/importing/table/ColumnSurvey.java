package org.muster.importing.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.muster.reading.FigureReader;
import org.muster.text.CellText;
import org.muster.text.ResourceTable;

/** What stands in a column of a table: how many numbers, texts and blanks, which dates, and which cells look like codes. */
final class ColumnSurvey {

    private static final int MOST_TEXTS = 1000;
    private static final int MOST_CODES = 20;
    private static final int MOST_TOLD = 5;
    private static final int LONGEST_FIGURE = 60;
    private static final Pattern NINES = Pattern.compile("9{3,}");
    private static final Pattern FOOTNOTE = Pattern.compile("(?<=\\p{L}|\\))\\s?(?:\\[\\w{1,3}\\]|[*†‡§¹²³]+)$");
    private static final String ONLY_NINES = "only nines, as codes for missing are";
    private static final String NEGATIVE = "below 0";
    private static final Map<String, String> MISSING = missingWords();
    private static final List<DatePattern> PATTERNS = patterns(
            "yyyy-MM-dd",
            "yyyy-MM",
            "yyyy",
            "yyyy-MM-dd HH:mm:ss",
            "yyyy-MM-dd HH:mm",
            "yyyy-MM-dd'T'HH:mm:ss",
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            "yyyy-MM-dd'T'HH:mm:ss.000'Z'",
            "yyyy-MM-dd HH:mm:ss.000",
            "yyyyMMdd",
            "d.M.yyyy",
            "d/M/yyyy",
            "M/d/yyyy",
            "d-M-yyyy",
            "yyyy/M/d",
            "d MMMM yyyy",
            "d. MMMM yyyy",
            "MMMM d, yyyy",
            "d-MMM-yyyy",
            "MMMM yyyy",
            "M/yyyy",
            "d.M.yy",
            "d/M/yy",
            "M/d/yy",
            "d-MMM-yy");

    private static final Set<String> ISO = Set.of("yyyy-MM-dd", "yyyy-MM", "yyyy");

    /** How often a cell that looks like a code stands in the column, and in which row first. */
    record Code(long count, int first, String meaning) {

        /** Whether it may as well be a number that was counted. */
        boolean isDoubtful() {
            return meaning.equals(ONLY_NINES);
        }

        boolean isNegative() {
            return meaning.equals(NEGATIVE);
        }
    }

    private final String name;
    private final boolean decimalComma;
    private final Map<String, Long> texts = new LinkedHashMap<>();
    private final Map<String, Code> codes = new LinkedHashMap<>();
    private long rows;
    private long blanks;
    private long dittos;
    private long numbers;
    private BigDecimal least = BigDecimal.ZERO;
    private BigDecimal greatest = BigDecimal.ZERO;
    private boolean hasFractions;
    private boolean isFirstBlank;
    private boolean isRepeated; // in one row and the next
    private String before = "";
    private final List<String> noDates = new ArrayList<>();
    private Optional<List<String>> datePatterns = Optional.empty(); // found when first asked for

    ColumnSurvey(String name, boolean decimalComma) {
        this.name = name;
        this.decimalComma = decimalComma;
    }

    private static Map<String, String> missingWords() {
        Map<String, String> words = new LinkedHashMap<>();
        for (List<String> row : ResourceTable.rows(ColumnSurvey.class, "missing.csv", "word", "meaning")) {
            words.put(row.get(0), row.get(1));
        }
        return words;
    }

    /** Takes note of a cell. */
    void add(int row, String cell) {
        isFirstBlank |= rows == 0 && cell.isEmpty();
        rows++;
        if (cell.isEmpty()) {
            blanks++;
            before = "";
            return;
        }
        String text = CellText.name(cell);
        if (CellWords.isDitto(text)) {
            dittos++;
            return;
        }
        isRepeated |= text.equals(before);
        before = text;
        if (texts.size() < MOST_TEXTS || texts.containsKey(text)) {
            texts.merge(text, 1L, Long::sum);
        }
        Optional<BigDecimal> number = NumberText.value(text, decimalComma);
        String meaning = NINES.matcher(text).matches() ? ONLY_NINES : MISSING.get(text);
        if (meaning != null || number.isPresent() && number.get().signum() < 0) {
            if (codes.size() < MOST_CODES || codes.containsKey(text)) {
                codes.merge(
                        text,
                        new Code(1, row, meaning == null ? NEGATIVE : meaning),
                        (old, one) -> new Code(old.count + 1, old.first, old.meaning));
            }
        } else if (number.isPresent()) {
            least = numbers == 0 ? number.get() : least.min(number.get());
            greatest = numbers == 0 ? number.get() : greatest.max(number.get());
            hasFractions |= number.get().stripTrailingZeros().scale() > 0;
            numbers++;
        }
    }

    String name() {
        return name;
    }

    long rows() {
        return rows;
    }

    long blanks() {
        return blanks;
    }

    /** How many cells are neither blank nor look like a code. */
    private long filled() {
        return rows - blanks - dittos - coded();
    }

    private long coded() {
        return codes.values().stream().mapToLong(Code::count).sum();
    }

    /** Whether most cells that say something are numbers. */
    boolean isNumeric() {
        return numbers > 0 && 10 * numbers >= 6 * filled();
    }

    /** Whether the numbers could be counts of men or tanks: whole ones, or some with decimals that are not all below 1. */
    boolean isOfCounts() {
        return isNumeric() && (!hasFractions || greatest.compareTo(BigDecimal.ONE) > 0);
    }

    /** Whether the cells are figures: counts, or texts most of which give a number. */
    boolean holdsFigures() {
        if (isNumeric()) {
            return isOfCounts();
        }
        List<String> texts = texts();
        List<String> some = texts.subList(0, Math.min(20, texts.size()));
        long read = some.stream()
                .filter(text -> FigureReader.english().read(text).stream()
                        .anyMatch(figure -> figure.figure().hasNumber()))
                .count();
        return !some.isEmpty() && 2 * read >= some.size() && datePatterns().isEmpty();
    }

    /** Whether they are figures and no labels: most have a digit, as names such as A. One do not, and are no sentences. */
    boolean holdsWrittenFigures() {
        boolean isLabel = ColumnWords.LABELS.stream().anyMatch(role -> ColumnWords.is(role, name));
        long with = texts().stream()
                .filter(text -> text.length() <= LONGEST_FIGURE && text.chars().anyMatch(Character::isDigit))
                .count();
        return !isLabel && 2 * with > texts().size() && holdsFigures();
    }

    /** How many texts name a measure. */
    long known() {
        return texts().stream()
                .filter(text -> ColumnWords.code(text).isPresent())
                .count();
    }

    /**
     * How many different measures the texts name, without codes of one letter, which may as well be those of districts or
     * sexes: I Corps and II Corps are one item, and names.
     */
    long knownMeasures() {
        return texts().stream()
                .filter(text -> text.length() > 1)
                .flatMap(text -> ColumnWords.code(text).stream())
                .map(ColumnWords.Named::measure)
                .distinct()
                .count();
    }

    boolean isBlank() {
        return rows == blanks;
    }

    /** Whether there is nothing but codes for missing. */
    boolean isOfCodes() {
        return !codes.isEmpty() && filled() == 0;
    }

    /** Whether marks stand for the cell above. */
    boolean hasDittos() {
        return dittos > 0;
    }

    /** Whether some texts end in the mark of a footnote. */
    boolean hasFootnotes() {
        return texts.keySet().stream().anyMatch(text -> FOOTNOTE.matcher(text).find());
    }

    /** Whether a blank cell is likely to have the value of the cell above: the same text never stands twice in a row. */
    boolean isOfBlocks() {
        return isFilledDown() && !isRepeated;
    }

    /** Whether cells are left blank below the one that they repeat. */
    boolean isFilledDown() {
        return !isFirstBlank && !isBlank() && 10 * blanks >= 3 * rows;
    }

    /** The cells that look like codes. */
    Map<String, Code> codes() {
        return codes;
    }

    /** The different texts of the column, at most a thousand, those that look like codes left out. */
    List<String> texts() {
        return texts.keySet().stream().filter(text -> !codes.containsKey(text)).toList();
    }

    /** How often each different text stands here is enough to tell a list of codes from names. */
    boolean isOfFewTexts() {
        return !texts().isEmpty() && texts().size() <= 60 && texts.size() < MOST_TEXTS;
    }

    /** Whether a few different texts stand here again and again. */
    boolean isOfFewRepeated() {
        return texts().size() <= MOST_CODES && texts().size() < filled();
    }

    private static List<DatePattern> patterns(String... patterns) {
        return Stream.of(patterns).map(DatePattern::of).toList();
    }

    /**
     * The date patterns that fit all texts, fewest first, or in a column of that name nine out of ten; none if the texts
     * are no dates.
     */
    List<String> datePatterns() {
        if (datePatterns.isEmpty()) {
            datePatterns = Optional.of(findDatePatterns());
        }
        return datePatterns.get();
    }

    private List<String> findDatePatterns() {
        List<String> chosen = new ArrayList<>();
        Set<String> left = new LinkedHashSet<>(texts());
        int allowed = ColumnWords.is("date", name) ? left.size() / 10 : 0;
        while (!left.isEmpty() && chosen.size() < 3) {
            String first = left.iterator().next();
            Optional<DatePattern> best = PATTERNS.stream()
                    .filter(pattern -> fits(pattern, first))
                    .max(Comparator.comparingLong(pattern ->
                            left.stream().filter(text -> fits(pattern, text)).count()));
            if (best.isEmpty()) {
                if (noDates.size() == allowed) {
                    return List.of();
                }
                noDates.add(first);
                left.remove(first);
                continue;
            }
            chosen.add(best.get().toString());
            left.removeIf(text -> fits(best.get(), text));
        }
        return left.isEmpty() ? chosen : List.of();
    }

    /** The texts that are no dates of the patterns. */
    List<String> noDates() {
        return datePatterns().isEmpty() ? List.of() : noDates;
    }

    private static boolean fits(DatePattern pattern, String text) {
        return pattern.read(text, OptionalInt.of(19)).isPresent();
    }

    /** Whether the dates are days and months, of which it cannot be told which comes first. */
    boolean isAmbiguous() {
        List<String> patterns = datePatterns();
        if (patterns.size() != 1 || !patterns.get(0).startsWith("d/M")) {
            return false;
        }
        DatePattern monthFirst = DatePattern.of(patterns.get(0).replace("d/M", "M/d"));
        return texts().stream().allMatch(text -> noDates.contains(text) || fits(monthFirst, text));
    }

    /** Whether the dates are ISO 8601 and need no pattern. */
    boolean isIso() {
        return ISO.containsAll(datePatterns());
    }

    /** Whether the column holds years. */
    boolean isOfYears() {
        return datePatterns().equals(List.of("yyyy")) && greatest.compareTo(BigDecimal.valueOf(2100)) <= 0;
    }

    /** What stands in the column, for a person. */
    String told() {
        StringBuilder told = new StringBuilder();
        if (isBlank()) {
            return "blank";
        }
        if (isNumeric()) {
            told.append("numbers from ")
                    .append(least.toPlainString())
                    .append(" to ")
                    .append(greatest.toPlainString());
            if (numbers < filled()) {
                told.append(", and ").append(filled() - numbers).append(filled() - numbers == 1 ? " text" : " texts");
            }
        } else {
            List<String> some = texts();
            told.append(texts.size() >= MOST_TEXTS ? "many" : Integer.toString(some.size()))
                    .append(some.size() == 1 ? " text" : " different texts");
        }
        if (blanks > 0) {
            told.append(", ").append(blanks).append(blanks == 1 ? " blank" : " blanks");
        }
        if (dittos > 0) {
            told.append(", ")
                    .append(dittos)
                    .append(dittos == 1 ? " mark" : " marks")
                    .append(" for the cell above");
        }
        if (codes.size() > MOST_TOLD) {
            return told.append("; others in ").append(coded()).append(" rows").toString();
        }
        codes.forEach((code, seen) -> told.append("; ")
                .append(code)
                .append(" in ")
                .append(seen.count)
                .append(seen.count == 1 ? " row" : " rows")
                .append(", first row ")
                .append(seen.first)
                .append(" (")
                .append(seen.meaning)
                .append(')'));
        return told.toString();
    }
}
