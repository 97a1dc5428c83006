package org.muster.dossier;

import static org.muster.dossier.DossierFile.CLAIMS;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.muster.dossier.Spellings.Kind;
import org.muster.figure.Figure;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.figure.State;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.reading.FigureReader;
import org.muster.reading.ReadFigure;
import org.muster.text.CellText;
import org.muster.text.CsvTable;
import org.muster.text.Excerpt;
import org.muster.text.Problem;

/**
 * Turns the rows of {@code claims.csv} into claims. A row with faulty cells becomes no claim, but a problem for each
 * fault.
 */
final class ClaimReader {

    /** The cells that give a figure. */
    private record FigureCells(
            String text, String low, String high, String best, String qualifier, Optional<Measure> measure) {}

    /** Numbers that are no plain decimals are longer than this only by mistake. */
    private static final int LONGEST_NUMBER = 100;

    private static final Pattern MAYBE_GROUPED = Pattern.compile("[1-9]\\d{0,2}\\.\\d{3}");

    private final String dossier;
    private final Hierarchy hierarchy;
    private final Predicate<String> isSource;
    private final Spellings spellings;
    private final FigureReader figures;
    private final Set<String> newItems = new HashSet<>(); // one warning is enough for each
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final LastRead<String, Measure> measures = new LastRead<>();
    private final LastRead<String, Optional<AsOf>> dates = new LastRead<>();
    private final LastRead<String, List<String>> sources = new LastRead<>();
    private final LastRead<String, String> texts = new LastRead<>();
    private final LastRead<Quantity, Quantity> quantities = new LastRead<>();
    private final LastRead<FigureCells, Figure> figuresWithoutProblems = new LastRead<>();
    private final IntStream.Builder lines = IntStream.builder();

    /**
     * @param dossier the dossier's name, which is used for a blank event
     * @param hierarchy the hierarchy, whose items and states are known
     * @param isSource tells whether an id may be cited
     * @param spellings the names of the files read before
     * @param figures reads figures and measures in the languages of the dossier
     */
    ClaimReader(
            String dossier,
            Hierarchy hierarchy,
            Predicate<String> isSource,
            Spellings spellings,
            FigureReader figures) {
        this.dossier = dossier;
        this.hierarchy = hierarchy;
        this.isSource = isSource;
        this.spellings = spellings;
        this.figures = figures;
    }

    List<Problem> problems() {
        return problems;
    }

    /** Returns the problems found so far, and forgets them and the ids: the next row may have any. */
    List<Problem> takeProblems() {
        List<Problem> taken = List.copyOf(problems);
        problems.clear();
        lineOfId.clear();
        return taken;
    }

    /** The line of each claim, once they have been read. */
    int[] lines() {
        return lines.build().toArray();
    }

    /** Reads a file, and adds its problems to those of the rows. */
    List<Claim> read(String file, byte[] bytes, MissingCodes missing) {
        List<Claim> claims = new ArrayList<>();
        MissingCellCounts coded = new MissingCellCounts(missing);
        CsvTable table = CsvTable.read(
                file, bytes, CLAIMS.required(), CLAIMS.columns(), ClaimReader::isWhole, row -> {
                    Optional<Claim> claim = read(row, missing.isEmpty() ? List.of() : coded.in(row));
                    if (claim.isPresent()) {
                        claims.add(claim.get());
                        lines.add(row.line());
                        checkSpellings(claim.get(), row);
                    }
                });
        coded.report(file, problems);
        problems.addAll(0, table.problems());
        return claims;
    }

    private void checkSpellings(Claim claim, CsvTable.Row row) {
        Quantity quantity = claim.quantity();
        spellings.check(Kind.EVENT, quantity.event(), row, "event", problems);
        spellings.check(Kind.PARTY, quantity.party(), row, "party", problems);
        spellings.check(Kind.PLACE, quantity.place(), row, "place", problems);
        spellings.check(Kind.SCOPE, quantity.scope(), row, "scope", problems);
        spellings.check(Kind.PARTY, claim.claimant(), row, "claimant", problems);
        for (String source : claim.sources()) {
            spellings.check(Kind.SOURCE, source, row, "source", problems);
        }
        spellings.check(Kind.SOURCE, claim.via(), row, "via", problems);
        spellings.check(Kind.SOURCE, claim.origin(), row, "origin", problems);
    }

