package org.muster.spark;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/** A claim as a row of Spark, with the columns of {@code claims.csv}, once it was read: its range is known. */
final class ClaimRow {

    static final String CLAIM = "claim";
    static final String PROBLEMS = "problems";

    /** The columns of a claim. {@code low} and {@code high} are null where there is no number, {@code origin} where no table has such a column. */
    static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.StringType)
            .add("event", DataTypes.StringType)
            .add("party", DataTypes.StringType)
            .add("place", DataTypes.StringType)
            .add("measure", DataTypes.StringType)
            .add("scope", DataTypes.StringType)
            .add("figure", DataTypes.StringType)
            .add("low", DataTypes.DoubleType)
            .add("high", DataTypes.DoubleType)
            .add("qualifier", DataTypes.StringType)
            .add("source", DataTypes.createArrayType(DataTypes.StringType))
            .add("claimant", DataTypes.StringType)
            .add("origin", DataTypes.StringType)
            .add("as_of", DataTypes.StringType);

    private static final StructType PROBLEM = new StructType()
            .add("file", DataTypes.StringType)
            .add("line", DataTypes.IntegerType)
            .add("column", DataTypes.StringType)
            .add("severity", DataTypes.StringType)
            .add("message", DataTypes.StringType)
            .add("text", DataTypes.StringType);

    /** What a row is read as: a claim, or null; and its problems. */
    static final StructType READ =
            new StructType().add(CLAIM, SCHEMA).add(PROBLEMS, DataTypes.createArrayType(PROBLEM, false), false);

    private ClaimRow() {}

    /**
     * Returns what a row is read as.
     *
     * @param id how the claim is named
     * @param hasOrigin whether the table has a column for what claims copy
     */
    static Row read(Optional<Claim> claim, String id, boolean hasOrigin, List<Problem> problems) {
        return RowFactory.create(
                claim.map(known -> row(known, id, hasOrigin)).orElse(null),
                problems.stream().map(ClaimRow::row).toArray(Row[]::new));
    }

    private static Row row(Claim claim, String id, boolean hasOrigin) {
        Quantity quantity = claim.quantity();
        Optional<Interval> range = claim.figure().range();
        return RowFactory.create(
                id,
                quantity.event(),
                quantity.party(),
                quantity.place(),
                quantity.measure().toString(),
                quantity.scope(),
                claim.figure().text(),
                range.map(Interval::inf).orElse(null),
                range.map(Interval::sup).orElse(null),
                claim.figure().qualifier().toString(),
                claim.sources().toArray(String[]::new),
                claim.claimant(),
                hasOrigin ? claim.origin() : null,
                claim.asOf().toString());
    }

    /** The problem of a row of {@link SparkClaims#problems}. */
    static Problem problem(Row row) {
        return new Problem(
                text(row, "file"),
                row.<Integer>getAs("line"),
                text(row, "column"),
                Severity.valueOf(text(row, "severity").toUpperCase(Locale.ROOT)),
                text(row, "message"),
                text(row, "text"));
    }

    private static Row row(Problem problem) {
        return RowFactory.create(
                problem.file(),
                problem.line(),
                problem.column(),
                problem.severity().toString(),
                problem.message(),
                problem.text());
    }

    /** The claim of a row with these columns, in any order. */
    static Claim claim(Row row) {
        Double low = row.getAs("low");
        Qualifier qualifier = Qualifier.of(text(row, "qualifier"));
        String figure = text(row, "figure");
        return new Claim(
                text(row, "id"),
                new Quantity(
                        text(row, "event"),
                        text(row, "party"),
                        text(row, "place"),
                        Measure.parse(text(row, "measure")),
                        text(row, "scope")),
                low == null
                        ? Figure.withoutNumber(figure, qualifier)
                        : Figure.of(figure, Interval.of(low, row.<Double>getAs("high")), qualifier),
                row.getList(row.fieldIndex("source")),
                text(row, "claimant"),
                "",
                "",
                "",
                Objects.requireNonNullElse(origin(row), ""),
                AsOf.parse(text(row, "as_of")),
                "");
    }

    private static String text(Row row, String column) {
        return row.getAs(column);
    }

    /** What the claim of a row copies; null if its table does not say. */
    static @Nullable String origin(Row row) {
        return row.getAs("origin");
    }
}
