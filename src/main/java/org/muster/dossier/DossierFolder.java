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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
        String last = String.valueOf(named.getFileName());
        if (Files.isDirectory(path)) {
            String name = readPackage(last);
            Map<String, Source> sources = readSources();
            Hierarchy hierarchy = readHierarchy(name);
            if (Files.exists(path.resolve(RULES))) {
                problems.add(new Problem(RULES, 0, "", Severity.WARNING, "written rules are not applied yet", ""));
            }
            boolean listed = Files.exists(path.resolve(SOURCES));
            return readClaims(name, path.resolve(CLAIMS), sources, hierarchy, listed);
        }
        int dot = last.lastIndexOf('.');
        String name = dot > 0 ? last.substring(0, dot) : last;
        return readClaims(name, path, Map.of(), Hierarchy.BUILT_IN, false);
    }

    private void problem(String file, int line, String message) {
        problems.add(new Problem(file, line, "", Severity.ERROR, message, ""));
    }

    private Dossier readClaims(String name, Path file, Map<String, Source> sources, Hierarchy hierarchy, boolean listed)
            throws IOException {
        List<Claim> claims = new ArrayList<>();
        String fileName = String.valueOf(file.getFileName());
        if (Files.isRegularFile(file)) {
            CsvTable table = CsvTable.read(fileName, Files.readAllBytes(file), ClaimRows.REQUIRED, ClaimRows.OPTIONAL);
            ClaimRows rows = new ClaimRows(name, hierarchy, listed ? Optional.of(sources.keySet()) : Optional.empty());
            claims = rows.read(table);
            List<Problem> found = new ArrayList<>(table.problems());
            found.addAll(rows.problems());
            found.sort((a, b) -> Integer.compare(a.line(), b.line()));
            problems.addAll(found);
        } else {
            problem(fileName, 0, "the file is absent; expected claims with " + String.join(", ", ClaimRows.REQUIRED));
        }
        return new Dossier(name, claims, sources, hierarchy, problems);
    }

    private String readPackage(String otherwise) throws IOException {
        Path file = path.resolve(PACKAGE);
        if (!Files.isRegularFile(file)) {
            return otherwise;
        }
        try {
            JsonObject described =
                    JsonParser.object().from(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            for (Object resource : described.getArray("resources", new JsonArray())) {
                String listed = resource instanceof JsonObject object ? object.getString("path", "") : "";
                if (Set.of(SOURCES, HIERARCHY, RULES).contains(listed) && !Files.exists(path.resolve(listed))) {
                    problem(listed, 0, "the file is absent, though " + PACKAGE + " lists it");
                }
            }
            String name = described.getString("name", "");
            return name.isBlank() ? otherwise : name;
        } catch (JsonParserException e) {
            problem(PACKAGE, e.getLinePosition(), "this is not JSON: " + e.getMessage());
            return otherwise;
        }
    }

    private Optional<CsvTable> table(String name, List<String> required, List<String> optional) throws IOException {
        Path file = path.resolve(name);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        CsvTable table = CsvTable.read(name, Files.readAllBytes(file), required, optional);
        problems.addAll(table.problems());
        return Optional.of(table);
    }

    private Map<String, Source> readSources() throws IOException {
        Map<String, Source> sources = new LinkedHashMap<>();
        Optional<CsvTable> table = table(SOURCES, List.of("id"), SOURCE_COLUMNS.subList(1, SOURCE_COLUMNS.size()));
        for (CsvTable.Row row : table.map(CsvTable::rows).orElse(List.of())) {
            String id = row.get("id");
            String grade = row.get("grade");
            if (id.isEmpty() || id.indexOf(';') >= 0) {
                problems.add(row.error("id", "\"" + id + "\" cannot be cited; expected a short name without ;"));
                continue;
            }
            if (sources.containsKey(id)) {
                problems.add(row.error("id", "\"" + id + "\" is the id of an earlier source; that one is kept"));
                continue;
            }
            if (!Source.isGrade(grade)) {
                problems.add(row.error(
                        "grade",
                        "\"" + grade
                                + "\" is not one of A, B, C, D, E, F or blank; the source is kept without a grade"));
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
        return sources;
    }

    private Hierarchy readHierarchy(String event) throws IOException {
        HierarchyRows rows = new HierarchyRows();
        Map<Integer, CsvTable.Row> byLine = new LinkedHashMap<>();
        Optional<CsvTable> table =
                table(HIERARCHY, List.of("dimension", "whole", "part", "complete"), List.of("partition"));
        for (CsvTable.Row row : table.map(CsvTable::rows).orElse(List.of())) {
            byLine.put(row.line(), row);
            hierarchyRow(row, event).ifPresent(rows::add);
        }
        Hierarchy hierarchy = rows.build();
        for (HierarchyRows.Fault fault : rows.faults()) {
            problems.add(Objects.requireNonNull(byLine.get(fault.row().line())).error(fault.column(), fault.message()));
        }
        return hierarchy;
    }

    private Optional<HierarchyRows.Row> hierarchyRow(CsvTable.Row row, String event) {
        try {
            Dimension dimension = Dimension.of(row.get("dimension"));
            Completeness complete = Completeness.of(row.get("complete"));
            String whole = row.get("whole");
            String part = row.get("part");
            if (dimension == Dimension.EVENT) {
                whole = whole.isEmpty() ? event : whole;
                part = part.isEmpty() ? event : part;
            } else if (dimension != Dimension.PLACE) {
                String blank = whole.isEmpty() ? "whole" : part.isEmpty() && complete != Completeness.OFF ? "part" : "";
                if (!blank.isEmpty()) {
                    problems.add(row.error(blank, "the cell is blank; only a place may be (the whole area)"));
                    return Optional.empty();
                }
            }
            return Optional.of(
                    new HierarchyRows.Row(row.line(), dimension, whole, row.get("partition"), part, complete));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            problems.add(row.error(message.contains("dimension") ? "dimension" : "complete", message));
            return Optional.empty();
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
