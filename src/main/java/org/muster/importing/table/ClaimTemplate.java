package org.muster.importing.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.dossier.ClaimRows;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/** A row of a mapping with the columns of a table found: it makes at most one claim of each row of that table. */
final class ClaimTemplate {

    private static final List<String> COLUMNS = ClaimRows.columns();
    private static final Set<String> NAMES =
            Set.of("event", "party", "place", "scope", "claimant", "source", "via", "origin", "measure");
    private static final Set<String> NEEDED = Set.of("event", "party", "measure", "source");
    private static final Set<String> NUMBERS = Set.of("low", "high", "best");
    private static final int ID = COLUMNS.indexOf("id");
    private static final int LOCATOR = COLUMNS.indexOf("locator");
    private static final int FIGURE = COLUMNS.indexOf("figure");
    private static final int LOW = COLUMNS.indexOf("low");
    private static final int HIGH = COLUMNS.indexOf("high");
    private static final int BEST = COLUMNS.indexOf("best");
    private static final int QUALIFIER = COLUMNS.indexOf("qualifier");
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    /** A condition, and the column that it is about. */
    private record Test(int column, Condition condition) {}

    /** A piece of a cell: text, or a reference to a column of the table. */
    private record Piece(String text, int column, List<Reading> readings, List<Integer> percents) {}

    /** A cell of a claim: the number of its column, what is special about that, and what the cell is made of. */
    private record Cell(
            int number, String column, boolean isName, boolean isNeeded, boolean isOfFigure, List<Piece> pieces) {

        static Cell of(String column, List<Piece> pieces) {
            return new Cell(
                    COLUMNS.indexOf(column),
                    column,
                    NAMES.contains(column),
                    NEEDED.contains(column),
                    Mapping.FIGURES.contains(column),
                    List.copyOf(pieces));
        }
    }

    /** Why no claim is made, in a column of claims.csv. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;
        private final String column;

        Refusal(String column, String message) {
            super(message, null, false, false);
            this.column = column;
        }

        String column() {
            return column;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    private final int number;
    private final String star;
    private final List<Test> when;
    private final List<Cell> cells;
    private final int[] figures; // the columns of the table that give the figure
    private final Set<String> references; // the columns of claims.csv that are one column of the table
    private final boolean decimalComma;
    private final boolean decimalKnown;

    private ClaimTemplate(int number, String star, List<Test> when, List<Cell> cells, TableFormat format) {
        this.number = number;
        this.star = star;
        this.when = when;
        this.cells = cells;
        this.figures = cells.stream()
                .filter(Cell::isOfFigure)
                .flatMap(cell -> cell.pieces.stream())
                .mapToInt(Piece::column)
                .filter(column -> column >= 0)
                .toArray();
        this.references = cells.stream()
                .filter(cell -> cell.pieces.size() == 1 && cell.pieces.get(0).column >= 0)
                .map(Cell::column)
                .collect(Collectors.toSet());
        this.decimalComma = format.decimalComma();
        this.decimalKnown = format.decimalKnown();
    }

    /**
     * Finds the columns of a mapping's row in a table.
     *
     * @param missing takes the columns that the table does not have
     * @return a template for each text that fits the {@code *} of all references; one if there is no {@code *}
     */
    static List<ClaimTemplate> of(Mapping.Row row, Table table, Set<String> missing) {
        Set<String> stars = new LinkedHashSet<>(Set.of(""));
        boolean isFirst = true;
        for (ColumnName column : columns(row)) {
            Set<String> fitting = found(column, table, missing).keySet();
            if (column.hasStar()) {
                stars = isFirst ? new LinkedHashSet<>(fitting) : stars;
                stars.retainAll(fitting);
                isFirst = false;
            }
        }
        if (stars.isEmpty()) {
            missing.add(String.join(
                    " with ",
                    columns(row).stream()
                            .filter(ColumnName::hasStar)
                            .map(ColumnName::toString)
                            .distinct()
                            .toList()));
        }
        List<ClaimTemplate> templates = new ArrayList<>();
        if (missing.isEmpty()) {
            for (String star : stars) {
                templates.add(of(row, star, table, missing));
            }
        }
        return templates;
    }

