package org.muster.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.udf;
import static org.muster.spark.ClaimRow.CLAIM;
import static org.muster.spark.ClaimRow.PROBLEMS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.Works;
import org.muster.summarize.ClaimFile;
import org.muster.summarize.Group;
import org.muster.summarize.Grouping;
import org.muster.text.CsvBlocks;

/**
 * Reads claims in Apache Spark, and says what they say together, group by group: the rows of {@code muster summarize}, from
 * any number of machines.
 *
 * <pre>{@code
 * SparkClaims muster = SparkClaims.on(spark);
 * Dataset<Row> claims = muster.read(spark.read().parquet("claims.parquet"));
 * muster.problems(claims).show();
 * muster.summarize(claims, "event,party,measure").write().parquet("summary");
 * }</pre>
 *
 * <p>A session that was given to {@link #on} also has these functions in SQL:
 *
 * <ul>
 *   <li>{@code muster_read(struct(*))} reads a row of a table with columns like those of {@code claims.csv}, and gives a
 *       {@code claim}, which is null if the row cannot be read, and its {@code problems}
 *   <li>{@code muster_group(claim)} gives the group of one claim as bytes, null for none
 *   <li>{@code muster_agg(group)} aggregates: it merges groups into one, null without a claim
 *   <li>{@code muster_summary(group)} gives the columns of {@code summary.csv} behind those of {@code --by}
 * </ul>
 */
public final class SparkClaims {

    private static final int MOST_VOICES = 1000;
    private static final String READ = "muster_read";
    static final String GROUP = "claims_group"; // as bytes

    private final SparkSession spark;
    private final CitedWorks works;
    private final int mostVoices;
    private final UserDefinedFunction read;
    private final UserDefinedFunction summary;

    private SparkClaims(SparkSession spark, CitedWorks works, int mostVoices) {
        this.spark = spark;
        this.works = works;
        this.mostVoices = mostVoices;
        read = udf(reader(works), ClaimRow.READ);
        summary = udf(summary(works, mostVoices), new SummaryRow(mostVoices).schema());
        spark.udf().register(READ, read);
        spark.udf().register("muster_group", udf(group(works, mostVoices), DataTypes.BinaryType));
        spark.udf().register("muster_agg", udaf(groupAggregator(), Encoders.BINARY()));
        spark.udf().register("muster_summary", summary);
    }

    /**
     * Adds the functions to a session. Any work may be cited and none copies another, and a group of more than 1,000 voices has
     * no range, agreement and verdict.
     *
     * @param spark the session
     * @return the functions for Java
     */
    public static SparkClaims on(SparkSession spark) {
        return on(spark, CitedWorks.ANY, MOST_VOICES);
    }

    /**
     * Adds the functions to a session.
     *
     * @param spark the session
     * @param sources a {@code sources.csv}, in any file system of Spark: the works that may be cited, and what they copy
     * @param mostVoices above how many voices a group has no range, agreement and verdict
     * @return the functions for Java
     * @throws IOException if the file cannot be read
     */
    public static SparkClaims on(SparkSession spark, String sources, int mostVoices) throws IOException {
        return on(spark, CitedWorks.read(spark, sources), mostVoices);
    }

    static SparkClaims on(SparkSession spark, CitedWorks works, int mostVoices) {
        if (mostVoices < 1) {
            throw new IllegalArgumentException("mostVoices " + mostVoices + " is not above 0");
        }
        return new SparkClaims(spark, works, mostVoices);
    }

    private static UDF1<Row, Row> reader(CitedWorks works) {
        return new UDF1<>() {
            private static final long serialVersionUID = 1;
            private transient @Nullable TableReader reader;

            @Override
            public synchronized Row call(Row row) {
                TableReader known = reader;
                if (known == null || !known.reads(row.schema())) {
                    known = new TableReader(row.schema(), works.works());
                    reader = known;
                }
                return known.read(row);
            }
        };
    }

