package org.muster.importing.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.dossier.Dossier;

/**
 * Eight invented tables with the traps of published ones, each with a mapping. What the dossier must hold is written here
 * as plain code over the cells, which knows nothing of mappings.
 */
class MappedTablesTest {

    private static final Path TABLES = Path.of("src/test/resources/org/muster/importing/table");

    @TempDir
    Path folder;

    private final List<Map<String, String>> expected = new ArrayList<>();

    /** Reads a table cell by cell, and hands each record to code that adds the claims it should give. */
    private void expect(String name, char separator, BiConsumer<NamedCsvRecord, Integer> adds) throws IOException {
        int number = 1;
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(TABLES.resolve(name).resolve("table.csv"))) {
            for (NamedCsvRecord record : csv) {
                number++;
                if (record.getFields().size() > 1) {
                    adds.accept(record, number);
                }
            }
        }
    }

    private void claim(int record, String row, String... cells) {
        Map<String, String> claim = new LinkedHashMap<>();
        claim.put("id", "r" + record + "." + row);
        claim.put("locator", "row " + record);
        for (int i = 0; i < cells.length; i += 2) {
            if (!cells[i + 1].isEmpty()) {
                claim.put(cells[i], cells[i + 1]);
            }
        }
        expected.add(claim);
    }

    private ImportedTable imported(String name, String lineEnd) throws IOException {
        String text = Files.readString(TABLES.resolve(name).resolve("table.csv"));
        Path file = Files.write(
                folder.resolve(name + ".csv"), text.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8));
        ImportedTable imported =
                ImportedTable.of(folder, Table.of(file, TableOptions.NONE), Mapping.read(TABLES.resolve(name)));
        List<Map<String, String>> claims = new ArrayList<>();
        for (Map<String, String> claim : imported.claims()) {
            Map<String, String> plain = new LinkedHashMap<>();
            claim.forEach((column, cell) -> plain.put(column, cell.replace(lineEnd, "\n")));
            claims.add(plain);
        }
        assertEquals(expected, claims);
        return imported;
    }

    @Test
    void events() throws IOException {
        expect("events", ',', (cells, record) -> {
            if (cells.getField("date_start").startsWith("2017-02-29")) {
                return; // no such day
            }
            String event = cells.getField("id") + " " + cells.getField("conflict_name");
            String day = cells.getField("date_start").substring(0, 10);
            List<String> parties = List.of(cells.getField("side_a"), cells.getField("side_b"), "unknown");
            for (int i = 0; i < 3; i++) {
                String figure = cells.getField(
                        List.of("deaths_a", "deaths_b", "deaths_unknown").get(i));
                if (!figure.isEmpty() && !parties.get(i).isEmpty()) {
                    claim(
                            record,
                            i + 1 + "",
                            "event",
                            event,
                            "party",
                            parties.get(i),
                            "measure",
                            "deaths_ucdp",
                            "figure",
                            figure,
                            "qualifier",
                            "about",
                            "source",
                            "Events 1.0",
                            "as_of",
                            day,
                            "note",
                            "share of the best estimate");
                }
            }
            claim(
                    record,
                    "4",
                    "event",
                    event,
                    "party",
                    "all",
                    "measure",
                    "deaths_ucdp",
                    "low",
                    cells.getField("low"),
                    "best",
                    cells.getField("best"),
                    "high",
                    cells.getField("high"),
                    "source",
                    "Events 1.0",
                    "as_of",
                    day,
                    "note",
                    cells.getField("source_article"));
        });
        String date = "\"2017-02-29 00:00:00\" is no date of the form yyyy-MM-dd HH:mm:ss";
        assertEquals(
                List.of(
                        "table.csv:4, column best: 2 lies outside [3, 3]; to include it: [2, 3]",
                        "table.csv:7, column as_of: " + date,
                        "table.csv:7, column as_of: " + date,
                        "table.csv:7, column as_of: " + date,
                        "table.csv:7, column as_of: " + date,
                        "table.csv:8, column party: the cell is blank; expected the party"),
                imported("events", "\n").messages().stream()
                        .map(message -> message.replace("events.csv", "table.csv"))
                        .toList());
    }

    @Test
    void dyads() throws IOException {
        expect("dyads", ',', (cells, record) -> {
            if (!cells.getField("deaths").isEmpty()) {
                String year = cells.getField("year");
                claim(
                        record,
                        "1",
                        "event",
                        cells.getField("side_a") + " – " + cells.getField("side_b") + " " + year,
                        "party",
                        "both sides and civilians",
                        "measure",
                        "deaths_ucdp",
                        "low",
                        cells.getField("bdlow"),
                        "best",
                        cells.getField("deaths"),
                        "high",
                        cells.getField("bdhigh"),
                        "source",
                        "Dyads 1.0",
                        "as_of",
                        year);
            }
        });
        assertEquals(2, imported("dyads", "\n").problems().size());
    }

    @Test
    void conflicts() throws IOException {
        expect("conflicts", ';', (cells, record) -> {
            List<String> figures =
                    List.of(cells.getField("bdeadlow"), cells.getField("bdeadbes"), cells.getField("bdeadhig"));
            List<String> known = figures.stream()
                    .map(figure -> figure.equals("NA") || figure.equals("-999") ? "" : figure)
                    .toList();
            if (!String.join("", figures).isEmpty()) {
                claim(
                        record,
                        "1",
                        "event",
                        cells.getField("side_a") + " – " + cells.getField("side_b") + " ("
                                + cells.getField("territory_name") + ") " + cells.getField("year"),
                        "party",
                        "both sides and civilians",
                        "measure",
                        "killed",
                        "figure",
                        String.join("", known).isEmpty() ? "unknown" : "",
                        "low",
                        known.get(0),
                        "best",
                        known.get(1),
                        "high",
                        known.get(2),
                        "source",
                        "Conflicts 3.1",
                        "as_of",
                        cells.getField("year"),
                        "note",
                        cells.getField("note"));
            }
        });
        ImportedTable imported = imported("conflicts", "\r\n");
        assertEquals(1, imported.problems().size(), "a high end without a low one");
        assertEquals(
                List.of(
                        "4 claims from 5 rows; 0 rows left out by when; 1 blank figure without a claim; 1 claim without a figure; 1 claim with a fault, to be"
                                + " corrected in claims.csv",
                        "  values.csv:2: [bdead*] -999 → blank: 1 cell",
                        "  values.csv:3: [bdead*] NA → blank: 4 cells"),
                imported.summary().subList(1, 4));
    }

    @Test
    void wars() throws IOException {
        expect("wars", ',', (cells, record) -> {
            boolean again = !cells.getField("EndYear2").equals("-8");
            String dead = cells.getField("BatDeath");
            claim(
                    record,
                    again ? "2" : "1",
                    "event",
                    cells.getField("WarName"),
                    "party",
                    cells.getField("StateName"),
                    "scope",
                    "side " + cells.getField("Side"),
                    "measure",
                    "deaths",
                    "figure",
                    dead.equals("-9") ? "unknown" : dead,
                    "source",
                    "Wars 4.0",
                    "as_of",
                    cells.getField(again ? "EndYear2" : "EndYear1"));
        });
        ImportedTable imported = imported("wars", "\r");
        assertEquals(List.of(), imported.problems());
        assertEquals(
                List.of(
                        "5 claims from 5 rows; 0 rows left out by when; 1 claim without a figure",
                        "  values.csv:2: [BatDeath] -9 → unknown: 1 cell",
                        "  values.csv:3: [BatDeath] -7 → unknown: 0 cells"),
                imported.summary().subList(1, 4));
    }

    @Test
    void types() throws IOException {
        Map<String, String> items = Map.of(
                "All Types",
                "all_types",
                "Tanks",
                "tanks",
                "Surface-To-Air Missile Systems",
                "sam",
                "Trucks, Vehicles, and Jeeps",
                "trucks",
                "Naval Ships",
                "ships");
        expect("types", ',', (cells, record) -> {
            String item = items.get(cells.getField("equipment_type").strip().replaceAll("\\s+", " "));
            if (item != null) {
                claim(
                        record,
                        "1",
                        "party",
                        cells.getField("country"),
                        "measure",
                        item + " destroyed",
                        "figure",
                        cells.getField("destroyed"),
                        "source",
                        "Types",
                        "as_of",
                        "2025-07-19");
                claim(
                        record,
                        "2",
                        "party",
                        cells.getField("country"),
                        "measure",
                        item + " lost",
                        "figure",
                        cells.getField("type_total"),
                        "source",
                        "Types",
                        "as_of",
                        "2025-07-19");
            }
        });
        ImportedTable imported = imported("types", "\n");
        assertEquals(List.of(), imported.problems());
        assertEquals(
                "14 claims from 8 rows; 1 row left out by when; 0 claims without a figure",
                imported.summary().get(1));
        assertEquals(
                "  values.csv:7: [equipment_type] Trains → trains: 0 cells",
                imported.summary().get(7));
        assertEquals(
                4,
                Dossier.read(imported.dossier())
                        .hierarchy()
                        .own()
                        .get(0)
                        .parts()
                        .size());
    }

    @Test
    void daily() throws IOException {
        expect("daily", ',', (cells, record) -> {
            String source = cells.getField("report_source").equals("missing") ? "no report" : "Ministry";
            String day = cells.getField("report_date");
            List<List<String>> rows = List.of(
                    List.of("The siege", "killed_cum", source),
                    List.of("The siege", "ext_killed_cum", "Daily (filled)"),
                    List.of(day, "killed", source));
            for (int i = 0; i < 3; i++) {
                String figure = cells.getField(rows.get(i).get(1));
                if (!figure.isEmpty()) {
                    claim(
                            record,
                            i + 1 + "",
                            "event",
                            rows.get(i).get(0),
                            "party",
                            "Redland",
                            "place",
                            "Coast",
                            "measure",
                            "deaths",
                            "figure",
                            figure,
                            "source",
                            rows.get(i).get(2),
                            "as_of",
                            day);
                }
            }
        });
        assertEquals(List.of(), imported("daily", "\n").problems());
    }

    @Test
    void battles() throws IOException {
        expect("battles", ',', (cells, record) -> {
            for (String measure : List.of("strength", "killed", "captured_missing")) {
                String low = cells.getField(measure + "_min");
                String high = cells.getField(measure + "_max");
                if (!(low + high).isEmpty()) {
                    claim(
                            record,
                            "1." + measure,
                            "event",
                            cells.getField("battle_id"),
                            "party",
                            cells.getField("belligerent"),
                            "measure",
                            measure,
                            "low",
                            low,
                            "high",
                            high.isEmpty() ? "Infinity" : high,
                            "source",
                            "Encyclopedia");
                }
            }
        });
        assertEquals(List.of(), imported("battles", "\r\n").problems());
    }

    @Test
    void monthly() throws IOException {
        expect("monthly", ',', (cells, record) -> {
            String day = cells.getField("date").substring(0, 10);
            List<List<String>> rows = List.of(
                    List.of("strength", "", "army_size"),
                    List.of("deaths", "disease", "disease"),
                    List.of("deaths", "wounds", "wounds"));
            for (int i = 0; i < 3; i++) {
                claim(
                        record,
                        i + 1 + "",
                        "event",
                        "The war " + day,
                        "party",
                        "Army",
                        "measure",
                        rows.get(i).get(0),
                        "scope",
                        rows.get(i).get(1),
                        "figure",
                        cells.getField(rows.get(i).get(2)),
                        "source",
                        "Monthly",
                        "as_of",
                        day);
            }
        });
        assertEquals(List.of(), imported("monthly", "\n").problems());
    }
}
