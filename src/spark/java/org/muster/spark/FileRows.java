package org.muster.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import org.apache.spark.sql.Row;
import org.muster.dossier.ClaimRowReader;
import org.muster.reading.FigureReader;
import org.muster.dossier.ClaimRows;
import org.muster.dossier.Works;
import org.muster.summarize.ClaimFile;
import org.muster.text.ByteRow;
import org.muster.text.CsvBlocks;
import org.muster.text.CsvTable;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/** The rows of one file of claims, as {@code muster summarize} reads them: each as a claim, or its problems. */
final class FileRows implements Iterator<Row>, CsvBlocks.Receiver {

    private final ClaimFile file;
    private final CsvBlocks blocks;
    private final ClaimRowReader reader;
    private final boolean hasOrigin;
    private final Queue<Row> rows = new ArrayDeque<>();
    private boolean atEnd;

    /** @param hasOrigin whether this file or another says what claims copy */
    FileRows(ClaimFile file, InputStream content, Works works, boolean hasOrigin) throws IOException {
        this.file = file;
        this.blocks = file.blocks(content);
        this.reader = ClaimRowReader.of(file.event(), works, FigureReader.english());
        this.hasOrigin = hasOrigin;
        blocks.problems().forEach(this::problem);
    }

    @Override
    public boolean hasNext() {
        while (rows.isEmpty() && !atEnd) {
            try {
                Optional<CsvBlocks.Block> next = blocks.next();
                next.ifPresent(block -> block.read(this));
                if (next.isEmpty()) {
                    end();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return !rows.isEmpty();
    }

    private void end() throws IOException {
        atEnd = true;
        blocks.close();
        if (!blocks.hadRows() && blocks.problems().stream().noneMatch(Problem::isError)) {
            problem(new Problem(file.name(), 0, "", Severity.WARNING, "the file has a header and no rows", ""));
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.remove();
    }

    @Override
    public void row(ByteRow row, CsvBlocks.Reader text) {
        row(text.read());
    }

    @Override
    public void row(CsvTable.Row row) {
        ClaimRows.Added read = reader.read(row);
        String id = read.claim().map(claim -> file.prefix() + claim.id()).orElse("");
        rows.add(ClaimRow.read(read.claim(), id, hasOrigin, read.problems()));
    }

    @Override
    public void problem(Problem problem) {
        rows.add(ClaimRow.read(Optional.empty(), "", hasOrigin, List.of(problem)));
    }
}