    private static UDF1<Row, byte[]> group(CitedWorks works, int mostVoices) {
        return claim -> {
            GroupBuffer group = new GroupBuffer(mostVoices);
            group.add(claim, works);
            return group.toBytes();
        };
    }

    private static UDF1<byte[], Row> summary(CitedWorks works, int mostVoices) {
        return bytes -> bytes == null
                ? null
                : new SummaryRow(mostVoices).row(Group.of(bytes, mostVoices).summary(List.of(), works.works()));
    }

    /**
     * Returns the works that may be cited.
     *
     * @return the works; what could not be read of {@code sources.csv} is among the problems of {@link Works#dossier}
     */
    public Works works() {
        return works.works();
    }

    /**
     * Returns the aggregator of claims for typed Datasets.
     *
     * @return an aggregator of rows with a column {@code claim}, as {@link #read} and {@link #readCsv} give them; its results
     *     are groups as bytes
     */
    public Aggregator<Row, ?, byte[]> claimAggregator() {
        return new ClaimAggregator(works, mostVoices);
    }

    /**
     * Returns the aggregator of groups for typed Datasets.
     *
     * @return an aggregator of what {@link #claimAggregator} gives; its results are groups as bytes
     */
    public Aggregator<byte[], ?, byte[]> groupAggregator() {
        return new GroupAggregator(mostVoices);
    }

    /**
     * Reads a table with columns like those of {@code claims.csv}, such as a Parquet file. They are found by name; others are
     * kept and not read. Figures are read from the text, or taken from {@code low} and {@code high}.
     *
     * @param table the table
     * @return the table with two more columns: {@code claim}, null where the row cannot be read, and its {@code problems}
     * @throws IllegalArgumentException if a required column is missing, or one is of a type that is not read
     */
    public Dataset<Row> read(Dataset<Row> table) {
        for (String name : List.of(CLAIM, PROBLEMS)) {
            if (Arrays.asList(table.columns()).contains(name)) {
                throw new IllegalArgumentException(
                        "the table has a column " + name + ", which is to be added; rename it");
            }
        }
        Column[] columns = new TableReader(table.schema(), works.works())
                .columns().stream().map(SparkClaims::quoted).toArray(Column[]::new);
        Column[] all = Arrays.stream(table.columns()).map(SparkClaims::quoted).toArray(Column[]::new);
        return table.withColumn(READ, read.apply(struct(columns)))
                .select(append(all, col(READ + "." + CLAIM), col(READ + "." + PROBLEMS)));
    }

    private static Column quoted(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }

    private static Column[] append(Column[] all, Column... more) {
        Column[] appended = Arrays.copyOf(all, all.length + more.length);
        System.arraycopy(more, 0, appended, all.length, more.length);
        return appended;
    }

    /**
     * Reads files of claims as {@code muster summarize} does: CSV, also compressed by gzip. Each file is read by one task, so
     * that a row may stand on several lines and has a line number.
     *
     * @param paths files, folders and patterns, in any file system of Spark
     * @return a row for each claim, and for each problem that belongs to none: {@code claim}, which may be null, and its
     *     {@code problems}
     */
    public Dataset<Row> readCsv(String... paths) {
        JavaPairRDD<String, PortableDataStream> files =
                new JavaSparkContext(spark.sparkContext()).binaryFiles(String.join(",", paths));
        boolean isOne = check(files.keys().collect(), paths) == 1;
        boolean hasOrigin =
                files.map(file -> hasOrigin(file(file._1, isOne), file._2)).reduce(Boolean::logicalOr);
        CitedWorks cited = works;
        return spark.createDataFrame(
                files.flatMap(file -> new FileRows(file(file._1, isOne), file._2.open(), cited.works(), hasOrigin)),
                ClaimRow.READ);
    }

