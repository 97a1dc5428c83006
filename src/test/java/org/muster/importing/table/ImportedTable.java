package org.muster.importing.table;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.text.AtomicFiles;
import org.muster.text.Problem;

/** A table imported in a folder of its own: the claims as they are written, read back by plain CSV code. */
record ImportedTable(List<Map<String, String>> claims, List<Problem> problems, List<String> summary, Path dossier) {

    static ImportedTable of(Path folder, byte[] table, String claims, String values) throws IOException {
        Path file = Files.write(folder.resolve("table.csv"), table);
        Path mapping = Files.createDirectories(folder.resolve("mapping"));
        Files.writeString(mapping.resolve("claims.csv"), claims);
        if (!values.isEmpty()) {
            Files.writeString(mapping.resolve("values.csv"), values);
        }
        return of(folder, Table.of(file, TableOptions.NONE), Mapping.read(mapping));
    }

    static ImportedTable of(Path folder, String table, String claims, String values) throws IOException {
        return of(folder, table.getBytes(StandardCharsets.UTF_8), claims, values);
    }

    static ImportedTable of(Path folder, String table, String claims) throws IOException {
        return of(folder, table, claims, "");
    }

    static ImportedTable of(Path folder, Table table, Mapping mapping) throws IOException {
        TableImport imported = TableImport.of(table, mapping);
        Path dossier = folder.resolve("dossier");
        try (AtomicFiles files = AtomicFiles.in(dossier)) {
            imported.write(files);
            files.takePlaces();
        }
        return new ImportedTable(
                rows(dossier.resolve("claims.csv")), imported.problems().problems(), imported.summary(), dossier);
    }

    /** The rows of a file, without blank cells. */
    static List<Map<String, String>> rows(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : csv) {
                Map<String, String> row = new LinkedHashMap<>(record.getFieldsAsMap());
                row.values().removeIf(String::isEmpty);
                rows.add(row);
            }
        }
        return rows;
    }

    /** The cells of one column. */
    List<String> column(String name) {
        return claims.stream().map(claim -> claim.getOrDefault(name, "")).toList();
    }

    List<String> messages() {
        return problems.stream().map(Problem::toString).toList();
    }
}
