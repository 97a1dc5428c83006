package org.muster.importing.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The columns of a table, with what each is likely to be for. */
final class DraftedColumns {

    private static final int MOST_UNNAMED = 20;
    private static final Map<String, String> USES =
            Map.of("year", "date", "formation", "formation, as part of the party");
    private static final int MOST_CODES = 60;
    private static final Pattern CODE = Pattern.compile("[-−](?:77+|88+|99+)");

    private final Table table;
    private final TotalRows totals;
    private DateSteps steps = new DateSteps();
    private final List<ColumnSurvey> columns = new ArrayList<>();
    private final Map<Integer, String> uses = new TreeMap<>();
    private final Map<String, Integer> roles = new HashMap<>();
    private final List<DraftedFigure> figures = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>(List.of(List.of("column", "from", "to")));
    private int measures = -1;

    private DraftedColumns(Table table, TotalRows totals) {
        this.table = table;
        this.totals = totals;
        table.header().forEach(name -> columns.add(new ColumnSurvey(name, table.hasDecimalComma())));
    }

    static DraftedColumns of(Table table) throws IOException {
        DraftedColumns drafted = new DraftedColumns(table, TotalRows.of(table));
        drafted.forEachRow(row -> {
            for (int i = 0; i < row.cells().size(); i++) {
                drafted.columns.get(i).add(row.number(), row.cells().get(i));
            }
        });
        drafted.findRoles();
        drafted.findPairs();
        drafted.findPeriods();
        drafted.findFigures();
        drafted.findMeasures();
        drafted.steps = DateSteps.of(drafted);
        drafted.leaveOutWhatIsAddedUp();
        drafted.findCodes();
        return drafted;
    }

    /** Goes through the rows, but for those that add up others and those that hold a remark in their first cell alone. */
    void forEachRow(Consumer<Table.Row> taken) throws IOException {
        try (Table.Rows rows = table.rows()) {
            for (Optional<Table.Row> next = rows.next(); next.isPresent(); next = rows.next()) {
                List<String> cells = next.get().cells();
                boolean isRemark = cells.size() > 2 && TableFormat.isTitle(cells);
                if (next.get().fault().isEmpty() && !isRemark && !totals.contains(cells)) {
                    taken.accept(next.get());
                }
            }
        }
    }

    /** The columns that say of what, when and by whom: for each role the one whose name fits best. */
    private void findRoles() {
        for (String role : ColumnWords.LABELS) {
            best(role).ifPresent(column -> {
                roles.put(role, column);
                uses.put(column, "the " + USES.getOrDefault(role, role));
            });
        }
        if (!roles.containsKey("party") && roles.containsKey("formation")) {
            roles.put("party", roles.remove("formation"));
        }
        if (roles.containsKey("date")) {
            Integer year = roles.remove("year");
            uses.keySet().removeIf(column -> column.equals(year));
        } else {
            best("period").ifPresent(column -> {
                roles.put("period", column);
                uses.put(column, "the period, as part of the event");
            });
        }
    }