    private static ClaimTemplate of(Mapping.Row row, String star, Table table, Set<String> missing) {
        List<Cell> cells = new ArrayList<>();
        row.cells().forEach((column, template) -> {
            List<Piece> pieces = new ArrayList<>();
            for (Template.Part part : template.parts()) {
                if (part instanceof Template.Reference reference) {
                    List<Integer> percents = new ArrayList<>();
                    for (Reading reading : reference.readings()) {
                        if (reading instanceof Reading.Percent percent) {
                            percents.add(index(percent.column(), star, table, missing));
                        }
                    }
                    pieces.add(new Piece(
                            "", index(reference.column(), star, table, missing), reference.readings(), percents));
                } else {
                    String text = part instanceof Template.Literal literal ? literal.text() : star;
                    pieces.add(new Piece(text, -1, List.of(), List.of()));
                }
            }
            cells.add(Cell.of(column, pieces));
        });
        List<Test> when = new ArrayList<>();
        for (Condition condition : row.when()) {
            when.add(new Test(index(condition.column(), star, table, missing), condition));
        }
        return new ClaimTemplate(row.number(), star, when, cells, table.format());
    }

    /** All columns that a row names. */
    private static List<ColumnName> columns(Mapping.Row row) {
        List<ColumnName> columns = new ArrayList<>();
        for (Template template : row.cells().values()) {
            for (Template.Reference reference : template.references()) {
                columns.add(reference.column());
                for (Reading reading : reference.readings()) {
                    if (reading instanceof Reading.Percent percent) {
                        columns.add(percent.column());
                    }
                }
            }
        }
        row.when().forEach(condition -> columns.add(condition.column()));
        return columns;
    }

    /** The columns that a name means, by the text of its {@code *}; none, and a word in {@code missing}, if there are none. */
    static Map<String, Integer> found(ColumnName name, Table table, Set<String> missing) {
        Map<String, Integer> found = name.in(table.header());
        if (found.isEmpty()) {
            missing.add(name.toString());
        }
        Integer only = name.hasStar() ? null : found.get("");
        if (only != null && !name.isNumber()) {
            int last = table.header().lastIndexOf(table.header().get(only));
            if (last != only) {
                missing.add(name + " (columns " + (only + 1) + " and " + (last + 1) + " have this name; write [#"
                        + (only + 1) + "] or [#" + (last + 1) + "])");
            }
        }
        return found;
    }

    private static int index(ColumnName name, String star, Table table, Set<String> missing) {
        Integer index = found(name, table, missing).get(name.hasStar() ? star : "");
        return index == null ? -1 : index;
    }

    int number() {
        return number;
    }

    /** The id of the claim that is made of a record. */
    String id(int record) {
        return "r" + record + "." + number + (star.isEmpty() ? "" : "." + star);
    }

    boolean hasOwn(String column) {
        return cells.stream().anyMatch(cell -> cell.column.equals(column));
    }

    /** Whether a column of the claims is what a column of the table has, and nothing besides. */
    boolean isOneReference(String column) {
        return references.contains(column);
    }

    /** Whether a row of the table takes part, by its cells as they are in the table. */
    boolean takes(List<String> written) {
        for (Test test : when) {
            if (!test.condition.holds(CellText.name(written.get(test.column)))) {
                return false;
            }
        }
        return true;
    }

    /** The columns of which a blank cell has the value of the cell above. */
    Set<Integer> filledDown() {
        Set<Integer> columns = new HashSet<>();
        for (Piece piece : pieces()) {
            if (piece.readings.stream().anyMatch(reading -> reading instanceof Reading.Down)) {
                columns.add(piece.column);
            }
        }
        return columns;
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        cells.forEach(cell -> pieces.addAll(cell.pieces));
        return pieces;
    }

