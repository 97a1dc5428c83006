package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.cli.Muster;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/** The description that stands beside reports. */
class DataPackageTest {

    private static final String MANCHURIA = "datasets/manchuria-1945";

    @TempDir
    Path folder;

    private static int run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return Muster.run(nowhere, nowhere, arguments);
    }

    private static JsonObject described(Path folder) throws IOException, JsonParserException {
        return JsonParser.object().from(Files.readString(folder.resolve("datapackage.json")));
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    private static String sha256(Path file) throws IOException {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatWasAskedForAndRead() throws Exception {
        String out = folder.toString();
        assertEquals(0, run("report", "--rounding", "--out", out, MANCHURIA, "--about=5%", "--missing", "low,high=-9"));
        JsonObject muster = described(folder).getObject("muster");
        assertEquals("1", muster.getString("formatVersion"));
        assertTrue(muster.getString("version").matches("[0-9]+\\.[0-9]+\\.[0-9]+.*"), muster.toString());
        assertEquals("report", muster.getString("command"));
        assertEquals(
                List.of(MANCHURIA, "--about", "5%", "--rounding", "--missing", "low,high=-9"),
                List.copyOf(muster.getArray("arguments")));
        List<JsonObject> inputs = objects(muster.getArray("inputs"));
        assertEquals(
                Stream.of("claims.csv", "sources.csv", "hierarchy.csv", "datapackage.json")
                        .map(name -> MANCHURIA + "/" + name)
                        .toList(),
                inputs.stream().map(input -> input.getString("path")).toList());
        for (JsonObject input : inputs) {
            Path file = Path.of(input.getString("path"));
            assertEquals(sha256(file), input.getString("hash"));
            assertEquals(Files.size(file), input.getLong("bytes"));
        }
    }

    /** Each command describes just the files that it wrote, and every cell in them is as the description says. */
    @Test
    void everyCellIsAsDescribed() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("odd"));
        Files.writeString(odd.resolve("claims.csv"), """
                party,measure,figure,source,claimant,as_of
                A,killed,=5,s,=verdict,
                A,killed,7+,t,party,1945
                A,killed,0,s;t,,1945-08
                A,killed,2,s,soft,
                A,killed,about 20,u,,
                B,killed,up to 30,"line
                break",,
                B,strength,60OO,s,,
                A,strength,100,s,,
                B,strength,0–5,s,,
                """);
        for (String dossier : List.of(MANCHURIA, odd.toString())) {
            for (Map.Entry<String, List<String>> command : Map.of(
                            "report",
                            List.of(
                                    "quantities",
                                    "discrepancies",
                                    "voices",
                                    "matrix",
                                    "ratios",
                                    "checks",
                                    "problems",
                                    "report"),
                            "check",
                            List.of("checks", "conflicts", "problems"),
                            "reconcile",
                            List.of("reconciled", "conflicts", "corrections", "problems"),
                            "combine",
                            List.of("combined", "sensitivity", "totals", "problems"))
                    .entrySet()) {
                Path out = folder.resolve("out " + dossier.length() + command.getKey());
                assertTrue(run(command.getKey(), dossier, "--out", out.toString()) < 2);
                JsonObject described = described(out);
                assertEquals(
                        command.getKey().equals("report") ? "data-package" : "tabular-data-package",
                        described.getString("profile"));
                assertEquals("muster-reports", described.getString("name"));
                List<JsonObject> resources = objects(described.getArray("resources"));
                assertEquals(
                        command.getValue(),
                        resources.stream()
                                .map(resource -> resource.getString("name"))
                                .toList());
                try (Stream<Path> files = Files.list(out)) {
                    assertEquals(resources.size() + 1, files.count());
                }
                for (JsonObject resource : resources) {
                    check(out.resolve(resource.getString("path")), resource);
                }
            }
        }
    }

    private static void check(Path file, JsonObject resource) throws IOException {
        assertEquals(sha256(file), resource.getString("hash"));
        assertEquals(Files.size(file), resource.getLong("bytes"));
        if (resource.getString("format").equals("html")) {
            assertEquals("text/html", resource.getString("mediatype"));
            return;
        }
        assertTrue(resource.getString("description").startsWith("A row is "), resource.toString());
        assertEquals(List.of(""), List.copyOf(resource.getObject("schema").getArray("missingValues")));
        List<JsonObject> fields = objects(resource.getObject("schema").getArray("fields"));
        List<Map<String, String>> rows = Csv.read(file);
        for (JsonObject field : fields) {
            String name = field.getString("name");
            assertFalse(field.getString("description").isEmpty(), () -> "nothing is known of " + name + " in " + file);
            for (Map<String, String> row : rows) {
                assertEquals(fields.size(), row.size());
                String cell = row.get(name);
                assertTrue(cell.isEmpty() || fits(cell, field), () -> name + " in " + file + ": " + cell);
            }
        }
    }

    /** Whether a cell is one of a field, by the text of the Table Schema. */
    private static boolean fits(String cell, JsonObject field) {
        JsonObject constraints = field.getObject("constraints", new JsonObject());
        JsonArray values = constraints.getArray("enum");
        boolean ofType = switch (field.getString("type")) {
            case "integer" -> cell.matches("-?[0-9]+");
            case "number" -> cell.matches("-?[0-9]+(\\.[0-9]+)?");
            case "boolean" ->
                field.getArray("trueValues").contains(cell)
                        || field.getArray("falseValues").contains(cell);
            default -> field.getString("type").equals("string");
        };
        return ofType
                && (values == null || values.contains(cell))
                && cell.matches("(?s:" + constraints.getString("pattern", ".*") + ")");
    }

    @Test
    void twiceTheSame() throws Exception {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        run("report", MANCHURIA, "--out", a.toString());
        run("report", MANCHURIA, "--out", b.toString());
        run("report", MANCHURIA, "--out", b.toString());
        assertEquals(-1, Files.mismatch(a.resolve("datapackage.json"), b.resolve("datapackage.json")));
    }

    @Test
    void reportsThatCodeAskedFor() throws Exception {
        Report.of(Dossier.of("battle", Claim.of("A", "killed", "5", "s")), Tolerance.NONE)
                .write(folder);
        assertEquals("Reports of battle", described(folder).getString("title"));
        assertFalse(described(folder).getObject("muster").has("command"));
    }

    /** A dossier's datapackage.json holds its name: reports would put theirs in its place. */
    @Test
    void aDossierIsNoPlaceForReports() throws Exception {
        Path claims = Files.writeString(folder.resolve("claims.csv"), "party,measure,figure,source\nA,killed,5,s\n");
        for (String dossier : List.of(folder.toString(), claims.toString())) {
            assertEquals(2, run("report", dossier, "--out", folder.toString()));
            assertEquals(2, run("check", dossier, "--out", folder.toString()));
        }
        Path other = Files.createDirectory(folder.resolve("other"));
        for (String foreign : List.of("{\"name\": \"mine\"}", "{", "[]", "\u0000")) {
            Files.writeString(other.resolve("datapackage.json"), foreign);
            assertEquals(2, run("report", claims.toString(), "--out", other.toString()));
            assertEquals(foreign, Files.readString(other.resolve("datapackage.json")));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void aReportThatCannotBeWrittenLeavesAllAsTheyWere() throws Exception {
        Report report = Report.of(Dossier.of("battle", Claim.of("A", "killed", "5", "s")), Tolerance.NONE);
        Files.createDirectory(folder.resolve("checks.csv"));
        Files.writeString(folder.resolve("quantities.csv"), "old\n");
        assertThrows(IOException.class, () -> report.write(folder));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
        assertEquals("old\n", Files.readString(folder.resolve("quantities.csv")));
    }
}
