package org.muster.report;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muster.combine.Rule;
import org.muster.combine.Sensitivities;
import org.muster.compare.Matrix;
import org.muster.rows.Column;
import org.muster.rows.Rows;
import org.muster.text.ResourceTable;
import org.muster.text.SafeText;

/**
 * The contents of the reports' columns as a Frictionless Table Schema. Each column is described in {@code fields.csv}.
 *
 * <p>The schema's type {@code number} writes an open end as {@code INF}, whereas reports write {@code Infinity}: a
 * column in which an end may be open is therefore a string with a pattern, and any other column of numbers is a number.
 */
final class TableSchema {

    private static final String NUMBER_OR_OPEN = "-?([0-9]+(\\.[0-9]+)?|Infinity)";

    /** The description of a column. */
    private record Field(String type, String values, String description) {}

    private static final Field UNKNOWN = new Field("string", "", "");

    private final Map<List<String>, Field> fields = new HashMap<>();

    TableSchema() {
        for (List<String> row : ResourceTable.rows(
                TableSchema.class, "fields.csv", "report", "column", "type", "values", "description")) {
            fields.put(List.of(row.get(0), row.get(1)), new Field(row.get(2), row.get(3), row.get(4)));
        }
    }

    /** Returns the description of a row of a report. */
    String description(Rows<?> report) {
        return "A row is "
                + fields.getOrDefault(List.of(report.name(), ""), UNKNOWN).description();
    }

    /** Returns the columns of a report. */
    JsonObject of(Rows<?> report) {
        JsonArray columns = new JsonArray();
        for (String heading : Column.headings(report.columns())) {
            columns.add(field(heading, known(report, heading)));
        }
        JsonObject schema = new JsonObject();
        schema.put("fields", columns);
        schema.put("missingValues", JsonArray.from(""));
        return schema;
    }

    private Field known(Rows<?> report, String heading) {
        if (report instanceof Matrix matrix && matrix.voices().containsKey(heading)) {
            return new Field("string", "", "what " + matrix.voices().get(heading) + " says of the quantity");
        }
        if (report instanceof Sensitivities sensitivities) {
            for (Rule rule : sensitivities.rules()) {
                if (heading.equals(Sensitivities.low(rule))) {
                    return new Field("number", "", "the lower end of the answer by the rule of " + rule.title());
                } else if (heading.equals(Sensitivities.high(rule))) {
                    return new Field("end", "", "the upper end of the answer by the rule of " + rule.title());
                }
            }
        }
        Field shared = fields.getOrDefault(List.of("", heading), UNKNOWN);
        return fields.getOrDefault(List.of(report.name(), heading), shared);
    }

    private static JsonObject field(String heading, Field known) {
        JsonObject constraints = new JsonObject();
        JsonObject field = new JsonObject();
        field.put("name", SafeText.forSpreadsheet(heading));
        field.put("type", known.type().equals("end") ? "string" : known.type());
        field.put("description", known.description());
        if (known.type().equals("boolean")) {
            field.put("trueValues", JsonArray.from("yes"));
            field.put("falseValues", JsonArray.from("no"));
        } else if (known.type().equals("end")) {
            constraints.put("pattern", NUMBER_OR_OPEN);
        }
        if (!known.values().isEmpty()) {
            constraints.put("enum", new JsonArray(ResourceTable.phrases(known.values())));
        }
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }
}
