package org.muster.importing.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.text.AtomicFiles;
import org.muster.text.SafeText;

/**
 * A first mapping for a table: what its columns are likely to mean, by their names and what stands in them, with a remark
 * on each. It is meant to be looked through, and is usually right enough to be tried at once.
 */
public final class MappingDraft {

    private static final int LONGEST_REMARK = 300;

    private final List<String> remarks;
    private final List<List<String>> claims;
    private final List<List<String>> values;
    private final List<String> languages;

    private MappingDraft(
            List<String> remarks, List<List<String>> claims, List<List<String>> values, List<String> languages) {
        this.remarks = remarks;
        this.languages = languages;
        this.claims = claims;
        this.values = values;
    }

    /**
     * Looks at a table.
     *
     * @param table the table, all of whose rows are read
     * @return a mapping for it
     * @throws IOException if the table cannot be read to its end
     */
    public static MappingDraft of(Table table) throws IOException {
        DraftedColumns columns = DraftedColumns.of(table);
        List<String> remarks = new ArrayList<>();
        remarks.add("A first mapping of " + table);
        DraftedClaims claims = new DraftedClaims(columns);
        remarks.addAll(claims.remarks());
        Optional<DraftedLanguage> language = DraftedLanguage.of(columns);
        language.ifPresent(found -> remarks.add(found.remark()));
        return new MappingDraft(
                remarks,
                claims.claims(),
                columns.values(),
                language.map(DraftedLanguage::codes).orElse(List.of()));
    }

    /**
     * Returns the languages in which the figures of the table are written, for {@link TableImport#of(Table, Mapping, List)}.
     *
     * @return their codes, the first wins; empty if they are read as English
     */
    public List<String> languages() {
        return languages;
    }

    /**
     * Writes the mapping as a folder with {@code claims.csv} and, if cells are to be taken as something else, {@code
     * values.csv}.
     *
     * @param folder the folder, which may exist
     * @return the files
     * @throws IOException if a file cannot be written
     * @throws IllegalArgumentException if there is such a file already
     */
    public List<Path> write(Path folder) throws IOException {
        for (String name : List.of(Mapping.CLAIMS, Mapping.VALUES)) {
            if (Files.exists(folder.resolve(name))) {
                throw new IllegalArgumentException(
                        folder.resolve(name) + " is there already, and is not replaced; expected another folder");
            }
        }
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            files.write(Mapping.CLAIMS, out -> out.write(remarked() + csv(claims)));
            if (values.size() > 1) {
                files.write(Mapping.VALUES, out -> out.write(csv(values)));
            }
            return files.takePlaces();
        }
    }

    private String remarked() {
        StringBuilder lines = new StringBuilder();
        for (String remark : remarks) {
            String line = SafeText.forTerminal(remark.replace('"', '\''));
            boolean isLong = line.length() > LONGEST_REMARK;
            lines.append("# ")
                    .append(isLong ? line.substring(0, LONGEST_REMARK) + "…" : line)
                    .append('\n');
        }
        return lines.toString();
    }

    private static String csv(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        rows.forEach(csv::writeRecord);
        flush(csv);
        return text.toString();
    }

    private static void flush(CsvWriter csv) {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory can be written", e);
        }
    }

    /** Returns the mapping as a single file of claims; what belongs into {@code values.csv} is a remark. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(remarked());
        if (values.size() > 1) {
            text.append("# To be taken as something else, in values.csv, which --out writes:\n");
            csv(values).lines().forEach(line -> text.append("#   ").append(line).append('\n'));
        }
        return text.append(csv(claims)).toString();
    }
}
