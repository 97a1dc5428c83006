package org.muster.importing.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.text.Excerpt;

/** The rows of a mapping that follow from what the columns of a table are for, and a remark on each column. */
final class DraftedClaims {

    private static final int MOST_TOLD = 5;
    private static final String WITHOUT_FOOTNOTES = "|/^([^\\[*†‡§¹²³]+)/";
    /** What stands between a source and the page: "Hill 1910, p. 44", "Hill 1910: 44". */
    private static final List<String> BEFORE_PAGE = List.of(",? (?=[pSsсС]p?\\. ?\\d)", "(?<=\\d{4}): ?(?=\\d)");

    private static final List<String> HEADINGS = List.of(
            "event", "party", "place", "scope", "measure", "figure", "low", "best", "high", "source", "locator",
            "as_of", "note", "when");

    private final DraftedColumns drafted;
    private final List<ColumnSurvey> columns;
    private final List<DraftedFigure> figures;
    private final boolean isOfParties;
    private final boolean areUnnamed;

    DraftedClaims(DraftedColumns drafted) {
        this.drafted = drafted;
        this.columns = drafted.columns();
        this.figures = drafted.figures();
        this.areUnnamed = figures.stream().filter(this::isUnnamed).count() > 1;
        List<DraftedFigure> parts =
                figures.stream().filter(figure -> !isTotal(figure)).toList();
        this.isOfParties = drafted.column("party") < 0
                && parts.size() > 1
                && parts.stream().noneMatch(figure -> figure.label().isEmpty());
    }

    private String reference(int column, boolean isCount) {
        if (column < 0) {
            return "";
        }
        String name = columns.get(column).name();
        String times = !isCount
                ? ""
                : ColumnWords.is("thousands", name) ? "|x1000" : ColumnWords.is("millions", name) ? "|x1000000" : "";
        return "[" + drafted.name(column) + times + "]";
    }

    /** What stands before the page where sources are written with it, so that one work on two pages would be two. */
    private Optional<String> beforePage() {
        int source = drafted.column("source");
        List<String> texts = source < 0 || columns.get(source).hasFootnotes()
                ? List.of()
                : columns.get(source).texts();
        return BEFORE_PAGE.stream()
                .filter(before -> texts.stream()
                                .map(text -> text.split(before, 2)[0])
                                .distinct()
                                .count()
                        < texts.size())
                .findFirst();
    }

    /** A column that may have a cell blank, or a mark in it, where it would repeat the one above. */
    private String role(String role) {
        int column = drafted.column(role);
        String reference = reference(column, false);
        boolean isBelow = column >= 0
                && (columns.get(column).hasDittos()
                        || List.of("event", "party", "date", "year", "period").contains(role)
                                && columns.get(column).isFilledDown()
                        || List.of("place", "source").contains(role)
                                && columns.get(column).isOfBlocks());
        boolean hasFootnotes = column >= 0
                && List.of("event", "party", "place", "source").contains(role)
                && columns.get(column).hasFootnotes();
        String part = hasFootnotes
                ? WITHOUT_FOOTNOTES
                : role.equals("source")
                        ? beforePage()
                                .map(before -> "|/^(.+?)(?:" + before + ".*)?$/")
                                .orElse("")
                        : "";
        return reference.replace("]", (isBelow ? "|down" : "") + part + "]");
    }

    private String date() {
        int column = drafted.dateColumn();
        String reference = role(drafted.column("date") >= 0 ? "date" : "year");
        return column < 0 || columns.get(column).isIso()
                ? reference
                : reference.replace(
                        "]", "|" + String.join("|", columns.get(column).datePatterns()) + "]");
    }

    /** The page alone, where sources are written with it. */
    private String page() {
        return beforePage()
                .map(before -> reference(drafted.column("source"), false).replace("]", "|/" + before + "(.*)$/]"))
                .orElse("");
    }

    /** What happened: the event that the table names, and the period where each has a count of its own. */
    private String event(DraftedFigure figure) {
        List<String> parts = new ArrayList<>(List.of(role("event"), role("period")));
        if (figure.period().isPresent()) {
            parts.add(figure.period().get().date().isEmpty() ? date() : "");
            parts.add(literal(figure.period().get().text()));
        } else if (drafted.column("period") >= 0 || figure.mayBeLoss() && drafted.isOfDates(figure.first())) {
            parts.add(date());
        }
        parts.removeIf(String::isEmpty);
        return String.join(" ", parts);
    }

