package org.muster.spark;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.muster.dossier.Works;
import org.muster.report.CsvRows;
import org.muster.summarize.Group;
import org.muster.summarize.GroupSummary;

/** Writes rows with the columns of a group and, behind these, the group as bytes: the lines of {@code summary.csv}. */
final class SummaryLines implements Iterator<String> {

    private final Iterator<Row> groups;
    private final int keys;
    private final Works works;
    private final int mostVoices;
    private final StringWriter text = new StringWriter();
    private final CsvRows<GroupSummary> rows;

    SummaryLines(Iterator<Row> groups, List<String> headings, Works works, int mostVoices) {
        this.groups = groups;
        this.keys = headings.size();
        this.works = works;
        this.mostVoices = mostVoices;
        try {
            rows = CsvRows.of(GroupSummary.columns(headings, mostVoices), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is none in memory
        }
    }

    @Override
    public boolean hasNext() {
        return !text.getBuffer().isEmpty() || groups.hasNext();
    }

    @Override
    public String next() {
        if (text.getBuffer().isEmpty()) {
            add(groups.next());
        }
        String line = text.toString();
        text.getBuffer().setLength(0);
        return line.substring(0, line.length() - 1); // without the line feed
    }

    private void add(Row row) {
        List<String> key = IntStream.range(0, keys).mapToObj(row::getString).toList();
        try {
            rows.add(Group.of(row.getAs(keys), mostVoices).summary(key, works));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // there is none in memory
        }
    }
}
