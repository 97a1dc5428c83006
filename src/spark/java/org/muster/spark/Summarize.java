package org.muster.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.muster.summarize.Grouping;
import org.muster.text.RepeatedProblems;

/**
 * {@code muster summarize} for {@code spark-submit}: writes a folder with the rows of {@code summary.csv}, and tells what could
 * not be read. The arguments are:
 *
 * <pre>{@code
 * FILE... --by COLUMNS --out FOLDER [--format FORMAT] [--sources FILE] [--max-voices N]
 * }</pre>
 *
 * <p>The format is {@code csv}, which Muster reads, or another one that Spark reads, such as {@code parquet}.
 */
public final class Summarize {

    private static final String CSV = "csv";
    private static final String USAGE =
            "expected FILE... --by COLUMNS --out FOLDER [--format FORMAT] [--sources FILE] [--max-voices N]";

    private final List<String> files = new ArrayList<>();
    private final Map<String, String> options =
            new HashMap<>(Map.of("--by", "", "--out", "", "--format", CSV, "--sources", "", "--max-voices", "1000"));

    private Summarize(String... arguments) {
        for (Iterator<String> given = List.of(arguments).iterator(); given.hasNext(); ) {
            String argument = given.next();
            if (!argument.startsWith("--")) {
                files.add(argument);
            } else if (options.replace(argument, given.hasNext() ? given.next() : "") == null) {
                throw new IllegalArgumentException(argument + " is no option; " + USAGE);
            }
        }
        if (files.isEmpty() || option("--by").isEmpty() || option("--out").isEmpty()) {
            throw new IllegalArgumentException(USAGE);
        }
    }

    private String option(String name) {
        return options.getOrDefault(name, "");
    }

    private int mostVoices() {
        int most = Integer.parseInt(option("--max-voices"));
        if (most < 1) {
            throw new IllegalArgumentException("--max-voices " + most + " is not above 0");
        }
        return most;
    }

    /**
     * Summarizes.
     *
     * @param arguments as above
     * @throws IOException if {@code sources.csv} cannot be read
     * @throws IllegalArgumentException if the arguments are others, or no claim can be read
     */
    public static void main(String... arguments) throws IOException {
        Summarize given = new Summarize(arguments);
        Grouping.parse(given.option("--by"));
        given.mostVoices();
        try (SparkSession spark =
                SparkSession.builder().appName("muster summarize").getOrCreate()) {
            given.run(spark);
        }
    }

    private void run(SparkSession spark) throws IOException {
        int mostVoices = mostVoices();
        SparkClaims muster = option("--sources").isEmpty()
                ? SparkClaims.on(spark, CitedWorks.ANY, mostVoices)
                : SparkClaims.on(spark, option("--sources"), mostVoices);
        String[] paths = files.toArray(String[]::new);
        Dataset<Row> claims = option("--format").equals(CSV)
                ? muster.readCsv(paths)
                : muster.read(spark.read().format(option("--format")).load(paths));
        Dataset<Row> groups = muster.groups(claims, option("--by")).persist();
        Row counts = groups.selectExpr("muster_summary(" + SparkClaims.GROUP + ").claims AS claims", ClaimRow.PROBLEMS)
                .agg(coalesce(sum("claims"), lit(0L)), coalesce(sum(ClaimRow.PROBLEMS), lit(0L)))
                .head();
        long all = counts.getLong(0);
        if (all > 0) {
            muster.lines(groups, option("--by")).write().text(option("--out"));
        }
        RepeatedProblems problems = new RepeatedProblems();
        muster.works().dossier().problems().forEach(problems::add);
        if (counts.getLong(1) > 0) {
            muster.problems(claims)
                    .orderBy("file", "line")
                    .toLocalIterator()
                    .forEachRemaining(row -> problems.add(ClaimRow.problem(row)));
        }
        problems.told().forEach(System.err::println);
        if (all == 0) {
            throw new IllegalArgumentException(
                    "no claim could be read from " + String.join(", ", files) + "; nothing was written");
        }
        System.out.println(
                all + (all == 1 ? " claim" : " claims") + " by " + option("--by") + " in " + option("--out"));
    }
}
