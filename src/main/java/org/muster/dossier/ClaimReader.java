package org.muster.dossier;

import static org.muster.dossier.DossierFile.CLAIMS;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.muster.dossier.Spellings.Kind;
import org.muster.figure.Figure;
import org.muster.figure.Item;
import org.muster.figure.Measure;
import org.muster.figure.State;
import org.muster.reading.FigureReader;
import org.muster.text.CsvTable;
import org.muster.text.Excerpt;
import org.muster.text.Problem;

/**
 * Turns the rows of {@code claims.csv} into claims. A row with faulty cells becomes no claim, but a problem for each
 * fault.
 */
final class ClaimReader {

    private final String dossier;
    private final Hierarchy hierarchy;
    private final Predicate<String> isSource;
    private final Spellings spellings;
    private final FigureReader figures;
    private final Set<String> newItems = new HashSet<>(); // one warning is enough for each
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();
    private final Map<String, Measure> measures = new HashMap<>(); // all, since a warning is given for the first only
    private final Map<String, String> groups = new HashMap<>(); // what measures in words name of their items
    private final LastRead<String, Optional<AsOf>> dates = new LastRead<>();
    private final LastRead<String, List<String>> sources = new LastRead<>();
    private final LastRead<String, String> texts = new LastRead<>();
    private final LastRead<Quantity, Quantity> quantities = new LastRead<>();
    private final FigureCells figureCells;
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
        this.figureCells = new FigureCells(figures, problems);
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
        CsvTable table = CsvTable.read(file, bytes, CLAIMS.required(), CLAIMS.columns(), ClaimReader::isWhole, row -> {
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
        Optional<Figure> figure = figureCells.read(row, measure, written.get("figure"), missing);
        if (figureCells.hasErrorFrom(before)) {
            return Optional.empty();
        }
        return Optional.of(new Claim(
                id,
                LastRead.shared(quantities, quantity(row, party, measure.orElseThrow())),
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

    private Quantity quantity(CsvTable.Row row, String party, Measure measure) {
        String event = row.name("event");
        String scope = row.name("scope");
        return new Quantity(
                event.isEmpty() ? dossier : event,
                party,
                row.get("place"),
                measure,
                scope.isEmpty() ? groups.getOrDefault(row.name("measure"), "") : scope);
    }

    /**
     * Returns the figure of a row, which the caller remembers; empty if there is anything to report of it, or its measure was
     * not met before.
     */
    Optional<Figure> figure(CsvTable.Row row) {
        Measure measure = measures.get(row.name("measure"));
        if (measure == null) {
            return Optional.empty();
        }
        int before = problems.size();
        Optional<Figure> figure = figureCells.readAnew(row, Optional.of(measure), row.get("figure"), List.of());
        if (problems.size() > before) {
            problems.subList(before, problems.size()).clear();
            return Optional.empty();
        }
        return figure;
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
                warnIfMistaken(row, text, measure);
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
            Optional<String> group = figures.groupIn(text);
            group.ifPresent(some -> groups.put(text, some));
            problems.add(row.warning(
                    "measure",
                    Excerpt.quoted(text) + " is read as " + inWords.get()
                            + group.map(some -> " with the scope " + Excerpt.quoted(some))
                                    .orElse("")));
        }
        return inWords;
    }

    /** Warns of a name that most people take for something else: men are civilian men here, fighters are aircraft. */
    private void warnIfMistaken(CsvTable.Row row, String text, Measure measure) {
        Item item = measure.item();
        State state = measure.state();
        boolean isCalledOtherwise =
                item.isPeople() && !item.label().equals(item.name().replace('_', ' '));
        boolean isKilled = item.isMateriel() && !state.isOfThings() && !state.isStrength();
        if (!isCalledOtherwise && !isKilled) {
            return;
        }
        figures.measure(text)
                .filter(words -> !words.equals(measure))
                .ifPresent(words -> problems.add(row.warning(
                        "measure",
                        Excerpt.quoted(text) + " is taken for the item " + Excerpt.quoted(item.label()) + "; if "
                                + Excerpt.quoted(words.toString()) + " is meant, write that")));
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

    static String message(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }
}
