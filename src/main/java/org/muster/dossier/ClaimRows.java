package org.muster.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.muster.figure.Figure;
import org.muster.figure.FigureReader;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.figure.ReadFigure;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;

/** Turns the rows of {@code claims.csv} into claims. A row with a faulty cell is a problem for each fault and no claim. */
final class ClaimRows {

    static final List<String> REQUIRED = List.of("party", "measure", "figure", "source");
    static final List<String> OPTIONAL = List.of(
            "id",
            "event",
            "place",
            "scope",
            "low",
            "high",
            "best",
            "qualifier",
            "claimant",
            "via",
            "locator",
            "credibility",
            "origin",
            "as_of",
            "note");

    private static final int LONGEST_NUMBER = 1100; // an exact double has fewer digits

    private final String dossier;
    private final Hierarchy hierarchy;
    private final Optional<Set<String>> sources;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();

    /**
     * @param dossier the dossier's name, which stands for a blank event
     * @param hierarchy the hierarchy, whose names are known measures
     * @param sources the ids that may be cited, where the dossier lists its sources
     */
    ClaimRows(String dossier, Hierarchy hierarchy, Optional<Set<String>> sources) {
        this.dossier = dossier;
        this.hierarchy = hierarchy;
        this.sources = sources;
    }

    List<Problem> problems() {
        return problems;
    }

    List<Claim> read(CsvTable table) {
        List<Claim> claims = new ArrayList<>(table.rows().size());
        for (CsvTable.Row row : table.rows()) {
            Optional<Claim> claim = read(row);
            if (claim.isPresent()) {
                claims.add(claim.get());
            }
        }
        return claims;
    }

    private Optional<Claim> read(CsvTable.Row row) {
        int before = problems.size();
        String party = required(row, "party");
        Optional<Measure> measure = measure(row);
        List<String> cited = cited(row);
        String id = id(row);
        form(row, "credibility", Claim.isCredibility(row.get("credibility")), "1 to 6 or blank");
        form(row, "as_of", Claim.isDate(row.get("as_of")), "a date such as 1945, 1945-08 or 1945-08-09");
        Optional<Figure> figure = measure.isPresent() ? figure(row, measure.get()) : Optional.empty();
        for (Problem problem : problems.subList(before, problems.size())) {
            if (problem.isError()) {
                return Optional.empty();
            }
        }
        String event = row.get("event");
        Quantity quantity = new Quantity(
                event.isEmpty() ? dossier : event, party, row.get("place"), measure.orElseThrow(), row.get("scope"));
        return Optional.of(new Claim(
                id,
                quantity,
                figure.orElseThrow(),
                cited,
                row.get("claimant"),
                row.get("via"),
                row.get("locator"),
                row.get("credibility"),
                row.get("origin"),
                row.get("as_of"),
                row.get("note")));
    }

    private String required(CsvTable.Row row, String column) {
        String cell = row.get(column);
        if (cell.isEmpty()) {
            problems.add(row.error(column, "the cell is blank; expected the " + column));
        }
        return cell;
    }

    private void form(CsvTable.Row row, String column, boolean good, String expected) {
        if (!good) {
            problems.add(row.error(column, "\"" + row.get(column) + "\" is not " + expected));
        }
    }