    /** Forgets what was noted in another table with the same mapping. */
    void forget() {
        for (Piece piece : pieces()) {
            for (Reading reading : piece.readings) {
                if (reading instanceof Reading.Date date) {
                    date.dates().forget();
                } else if (reading instanceof Reading.Match match) {
                    match.regex().forget();
                }
            }
        }
    }

    /** Whether some dates cannot be read before the others of their columns are. */
    boolean lacksCentury() {
        return pieces().stream()
                .flatMap(piece -> piece.readings.stream())
                .anyMatch(reading ->
                        reading instanceof Reading.Date date && date.dates().lacksCentury());
    }

    /** Takes note of the centuries of the dates in a row. */
    void learn(TableRow row) {
        for (Piece piece : pieces()) {
            for (Reading reading : piece.readings) {
                if (reading instanceof Reading.Date date && date.dates().lacksCentury()) {
                    date.dates().learn(row.value(piece.column));
                }
            }
        }
    }

    /** Whether the figure is blank in the table: then it says nothing, and there is no claim. */
    boolean isSilent(TableRow row) {
        for (int column : figures) {
            if (!row.written(column).isEmpty()) {
                return false;
            }
        }
        return figures.length > 0;
    }

    /** Whether every figure is blank because the mapping says that its words or codes mean nothing. */
    private boolean isUnknown(TableRow row) {
        for (int column : figures) {
            if (!row.value(column).isEmpty()) {
                return false;
            }
        }
        return figures.length > 0;
    }

    /**
     * Makes a row of {@code claims.csv}.
     *
     * @return its cells, a cell for each column
     * @throws Refusal if there is no claim
     */
    List<String> claim(TableRow row) throws Refusal {
        String[] claim = new String[COLUMNS.size()];
        Arrays.fill(claim, "");
        boolean unknown = isUnknown(row);
        for (Cell cell : cells) {
            if (!unknown || !cell.isOfFigure && cell.number != QUALIFIER) {
                String text = text(cell, row, claim);
                claim[cell.number] = cell.isName ? CellText.name(text) : CellText.strip(text);
            }
        }
        if (claim[LOW].isEmpty() && claim[HIGH].isEmpty()) {
            if (claim[FIGURE].isEmpty()) {
                claim[FIGURE] = claim[BEST]; // the only number that is given
                claim[BEST] = "";
            } else if (claim[BEST].isEmpty()) {
                EstimateCell.of(claim[FIGURE]).ifPresent(estimate -> {
                    claim[LOW] = estimate.low();
                    claim[BEST] = estimate.best();
                    claim[HIGH] = estimate.high();
                });
            }
        }
        if (unknown) {
            claim[FIGURE] = "unknown";
        } else if (claim[FIGURE].isEmpty() && claim[LOW].isEmpty() && claim[HIGH].isEmpty()) {
            throw new Refusal("figure", "nothing is left of the figure once it is read as the mapping says");
        }
        if (claim[ID].isEmpty()) {
            claim[ID] = id(row.record());
        }
        if (claim[LOCATOR].isEmpty()) {
            claim[LOCATOR] = "row " + row.record();
        }
        return Arrays.asList(claim);
    }

    private String text(Cell cell, TableRow row, String[] claim) throws Refusal {
        StringBuilder text = new StringBuilder();
        for (Piece piece : cell.pieces) {
            String value = piece.column < 0 ? piece.text : read(cell.column, piece, row, claim);
            if (value.isEmpty() && cell.isNeeded && piece.column >= 0) {
                throw new Refusal(cell.column, "the cell is blank; expected the " + cell.column);
            }
            if (cell.pieces.size() == 1) {
                return value;
            }
            text.append(value);
        }
        return text.toString();
    }

