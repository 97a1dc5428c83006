package org.muster.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rand;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.benchmark.GeneratedClaims;
import org.muster.dossier.Works;
import org.muster.interval.Interval;
import org.muster.summarize.GroupSummary;
import org.muster.summarize.Grouping;
import org.muster.summarize.Summaries;
import org.muster.summarize.Summaries.Options;
import org.muster.text.Problem;
import scala.Tuple2;

/** What Spark says of claims, against what {@code muster summarize} says of the same files without it. */
class SparkClaimsTest {

    private static final String BY = "event,party,measure";
    private static final String HEADER = "id,party,measure,figure,low,high,source\n";

    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static SparkClaims muster;

    @BeforeAll
    static void start() {
        spark = Local.spark(folder);
        muster = SparkClaims.on(spark);
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Path generated(String name, int rows, String figures, int quantities) throws IOException {
        Path file = folder.resolve(name);
        GeneratedClaims.main(new String[] {file.toString(), "" + rows, figures, "" + quantities, "1"});
        return file;
    }

    private static Summaries summaries(String by, Path... files) throws IOException {
        return Summaries.of(List.of(files), Options.by(Grouping.parse(by)));
    }

    private static void assertSays(Summaries expected, Dataset<Row> claims, String by) throws IOException {
        List<String> found = Local.withOneHeading(muster.summaryCsv(claims, by).collectAsList());
        assertEquals(Local.lines(expected), found);
    }

    @Test
    void aMillionClaimsInAnyOrderAndPartition() throws IOException {
        Path file = generated("million.csv", 1_000_000, "text", 10_000);
        Summaries expected = summaries(BY, file);
        assertEquals(1_000_000, expected.claims());
        Dataset<Row> claims = muster.readCsv(file.toString()).persist(StorageLevel.MEMORY_AND_DISK());
        for (int partitions : List.of(1, 7, 200)) {
            assertSays(expected, claims.repartition(partitions, rand(partitions)), BY);
        }
        claims.unpersist();
    }

    /** The numbers of typed rows, bit by bit, and blank cells as null. */
    @Test
    void typedRowsHaveTheSameNumbers() throws IOException {
        Path file = generated("typed.csv", 3_000, "ranges", 100);
        List<Row> rows = muster.summarize(muster.readCsv(file.toString()), BY).collectAsList();
        List<GroupSummary> expected = summaries(BY, file).rows();
        assertEquals(expected.size(), rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            GroupSummary group = expected.get(i);
            assertEquals(group.key(), List.of(row.getAs("event"), row.getAs("party"), row.getAs("measure")));
            assertEquals(group.says().claims(), row.<Long>getAs("claims"));
            assertEquals(group.says().voices().orElseThrow(), row.<Integer>getAs("voices"));
            assertEquals(group.says().agreeing(), row.<Integer>getAs("agreeing"));
            assertEquals(group.says().range(), interval(row, "low", "high"));
            assertEquals(group.says().extremes().hull(), interval(row, "hull_low", "hull_high"));
            assertEquals(group.says().common(), interval(row, "common_low", "common_high"));
            assertEquals(group.says().extremes().leastHigh(), row.<Double>getAs("least_high"));
            assertEquals(group.says().verdict().orElseThrow().toString(), row.getAs("verdict"));
            assertTrue(row.isNullAt(row.fieldIndex("withheld")));
        }
    }

    private static Interval interval(Row row, String low, String high) {
        return row.isNullAt(row.fieldIndex(low))
                ? Interval.EMPTY
                : Interval.of(row.<Double>getAs(low), row.<Double>getAs(high));
    }

    private static String[] hostile(int rows, boolean allNamed) {
        Random random = new Random(1);
        String[] lines = new String[rows];
        for (int i = 0; i < rows; i++) {
            String name = !allNamed && random.nextInt(3) == 0 ? "" : "c" + i;
            String party = one(random, "A", " B ", "\"C, D\"", "Ä", "");
            String measure = one(random, "killed", "KIA", "strength", "dragons lost", "seen");
            String figure =
                    one(random, "1234,,", "\"about 1,900\",,", "300+,,", "heavy,,", ",10,20", ",20,10", "7O0,,");
            lines[i] = String.join(",", name, party, measure, figure, one(random, "a", "b", "a; b", ""));
        }
        return lines;
    }

    private static String one(Random random, String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** A row with a quote that is never closed, one with too many cells, and whatever else befalls tables. */
    @Test
    void brokenRowsAreReportedAndTheOthersCounted() throws IOException {
        List<String> rows = new ArrayList<>(List.of(hostile(2_000, false)));
        rows.set(700, "x,A,killed,\"1,,a");
        rows.set(900, "y,A,killed,1,,,a,more");
        rows.set(1_100, "z,A,killed,\"1,200\n–1,500\",,,a");
        Path file = file("kursk/claims.csv", HEADER + String.join("\n", rows) + "\n");
        Summaries expected = summaries("event,party,place,measure,scope", file);
        Dataset<Row> claims = muster.readCsv(file.toString());
        assertSays(expected, claims, "event,party,place,measure,scope");
        assertEquals(expected.claims(), claims.filter("claim IS NOT NULL").count());
        List<String> problems = muster.problems(claims).collectAsList().stream()
                .map(row -> row.getAs("file") + ":" + row.getAs("line") + " " + row.getAs("column") + " "
                        + row.getAs("severity") + " " + row.getAs("message") + " " + row.getAs("text"))
                .toList();
        assertEquals(
                expected.problems().problems().stream()
                        .map(SparkClaimsTest::told)
                        .sorted()
                        .toList(),
                problems.stream().sorted().toList());
        assertTrue(problems.stream().anyMatch(problem -> problem.startsWith("claims.csv:702 ")));
    }

    private static String told(Problem problem) {
        return problem.file() + ":" + problem.line() + " " + problem.column() + " " + problem.severity() + " "
                + problem.message() + " " + problem.text();
    }

    @Test
    void severalFilesAsInOneRun() throws IOException {
        String rows = "A,killed,100,a\nA,killed,120–140,b\n,killed,1,c\n";
        Path plain = file("several/one.csv", "party,measure,figure,source\n" + rows);
        Path other = file("several/two.csv", "measure,party,figure,source,origin\nkilled,A,100,d,a\n");
        Path packed = folder.resolve("several/three.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(Files.readAllBytes(plain));
        }
        Dataset<Row> claims = muster.readCsv(folder.resolve("several").toString());
        List<String> expected = Local.lines(summaries("party,measure", plain, other, packed));
        List<String> found =
                Local.withOneHeading(muster.summaryCsv(claims, "party,measure").collectAsList());
        assertEquals(
                expected, found.stream().map(line -> line.replace("file:", "")).toList());
        assertEquals(2, muster.problems(claims).filter("file LIKE '%several/%'").count());
        assertThrows(
                IllegalArgumentException.class,
                () -> muster.readCsv(folder.resolve("several").toString(), plain.toString()));
        Files.write(packed, Arrays.copyOf(Files.readAllBytes(packed), 40));
        SparkException damaged = assertThrows(
                SparkException.class, () -> muster.readCsv(packed.toString()).count());
        assertTrue(damaged.getMessage().contains("end too early"), damaged.getMessage());
    }

    @Test
    void parquetAndTablesOfSpark() throws IOException {
        Path file = file("table.csv", HEADER + String.join("\n", hostile(2_000, true)) + "\n");
        Dataset<Row> text =
                spark.read().option("header", true).csv(file.toString()).withColumn("event", lit("table"));
        assertSays(summaries(BY, file), muster.read(text), BY);
        String parquet = folder.resolve("table.parquet").toString();
        text.withColumn("low", col("low").cast("double"))
                .withColumn("high", col("high").cast("decimal(12,2)"))
                .withColumn("region", lit("east"))
                .write()
                .parquet(parquet);
        Dataset<Row> claims = muster.read(spark.read().parquet(parquet));
        assertSays(summaries(BY, file), claims, BY);
        assertEquals(2_000, claims.filter("region = 'east'").count());
        assertEquals(
                summaries(BY, file).problems().problems().stream()
                        .filter(Problem::isError)
                        .count(),
                muster.problems(claims).filter("severity = 'error'").count());
    }

    @Test
    void claimsOfATableWithoutIdsAreNotNamed() {
        Dataset<Row> claims =
                muster.read(spark.sql("SELECT 'A' AS party, 'killed' AS measure, 5e7D AS figure, 'a' AS source"));
        Row row = muster.summarize(claims, "event,party").head();
        assertEquals("", row.getAs("event"));
        assertEquals(5e7, row.<Double>getAs("low"));
        assertEquals("50000000", row.getAs("least_high_text"));
        assertTrue(row.isNullAt(row.fieldIndex("least_high_claim")));
    }

    @Test
    void whatIsNoTableOfClaimsIsRefused() {
        assertRefused("SELECT 'A' AS party, 'killed' AS measure, 5 AS figure", "source");
        assertRefused("SELECT 'A' AS party, 'killed' AS measure, 5 AS low, 'a' AS source", "figure");
        assertRefused("SELECT 'A' AS party, 'killed' AS measure, 5 AS figure, array('a') AS source", "array<string>");
        assertRefused(
                "SELECT 'A' AS party, 'B' AS Party2, 'killed' AS measure, 5 AS figure, 'a' AS source, 1 AS claim",
                "claim");
    }

    private static void assertRefused(String table, String expected) {
        String message = assertThrows(IllegalArgumentException.class, () -> muster.read(spark.sql(table)))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    /** An aggregator of beans would take its arguments in the alphabetical order of their names: high as low. */
    @Test
    void lowStaysLowWhateverTheOrderOfColumns() {
        List<String> columns = List.of("party", "measure", "source", "low", "high");
        for (int seed = 0; seed < 8; seed++) {
            List<String> shuffled = new ArrayList<>(columns);
            Collections.shuffle(shuffled, new Random(seed));
            spark.sql("SELECT 'A' AS party, 'killed' AS measure, 'a' AS source, 3 AS low, 8 AS high")
                    .selectExpr(shuffled.toArray(String[]::new))
                    .createOrReplaceTempView("shuffled");
            Row summary = spark.sql(
                            "SELECT says.* FROM (SELECT muster_summary(muster_agg(muster_group(read.claim))) AS says"
                                    + " FROM (SELECT muster_read(struct(*)) AS read FROM shuffled))")
                    .head();
            assertEquals(3.0, summary.<Double>getAs("low"));
            assertEquals(8.0, summary.<Double>getAs("high"));
        }
    }

    /** Those of a claim, which a query may put together anew, as well. */
    @Test
    void lowStaysLowWhateverTheOrderInAClaim() {
        Dataset<Row> claims =
                muster.read(spark.sql("SELECT 'A' AS party, 'killed' AS measure, 'a' AS source, 3 AS low, 8 AS high"));
        List<String> names = new ArrayList<>(List.of(ClaimRow.SCHEMA.fieldNames()));
        for (int seed = 0; seed < 8; seed++) {
            Collections.shuffle(names, new Random(seed));
            Column claim = functions.struct(
                    names.stream().map(name -> col("claim." + name)).toArray(Column[]::new));
            Dataset<Row> shuffled = claims.select(claim.as("claim"));
            Row sql = shuffled.selectExpr("muster_summary(muster_agg(muster_group(claim))) AS says")
                    .select("says.*")
                    .head();
            assertEquals(3.0, sql.<Double>getAs("low"));
            assertEquals(8.0, sql.<Double>getAs("high"));
            assertEquals("a", sql.getAs("least_high_voice"));
            Row typed = muster.summarize(shuffled, "party").head();
            assertEquals("A", typed.getAs("party"));
            assertEquals(3.0, typed.<Double>getAs("low"));
        }
    }

    /** A single quantity, whose claims are collected in shares by their sources, which are then merged. */
    @Test
    void twoStepsSayTheSameAsOne() throws IOException {
        Path file = generated("skewed.csv", 50_000, "ranges", 3);
        muster.readCsv(file.toString()).repartition(40).createOrReplaceTempView("skewed");
        Dataset<Row> merged = spark.sql(
                        "SELECT event, party, measure, muster_summary(muster_agg(shared)) AS says FROM ("
                                + " SELECT claim.event, claim.party, claim.measure, muster_agg(muster_group(claim)) AS shared FROM skewed"
                                + " GROUP BY claim.event, claim.party, claim.measure, pmod(xxhash64(claim.source), 16))"
                                + " GROUP BY event, party, measure ORDER BY event, party, measure")
                .select("event", "party", "measure", "says.*");
        assertEquals(muster.summarize(spark.table("skewed"), BY).collectAsList(), merged.collectAsList());
        assertEquals(3, merged.count());
    }

    @Test
    void typedAggregatorsOfDatasets() throws IOException {
        Path file = generated("aggregators.csv", 5_000, "text", 20);
        Dataset<Row> claims = muster.readCsv(file.toString());
        Dataset<Tuple2<String, byte[]>> parts = claims.repartition(9)
                .groupByKey(
                        (MapFunction<Row, String>) row -> row.getStruct(0).getAs("party") + " "
                                + row.getStruct(0).getAs("source"),
                        Encoders.STRING())
                .agg(muster.claimAggregator().toColumn());
        Dataset<byte[]> all = parts.map((MapFunction<Tuple2<String, byte[]>, byte[]>) Tuple2::_2, Encoders.BINARY())
                .select(muster.groupAggregator().toColumn());
        assertEquals(1, all.count());
        Row says = all.toDF("bytes")
                .selectExpr("muster_summary(bytes) AS says")
                .select("says.*")
                .head();
        assertEquals(5_000, says.<Long>getAs("claims"));
        assertEquals("claims differ in event, party, measure", says.getAs("withheld"));
    }

    @Test
    void groupsWithoutClaimsAreNull() {
        Dataset<Row> claims =
                muster.read(spark.sql("SELECT 'A' AS party, 'killed' AS measure, 'odd' AS figure, '' AS source"));
        claims.createOrReplaceTempView("unreadable");
        assertFalse(muster.problems(claims).isEmpty());
        assertEquals(0, muster.summarize(claims, "party").count());
        Row row = spark.sql(
                        "SELECT muster_agg(muster_group(claim)) AS none, muster_agg(CAST(NULL AS BINARY)) AS merged,"
                                + " muster_summary(muster_agg(muster_group(claim))) AS says FROM unreadable")
                .head();
        assertEquals(3, row.size());
        assertTrue(row.isNullAt(0) && row.isNullAt(1) && row.isNullAt(2));
    }

    @Test
    void sourcesSayWhoCopiesAndALimitWhoIsHeld() throws IOException {
        Path sources = file("sources.csv", "id,origin\na,\nb,a\nc,\n,faulty\n");
        Path file = file(
                "copies.csv",
                HEADER
                        + "1,A,killed,,1,20,a\n2,A,killed,,500,900,b\n3,A,killed,,6,30,c\n4,A,killed,,1,1,d\n5,B,killed,9,,,a\n");
        Options options = new Options(Grouping.parse(BY), Works.read(sources), 1, 2, List.of());
        Summaries expected = Summaries.of(List.of(file), options);
        SparkClaims limited = SparkClaims.on(spark.newSession(), sources.toString(), 1);
        assertEquals(1, limited.works().dossier().problems().size());
        Dataset<Row> claims = limited.readCsv(file.toString());
        assertEquals(
                Local.lines(expected),
                Local.withOneHeading(limited.summaryCsv(claims, BY).collectAsList()));
        assertEquals(1, limited.problems(claims).count());
        assertEquals("more than 1 voices", limited.summarize(claims, BY).head().getAs("withheld"));
        assertNull(muster.summarize(claims, BY).head().getAs("withheld")); // each with its own limit
    }
}