    /** The header and the rows of {@code claims.csv}, without columns that are blank throughout. */
    List<List<String>> claims() {
        String file = drafted.table().name();
        int dot = file.lastIndexOf('.');
        String named = role("source");
        String source = named.isEmpty() ? literal(dot > 0 ? file.substring(0, dot) : file) : named;
        List<Map<String, String>> rows = new ArrayList<>();
        Set<List<String>> quantities = new HashSet<>();
        for (DraftedFigure figure : figures) {
            Map<String, String> row = new HashMap<>();
            String label = figure.label();
            Optional<Integer> labelled = partyOf(label);
            String party = (role("party") + " " + role("formation")).strip();
            row.put("event", event(figure));
            row.put(
                    "party",
                    labelled.isPresent()
                            ? reference(labelled.get(), false)
                            : isOfParties && !label.isEmpty() ? literal(label) : party.isEmpty() ? "all" : party);
            row.put("place", role("place"));
            row.put("scope", isOfParties || labelled.isPresent() ? "" : literal(label));
            if (hasOwnItem(figure)) {
                row.put("scope", reference(drafted.measureColumn(), false));
            }
            row.put("measure", measure(figure));
            row.put("source", source);
            row.put("locator", page());
            String name = columns.get(figure.first()).name();
            String bare = literal(figure.low() < 0 ? name : ColumnWords.withoutEnd(name));
            if (row.get("scope").isEmpty()) {
                row.put("scope", literal(ColumnWords.groupIn(name)));
            }
            if (areUnnamed && isUnnamed(figure)) {
                row.put(drafted.toldApartBy(), bare);
            } else if (!quantities.add(
                    List.of(row.get("event"), row.get("party"), row.get("scope"), row.get("measure")))) {
                row.put("scope", bare);
            }
            row.put("figure", reference(figure.figure(), true));
            row.put("low", reference(figure.low(), true));
            row.put("best", reference(figure.best(), true));
            row.put("high", reference(figure.high(), true));
            row.put(
                    "as_of",
                    figure.period()
                            .map(PeriodName::date)
                            .filter(date -> !date.isEmpty())
                            .orElse(date()));
            row.put("note", role("note"));
            row.put("when", drafted.totals().when(drafted::name));
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

    /** Whether a figure has nothing but the name of its column to tell it from others. */
    private boolean isUnnamed(DraftedFigure figure) {
        return figure.named().isEmpty() && figure.period().isEmpty();
    }

    /** Whether a figure's column adds up those of others in its row, by a word in its name. */
    private boolean isTotal(DraftedFigure figure) {
        return figure.label().isEmpty()
                && ColumnWords.words(columns.get(figure.first()).name()).stream()
                        .anyMatch(CellWords::isTotal);
    }

    private static String literal(String text) {
        return text.replace("[", "[[");
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
                drafted.uses().put(i, "the party");
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Whether a column names an item, as guns lost does, in a table with a column of other items. */
    private boolean hasOwnItem(DraftedFigure figure) {
        return drafted.isItem()
                && figure.named().filter(named -> !named.item().isEmpty()).isPresent();
    }

    private String measure(DraftedFigure figure) {
        if (drafted.measureColumn() < 0 || hasOwnItem(figure)) {
            return figure.named().map(ColumnWords.Named::measure).orElse(Mapping.TO_FILL_IN);
        }
        return reference(drafted.measureColumn(), false)
                + (drafted.isItem() ? " " + figure.named().orElseThrow().state() : "");
    }

    /** A line on each column, and on what the table does not say. */
    List<String> remarks() {
        claims(); // which finds the parties of single figures
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            remarks.add(remark(i));
        }
        for (DraftedFigure figure : figures) {
            remarkOnRange(figure, remarks);
        }
        if (!drafted.totals().isEmpty()) {
            remarks.add("Rows that add up others are left out by when: "
                    + drafted.totals().told()
                    + ". To check a sum, take its row in, and say in a hierarchy.csv what it is made of.");
        }
        remarkOnEvents(remarks);
        if (drafted.column("party") < 0) {
            remarks.add(
                    isOfParties || areUnnamed && drafted.toldApartBy().equals("party")
                            ? "No column names a party; those in the names of columns are used."
                            : "No column names a party. Correct the column party below.");
        }
        if (drafted.column("source") < 0) {
            remarks.add(
                    areUnnamed && drafted.toldApartBy().equals("source")
                            ? "No column names a source: each column of figures whose name says nothing of what is counted is taken"
                                    + " for a source. If such columns count different things, write their names into scope instead."
                            : "No column names a source: the file's name is used. Write who made the table.");
        }
        if (beforePage().isPresent()) {
            remarks.add(
                    "Sources are written with pages. What stands before the page is taken for the source, since pages of"
                            + " one work are one voice.");
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!drafted.uses().containsKey(i)
                    && ColumnWords.is("unit", columns.get(i).name())) {
                remarks.add("Column " + (i + 1)
                        + " may say in what the figures are: if some are in thousands, write a row with when, such as ["
                        + drafted.name(i) + "] = thousands, and |x1000 behind the column of the figure.");
            }
        }
        if (figures.isEmpty()) {
            remarks.add(
                    "No column of figures was found: add a row for each. If each row is a person or an event, and has no"
                            + " number, count the rows first.");
        }
        return remarks;
    }

    private String remark(int i) {
        ColumnSurvey column = columns.get(i);
        String use = drafted.uses().getOrDefault(i, "not used");
        List<String> dates = use.equals("the date") ? column.datePatterns() : List.of();
        StringBuilder remark = new StringBuilder()
                .append(i + 1)
                .append(' ')
                .append(column.name().isEmpty() ? "(no name)" : column.name())
                .append(": ")
                .append(use)
                .append(countedTime(i))
                .append("; ")
                .append(column.told());
        if (!dates.isEmpty()) {
            remark.append(", written ").append(String.join(" or ", dates));
            if (!column.noDates().isEmpty()) {
                List<String> some = column.noDates().stream()
                        .limit(MOST_TOLD)
                        .map(Excerpt::quoted)
                        .toList();
                remark.append("; no such date, and so no claim: ")
                        .append(String.join(", ", some))
                        .append(column.noDates().size() > MOST_TOLD ? ", …" : "");
            }
            remark.append(column.isAmbiguous() ? ", or month before day: no day is above 12" : "");
        }
        return remark.toString();
    }

    /** Whether a column of losses counts those of each date alone or all up to it; blank if neither is known. */
    private String countedTime(int column) {
        boolean isLoss = figures.stream()
                .anyMatch(figure -> figure.first() == column
                        && figure.period().isEmpty()
                        && figure.mayBeLoss()
                        && figure.figure() >= 0);
        return !isLoss || drafted.dateColumn() < 0
                ? ""
                : drafted.isOfDates(column) ? " on each date" : drafted.isCumulative(column) ? " up to each date" : "";
    }

    private void remarkOnRange(DraftedFigure figure, List<String> remarks) {
        if (figure.low() < 0) {
            return;
        }
        long without =
                columns.get(figure.high()).blanks() - columns.get(figure.low()).blanks();
        String high = drafted.name(figure.high());
        if (without > 0) {
            remarks.add(without + (without == 1 ? " row has" : " rows have") + " a low end and no high end " + high
                    + ". If that means 'or more', write into values.csv: " + high + ",blank,Infinity");
        }
        if (ColumnWords.isInterval(columns.get(figure.low()).name())) {
            remarks.add(drafted.name(figure.low()) + " and " + high
                    + " are limits of confidence. Reports take a range as all that its author allows; to pool ranges as what"
                    + " they are, say muster combine --confidence 0.95.");
        }
    }

    private void remarkOnEvents(List<String> remarks) {
        if (figures.stream().anyMatch(figure -> figure.period().isPresent())) {
            remarks.add(
                    "Columns that are named after a period have counts of that period alone, each of which is an event. If"
                            + " they are counts up to then, leave the column event to what happened.");
        }
        DateSteps steps = drafted.steps();
        if (steps.steps() > 0) {
            remarks.add(
                    "From one date to the next, losses fall in " + steps.falls() + " of " + steps.steps() + " changes: "
                            + (steps.areOfPeriods()
                                    ? "taken as counts of each date alone, and each date as an event. If they are counts up to the date,"
                                            + " leave the column event to what happened."
                                    : "taken as counts up to the date. If they are of each date alone, add the date to the column"
                                            + " event."));
        }
        if (figures.stream()
                .anyMatch(figure -> drafted.isOfDates(figure.first()) && drafted.isIncrement(figure.first()))) {
            remarks.add(
                    "What is new on each date is an event of its own. A number below 0 corrects earlier ones, and becomes no"
                            + " claim.");
        }
        if (drafted.column("event") < 0
                && figures.stream().allMatch(figure -> event(figure).isEmpty())
                && columns.stream().anyMatch(column -> column.rows() > 1)) {
            remarks.add("No column names an event: all rows are about one, and dates say as of when. If each row is an"
                    + " event, add a column event with what tells them apart, such as two columns in brackets.");
        }
    }
}
