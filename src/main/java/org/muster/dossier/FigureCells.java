package org.muster.dossier;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.reading.FigureReader;
import org.muster.reading.ReadFigure;
import org.muster.text.CellText;
import org.muster.text.CsvTable;
import org.muster.text.Excerpt;
import org.muster.text.Problem;

/** Reads the figure of a row of claims from its cells: the text, its ends, its best value and its qualifier. */
final class FigureCells {

    /** Numbers that are no plain decimals are longer than this only by mistake. */
    private static final int LONGEST_NUMBER = 100;

    /** In how many rows without a figure another language is tried. */
    private static final int MOST_TRIED = 5;

    private static final Pattern MAYBE_GROUPED = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");

    /** What a figure is read from. */
    private record Cells(
            String text, String low, String high, String best, String qualifier, Optional<Measure> measure) {}

    private final FigureReader figures;
    private final List<Problem> problems;
    private final LastRead<Cells, Figure> withoutProblems = new LastRead<>();
    private final LastRead<Figure, Figure> shared = new LastRead<>(); // by different measures
    private int tried;

    /**
     * @param figures reads texts
     * @param problems takes the faults of cells, and what is assumed
     */
    FigureCells(FigureReader figures, List<Problem> problems) {
        this.figures = figures;
        this.problems = problems;
    }

    /**
     * Reads the figure of a row; empty where its cells have faults. All faults are reported, even if the measure is faulty.
     *
     * @param measure what is counted; empty if that cannot be read
     * @param written the cell of the figure before those that mean "missing" were blanked
     * @param missing the columns in which cells mean "missing"
     */
    Optional<Figure> read(CsvTable.Row row, Optional<Measure> measure, String written, List<String> missing) {
        Cells cells = new Cells(
                row.get("figure"), row.get("low"), row.get("high"), row.get("best"), row.get("qualifier"), measure);
        Figure known = missing.isEmpty() ? withoutProblems.get(cells) : null;
        if (known != null) {
            return Optional.of(known);
        }
        int before = problems.size();
        Optional<Figure> read = readAnew(row, measure, written, missing);
        if (missing.isEmpty() && problems.size() == before) {
            return read.map(figure -> withoutProblems.put(cells, LastRead.shared(shared, figure)));
        }
        return read;
    }

