package org.muster.spark;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.muster.report.CsvRows;
import org.muster.summarize.GroupSummary;
import org.muster.summarize.Summaries;

/** Spark on the two cores of this machine, which nobody else can reach; and what one machine says without it. */
final class Local {

    private Local() {}

    static SparkSession spark(Path folder) {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 5)
                .config("spark.sql.objectHashAggregate.sortBased.fallbackThreshold", 100_000)
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .getOrCreate();
    }

    /** The lines of {@code summary.csv}, the headings first. */
    static List<String> lines(Summaries summaries) throws IOException {
        StringWriter text = new StringWriter();
        CsvRows<GroupSummary> rows = CsvRows.of(summaries.columns(), text);
        for (GroupSummary row : summaries.rows()) {
            rows.add(row);
        }
        return text.toString().lines().toList();
    }

    /** Lines of several partitions, each of which begins with the headings. */
    static List<String> withOneHeading(List<String> lines) {
        return Stream.concat(lines.stream().limit(1), lines.stream().filter(line -> !line.equals(lines.get(0))))
                .toList();
    }
}
