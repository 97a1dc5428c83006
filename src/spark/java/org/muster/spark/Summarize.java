package org.muster.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.muster.summarize.Grouping;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;
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
        if (files.isEmpty() || options.containsValue("") && !isGiven("--by", "--out", "--format", "--max-voices")) {
            throw new IllegalArgumentException(USAGE);
        }
    }

    private boolean isGiven(String... names) {
        return List.of(names).stream().noneMatch(name -> option(name).isEmpty());
    }

    private String option(String name) {
        return options.getOrDefault(name, "");
    }

    /**
     * Summarizes.
     *
     * @param arguments as above
     * @throws IOException if {@code sources.csv} cannot be read
     * @throws InterruptedException if interrupted
     * @throws IllegalArgumentException if the arguments are others, or no claim can be read
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        Summarize given = new Summarize(arguments);
        Grouping.parse(given.option("--by"));
        try (SparkSession spark =
                SparkSession.builder().appName("muster summarize").getOrCreate()) {
            given.run(spark);
        }
    }

    private void run(SparkSession spark) throws IOException, InterruptedException {
        int mostVoices = Integer.parseInt(option("--max-voices"));
        SparkClaims muster = option("--sources").isEmpty()
                ? SparkClaims.on(spark, CitedWorks.ANY, mostVoices)
                : SparkClaims.on(spark, option("--sources"), mostVoices);
        String[] paths = files.toArray(String[]::new);
        Dataset<Row> claims = option("--format").equals(CSV)
                ? muster.readCsv(paths)
                : muster.read(spark.read().format(option("--format")).load(paths));
        Observation read = new Observation();
        Dataset<Row> observed = claims.observe(
                read,
                count(col(ClaimRow.CLAIM)).as("claims"),
                coalesce(sum(size(col(ClaimRow.PROBLEMS))), lit(0L)).as("problems"));
        muster.summaryCsv(observed, option("--by")).write().text(option("--out"));
        RepeatedProblems problems = new RepeatedProblems();
        muster.works().dossier().problems().forEach(problems::add);
        Map<String, Object> counts = read.getAsJava();
        if ((long) counts.get("problems") > 0) {
            muster.problems(claims)
                    .orderBy("file", "line")
                    .toLocalIterator()
                    .forEachRemaining(row -> problems.add(new Problem(
                            row.getAs("file"),
                            row.<Integer>getAs("line"),
                            row.getAs("column"),
                            Severity.valueOf(row.<String>getAs("severity").toUpperCase(Locale.ROOT)),
                            row.getAs("message"),
                            row.getAs("text"))));
        }
        problems.told().forEach(System.err::println);
        long all = (long) counts.get("claims");
        if (all == 0) {
            throw new IllegalArgumentException("no claim could be read from " + String.join(", ", files));
        }
        System.out.println(
                all + (all == 1 ? " claim" : " claims") + " by " + option("--by") + " in " + option("--out"));
    }
}