    /** Reads the figure of a row, as {@link #read} does, without remembering it. */
    Optional<Figure> readAnew(CsvTable.Row row, Optional<Measure> measure, String written, List<String> missing) {
        int before = problems.size();
        Optional<Qualifier> qualifier = qualifier(row);
        String low = end(row, "low");
        String high = end(row, "high");
        String best = end(row, "best");
        boolean isGiven = !row.get("low").isEmpty();
        if (isGiven == row.get("high").isEmpty()) {
            problems.add(row.error(
                    isGiven ? "high" : "low",
                    "the cell is blank where " + (isGiven ? "low" : "high")
                            + " is given; give both (high may be Infinity)"));
        }
        String text = row.get("figure");
        if (text.length() > Claim.LONGEST_FIGURE) {
            problems.add(row.error("figure", Claim.tooLong(text)));
        }
        if (hasErrorFrom(before)) {
            return Optional.empty();
        }
        OptionalDouble value = best.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(best));
        if (isGiven) {
            return given(row, text, low, high, value, qualifier);
        }
        if (text.isEmpty() && isFigureMissing(missing)) {
            return isWithin(row, Optional.empty(), value)
                    ? Optional.of(Figure.withoutNumber(written, Qualifier.UNKNOWN))
                    : Optional.empty();
        }
        if (qualifier.isPresent() && !qualifier.get().hasNumber()) {
            return isWithin(row, Optional.empty(), value)
                    ? Optional.of(Figure.withoutNumber(text, qualifier.get()))
                    : Optional.empty();
        }
        if (text.isEmpty()) {
            problems.add(
                    row.error("figure", "the cell is blank; expected what the source writes, such as 300+ or unknown"));
            return Optional.empty();
        }
        return measure.flatMap(known -> read(row, text, known, value, qualifier));
    }

    private static boolean isFigureMissing(List<String> missing) {
        return missing.contains("figure") || missing.contains("low") || missing.contains("high");
    }

    private Optional<Figure> read(
            CsvTable.Row row, String text, Measure measure, OptionalDouble given, Optional<Qualifier> qualifier) {
        try {
            StatedFigure stated = StatedFigure.of(text, measure, figures);
            Figure read = stated.figure();
            if (!stated.assumed().isEmpty()) {
                problems.add(row.warning("figure", stated.assumed()));
            }
            if (read.range().isEmpty() && qualifier.isPresent()) {
                problems.add(row.error(
                        "qualifier",
                        Excerpt.quoted(qualifier.get().toString())
                                + " needs a number, but none was found in the figure; expected low and high, or no"
                                + " qualifier"));
                return Optional.empty();
            }
            OptionalDouble best = given.isPresent() ? given : read.best();
            Qualifier meant = qualifier.orElse(read.qualifier());
            if (!isWithin(row, read.range(), best)
                    || read.range().isPresent()
                            && !goesWith(row, meant, read.range().get())) {
                return Optional.empty();
            }
            return Optional.of(new Figure(text, read.range(), meant, best, read.unit()));
        } catch (IllegalArgumentException e) {
            problems.add(row.error("figure", ClaimReader.message(e) + inOtherLanguage(text, measure)));
            return Optional.empty();
        }
    }

    /** Returns the language in which a text gives a figure that it does not give in those of the dossier; tried a few times. */
    private String inOtherLanguage(String text, Measure measure) {
        if (tried == MOST_TRIED || text.length() > LONGEST_NUMBER) {
            return "";
        }
        tried++;
        Optional<Interval> any = read(text, measure, FigureReader.languages());
        if (any.isEmpty() || !isWhole(any.get().inf()) || !isWhole(any.get().sup())) {
            return "";
        }
        return FigureReader.languages().stream()
                .filter(language -> read(text, measure, List.of(language)).equals(any))
                .findFirst()
                .map(language -> "; in " + Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH)
                        + " (--languages " + language + ") it is " + any.get())
                .orElse("");
    }

    private static Optional<Interval> read(String text, Measure measure, List<String> languages) {
        try {
            return StatedFigure.of(text, measure, FigureReader.of(languages))
                    .figure()
                    .range();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(double end) {
        return Double.isInfinite(end) || end == Math.rint(end);
    }

    /**
     * Returns whether a range is open where the qualifier says so. A bound mistaken for an estimate would mislead
     * without warning.
     */
    private boolean goesWith(CsvTable.Row row, Qualifier qualifier, Interval range) {
        String fault = Claim.misfit(qualifier, range);
        if (!fault.isEmpty()) {
            problems.add(row.error("qualifier", fault));
        }
        return fault.isEmpty();
    }

    private Optional<Figure> given(
            CsvTable.Row row,
            String text,
            String low,
            String high,
            OptionalDouble best,
            Optional<Qualifier> qualifier) {
        boolean open = high.equals("Infinity");
        if (!open && new BigDecimal(low).compareTo(new BigDecimal(high)) > 0) {
            problems.add(row.error(
                    "low",
                    low + " is above high " + high + "; if the two were swapped: low " + high + ", high " + low));
            return Optional.empty();
        }
        Interval range = Interval.parse("[" + low + ", " + high + "]");
        if (qualifier.isPresent() && !qualifier.get().hasNumber()) {
            problems.add(row.error(
                    "qualifier",
                    Excerpt.quoted(qualifier.get().toString()) + " stands for a figure without a number, but low " + low
                            + " and high " + high + " are given"));
            return Optional.empty();
        }
        if (!isWithin(row, Optional.of(range), best)) {
            return Optional.empty();
        }
        Optional<Figure> same = text.isEmpty() ? Optional.empty() : StatedFigure.withRange(text, range, figures);
        if (same.isEmpty() && !text.isEmpty() && best.isPresent()) {
            // the text gives the best value
            same = StatedFigure.withRange(text, Interval.of(best.getAsDouble()), figures);
        }
        Qualifier meant =
                qualifier.orElse(same.map(Figure::qualifier).orElse(open ? Qualifier.AT_LEAST : Qualifier.EXACTLY));
        if (!goesWith(row, meant, range)) {
            return Optional.empty();
        }
        if (same.isEmpty() && !text.isEmpty()) {
            problems.add(row.warning(
                    "low",
                    "low " + low + " and high " + high + " match no figure found in " + Excerpt.quoted(text)
                            + "; low and high are used"));
        }
        double unit =
                same.map(Figure::unit).orElse(Figure.of(text, range, meant).unit());
        return Optional.of(new Figure(text, Optional.of(range), meant, best, unit));
    }

    private boolean isWithin(CsvTable.Row row, Optional<Interval> range, OptionalDouble best) {
        if (best.isEmpty() || range.isPresent() && range.get().contains(best.getAsDouble())) {
            return true;
        }
        String value = Decimals.nearest(best.getAsDouble(), 17);
        problems.add(row.error(
                "best",
                range.isEmpty()
                        ? value + " is given, but the figure has no number"
                        : value + " lies outside " + range.get() + "; to include it: "
                                + range.get().convexHull(Interval.of(best.getAsDouble()))));
        return false;
    }

    private Optional<Qualifier> qualifier(CsvTable.Row row) {
        String word = row.get("qualifier");
        if (word.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Qualifier.of(word));
        } catch (IllegalArgumentException e) {
            problems.add(row.error("qualifier", ClaimReader.message(e)));
            return Optional.empty();
        }
    }

    /** Returns a checked number cell, blank if it is blank or faulty. */
    private String end(CsvTable.Row row, String column) {
        String cell = row.get(column);
        if (cell.isEmpty() || column.equals("high") && cell.equals("Infinity")) {
            return cell;
        }
        if (!CellText.isDecimal(cell)) {
            Optional<String> read = number(cell);
            if (read.isEmpty()) {
                problems.add(row.error(
                        column,
                        Excerpt.quoted(cell) + " is not a number; expected digits such as 6000"
                                + (column.equals("high") ? ", or Infinity" : "")));
            }
            return read.orElse("");
        }
        if (MAYBE_GROUPED.matcher(cell).matches()) {
            problems.add(row.warning(
                    column,
                    cell + " is read as a decimal fraction; if thousands are meant, write " + cell.replace(".", "")));
        }
        if (Double.isInfinite(Double.parseDouble(cell))) {
            problems.add(row.error(column, Excerpt.quoted(cell) + " is too large; expected a number below 1e308"));
            return "";
        }
        if (new BigDecimal(cell).signum() < 0) {
            problems.add(row.error(column, cell + " is below 0; a count is never negative"));
            return "";
        }
        return cell;
    }

    /** Returns the number that a cell is in another notation, such as 1,00,000 or 1.2E+05; empty if it is anything else. */
    private Optional<String> number(String cell) {
        List<ReadFigure> found = cell.length() > LONGEST_NUMBER
                ? List.of()
                : figures.readAll(cell).figures();
        if (found.size() != 1 || found.get(0).end() - found.get(0).start() != cell.length()) {
            return Optional.empty();
        }
        Figure figure = found.get(0).figure();
        return figure.range()
                .filter(range -> range.isSingleton()
                        && figure.qualifier() == Qualifier.EXACTLY
                        && found.get(0).measure().isEmpty())
                .map(range -> new BigDecimal(range.inf()).toPlainString());
    }

    /** Whether an error is among the problems from one on. */
    boolean hasErrorFrom(int first) {
        return problems.subList(first, problems.size()).stream().anyMatch(Problem::isError);
    }
}