    /** Returns whether a line is a row of claims in itself, rather than text that happens to have as many commas. */
    static boolean isWhole(CsvTable.Row row) {
        try {
            Measure measure = Measure.parse(row.get("measure"));
            return !row.name("party").isEmpty()
                    && !row.name("source").isEmpty()
                    && measure.state().isBuiltIn()
                    && measure.item().isBuiltIn();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Reads a row in which the cells of some columns mean "missing"; empty where it has faults, which become problems. */
    Optional<Claim> read(CsvTable.Row written, List<String> missing) {
        CsvTable.Row row = missing.isEmpty() ? written : written.without(missing);
        int before = problems.size();
        String party = required(row, "party");
        Optional<Measure> measure = measure(row);
        List<String> cited = cited(row);
        String id = id(row);
        form(row, "credibility", Claim.isCredibility(row.get("credibility")), "1 to 6 or blank");
        Optional<AsOf> asOf = dates.get(row.get("as_of"), AsOf::read);
        form(row, "as_of", asOf.isPresent(), "a date such as 1945, 1945-08 or 1945-08-09");
        Optional<Figure> figure = figure(row, measure, written.get("figure"), missing);
        if (hasErrorFrom(before)) {
            return Optional.empty();
        }
        String event = row.name("event");
        Quantity quantity = new Quantity(
                event.isEmpty() ? dossier : event, party, row.get("place"), measure.orElseThrow(), row.get("scope"));
        return Optional.of(new Claim(
                id,
                LastRead.shared(quantities, quantity),
                figure.orElseThrow(),
                cited,
                shared(row, "claimant"),
                shared(row, "via"),
                shared(row, "locator"),
                shared(row, "credibility"),
                shared(row, "origin"),
                asOf.orElseThrow(),
                shared(row, "note")));
    }

    private boolean hasErrorFrom(int first) {
        return problems.subList(first, problems.size()).stream().anyMatch(Problem::isError);
    }

    private String shared(CsvTable.Row row, String column) {
        return LastRead.shared(texts, row.get(column));
    }

    private String required(CsvTable.Row row, String column) {
        String cell = row.name(column);
        if (cell.isEmpty()) {
            problems.add(row.error(column, "the cell is blank; expected the " + column));
        }
        return cell;
    }

    private void form(CsvTable.Row row, String column, boolean good, String expected) {
        if (!good) {
            problems.add(row.error(column, Excerpt.quoted(row.get(column)) + " is not " + expected));
        }
    }

    private Optional<Measure> measure(CsvTable.Row row) {
        String text = required(row, "measure");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Measure known = measures.get(text);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Measure> measure = measure(row, text);
        measure.ifPresent(read -> measures.put(text, read));
        return measure;
    }

    private Optional<Measure> measure(CsvTable.Row row, String text) {
        Optional<Measure> inWords = Optional.empty();
        String fault;
        try {
            Measure measure = Measure.parse(text);
            if (knows(measure)) {
                return Optional.of(measure);
            }
            inWords = figures.measure(text);
            String item = measure.item().name();
            String state = measure.state().name();
            if (inWords.isEmpty() && hierarchy.knows(Dimension.STATE, state)) {
                if (newItems.add(item)) {
                    problems.add(row.warning("measure", newItem(item)));
                }
                return Optional.of(measure);
            }
            fault = "state " + Excerpt.quoted(state) + " is not known" + nearest(State.nearest(state))
                    + "; a new state must be in hierarchy.csv";
        } catch (IllegalArgumentException e) {
            inWords = figures.measure(text);
            fault = message(e);
        }
        if (inWords.isEmpty()) {
            problems.add(row.error("measure", fault));
        } else {
            problems.add(row.warning("measure", Excerpt.quoted(text) + " is read as " + inWords.get()));
        }
        return inWords;
    }

    private boolean knows(Measure measure) {
        return hierarchy.knows(Dimension.STATE, measure.state().name())
                && hierarchy.knows(Dimension.ITEM, measure.item().name());
    }

    /** What is said of an item that neither the tables nor the hierarchy know. */
    static String newItem(String item) {
        return "item " + Excerpt.quoted(item) + " is new and is kept as an item of its own"
                + nearest(Item.nearest(item));
    }

    private static String nearest(Optional<String> known) {
        return known.map(name -> "; the nearest known name is \"" + name + "\"").orElse("");
    }

    private List<String> cited(CsvTable.Row row) {
        String cell = required(row, "source");
        List<String> cited = sources.get(cell, Claim::cited);
        for (String id : cited) {
            if (!isSource.test(id)) {
                problems.add(row.error("source", Excerpt.quoted(id) + " is not an id in sources.csv"));
            }
        }
        if (cited.isEmpty() && !cell.isEmpty()) {
            problems.add(row.error("source", Excerpt.quoted(cell) + " names no source"));
        }
        return cited;
    }

    private String id(CsvTable.Row row) {
        String id = row.get("id");
        if (id.isEmpty()) {
            id = "L" + row.line();
        }
        Integer earlier = lineOfId.putIfAbsent(id, row.line());
        if (earlier != null) {
            problems.add(row.error("id", Excerpt.quoted(id) + " is already the id of line " + earlier));
        }
        return id;
    }

    private Optional<Figure> figure(CsvTable.Row row, Optional<Measure> measure, String written, List<String> missing) {
        FigureCells cells = new FigureCells(
                row.get("figure"), row.get("low"), row.get("high"), row.get("best"), row.get("qualifier"), measure);
        Figure known = missing.isEmpty() ? figuresWithoutProblems.get(cells) : null;
        if (known != null) {
            return Optional.of(known);
        }
        int before = problems.size();
        Optional<Figure> read = readFigure(row, measure, written, missing);
        if (missing.isEmpty() && problems.size() == before) {
            read.ifPresent(figure -> figuresWithoutProblems.put(cells, figure));
        }
        return read;
    }

    /** Returns the figure of a row. All faults of its cells are reported, even if the measure is faulty. */
    private Optional<Figure> readFigure(
            CsvTable.Row row, Optional<Measure> measure, String written, List<String> missing) {
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
            problems.add(row.error("figure", message(e)));
            return Optional.empty();
        }
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
            problems.add(row.error("qualifier", message(e)));
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

    private static String message(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }
}