    private String read(String column, Piece piece, TableRow row, String[] claim) throws Refusal {
        String value = row.value(piece.column);
        boolean isRepeated = (NAMES.contains(column) || column.equals("as_of")) && CellWords.isDitto(value);
        if (isRepeated && piece.readings.stream().noneMatch(Reading.Down.class::isInstance)) {
            throw new Refusal(
                    column, Excerpt.quoted(value) + " stands for the cell above; add |down to the column in brackets");
        }
        for (Reading reading : piece.readings) {
            value = reading instanceof Reading.Down && (value.isEmpty() || isRepeated)
                    ? row.above(piece.column)
                    : read(column, value, reading);
        }
        if (!piece.percents.isEmpty() && value.chars().anyMatch(Character::isDigit)) { // not unknown, not heavy
            addErrors(value, piece, row, claim);
        }
        if (NUMBERS.contains(column)) {
            return NumberText.plain(value, decimalComma).orElse(value);
        }
        if (!column.equals("figure")) {
            return value;
        }
        if (decimalComma) {
            return NumberText.withPoints(value);
        }
        boolean isDecimal = decimalKnown || piece.readings.stream().anyMatch(Reading.Times.class::isInstance);
        return isDecimal ? NumberText.noGroup(value) : value;
    }

    private String read(String column, String value, Reading reading) throws Refusal {
        if (value.isEmpty()) {
            return value;
        }
        if (reading instanceof Reading.Times times) {
            return times(column, value, times.factor());
        }
        if (reading instanceof Reading.Match match) {
            return match.regex()
                    .first(value)
                    .orElseThrow(() -> new Refusal(
                            column, match.regex() + " takes too many steps in " + Excerpt.quotedLine(value)));
        }
        if (reading instanceof Reading.Date date) {
            return date.dates()
                    .read(value)
                    .orElseThrow(() -> new Refusal(column, date.dates().refusal(value)));
        }
        return value;
    }

    private String times(String column, String value, BigDecimal factor) throws Refusal {
        BigDecimal number = NumberText.value(value, decimalComma)
                .orElseThrow(() -> new Refusal(
                        column, Excerpt.quoted(value) + " is no number, which x" + factor + " could multiply"));
        String product = plain(number.multiply(factor));
        return decimalComma ? product.replace('.', ',') : product;
    }

    /** Puts the ends of a figure that may be some percent too large or too small, and the figure as the best value. */
    private void addErrors(String figure, Piece piece, TableRow row, String[] claim) throws Refusal {
        BigDecimal below = BigDecimal.ZERO;
        BigDecimal above = BigDecimal.ZERO;
        int next = 0;
        for (Reading reading : piece.readings) {
            if (reading instanceof Reading.Percent percent) {
                BigDecimal error = percent(row.value(piece.percents.get(next++)));
                below = percent.above() ? below : error.abs();
                above = percent.above() ? error : above;
            }
        }
        if (below.signum() == 0 && above.signum() == 0) {
            return;
        }
        if (above.signum() < 0) {
            throw new Refusal(
                    "high", "an error of " + plain(above) + " percent would make the high end smaller than the figure");
        }
        BigDecimal value = NumberText.value(figure, decimalComma)
                .orElseThrow(() -> new Refusal(
                        "figure", Excerpt.quoted(figure) + " is no number, of which a percentage could be taken"));
        claim[LOW] = plain(value.subtract(value.multiply(below).multiply(PERCENT)));
        claim[HIGH] = plain(value.add(value.multiply(above).multiply(PERCENT)));
        claim[BEST] = plain(value);
    }

    private BigDecimal percent(String cell) throws Refusal {
        if (cell.isEmpty()) {
            return BigDecimal.ZERO;
        }
        String number = cell.endsWith("%") ? CellText.strip(cell.substring(0, cell.length() - 1)) : cell;
        return NumberText.value(number, decimalComma)
                .orElseThrow(() -> new Refusal("figure", Excerpt.quoted(cell) + " is no number of percent"));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
