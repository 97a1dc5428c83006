package org.muster.dossier;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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
import org.muster.dossier.Problem.Severity;
import org.muster.figure.Figure;
import org.muster.interval.Interval;
import org.muster.table.WholeFile;

/** A dossier on disk: a folder of CSV files, or a single file of claims. */
final class DossierFolder {

    private static final String CLAIMS = "claims.csv";
    private static final String SOURCES = "sources.csv";
    private static final String HIERARCHY = "hierarchy.csv";
    private static final String RULES = "rules.csv";
    private static final String PACKAGE = "datapackage.json";

    private static final List<String> CLAIM_COLUMNS = List.of(
            "id",
            "event",
            "party",
            "place",
            "measure",
            "scope",
            "figure",
            "low",
            "high",
            "best",
            "qualifier",
            "claimant",
            "source",
            "via",
            "locator",
            "credibility",
            "origin",
            "as_of",
            "note");
    private static final List<String> SOURCE_COLUMNS =
            List.of("id", "author", "title", "year", "publisher", "kind", "grade", "origin", "url");
    private static final List<String> HIERARCHY_COLUMNS =
            List.of("dimension", "whole", "partition", "part", "complete");

    private final Path path;
    private final List<Problem> problems = new ArrayList<>();

    DossierFolder(Path path) {
        this.path = path;
    }

    Dossier read() throws IOException {
        Path named = path.toAbsolutePath().normalize();
        String last =
                named.getFileName() == null ? "dossier" : named.getFileName().toString();
        if (Files.isDirectory(path)) {
            String name = readPackage(last);
            Map<String, Source> sources = new LinkedHashMap<>();
            Predicate<String> isSource = readSources(sources);
            Hierarchy hierarchy = readHierarchy(name);
            if (Files.exists(path.resolve(RULES))) {
                problems.add(new Problem(RULES, 0, "", Severity.WARNING, "written rules are not applied yet", ""));
            }
            return readClaims(name, path.resolve(CLAIMS), sources, isSource, hierarchy);
        }
        int dot = last.lastIndexOf('.');
        String name = dot > 0 ? last.substring(0, dot) : last;
        return readClaims(name, path, new LinkedHashMap<>(), id -> true, Hierarchy.BUILT_IN);
    }

    private void problem(String file, String message) {
        problems.add(new Problem(file, 0, "", Severity.ERROR, message, ""));
    }

