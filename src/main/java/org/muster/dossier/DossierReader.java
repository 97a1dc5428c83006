package org.muster.dossier;

import static org.muster.dossier.DossierFile.CLAIMS;
import static org.muster.dossier.DossierFile.HIERARCHY;
import static org.muster.dossier.DossierFile.PACKAGE;
import static org.muster.dossier.DossierFile.RULES;
import static org.muster.dossier.DossierFile.SOURCES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.muster.dossier.Spellings.Kind;
import org.muster.reading.FigureReader;
import org.muster.text.CellText;
import org.muster.text.CsvTable;
import org.muster.text.Excerpt;
import org.muster.text.InputFile;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/** Reads a dossier on disk: a folder of CSV files, or a single file of claims. */
final class DossierReader {

    private final Path path;
    private final MissingCodes missing;
    private List<String> languages;
    private final List<Problem> problems = new ArrayList<>();
    private String title = "";
    private Spellings spellings = new Spellings("");

    /** @param languages those of the figures; if empty, those that {@code datapackage.json} names, or else English */
    DossierReader(Path path, MissingCodes missing, List<String> languages) {
        this.path = path;
        this.missing = missing;
        this.languages = languages;
    }

    Dossier read() throws IOException {
        Path file = path.toAbsolutePath().normalize().getFileName();
        String last = file == null ? "" : file.toString();
        if (Files.isDirectory(path)) {
            String name = readPackage(named(last));
            spellings = new Spellings(name);
            Map<String, Source> sources = new LinkedHashMap<>();
            Predicate<String> isSource = readSources(sources);
            Hierarchy hierarchy = readHierarchy(name);
            return readClaims(name, path.resolve(CLAIMS.toString()), sources, isSource, hierarchy);
        }
        int dot = last.lastIndexOf('.');
        String name = named(dot > 0 ? last.substring(0, dot) : last);
        spellings = new Spellings(name);
        return readClaims(name, path, new LinkedHashMap<>(), id -> true, Hierarchy.BUILT_IN);
    }

    /** Which sources claims may cite and what is part of what, as the files of the folder say. */
    record Context(Predicate<String> isSource, Hierarchy hierarchy, List<Problem> problems) {}

    /** Reads the files beside the claims. */
    Context context(String name) throws IOException {
        spellings = new Spellings(name);
        Predicate<String> isSource = readSources(new LinkedHashMap<>());
        Hierarchy hierarchy = readHierarchy(name);
        return new Context(isSource, hierarchy, List.copyOf(problems));
    }

    /** Reads a file of sources by itself. */
    Works works() throws IOException {
        return works(InputFile.bytes(path));
    }

    /** Reads what a file of sources holds. */
    Works works(byte[] content) {
        Map<String, Source> sources = new LinkedHashMap<>();
        Predicate<String> isSource = readSources(String.valueOf(path.getFileName()), Optional.of(content), sources);
        return new Works(
                new Dossier("works", List.of(), sources, Hierarchy.BUILT_IN, List.of(), problems, OnDisk.NOTHING),
                isSource);
    }

    /** The dossier's name by that of its path, which may be blank or absent. */
    private static String named(String path) {
        String name = CellText.name(path);
        return name.isEmpty() ? "dossier" : name;
    }

    private void problem(String file, String message) {
        problems.add(new Problem(file, 0, "", Severity.ERROR, message, ""));
    }

    /** Returns the content of a file; empty if it is absent, with a problem if there is something else in its place. */
    private Optional<byte[]> bytes(Path file) throws IOException {
        if (!Files.exists(file)) {
            if (Files.isSymbolicLink(file)) {
                problem(String.valueOf(file.getFileName()), "this is a link to a file that does not exist");
            }
            return Optional.empty();
        }
        String other = InputFile.otherThanFile(file);
        if (!other.isEmpty() && file != path) {
            problem(String.valueOf(file.getFileName()), "this is " + other + "; expected a file");
            return Optional.empty();
        }
        return Optional.of(InputFile.bytes(file));
    }

    private Dossier readClaims(
            String name, Path file, Map<String, Source> sources, Predicate<String> isSource, Hierarchy hierarchy)
            throws IOException {
        String fileName = String.valueOf(file.getFileName());
        int before = problems.size();
        Optional<byte[]> bytes = bytes(file);
        if (bytes.isEmpty() && problems.size() == before) {
            problem(fileName, "the file is missing; expected claims with " + String.join(", ", CLAIMS.required()));
        }
        List<Claim> claims = new ArrayList<>();
        int[] lines = {};
        if (bytes.isPresent()) {
            ClaimReader reader = new ClaimReader(name, hierarchy, isSource, spellings, FigureReader.of(languages));
            claims = reader.read(fileName, bytes.get(), missing);
            lines = reader.lines();
            problems.addAll(reader.problems());
            sortFrom(before);
        }
        if (!sources.isEmpty()) {
            for (Claim claim : claims) {
                for (String id : claim.sources()) {
                    if (!sources.containsKey(id)) {
                        sources.put(id, Source.of(id)); // its row could not be read
                    }
                }
            }
        }
        List<WrittenRule> rules = Files.isDirectory(path) ? readRules(name, claims, hierarchy) : List.of();
        return new Dossier(name, claims, sources, hierarchy, rules, problems, OnDisk.of(title, lines));
    }

