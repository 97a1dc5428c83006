package org.muster.dossier;

import static org.muster.dossier.DossierFile.CLAIMS;
import static org.muster.dossier.DossierFile.HIERARCHY;
import static org.muster.dossier.DossierFile.PACKAGE;
import static org.muster.dossier.DossierFile.RULES;
import static org.muster.dossier.DossierFile.SOURCES;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonWriter;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.muster.figure.Figure;
import org.muster.interval.Interval;
import org.muster.reading.FigureReader;
import org.muster.text.AtomicFile;
import org.muster.text.AtomicFiles;
import org.muster.text.Sha256;

/** Writes the files of a dossier. */
final class DossierWriter {

    private DossierWriter() {}

    static void write(Dossier dossier, AtomicFiles to) throws IOException {
        Map<DossierFile, AtomicFile.Content> contents = new EnumMap<>(DossierFile.class);
        contents.put(CLAIMS, table(CLAIMS, dossier.claims(), claim -> cells(claim, dossier.name())));
        putIfAny(contents, SOURCES, dossier.sources(), DossierWriter::cells);
        putIfAny(contents, HIERARCHY, partsOf(dossier.hierarchy().own()), cells -> cells);
        putIfAny(contents, RULES, dossier.rules(), rule -> List.of(rule.id(), rule.text(), rule.note()));
        write(dossier.name(), dossier.title(), List.of(), contents, to);
    }

    private static <T> void putIfAny(
            Map<DossierFile, AtomicFile.Content> contents,
            DossierFile file,
            List<T> rows,
            Function<T, List<String>> cells) {
        if (!rows.isEmpty()) {
            contents.put(file, table(file, rows, cells));
        }
    }

    private static <T> AtomicFile.Content table(DossierFile file, List<T> rows, Function<T, List<String>> cells) {
        return out -> {
            CsvWriter csv = csv(out);
            csv.writeRecord(file.columns());
            for (T row : rows) {
                csv.writeRecord(cells.apply(row));
            }
            csv.flush();
        };
    }

    /** Writes the files of a dossier and their description, and takes away those that the dossier does not have. */
    static void write(
            String name,
            String title,
            List<String> languages,
            Map<DossierFile, AtomicFile.Content> contents,
            AtomicFiles to)
            throws IOException {
        JsonArray resources = new JsonArray();
        for (DossierFile file : List.of(CLAIMS, SOURCES, HIERARCHY, RULES)) {
            AtomicFile.Content content = contents.get(file);
            if (content == null) {
                to.remove(file.toString()); // of the dossier that stood here before
            } else {
                resources.add(described(file, to.write(file.toString(), content)));
            }
        }
        JsonObject described = new JsonObject();
        described.put("profile", "tabular-data-package");
        described.put("name", name);
        if (!title.equals(name)) {
            described.put("title", title);
        }
        if (!languages.isEmpty()) {
            described.put("languages", new JsonArray(languages));
        }
        described.put("resources", resources);
        String text = JsonWriter.indent("  ").string().value(described).done() + "\n";
        to.write(PACKAGE.toString(), out -> out.write(text));
    }

    static CsvWriter csv(Writer out) {
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    private static List<String> cells(Source source) {
        return List.of(
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

    /** The cells of a row for each part of each breakdown; of one that is off, a row without a part. */
    private static List<List<String>> partsOf(List<Breakdown> breakdowns) {
        List<List<String>> rows = new ArrayList<>();
        for (Breakdown breakdown : breakdowns) {
            for (String part : breakdown.parts().isEmpty() ? List.of("") : breakdown.parts()) {
                rows.add(List.of(
                        breakdown.dimension().toString(),
                        breakdown.whole(),
                        breakdown.partition(),
                        part,
                        breakdown.complete().toString(),
                        breakdown.event()));
            }
        }
        return rows;
    }

    /** The cells of a claim; the range is written out only where the text does not give it. */
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
                claim.asOf().toString(),
                claim.note());
    }

    private static boolean isReadBack(Claim claim) {
        try {
            StatedFigure read =
                    StatedFigure.of(claim.figure().text(), claim.quantity().measure(), FigureReader.english());
            return read.assumed().isEmpty()
                    && read.figure().equals(claim.figure())
                    && (claim.figure().range().isEmpty()
                            || isReadAlone(claim.figure().text()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether a text gives its number without the row: tons are a count only where that is about tonnage. */
    private static boolean isReadAlone(String text) {
        return StatedFigure.isPlainCount(text)
                || !FigureReader.english().readAll(text).figures().isEmpty();
    }

    private static String exact(double value) {
        return Double.isInfinite(value) ? "Infinity" : new BigDecimal(value).toPlainString();
    }

    private static JsonObject described(DossierFile file, Path written) throws IOException {
        JsonArray fields = new JsonArray();
        for (String column : file.columns()) {
            JsonObject field = new JsonObject();
            field.put("name", column);
            field.put("type", "string");
            fields.add(field);
        }
        JsonObject schema = new JsonObject();
        schema.put("fields", fields);
        Sha256 content = Sha256.of(written);
        JsonObject resource = new JsonObject();
        resource.put("name", file.name().toLowerCase(Locale.ROOT));
        resource.put("path", file.toString());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("profile", "tabular-data-resource");
        resource.put("bytes", content.bytes());
        resource.put("hash", content.hash());
        resource.put("schema", schema);
        return resource;
    }
}