    /** Returns how many files there are, each of which has to be given once. */
    private static int check(List<String> files, String... paths) {
        if (files.isEmpty()) {
            throw new IllegalArgumentException("there is no file in " + String.join(", ", paths));
        }
        Set<String> known = new HashSet<>();
        for (String file : files) {
            if (!known.add(file)) {
                throw new IllegalArgumentException(file + " is given twice; expected each file once");
            }
        }
        return known.size();
    }

    private static ClaimFile file(String address, boolean isOne) {
        Path path = Path.of(new org.apache.hadoop.fs.Path(address).toUri().getPath());
        return isOne
                ? new ClaimFile(path, String.valueOf(path.getFileName()), "")
                : new ClaimFile(path, address, address + ":");
    }

    private static boolean hasOrigin(ClaimFile file, PortableDataStream content) throws IOException {
        try (CsvBlocks blocks = file.blocks(content.open())) {
            return blocks.columns().containsKey("origin");
        }
    }

    /**
     * Returns the problems of what was read.
     *
     * @param claims what {@link #read} or {@link #readCsv} gave
     * @return a row for each problem: {@code file,line,column,severity,message,text}
     */
    public Dataset<Row> problems(Dataset<Row> claims) {
        return claims.select(explode(col(PROBLEMS)).as("problem")).select("problem.*");
    }

    /**
     * Returns what claims say together.
     *
     * @param claims what {@link #read} or {@link #readCsv} gave
     * @param by some of {@code event,party,place,measure,scope}, separated by commas
     * @return the columns of {@code summary.csv}, a row for each group, sorted by group
     * @throws IllegalArgumentException if a name is another or stands twice, or there is none
     */
    public Dataset<Row> summarize(Dataset<Row> claims, String by) {
        Column[] columns = columns(by);
        return groups(claims, by)
                .filter(col(GROUP).isNotNull())
                .withColumn("says", summary.apply(col(GROUP)))
                .select(append(columns, col("says.*")))
                .orderBy(columns);
    }

    /**
     * Returns what claims say together, as the lines of {@code summary.csv}.
     *
     * @param claims what {@link #read} or {@link #readCsv} gave
     * @param by some of {@code event,party,place,measure,scope}, separated by commas
     * @return in each partition the headings, then a text for each group, sorted by group: the same as in the file that
     *     {@code muster summarize} writes
     * @throws IllegalArgumentException if a name is another or stands twice, or there is none
     */
    public Dataset<String> summaryCsv(Dataset<Row> claims, String by) {
        return lines(groups(claims, by), by);
    }

    /** The lines of what {@link #groups} gave. */
    Dataset<String> lines(Dataset<Row> groups, String by) {
        List<String> headings = Grouping.parse(by).headings();
        CitedWorks cited = works;
        int most = mostVoices;
        return groups.filter(col(GROUP).isNotNull())
                .orderBy(columns(by))
                .mapPartitions(
                        (MapPartitionsFunction<Row, String>)
                                rows -> new SummaryLines(rows, headings, cited.works(), most),
                        Encoders.STRING());
    }

    /**
     * The groups as bytes, with how many problems their rows had. Rows that cannot be read are a group without a key and
     * bytes.
     */
    Dataset<Row> groups(Dataset<Row> claims, String by) {
        Column[] keys = Grouping.parse(by).headings().stream()
                .map(name -> col(CLAIM + "." + name).as(name))
                .toArray(Column[]::new);
        boolean haveProblems = Arrays.asList(claims.columns()).contains(PROBLEMS);
        Column problems = haveProblems ? size(col(PROBLEMS)) : lit(0);
        return claims.select(append(keys, col(CLAIM), problems.as(PROBLEMS)))
                .groupBy(columns(by))
                .agg(claimAggregator().toColumn().as(GROUP), sum(col(PROBLEMS)).as(PROBLEMS));
    }

    private static Column[] columns(String by) {
        return Grouping.parse(by).headings().stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