    private List<WrittenRule> readRules(String event, List<Claim> claims, Hierarchy hierarchy) throws IOException {
        int before = problems.size();
        List<WrittenRule> rules = new ArrayList<>();
        Optional<CsvTable> table = table(RULES, row -> row.get("rule").indexOf('{') >= 0);
        if (table.isPresent()) {
            RuleNames names = new RuleNames(claims, hierarchy);
            for (CsvTable.Row row : table.get().rows()) {
                readRule(row, event, names).ifPresent(rules::add);
            }
            sortFrom(before);
        }
        return rules;
    }

    private Optional<WrittenRule> readRule(CsvTable.Row row, String event, RuleNames names) {
        try {
            String id = row.get("id").isEmpty() ? "L" + row.line() : row.get("id");
            WrittenRule rule = WrittenRule.parse(row.get("rule"))
                    .named(id)
                    .withNote(row.get("note"))
                    .in(event);
            List<String> faults = names.faults(rule);
            for (String fault : faults) {
                problems.add(row.error(fault.startsWith("id ") ? "id" : "rule", fault));
            }
            return faults.isEmpty() ? Optional.of(rule) : Optional.empty();
        } catch (IllegalArgumentException e) {
            problems.add(row.error("rule", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Sorts the problems of one file by line. */
    private void sortFrom(int first) {
        problems.subList(first, problems.size()).sort(Comparator.comparingInt(Problem::line));
    }

    private String readPackage(String otherwise) throws IOException {
        Optional<byte[]> bytes = bytes(path.resolve(PACKAGE.toString()));
        if (bytes.isEmpty()) {
            return otherwise;
        }
        PackageFile described = PackageFile.read(bytes.get(), path);
        problems.addAll(described.problems());
        languages = languages.isEmpty() ? described.languages() : languages;
        title = described.title();
        String name = CellText.name(described.name());
        return name.isEmpty() ? otherwise : name;
    }

    private Optional<CsvTable> table(DossierFile file, Predicate<CsvTable.Row> whole) throws IOException {
        return bytes(path.resolve(file.toString())).map(bytes -> table(file, file.toString(), bytes, whole));
    }

    private CsvTable table(DossierFile file, String name, byte[] bytes, Predicate<CsvTable.Row> whole) {
        CsvTable table = CsvTable.read(name, bytes, file.required(), file.columns(), whole);
        problems.addAll(table.problems());
        return table;
    }

    /**
     * Reads the sources, and returns which ids claims may cite: any, if there is no readable list of sources. An id in
     * a row that cannot be read is also known, since the fault is in that row and not in the claims.
     */
    private Predicate<String> readSources(Map<String, Source> sources) throws IOException {
        String name = SOURCES.toString();
        return readSources(name, bytes(path.resolve(name)), sources);
    }

    private Predicate<String> readSources(String name, Optional<byte[]> content, Map<String, Source> sources) {
        int before = problems.size();
        Optional<CsvTable> table = content.map(bytes ->
                table(SOURCES, name, bytes, row -> !row.name("id").isEmpty() && Source.isGrade(row.get("grade"))));
        Map<String, CsvTable.Row> rows = new LinkedHashMap<>();
        for (CsvTable.Row row : table.map(CsvTable::rows).orElse(List.of())) {
            readSource(row, sources).ifPresent(id -> rows.put(id, row));
        }
        removeCircles(sources, rows);
        sortFrom(before);
        Set<String> unread = new HashSet<>();
        for (Problem problem : problems.subList(before, problems.size())) {
            if (problem.isError()) {
                unread.addAll(cells(problem.text()));
            }
        }
        return sources.isEmpty() ? id -> true : id -> sources.containsKey(id) || unread.contains(id);
    }

    /** No source of a circle is the original, so none of them is held to copy another. */
    private void removeCircles(Map<String, Source> sources, Map<String, CsvTable.Row> rows) {
        for (List<String> circle : CopyCircles.of(sources)) {
            CsvTable.Row last = Objects.requireNonNull(rows.get(circle.get(0)));
            for (String id : circle) {
                CsvTable.Row row = Objects.requireNonNull(rows.get(id));
                last = row.line() > last.line() ? row : last;
                sources.computeIfPresent(id, (same, source) -> source.withOrigin(""));
            }
            problems.add(last.error(
                    "origin",
                    "the origins of " + Excerpt.quoted(String.join(", ", circle))
                            + " run in a circle; these sources are kept without an origin"));
        }
    }

    /** Reads a source, and returns the id by which it is kept. */
    private Optional<String> readSource(CsvTable.Row row, Map<String, Source> sources) {
        String id = row.name("id");
        String grade = row.get("grade");
        if (id.isEmpty() || id.indexOf(';') >= 0) {
            problems.add(row.error("id", Excerpt.quoted(id) + " cannot be cited; expected a short name without ;"));
            return Optional.empty();
        }
        if (sources.containsKey(id)) {
            problems.add(row.error("id", Excerpt.quoted(id) + " is the id of an earlier source, which is kept"));
            return Optional.empty();
        }
        if (!Source.isGrade(grade)) {
            problems.add(row.error(
                    "grade",
                    Excerpt.quoted(grade)
                            + " is not one of A, B, C, D, E, F or blank; the source is kept without a grade"));
            grade = "";
        }
        sources.put(
                id,
                new Source(
                        id,
                        row.get("author"),
                        row.get("title"),
                        row.get("year"),
                        row.get("publisher"),
                        row.get("kind"),
                        grade,
                        row.get("origin"),
                        row.get("url")));
        spellings.check(Kind.SOURCE, id, row, "id", problems);
        spellings.check(Kind.SOURCE, row.name("origin"), row, "origin", problems);
        return Optional.of(id);
    }

    /** The cells of a row that could not be read, as far as they can be made out. */
    private static Set<String> cells(String row) {
        Set<String> cells = new HashSet<>();
        for (String cell : row.split("[,\"\r\n]+", -1)) {
            cells.add(CellText.name(cell));
        }
        return cells;
    }

    private Hierarchy readHierarchy(String event) throws IOException {
        int before = problems.size();
        HierarchyBuilder builder = new HierarchyBuilder();
        Map<Integer, CsvTable.Row> byLine = new LinkedHashMap<>();
        Optional<CsvTable> table = table(
                HIERARCHY,
                row -> !row.get("dimension").isEmpty() && !row.get("complete").isEmpty());
        for (CsvTable.Row row : table.map(CsvTable::rows).orElse(List.of())) {
            byLine.put(row.line(), row);
            hierarchyEntry(row, event).ifPresent(entry -> {
                builder.add(entry);
                checkSpellings(entry, row);
            });
        }
        for (Problem problem : problems.subList(before, problems.size())) {
            if (problem.isError()) {
                builder.lack(cells(problem.text()));
            }
        }
        Hierarchy hierarchy = builder.build();
        for (HierarchyBuilder.Entry entry : builder.weakened()) {
            problems.add(Objects.requireNonNull(byLine.get(entry.line()))
                    .warning(
                            "complete",
                            "a row of this breakdown of "
                                    + Excerpt.quoted(entry.breakdown().whole())
                                    + " was left out, so "
                                    + (entry.complete() == Completeness.SHARED
                                            ? "the breakdown is not used"
                                            : "its parts are taken as incomplete (at most the whole)")));
        }
        for (HierarchyBuilder.Fault fault : builder.faults()) {
            problems.add(
                    Objects.requireNonNull(byLine.get(fault.entry().line())).error(fault.column(), fault.message()));
        }
        sortFrom(before);
        return hierarchy;
    }

    private void checkSpellings(HierarchyBuilder.Entry entry, CsvTable.Row row) {
        Optional<Kind> kind = switch (entry.breakdown().dimension()) {
            case EVENT -> Optional.of(Kind.EVENT);
            case PARTY -> Optional.of(Kind.PARTY);
            case PLACE -> Optional.of(Kind.PLACE);
            case ITEM, STATE -> Optional.empty(); // written in one way only
        };
        if (kind.isPresent()) {
            spellings.check(kind.get(), entry.breakdown().whole(), row, "whole", problems);
            String part =
                    entry.complete() == Completeness.OFF ? "" : entry.part(); // that of a breakdown off is ignored
            spellings.check(kind.get(), part, row, "part", problems);
        }
        spellings.check(Kind.EVENT, entry.breakdown().event(), row, "event", problems);
    }

    private Optional<HierarchyBuilder.Entry> hierarchyEntry(CsvTable.Row row, String event) {
        int before = problems.size();
        Optional<Dimension> dimension = word(row, "dimension", Dimension::of);
        Optional<Completeness> complete = word(row, "complete", Completeness::of);
        String blank = dimension.equals(Optional.of(Dimension.EVENT)) ? event : "";
        String whole = row.name("whole").isEmpty() ? blank : row.name("whole");
        boolean off = complete.equals(Optional.of(Completeness.OFF));
        String part = row.name("part").isEmpty() && !off ? blank : row.name("part");
        if (dimension.isPresent()) {
            check(row, "whole", () -> Breakdown.checkName(dimension.get(), "whole", whole));
            if (!off) {
                check(row, "part", () -> Breakdown.checkName(dimension.get(), "part", part));
            }
            check(row, "event", () -> Breakdown.checkEvent(dimension.get(), row.name("event")));
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new HierarchyBuilder.Entry(
                        row.line(),
                        new BreakdownId(dimension.orElseThrow(), whole, row.name("partition"), row.name("event")),
                        part,
                        complete.orElseThrow()));
    }

    private <T> Optional<T> word(CsvTable.Row row, String column, Function<String, T> meaning) {
        try {
            return Optional.of(meaning.apply(row.get(column)));
        } catch (IllegalArgumentException e) {
            problems.add(row.error(column, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    private void check(CsvTable.Row row, String column, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            problems.add(row.error(column, String.valueOf(e.getMessage())));
        }
    }
}
