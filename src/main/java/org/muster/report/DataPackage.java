package org.muster.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.muster.rows.Rows;
import org.muster.text.AtomicFile;
import org.muster.text.AtomicFiles;
import org.muster.text.InputFile;
import org.muster.text.ResourceTable;
import org.muster.text.Sha256;
import org.muster.text.Utf8;

/**
 * The folder of reports with its {@code datapackage.json}: a Frictionless Data Package that describes every column,
 * names the version of Muster, the command and its arguments, and gives the SHA-256 hash of each file that was read and
 * of each report. Either all reports are written or none is.
 */
public final class DataPackage {

    /** The version of the report format, raised whenever the name or meaning of a column changes. */
    private static final String FORMAT_VERSION = "1";

    private static final String FILE = "datapackage.json";

    /** The member that holds what is specific to Muster. */
    private static final String MUSTER = "muster";

    private DataPackage() {}

    /**
     * Writes reports as CSV files, followed by {@code datapackage.json}.
     *
     * @param folder the folder, created if it does not exist; reports in it are replaced
     * @param dossier the name of the dossier that the reports are about
     * @param run how they were requested
     * @param reports the reports
     * @return the files, in the order of the reports, the data package last
     * @throws IOException if a file cannot be written; no file is changed in that case
     * @throws IllegalArgumentException if the folder must not hold reports, see {@link #checkFolder}
     */
    public static List<Path> write(Path folder, String dossier, Run run, List<? extends Rows<?>> reports)
            throws IOException {
        return write(folder, dossier, run, reports, Map.of());
    }

    /** Writes reports as CSV files and pages, followed by {@code datapackage.json}. */
    static List<Path> write(
            Path folder,
            String dossier,
            Run run,
            List<? extends Rows<?>> reports,
            Map<Format, AtomicFile.Content> pages)
            throws IOException {
        List<String> names = new ArrayList<>(
                reports.stream().map(report -> report.name() + ".csv").toList());
        pages.keySet().forEach(format -> names.add(format.file()));
        names.add(FILE);
        checkInputs(folder, names, run.inputs());
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            checkFolder(folder); // now that no other run writes it, and what a killed run left is in place
            TableSchema schema = new TableSchema();
            JsonArray resources = new JsonArray();
            for (Rows<?> report : reports) {
                resources.add(resource(report, Report.write(files, report), schema));
            }
            for (Map.Entry<Format, AtomicFile.Content> page : pages.entrySet()) {
                resources.add(page(page.getKey(), files.write(page.getKey().file(), page.getValue()), dossier));
            }
            JsonObject described = new JsonObject();
            described.put("profile", pages.isEmpty() ? "tabular-data-package" : "data-package");
            described.put("name", "muster-reports");
            described.put("title", "Reports of " + dossier);
            described.put(MUSTER, made(run));
            described.put("resources", resources);
            String text = JsonWriter.indent("  ").string().value(described).done() + "\n";
            files.write(FILE, out -> out.write(text));
            return files.takePlaces();
        }
    }

    /**
     * Checks that no file to be written is one of those that were read.
     *
     * @param folder the folder for the files
     * @param names their names
     * @param inputs the files that were read
     * @throws IOException if a file cannot be examined
     * @throws IllegalArgumentException if a file would replace an input
     */
    public static void checkInputs(Path folder, List<String> names, List<Path> inputs) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            for (Path input : inputs) {
                if (Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input)) {
                    throw new IllegalArgumentException(
                            file + " is an input, and would be replaced; expected another folder for the output");
                }
            }
        }
    }

    /**
     * Checks that a folder may hold reports: their {@code datapackage.json} would overwrite that of a dossier or of
     * another data package.
     *
     * @param folder a folder, which need not exist
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it holds a dossier or another data package
     */
    public static void checkFolder(Path folder) throws IOException {
        if (Files.exists(folder.resolve("claims.csv"))) {
            throw new IllegalArgumentException(
                    folder + " holds a dossier (claims.csv); expected a folder for reports alone");
        }
        Path file = folder.resolve(FILE);
        if (Files.exists(file) && !isOfReports(file)) {
            throw new IllegalArgumentException(folder + " holds a " + FILE
                    + " that does not describe reports; expected a folder for reports alone");
        }
    }

    private static boolean isOfReports(Path file) throws IOException {
        try {
            return JsonParser.object()
                    .withLazyNumbers()
                    .from(Utf8.decode(InputFile.bytes(file)).text())
                    .has(MUSTER);
        } catch (JsonParserException | StackOverflowError e) {
            return false;
        }
    }

    /**
     * Returns the version of Muster.
     *
     * @return such as {@code 0.1.0}
     */
    public static String version() {
        return ResourceTable.rows(DataPackage.class, "version.csv", "version")
                .get(0)
                .get(0);
    }

    private static JsonObject made(Run run) throws IOException {
        JsonArray inputs = new JsonArray();
        for (Path input : run.inputs()) {
            JsonObject file = new JsonObject();
            file.put("path", input.toString());
            addContent(file, input);
            inputs.add(file);
        }
        JsonObject made = new JsonObject();
        made.put("formatVersion", FORMAT_VERSION);
        made.put("version", version());
        if (!run.command().isEmpty()) {
            made.put("command", run.command());
            made.put("arguments", new JsonArray(run.arguments()));
            made.put("inputs", inputs);
        }
        return made;
    }

    private static JsonObject page(Format format, Path written, String dossier) throws IOException {
        JsonObject resource = new JsonObject();
        resource.put("name", format == Format.HTML ? "report" : "report-" + format);
        resource.put("path", format.file());
        resource.put("description", "All reports of " + dossier + " as one page for people.");
        resource.put("profile", "data-resource");
        resource.put("format", format.toString());
        resource.put("mediatype", format.mediaType());
        resource.put("encoding", "utf-8");
        addContent(resource, written);
        return resource;
    }

    private static JsonObject resource(Rows<?> report, Path written, TableSchema schema) throws IOException {
        JsonObject resource = new JsonObject();
        resource.put("name", report.name());
        resource.put("path", report.name() + ".csv");
        resource.put("description", schema.description(report));
        resource.put("profile", "tabular-data-resource");
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        addContent(resource, written);
        resource.put("schema", schema.of(report));
        return resource;
    }

    /** Returns the size and hash of a file. */
    private static void addContent(JsonObject described, Path file) throws IOException {
        Sha256 content = Sha256.of(file);
        described.put("bytes", content.bytes());
        described.put("hash", content.hash());
    }
}