    /** What a file holds; empty where it is absent, with a problem where something else stands in its place. */
    private Optional<byte[]> bytes(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            problem(String.valueOf(file.getFileName()), "this is a folder; expected a file");
            return Optional.empty();
        }
        if (!Files.exists(file)) {
            if (Files.isSymbolicLink(file)) {
                problem(String.valueOf(file.getFileName()), "this is a link to a file that is absent");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (AccessDeniedException e) {
            throw new IOException(file + " cannot be read: permission denied", e);
        }
    }

    private Dossier readClaims(
            String name, Path file, Map<String, Source> sources, Predicate<String> isSource, Hierarchy hierarchy)
            throws IOException {
        String fileName = String.valueOf(file.getFileName());
        int before = problems.size();
        Optional<byte[]> bytes = bytes(file);
        if (bytes.isEmpty() && problems.size() == before) {
            problem(fileName, "the file is absent; expected claims with " + String.join(", ", ClaimRows.REQUIRED));
        }
        List<Claim> claims = new ArrayList<>();
        if (bytes.isPresent()) {
            CsvTable table =
                    CsvTable.read(fileName, bytes.get(), ClaimRows.REQUIRED, ClaimRows.OPTIONAL, ClaimRows::isWhole);
            ClaimRows rows = new ClaimRows(name, hierarchy, isSource);
            claims = rows.read(table);
            problems.addAll(table.problems());
            problems.addAll(rows.problems());
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
        return new Dossier(name, claims, sources, hierarchy, problems);
    }

    /** Sorts the problems of one file by line. */
    private void sortFrom(int first) {
        problems.subList(first, problems.size()).sort(Comparator.comparingInt(Problem::line));
    }

    private String readPackage(String otherwise) throws IOException {
        Optional<byte[]> bytes = bytes(path.resolve(PACKAGE));
        if (bytes.isEmpty()) {
            return otherwise;
        }
        Lines lines = Utf8.decode(bytes.get());
        try {
            JsonObject described = JsonParser.object().from(lines.text());
            for (Object resource : described.getArray("resources", new JsonArray())) {
                String listed = resource instanceof JsonObject object ? object.getString("path", "") : "";
                if (Set.of(SOURCES, HIERARCHY, RULES).contains(listed)
                        && !Files.exists(path.resolve(listed), LinkOption.NOFOLLOW_LINKS)) {
                    problem(listed, "the file is absent, though " + PACKAGE + " lists it");
                }
            }
            String name = Cell.strip(described.getString("name", ""));
            return name.isEmpty() ? otherwise : name;
        } catch (StackOverflowError e) { // the parser descends into what is nested
            problem(PACKAGE, "this is nested too deeply to be read");
            return otherwise;
        } catch (JsonParserException e) {
            int line = e.getLinePosition();
            problems.add(new Problem(
                    PACKAGE,
                    line,
                    "",
                    Severity.ERROR,
                    "this is not JSON: " + e.getMessage(),
                    line >= 1 && line <= lines.count() ? lines.between(line, line) : ""));
            return otherwise;
        }
    }

    private Optional<CsvTable> table(
            String name, List<String> required, List<String> optional, Predicate<CsvTable.Row> whole)
            throws IOException {
        Optional<byte[]> bytes = bytes(path.resolve(name));
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        CsvTable table = CsvTable.read(name, bytes.get(), required, optional, whole);
        problems.addAll(table.problems());
        return Optional.of(table);
    }

    /**
     * Reads the sources, and says which ids claims may cite: any, where there is no list of sources that can be read.
     * An id that stands in a row which cannot be read is known too. The fault is in that row, not in the claims.
     */
    private Predicate<String> readSources(Map<String, Source> sources) throws IOException {
        int before = problems.size();
        Optional<CsvTable> table = table(
                SOURCES,
                List.of("id"),
                SOURCE_COLUMNS.subList(1, SOURCE_COLUMNS.size()),
                row -> !row.get("id").isEmpty() && Source.isGrade(row.get("grade")));
        for (CsvTable.Row row : table.map(CsvTable::rows).orElse(List.of())) {
            readSource(row, sources);
        }
        sortFrom(before);
        Set<String> unread = new HashSet<>();
        for (Problem problem : problems.subList(before, problems.size())) {
            if (problem.isError()) {
                for (String cell : problem.text().split("[,\"\r\n]+", -1)) {
                    unread.add(Cell.strip(cell));
                }
            }
        }
        return sources.isEmpty() ? id -> true : id -> sources.containsKey(id) || unread.contains(id);
    }

    private void readSource(CsvTable.Row row, Map<String, Source> sources) {
        String id = row.get("id");
        String grade = row.get("grade");
        if (id.isEmpty() || id.indexOf(';') >= 0) {
            problems.add(row.error("id", Cell.quoted(id) + " cannot be cited; expected a short name without ;"));
            return;
        }
        if (sources.containsKey(id)) {
            problems.add(row.error("id", Cell.quoted(id) + " is the id of an earlier source; that one is kept"));
            return;
        }
        if (!Source.isGrade(grade)) {
            problems.add(row.error(
                    "grade",
                    Cell.quoted(grade)
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
    }

    private Hierarchy readHierarchy(String event) throws IOException {
        int before = problems.size();
        HierarchyRows rows = new HierarchyRows();
        Map<Integer, CsvTable.Row> byLine = new LinkedHashMap<>();
        Optional<CsvTable> table = table(
                HIERARCHY,
                List.of("dimension", "whole", "part", "complete"),
                List.of("partition"),
                row -> !row.get("dimension").isEmpty() && !row.get("complete").isEmpty());
        for (CsvTable.Row row : table.map(CsvTable::rows).orElse(List.of())) {
            byLine.put(row.line(), row);
            hierarchyRow(row, event).ifPresent(rows::add);
        }
        Hierarchy hierarchy = rows.build();
        for (HierarchyRows.Fault fault : rows.faults()) {
            problems.add(Objects.requireNonNull(byLine.get(fault.row().line())).error(fault.column(), fault.message()));
        }
        sortFrom(before);
        return hierarchy;
    }

    private Optional<HierarchyRows.Row> hierarchyRow(CsvTable.Row row, String event) {
        int before = problems.size();
        Optional<Dimension> dimension = word(row, "dimension", Dimension::of);
        Optional<Completeness> complete = word(row, "complete", Completeness::of);
        String blank = dimension.equals(Optional.of(Dimension.EVENT)) ? event : "";
        String whole = row.get("whole").isEmpty() ? blank : row.get("whole");
        boolean off = complete.equals(Optional.of(Completeness.OFF));
        String part = row.get("part").isEmpty() && !off ? blank : row.get("part");
        dimension.ifPresent(known -> {
            name(row, known, "whole", whole);
            if (!off) {
                name(row, known, "part", part);
            }
        });
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new HierarchyRows.Row(
                        row.line(),
                        dimension.orElseThrow(),
                        whole,
                        row.get("partition"),
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

    private void name(CsvTable.Row row, Dimension dimension, String column, String name) {
        try {
            Breakdown.checkName(dimension, column, name);
        } catch (IllegalArgumentException e) {
            problems.add(row.error(column, String.valueOf(e.getMessage())));
        }
    }

    void write(Dossier dossier) throws IOException {
        WholeFile.write(path.resolve(CLAIMS), out -> {
            CsvWriter csv = csv(out);
            csv.writeRecord(CLAIM_COLUMNS);
            for (Claim claim : dossier.claims()) {
                csv.writeRecord(cells(claim, dossier.name()));
            }
            csv.flush();
        });
        List<String> files = new ArrayList<>(List.of(CLAIMS));
        if (!dossier.sources().isEmpty()) {
            files.add(SOURCES);
            WholeFile.write(path.resolve(SOURCES), out -> {
                CsvWriter csv = csv(out);
                csv.writeRecord(SOURCE_COLUMNS);
                for (Source source : dossier.sources()) {
                    csv.writeRecord(
                            source.id(),
                            source.author(),
                            source.title(),
                            source.year(),
                            source.publisher(),
                            source.kind(),
                            source.grade(),
                            source.origin(),
                            source.url());
                }
                csv.flush();
            });
        }
        if (!dossier.hierarchy().own().isEmpty()) {
            files.add(HIERARCHY);
            WholeFile.write(path.resolve(HIERARCHY), out -> {
                CsvWriter csv = csv(out);
                csv.writeRecord(HIERARCHY_COLUMNS);
                for (Breakdown breakdown : dossier.hierarchy().own()) {
                    List<String> parts = breakdown.parts().isEmpty() ? List.of("") : breakdown.parts();
                    for (String part : parts) {
                        csv.writeRecord(
                                breakdown.dimension().toString(),
                                breakdown.whole(),
                                breakdown.partition(),
                                part,
                                breakdown.complete().toString());
                    }
                }
                csv.flush();
            });
        }
        for (String other : List.of(SOURCES, HIERARCHY)) {
            if (!files.contains(other)) {
                Files.deleteIfExists(path.resolve(other)); // of the dossier that stood here before
            }
        }
        WholeFile.write(path.resolve(PACKAGE), out -> out.write(described(dossier.name(), files)));
    }

    private static CsvWriter csv(java.io.Writer out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    /** The range is written out only where the text does not give it. */
    private static List<String> cells(Claim claim, String dossier) {
        Quantity quantity = claim.quantity();
        Figure figure = claim.figure();
        boolean read = isReadBack(claim);
        Optional<Interval> range = read ? Optional.empty() : figure.range();
        return List.of(
                claim.id(),
                quantity.event().equals(dossier) ? "" : quantity.event(),
                quantity.party(),
                quantity.place(),
                quantity.measure().toString(),
                quantity.scope(),
                figure.text(),
                range.map(r -> exact(r.inf())).orElse(""),
                range.map(r -> exact(r.sup())).orElse(""),
                !read && figure.best().isPresent() ? exact(figure.best().getAsDouble()) : "",
                read ? "" : figure.qualifier().toString(),
                claim.claimant(),
                String.join(";", claim.sources()),
                claim.via(),
                claim.locator(),
                claim.credibility(),
                claim.origin(),
                claim.asOf(),
                claim.note());
    }

    private static boolean isReadBack(Claim claim) {
        try {
            return Claim.figureIn(claim.figure().text(), claim.quantity().measure())
                    .equals(claim.figure());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String exact(double value) {
        return Double.isInfinite(value) ? "Infinity" : new BigDecimal(value).toPlainString();
    }

    private static String described(String name, List<String> files) {
        JsonArray resources = new JsonArray();
        for (String file : files) {
            List<String> columns =
                    file.equals(CLAIMS) ? CLAIM_COLUMNS : file.equals(SOURCES) ? SOURCE_COLUMNS : HIERARCHY_COLUMNS;
            JsonArray fields = new JsonArray();
            for (String column : columns) {
                JsonObject field = new JsonObject();
                field.put("name", column);
                field.put("type", "string");
                fields.add(field);
            }
            JsonObject schema = new JsonObject();
            schema.put("fields", fields);
            JsonObject resource = new JsonObject();
            resource.put("name", file.substring(0, file.lastIndexOf('.')));
            resource.put("path", file);
            resource.put("format", "csv");
            resource.put("mediatype", "text/csv");
            resource.put("encoding", "utf-8");
            resource.put("profile", "tabular-data-resource");
            resource.put("schema", schema);
            resources.add(resource);
        }
        JsonObject described = new JsonObject();
        described.put("profile", "tabular-data-package");
        described.put("name", name);
        described.put("resources", resources);
        return JsonWriter.indent("  ").string().value(described).done() + "\n";
    }
}