    private Optional<Measure> measure(CsvTable.Row row) {
        String text = required(row, "measure");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Measure measure = Measure.parse(text);
            String unknown = !hierarchy.knows(Dimension.STATE, measure.state())
                    ? "state \"" + measure.state() + "\" is not known"
                            + suggestion(Measure.nearestState(measure.state()))
                    : !hierarchy.knows(Dimension.ITEM, measure.item())
                            ? "item \"" + measure.item() + "\" is not known"
                                    + suggestion(Measure.nearestItem(measure.item()))
                            : "";
            if (unknown.isEmpty()) {
                return Optional.of(measure);
            }
            problems.add(row.error("measure", unknown + "; a new name has to stand in hierarchy.csv"));
        } catch (IllegalArgumentException e) {
            problems.add(row.error("measure", message(e)));
        }
        return Optional.empty();
    }

    private static String suggestion(Optional<String> nearest) {
        return nearest.map(name -> ", did you mean \"" + name + "\"").orElse("");
    }

    private List<String> cited(CsvTable.Row row) {
        String cell = required(row, "source");
        Set<String> cited = new LinkedHashSet<>();
        for (String part : cell.split(";", -1)) {
            String id = part.strip();
            if (!id.isEmpty()
                    && cited.add(id)
                    && sources.isPresent()
                    && !sources.get().contains(id)) {
                problems.add(row.error("source", "\"" + id + "\" is not an id of sources.csv"));
            }
        }
        if (cited.isEmpty() && !cell.isEmpty()) {
            problems.add(row.error("source", "\"" + cell + "\" names no source"));
        }
        return List.copyOf(cited);
    }

    private String id(CsvTable.Row row) {
        String id = row.get("id");
        if (id.isEmpty()) {
            id = "L" + row.line();
        }
        Integer earlier = lineOfId.putIfAbsent(id, row.line());
        if (earlier != null) {
            problems.add(row.error("id", "\"" + id + "\" is the id of line " + earlier + " already"));
        }
        return id;
    }

    private Optional<Figure> figure(CsvTable.Row row, Measure measure) {
        String text = row.get("figure");
        Optional<Qualifier> qualifier = qualifier(row);
        int before = problems.size();
        String low = end(row, "low");
        String high = end(row, "high");
        String best = end(row, "best");
        if (problems.size() > before) {
            return Optional.empty();
        }
        OptionalDouble given = best.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(best));
        try {
            if (!low.isEmpty() && !high.isEmpty()) {
                return given(row, text, low, high, given, qualifier);
            }
            if (!low.isEmpty() || !high.isEmpty()) {
                String blank = low.isEmpty() ? "low" : "high";
                problems.add(row.error(
                        blank,
                        "the cell is blank where " + (low.isEmpty() ? "high" : "low")
                                + " is given; they come together (high may be Infinity)"));
                return Optional.empty();
            }
            if (text.isEmpty()) {
                problems.add(row.error(
                        "figure", "the cell is blank; expected what the source writes, such as 300+ or unknown"));
                return Optional.empty();
            }
            if (qualifier.isPresent() && !qualifier.get().hasNumber()) {
                return Optional.of(Figure.withoutNumber(text, qualifier.get()));
            }
            Figure read = Claim.figureIn(text, measure);
            OptionalDouble stated = given.isPresent() ? given : read.best();
            if (!isWithin(row, read.range(), stated)) {
                return Optional.empty();
            }
            return Optional.of(new Figure(text, read.range(), qualifier.orElse(read.qualifier()), stated, read.unit()));
        } catch (IllegalArgumentException e) {
            problems.add(row.error("figure", message(e)));
            return Optional.empty();
        }
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
                    low + " is above high " + high + "; if the two were exchanged: low " + high + ", high " + low));
            return Optional.empty();
        }
        Interval range = Interval.parse("[" + low + ", " + high + "]");
        if (!isWithin(row, Optional.of(range), best)) {
            return Optional.empty();
        }
        Optional<Figure> same = Optional.empty();
        if (!text.isEmpty()) {
            for (ReadFigure candidate : FigureReader.english().read(text)) {
                if (candidate.figure().range().equals(Optional.of(range))) {
                    same = Optional.of(candidate.figure());
                }
            }
            if (same.isEmpty()) {
                problems.add(row.warning(
                        "low",
                        "low " + low + " and high " + high + " equal no figure that is read in \"" + text
                                + "\"; they win"));
            }
        }
        Qualifier meant =
                qualifier.orElse(same.map(Figure::qualifier).orElse(open ? Qualifier.AT_LEAST : Qualifier.EXACTLY));
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
                        ? value + " is given where the figure has no number"
                        : value + " lies outside " + range.get() + "; if the range has to reach it: "
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

    /** A number cell that is known to be one, blank where it is blank or faulty. */
    private String end(CsvTable.Row row, String column) {
        String cell = row.get(column);
        if (cell.isEmpty() || column.equals("high") && cell.equals("Infinity")) {
            return cell;
        }
        if (cell.length() > LONGEST_NUMBER || !isDecimal(cell)) {
            problems.add(row.error(
                    column,
                    "\"" + shortened(cell) + "\" is not a number; expected digits such as 6000"
                            + (column.equals("high") ? ", or Infinity" : "")));
            return "";
        }
        if (new BigDecimal(cell).signum() < 0) {
            problems.add(row.error(column, cell + " is below 0; a count never is"));
            return "";
        }
        return cell;
    }

    private static boolean isDecimal(String cell) {
        int digits = 0;
        int points = 0;
        for (int i = cell.charAt(0) == '-' ? 1 : 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else {
                return false;
            }
        }
        return digits > 0 && points <= 1;
    }

    private static String shortened(String cell) {
        return cell.length() <= 40 ? cell : cell.substring(0, 40) + "…";
    }

    private static String message(IllegalArgumentException e) {
        return String.valueOf(e.getMessage());
    }
}
