package org.muster.importing.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.muster.reading.FigureReader;
import org.muster.text.Excerpt;

/** The columns of a table, with what each is likely to be for, and the rows of a mapping that follow. */
final class DraftedColumns {

    private static final int MOST_UNNAMED = 20;
    private static final int MOST_CODES = 60;
    private static final int MOST_TOLD = 5;
    private static final List<String> HEADINGS = List.of(
            "event", "party", "place", "scope", "measure", "figure", "low", "best", "high", "source", "as_of", "note");

    /** Columns that give one figure; -1 where there is none. */
    private record Figures(int figure, int low, int high, int best, Optional<ColumnWords.Named> named) {

        int first() {
            return figure >= 0 ? figure : low;
        }
    }

    private final Table table;
    private final List<ColumnSurvey> columns = new ArrayList<>();
    private final Map<Integer, String> uses = new TreeMap<>();
    private final Map<String, Integer> roles = new HashMap<>();
    private final List<Figures> figures = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>(List.of(List.of("column", "from", "to")));
    private int measures = -1;

    private DraftedColumns(Table table) {
        this.table = table;
        table.header().forEach(name -> columns.add(new ColumnSurvey(name, table.hasDecimalComma())));
    }

    static DraftedColumns of(Table table) throws IOException {
        DraftedColumns drafted = new DraftedColumns(table);
        try (Table.Rows rows = table.rows()) {
            for (Optional<Table.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                List<String> cells = next.get().cells();
                for (int i = 0; next.get().fault().isEmpty() && i < cells.size(); i++) {
                    drafted.columns.get(i).add(next.get().number(), cells.get(i));
                }
            }
        }
        drafted.findRoles();
        drafted.findPairs();
        drafted.findFigures();
        drafted.findMeasures();
        drafted.findCodes();
        return drafted;
    }

    /** The columns that say of what, when and by whom: for each role the one whose name fits best. */
    private void findRoles() {
        for (String role : List.of("date", "year", "source", "note", "place", "event", "party")) {
            best(role).ifPresent(column -> {
                roles.put(role, column);
                uses.put(column, role.equals("year") ? "the date" : "the " + role);
            });
        }
        if (roles.containsKey("date")) {
            Integer year = roles.remove("year");
            uses.keySet().removeIf(column -> column.equals(year));
        }
    }

