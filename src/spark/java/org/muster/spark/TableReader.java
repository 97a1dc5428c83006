package org.muster.spark;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.ClaimRowReader;
import org.muster.reading.FigureReader;
import org.muster.dossier.ClaimRows;
import org.muster.dossier.Works;
import org.muster.summarize.ClaimFile;
import org.muster.text.CsvBlocks;
import org.muster.text.CsvTable;
import org.muster.text.Problem;

/**
 * Reads the rows of a table with columns like those of {@code claims.csv}, by their names in any order, each as if it stood in
 * that file. A table has no lines, so a claim without an id is not named.
 */
final class TableReader {

    private static final String TABLE = "table";

    private final StructType schema;
    private final Map<String, Integer> columns;
    private final ClaimRowReader reader;

    /** @throws IllegalArgumentException if columns are missing, or of a type that is not read */
    TableReader(StructType schema, Works works) {
        this.schema = schema;
        this.columns = columns(schema);
        this.reader = ClaimRowReader.of("", works, FigureReader.english());
    }

    /** Where the columns are, as the header of a file with the same names would say. */
    private static Map<String, Integer> columns(StructType schema) {
        ClaimFile header = new ClaimFile(Path.of(TABLE), TABLE, "");
        byte[] names = csv(Arrays.asList(schema.fieldNames())).getBytes(StandardCharsets.UTF_8);
        try (CsvBlocks file = header.blocks(new ByteArrayInputStream(names))) {
            List<String> faults = new ArrayList<>();
            file.problems().stream().filter(Problem::isError).forEach(fault -> faults.add(fault.toString()));
            for (String column : ClaimRows.columns()) {
                Integer place = file.columns().get(column);
                if (place != null && !isRead(schema.fields()[place].dataType())) {
                    faults.add("column " + column + " is "
                            + schema.fields()[place].dataType().simpleString()
                            + "; expected text, a number or a date");
                }
            }
            if (!faults.isEmpty()) {
                throw new IllegalArgumentException(String.join("; ", faults));
            }
            return file.columns();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is none in memory
        }
    }

    private static boolean isRead(DataType type) {
        return type instanceof StringType
                || type instanceof NumericType
                || type.equals(DataTypes.DateType)
                || type.equals(DataTypes.NullType);
    }

    /** Whether rows with these columns can be read by this reader. */
    boolean reads(StructType other) {
        return other.equals(schema);
    }

    /** The columns that are read, as the table calls them, in its order. */
    List<String> columns() {
        return columns.entrySet().stream()
                .filter(column -> ClaimRows.columns().contains(column.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .map(column -> schema.fieldNames()[column.getValue()])
                .toList();
    }

    /** Reads a row. */
    Row read(Row row) {
        List<String> cells = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            cells.add(cell(row.get(i)));
        }
        CsvTable.Row written =
                new CsvTable.Row(TABLE, columns, 0, 0, cells, () -> csv(cells).strip());
        var read = reader.read(written);
        return ClaimRow.read(read.claim(), written.get("id"), written.has("origin"), read.problems());
    }

    /** A number is written with the fewest digits that tell it apart, as Spark does, but without an exponent. */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        boolean isReal = value instanceof Double real && Double.isFinite(real)
                || value instanceof Float single && Float.isFinite(single);
        return isReal || value instanceof BigDecimal
                ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static String csv(List<String> cells) {
        StringWriter text = new StringWriter();
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text)
                .writeRecord(cells);
        return text.toString();
    }
}