    private Optional<Integer> best(String role) {
        List<Integer> fitting = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSurvey column = columns.get(i);
            boolean fits = switch (role) {
                case "date" -> !column.isBlank() && !column.datePatterns().isEmpty() && !column.isOfYears();
                case "year" -> column.isOfYears();
                case "formation" -> column.blanks() == 0 && !column.isNumeric();
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
        if (ColumnWords.measure(column.name()).isEmpty()
                || isOfCodes(column)
                || ColumnWords.isUncounted(column.name())) {
            return false;
        }
        return column.holdsFigures();
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
            best = best < 0 && stem.isEmpty() ? onlyFigure(low, high) : best;
            Optional<PeriodName> period = PeriodName.in(stem, dateColumn() >= 0);
            Optional<ColumnWords.Named> named =
                    ColumnWords.measure(period.map(PeriodName::rest).orElse(stem));
            if (named.isEmpty() && best >= 0) {
                named = ColumnWords.measure(columns.get(best).name());
            }
            figures.add(new DraftedFigure(-1, low, high, best, named, period));
            String of = named.map(ColumnWords.Named::measure).orElse(stem.isEmpty() ? "the figure" : stem);
            uses.put(low, "low end of " + of);
            uses.put(high, "high end of " + of);
            if (best >= 0) {
                uses.put(best, "best value of " + of);
            }
        });
    }

    /** The column of figures of a table that has but one beside the ends of a range; -1 if there are others. */
    private int onlyFigure(int low, int high) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (i != low && i != high && !uses.containsKey(i) && columns.get(i).isNumeric() && isOfFigures(i)) {
                found.add(i);
            }
        }
        return found.size() == 1 ? found.get(0) : -1;
    }

    private Map<String, Integer> ends(String role) {
        Map<String, Integer> ends = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSurvey column = columns.get(i);
            if (column.isOfCounts()
                    && !uses.containsKey(i)
                    && !isOfCodes(column)
                    && !ColumnWords.isUncounted(column.name())) {
                for (String stem : ColumnWords.stems(role, columns.get(i).name())) {
                    ends.putIfAbsent(stem, i);
                }
            }
        }
        return ends;
    }

    /** Columns that have a month or a year each, and those that add them up. */
    private void findPeriods() {
        Map<String, Map<Integer, PeriodName>> periods = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ColumnSurvey column = columns.get(i);
            Optional<PeriodName> period = uses.containsKey(i) || !column.isOfCounts() && !column.isOfCodes()
                    ? Optional.empty()
                    : PeriodName.in(column.name(), dateColumn() >= 0);
            String rest = period.map(PeriodName::rest).orElse("");
            if (period.isPresent()
                    && !ColumnWords.isUncounted(column.name())
                    && (rest.isEmpty() || ColumnWords.measure(rest).isPresent())) {
                periods.computeIfAbsent(rest, any -> new LinkedHashMap<>()).put(i, period.get());
            }
        }
        periods.values().removeIf(group -> group.size() < 2);
        periods.forEach((rest, group) -> {
            boolean areDates =
                    group.values().stream().noneMatch(period -> period.date().isEmpty());
            Optional<ColumnWords.Named> named = ColumnWords.measure(rest);
            group.forEach((i, period) -> {
                PeriodName of = areDates ? period : new PeriodName(period.text(), "", rest);
                figures.add(new DraftedFigure(i, -1, -1, -1, named, Optional.of(of)));
                uses.put(
                        i,
                        named.map(ColumnWords.Named::measure).orElse("the figure") + " of the event " + period.text());
            });
        });
        for (int i = 0; i < columns.size() && !periods.isEmpty(); i++) {
            boolean isTotal = ColumnWords.words(columns.get(i).name()).stream().anyMatch(CellWords::isTotal);
            if (isTotal && !uses.containsKey(i) && columns.get(i).isNumeric()) {
                uses.put(i, "a total of others in its row, not used");
            }
        }
    }

    /** Columns whose names are measures. */
    private void findFigures() {
        for (int i = 0; i < columns.size(); i++) {
            if (!uses.containsKey(i) && isOfFigures(i)) {
                Optional<ColumnWords.Named> named =
                        ColumnWords.measure(columns.get(i).name());
                figures.add(new DraftedFigure(i, -1, -1, -1, named, Optional.empty()));
                uses.put(i, named.orElseThrow().measure());
            }
        }
        figures.sort(Comparator.comparingInt(DraftedFigure::first));
    }

    /** A column whose cells name measures or items, beside figures whose columns do not. */
    private void findMeasures() {
        boolean isOpen = figures.isEmpty()
                || figures.stream()
                        .anyMatch(figure -> figure.named().isEmpty()
                                || figure.named().get().item().isEmpty());
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
                    && (isNamed
                            ? figures.stream()
                                            .noneMatch(figure -> figure.named().isPresent())
                                    || 5 * column.known() >= column.texts().size()
                            : 2 * column.knownMeasures() >= column.texts().size())) {
                candidates.add(i);
            }
        }
        candidates.sort(Comparator.comparingLong((Integer i) -> -columns.get(i).known())
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
        if (figures.stream().noneMatch(figure -> figure.named().isEmpty()) && (!isOfItems || figures.isEmpty())) {
            figures.clear();
            addUnnamed(valueColumns());
        }
        uses.put(
                measures,
                isOfItems && figures.stream().anyMatch(figure -> figure.named().isPresent())
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

    /**
     * The columns that a table with a column of measures has its figures in: the one of that name, which "modern estimate" is
     * not beside columns of other sources, or all that hold some.
     */
    private List<Integer> valueColumns() {
        List<Integer> open = openColumns(true);
        List<Integer> ofFigures = open.stream().filter(this::isOfFigures).toList();
        List<Integer> all = ofFigures.isEmpty() ? open : ofFigures;
        Optional<Integer> named = open.stream()
                .filter(i -> ColumnWords.is("value", columns.get(i).name()))
                .min(Comparator.comparingInt(
                        i -> ColumnWords.rank("value", columns.get(i).name()).orElseThrow()));
        return named.filter(i -> all.size() < 3
                        || ColumnWords.isWholly("value", columns.get(i).name()))
                .map(List::of)
                .orElse(all);
    }

    /** The columns that hold figures and whose names do not say of what, or not of what alone. */
    private List<Integer> openColumns(boolean areTaken) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < columns.size() && open.size() < MOST_UNNAMED; i++) {
            ColumnSurvey column = columns.get(i);
            if (i != measures
                    && (column.isOfCounts() || toldApartBy().equals("source") && column.holdsWrittenFigures())
                    && !column.isOfYears()
                    && !ColumnWords.isUncounted(column.name())
                    && (!uses.containsKey(i) || areTaken && isOfFigures(i))) {
                open.add(i);
            }
        }
        return open;
    }

    private void addUnnamed(List<Integer> of) {
        for (int i : of) {
            figures.add(new DraftedFigure(i, -1, -1, -1, Optional.empty(), Optional.empty()));
            uses.put(
                    i,
                    (of.size() < 2 || toldApartBy().equals("scope")
                                    ? "a figure"
                                    : "the figure of the " + toldApartBy() + " of that name")
                            + (measures < 0 ? ", of a measure to be filled in" : ""));
        }
    }

    /** What the names of several columns of figures name that say nothing of a measure: what no column says. */
    String toldApartBy() {
        if (column("party") < 0) {
            return measures < 0 ? "scope" : "party";
        }
        return column("source") < 0 ? "source" : "scope";
    }

    /** Where no name of a column is a measure, each column of counts might be figures. */
    private void nameNothing() {
        if (figures.isEmpty()) {
            addUnnamed(openColumns(false));
        }
    }

    private void findCodes() {
        Set<Integer> of = new LinkedHashSet<>();
        for (DraftedFigure figure : figures) {
            of.addAll(List.of(figure.figure(), figure.low(), figure.best(), figure.high()));
        }
        for (int column : of) {
            if (column >= 0) {
                columns.get(column).codes().forEach((code, seen) -> {
                    boolean isCorrection = isIncrement(column)
                            && seen.isNegative()
                            && !CODE.matcher(code).matches();
                    if (!isCorrection) {
                        values.add(List.of(name(column), code, seen.isDoubtful() ? Mapping.TO_FILL_IN : ""));
                    }
                });
            }
        }
    }

    /** Leaves out losses of each date alone where another column adds them up: together, they would count twice. */
    private void leaveOutWhatIsAddedUp() {
        List<DraftedFigure> running = figures.stream()
                .filter(figure -> figure.isRunningLoss() && !isOfDates(figure.first()))
                .toList();
        figures.removeIf(figure -> {
            Optional<DraftedFigure> sum = figure.isRunningLoss() && isOfDates(figure.first())
                    ? running.stream()
                            .filter(other -> other.quantity().equals(figure.quantity()))
                            .findFirst()
                    : Optional.empty();
            sum.ifPresent(other -> uses.put(
                    figure.first(),
                    uses.get(figure.first()) + " on each date, which " + name(other.first())
                            + " adds up; not used, since the same would count twice"));
            return sum.isPresent();
        });
    }

    /** Whether a column says that it counts all that were lost up to its date. */
    boolean isCumulative(int column) {
        return ColumnWords.is("cumulative", columns.get(column).name());
    }

    /** Whether a column counts what has been added since the row before. */
    boolean isIncrement(int column) {
        return ColumnWords.is("increment", columns.get(column).name());
    }

    /** The name by which a mapping refers to a column. */
    String name(int column) {
        String name = columns.get(column).name();
        boolean isPlain = !name.isEmpty()
                && name.chars().noneMatch(c -> "[]|*".indexOf(c) >= 0)
                && !name.startsWith("#")
                && table.header().indexOf(name) == table.header().lastIndexOf(name);
        return isPlain ? name : "#" + (column + 1);
    }

    Table table() {
        return table;
    }

    TotalRows totals() {
        return totals;
    }

    /** How often losses fall from one date to the next whose columns do not say whether they are running counts. */
    DateSteps steps() {
        return steps;
    }

    /** Whether a column counts the losses of each date alone: its name says that they are new, or losses fall too often. */
    boolean isOfDates(int column) {
        return dateColumn() >= 0 && (isIncrement(column) || !isCumulative(column) && steps.areOfPeriods());
    }

    List<ColumnSurvey> columns() {
        return columns;
    }

    List<DraftedFigure> figures() {
        return figures;
    }

    /** What a column is for, for a person; empty if it is not used. */
    Map<Integer, String> uses() {
        return uses;
    }

    /** The rows of {@code values.csv}, the header first. */
    List<List<String>> values() {
        return values;
    }

    /** The column that has a role; -1 if none has. */
    int column(String role) {
        return roles.getOrDefault(role, -1);
    }

    /** The columns that say of what, when and by whom. */
    Collection<Integer> roleColumns() {
        return roles.values();
    }

    /** The column of dates or of years; -1 if there is none. */
    int dateColumn() {
        return column(roles.containsKey("date") ? "date" : "year");
    }

    /** The column that names measures or items; -1 if there is none. */
    int measureColumn() {
        return measures;
    }

    /** Whether the column that names measures names items alone. */
    boolean isItem() {
        return "the item".equals(uses.get(measures));
    }
}