    private Optional<Integer> best(String role) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSurvey column = columns.get(i);
            boolean fits = switch (role) {
                case "date" -> !column.isBlank() && !column.datePatterns().isEmpty() && !column.isOfYears();
                case "year" -> column.isOfYears();
                case "event" ->
                    !column.isBlank()
                            && !ColumnWords.is("place", column.name())
                            && !ColumnWords.is("measure", column.name())
                            && (!column.isNumeric()
                                    || ColumnWords.words(column.name()).contains("id"));
                default -> !column.isBlank() && !column.isNumeric();
            };
            if (fits && !uses.containsKey(i) && ColumnWords.is(role, column.name()) && !isOfFigures(i)) {
                fitting.add(i);
            }
        }
        return fitting.stream()
                .min(Comparator.comparing((Integer i) ->
                                role.equals("event") && columns.get(i).isNumeric())
                        .thenComparing(i ->
                                ColumnWords.rank(role, columns.get(i).name()).orElseThrow()));
    }

    /** Whether a column holds the figures that its name speaks of. */
    private boolean isOfFigures(int i) {
        ColumnSurvey column = columns.get(i);
        if (ColumnWords.measure(column.name()).isEmpty() || isOfCodes(column) || ColumnWords.isShare(column.name())) {
            return false;
        }
        if (column.isNumeric()) {
            return column.isOfCounts();
        }
        List<String> texts = column.texts();
        List<String> some = texts.subList(0, Math.min(20, texts.size()));
        long read = some.stream()
                .filter(text -> FigureReader.english().read(text).stream()
                        .anyMatch(figure -> figure.figure().hasNumber()))
                .count();
        return !some.isEmpty()
                && 2 * read >= some.size()
                && column.datePatterns().isEmpty();
    }

    /** Whether a column of numbers is one of kinds: 1 for killed, 2 for wounded. */
    private static boolean isOfCodes(ColumnSurvey column) {
        return column.isNumeric() && column.isOfFewRepeated() && ColumnWords.is("code", column.name());
    }

    /** Columns whose names differ only in low and high, and the best value between them. */
    private void findPairs() {
        Map<String, Integer> lows = ends("low");
        Map<String, Integer> highs = ends("high");
        for (Map.Entry<String, Integer> from : ends("from").entrySet()) {
            if (ColumnWords.measure(from.getKey()).isPresent()) {
                lows.putIfAbsent(from.getKey(), from.getValue());
            }
        }
        ends("to").forEach(highs::putIfAbsent);
        Map<String, Integer> bests = ends("best");
        lows.forEach((stem, low) -> {
            Integer high = highs.get(stem);
            if (high == null || high.equals(low) || uses.containsKey(low) || uses.containsKey(high)) {
                return;
            }
            int best = bests.getOrDefault(stem, -1);
            for (int i = 0; i < columns.size() && best < 0; i++) {
                boolean named = String.join(
                                " ", ColumnWords.words(columns.get(i).name()))
                        .equals(stem);
                best = named && columns.get(i).isNumeric() ? i : -1;
            }
            best = best == low || best == high || uses.containsKey(best) ? -1 : best;
            Optional<ColumnWords.Named> named = ColumnWords.measure(stem);
            if (named.isEmpty() && best >= 0) {
                named = ColumnWords.measure(columns.get(best).name());
            }
            figures.add(new Figures(-1, low, high, best, named));
            String of = named.map(ColumnWords.Named::measure).orElse(stem.isEmpty() ? "the figure" : stem);
            uses.put(low, "low end of " + of);
            uses.put(high, "high end of " + of);
            if (best >= 0) {
                uses.put(best, "best value of " + of);
            }
        });
    }

    private Map<String, Integer> ends(String role) {
        Map<String, Integer> ends = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSurvey column = columns.get(i);
            if (column.isOfCounts()
                    && !uses.containsKey(i)
                    && !isOfCodes(column)
                    && !ColumnWords.isShare(column.name())) {
                for (String stem : ColumnWords.stems(role, columns.get(i).name())) {
                    ends.putIfAbsent(stem, i);
                }
            }
        }
        return ends;
    }

    /** Columns whose names are measures. */
    private void findFigures() {
        for (int i = 0; i < columns.size(); i++) {
            if (!uses.containsKey(i) && isOfFigures(i)) {
                Optional<ColumnWords.Named> named =
                        ColumnWords.measure(columns.get(i).name());
                figures.add(new Figures(i, -1, -1, -1, named));
                uses.put(i, named.orElseThrow().measure());
            }
        }
        figures.sort(Comparator.comparingInt(Figures::first));
    }

    /** A column whose cells name measures or items, beside figures whose columns do not. */
    private void findMeasures() {
        boolean isOpen = figures.isEmpty()
                || figures.stream()
                        .anyMatch(figure -> figure.named.isEmpty()
                                || figure.named.get().item().isEmpty());
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < columns.size() && isOpen; i++) {
            ColumnSurvey column = columns.get(i);
            boolean isNamed = ColumnWords.is("measure", column.name());
            boolean isOfParties = ColumnWords.is("party", column.name().replaceAll("\\d+$", "")); // actor2
            if (!uses.containsKey(i)
                    && (isNamed || !isOfParties)
                    && column.isOfFewTexts()
                    && (isNamed || !column.isNumeric())
                    && column.datePatterns().isEmpty()
                    && (isNamed && figures.stream().noneMatch(figure -> figure.named.isPresent())
                            || (isNamed ? 5 : 2) * known(column)
                                    >= column.texts().size())) {
                candidates.add(i);
            }
        }
        candidates.sort(Comparator.comparingLong((Integer i) -> -known(columns.get(i)))
                .thenComparing(
                        i -> ColumnWords.rank("measure", columns.get(i).name()).orElse(999)));
        if (candidates.isEmpty()) {
            nameNothing();
            return;
        }
        measures = candidates.get(0);
        boolean isOfItems = columns.get(measures).texts().stream()
                .map(ColumnWords::code)
                .noneMatch(named -> named.isPresent() && !named.get().state().isEmpty());
        if (figures.stream().noneMatch(figure -> figure.named.isEmpty()) && (!isOfItems || figures.isEmpty())) {
            figures.clear();
            valueColumn().ifPresent(i -> {
                figures.add(new Figures(i, -1, -1, -1, Optional.empty()));
                uses.put(i, "the figure");
            });
        }
        uses.put(
                measures,
                isOfItems && figures.stream().anyMatch(figure -> figure.named.isPresent())
                        ? "the item"
                        : "the measure");
        Map<String, String> meanings = new LinkedHashMap<>();
        List<String> texts = columns.get(measures).texts();
        for (String text : texts.subList(0, Math.min(MOST_CODES, texts.size()))) {
            Optional<ColumnWords.Named> named = ColumnWords.code(text);
            meanings.put(
                    text, named.map(of -> isItem() ? of.item() : of.measure()).orElse(Mapping.TO_FILL_IN));
        }
        meanings.forEach((text, to) -> {
            boolean isOfSeveral = isItem() && Collections.frequency(meanings.values(), to) > 1; // tanks of two kinds
            if (!to.equals(text)) {
                values.add(List.of(name(measures), text, isOfSeveral ? Mapping.TO_FILL_IN : to));
            }
        });
    }

    private boolean isItem() {
        return "the item".equals(uses.get(measures));
    }

    private static long known(ColumnSurvey column) {
        return column.texts().stream()
                .filter(text -> ColumnWords.code(text).isPresent())
                .count();
    }

    /** The column of numbers that a long table has its figures in: by its name, or the only one. */
    private Optional<Integer> valueColumn() {
        List<Integer> numeric = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).isOfCounts() && i != measures && (!uses.containsKey(i) || isOfFigures(i))) {
                numeric.add(i);
            }
        }
        Optional<Integer> named = numeric.stream()
                .filter(i -> ColumnWords.is("value", columns.get(i).name()))
                .min(Comparator.comparingInt(
                        i -> ColumnWords.rank("value", columns.get(i).name()).orElseThrow()));
        return named.isPresent() ? named : numeric.size() == 1 ? Optional.of(numeric.get(0)) : Optional.empty();
    }

    /** Where no name of a column is a measure, each column of counts might be figures. */
    private void nameNothing() {
        if (!figures.isEmpty()) {
            return;
        }
        for (int i = 0; i < columns.size() && figures.size() < MOST_UNNAMED; i++) {
            if (!uses.containsKey(i)
                    && columns.get(i).isOfCounts()
                    && !columns.get(i).isOfYears()) {
                figures.add(new Figures(i, -1, -1, -1, Optional.empty()));
                uses.put(i, "a figure, of a measure to be filled in");
            }
        }
    }

    private void findCodes() {
        Set<Integer> of = new LinkedHashSet<>();
        for (Figures figure : figures) {
            of.addAll(List.of(figure.figure, figure.low, figure.best, figure.high));
        }
        for (int column : of) {
            if (column >= 0) {
                columns.get(column)
                        .codes()
                        .forEach((code, seen) ->
                                values.add(List.of(name(column), code, seen.isDoubtful() ? Mapping.TO_FILL_IN : "")));
            }
        }
    }

    /** The name by which a mapping refers to a column. */
    private String name(int column) {
        String name = columns.get(column).name();
        boolean isPlain = !name.isEmpty()
                && name.chars().noneMatch(c -> "[]|*".indexOf(c) >= 0)
                && !name.startsWith("#")
                && table.header().indexOf(name) == table.header().lastIndexOf(name);
        return isPlain ? name : "#" + (column + 1);
    }

    private String reference(int column, boolean isCount) {
        if (column < 0) {
            return "";
        }
        boolean isThousands =
                isCount && ColumnWords.is("thousands", columns.get(column).name());
        return "[" + name(column) + (isThousands ? "|x1000" : "") + "]";
    }

    /** A column that may have a cell blank where it would repeat the one above. */
    private String role(String role) {
        int column = roles.getOrDefault(role, -1);
        String reference = reference(column, false);
        boolean isBelow = column >= 0
                && List.of("event", "party", "date", "year").contains(role)
                && columns.get(column).isFilledDown();
        return isBelow ? reference.replace("]", "|down]") : reference;
    }

    private String date() {
        String role = roles.containsKey("date") ? "date" : "year";
        int column = roles.getOrDefault(role, -1);
        String reference = role(role);
        return column < 0 || columns.get(column).isIso()
                ? reference
                : reference.replace(
                        "]", "|" + String.join("|", columns.get(column).datePatterns()) + "]");
    }

    List<List<String>> values() {
        return values;
    }

    /** The header and the rows of {@code claims.csv}, without columns that are blank throughout. */
    List<List<String>> claims() {
        String file = table.name();
        int dot = file.lastIndexOf('.');
        String source = roles.containsKey("source") ? role("source") : literal(dot > 0 ? file.substring(0, dot) : file);
        boolean isOfParties = isOfParties();
        List<Map<String, String>> rows = new ArrayList<>();
        Set<List<String>> quantities = new HashSet<>();
        for (Figures figure : figures) {
            Map<String, String> row = new HashMap<>();
            String label = label(figure);
            Optional<Integer> labelled = partyOf(label);
            row.put("event", role("event"));
            row.put(
                    "party",
                    labelled.isPresent()
                            ? reference(labelled.get(), false)
                            : isOfParties ? literal(label) : roles.containsKey("party") ? role("party") : "all");
            row.put("place", role("place"));
            row.put("scope", isOfParties || labelled.isPresent() ? "" : literal(label));
            row.put("measure", measure(figure));
            if (!quantities.add(List.of(row.get("party"), row.get("scope"), row.get("measure")))) {
                row.put("scope", literal(columns.get(figure.first()).name()));
            }
            row.put("figure", reference(figure.figure, true));
            row.put("low", reference(figure.low, true));
            row.put("best", reference(figure.best, true));
            row.put("high", reference(figure.high, true));
            row.put("source", source);
            row.put("as_of", date());
            row.put("note", role("note"));
            rows.add(row);
        }
        List<String> header = HEADINGS.stream()
                .filter(column -> List.of("party", "measure", "source").contains(column)
                        || rows.isEmpty() && column.equals("figure")
                        || rows.stream()
                                .anyMatch(row -> !row.getOrDefault(column, "").isEmpty()))
                .toList();
        List<List<String>> written = new ArrayList<>(List.of(header));
        rows.forEach(row -> written.add(
                header.stream().map(column -> row.getOrDefault(column, "")).toList()));
        return written;
    }

    /** Whether the names of the columns say of which party each figure is. */
    private boolean isOfParties() {
        return !roles.containsKey("party")
                && figures.size() > 1
                && figures.stream().allMatch(figure -> !label(figure).isEmpty());
    }

    private static String literal(String text) {
        return text.replace("[", "[[");
    }

    private static String label(Figures figure) {
        return figure.named.map(ColumnWords.Named::label).orElse("");
    }

    /** The column of parties whose name ends as a column of figures does: {@code side_a} of {@code deaths_a}. */
    private Optional<Integer> partyOf(String label) {
        List<String> words = ColumnWords.words(label);
        for (int i = 0; i < columns.size() && !words.isEmpty(); i++) {
            List<String> name = ColumnWords.words(columns.get(i).name());
            if (name.size() == words.size() + 1
                    && name.subList(1, name.size()).equals(words)
                    && !columns.get(i).isNumeric()
                    && ColumnWords.is("party", name.get(0))) {
                uses.put(i, "the party");
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private String measure(Figures figure) {
        if (measures < 0) {
            return figure.named.map(ColumnWords.Named::measure).orElse(Mapping.TO_FILL_IN);
        }
        return reference(measures, false)
                + (isItem() ? " " + figure.named.orElseThrow().state() : "");
    }

    /** A line on each column, and on what the table does not say. */
    List<String> remarks() {
        claims(); // which finds the parties of single figures
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSurvey column = columns.get(i);
            String use = uses.getOrDefault(i, "not used");
            List<String> dates = uses.containsKey(i) && use.equals("the date") ? column.datePatterns() : List.of();
            remarks.add((i + 1) + " " + (column.name().isEmpty() ? "(no name)" : column.name()) + ": " + use + "; "
                    + column.told()
                    + (dates.isEmpty() ? "" : ", written " + String.join(" or ", dates))
                    + (dates.isEmpty() || column.noDates().isEmpty()
                            ? ""
                            : "; no such date, and so no claim: "
                                    + String.join(
                                            ", ",
                                            column.noDates().stream()
                                                    .limit(MOST_TOLD)
                                                    .map(Excerpt::quoted)
                                                    .toList())
                                    + (column.noDates().size() > MOST_TOLD ? ", …" : ""))
                    + (!dates.isEmpty() && column.isAmbiguous() ? ", or month before day: no day is above 12" : ""));
        }
        for (Figures figure : figures) {
            long without = figure.low < 0
                    ? 0
                    : columns.get(figure.high).blanks()
                            - columns.get(figure.low).blanks();
            if (without > 0) {
                String high = name(figure.high);
                remarks.add(without + (without == 1 ? " row has" : " rows have") + " a low end and no high end " + high
                        + ". If that means 'or more', write into values.csv: " + high + ",blank,Infinity");
            }
        }
        if (!roles.containsKey("event") && columns.stream().anyMatch(column -> column.rows() > 1)) {
            remarks.add("No column names an event: all rows are about one, and dates say as of when. If each row is an"
                    + " event, add a column event with what tells them apart, such as two columns in brackets.");
        }
        if (!roles.containsKey("party")) {
            remarks.add(
                    isOfParties()
                            ? "No column names a party; those in the names of columns are used."
                            : "No column names a party. Correct the column party below.");
        }
        if (!roles.containsKey("source")) {
            remarks.add("No column names a source: the file's name is used. Write who made the table.");
        }
        if (figures.isEmpty()) {
            remarks.add("No column of figures was found: add a row for each.");
        }
        return remarks;
    }
}
