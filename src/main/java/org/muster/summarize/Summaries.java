package org.muster.summarize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.muster.dossier.ClaimRowReader;
import org.muster.dossier.Works;
import org.muster.importing.table.Mapping;
import org.muster.importing.table.Table;
import org.muster.importing.table.TableImport;
import org.muster.reading.FigureReader;
import org.muster.rows.Column;
import org.muster.rows.Rows;
import org.muster.text.CsvBlocks;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;
import org.muster.text.RepeatedProblems;

/**
 * What the claims of files of any size say together, group by group, in one pass: the rows of {@code muster summarize}. They
 * are the same on any number of threads. What is held grows with the pairs of group and voice, not with the claims.
 */
public final class Summaries implements Rows<GroupSummary> {

    private final List<Column<GroupSummary>> columns;
    private final List<GroupSummary> rows;
    private final RepeatedProblems problems;
    private final long claims;
    private final List<String> tables;

    private Summaries(
            Options options, ClaimGroups groups, RepeatedProblems problems, long claims, List<String> tables) {
        this.columns = GroupSummary.columns(options.grouping.headings(), options.mostVoices);
        this.rows = groups.summaries(options.threads > 1);
        this.problems = problems;
        this.claims = claims;
        this.tables = List.copyOf(tables);
    }

    /**
     * How to summarize.
     *
     * @param grouping by which columns
     * @param works the works that may be cited, with what they copy
     * @param mostVoices above how many voices a group has no range, agreement and verdict
     * @param threads how many threads read
     * @param languages the codes of the languages of the figures, the first wins; if empty, English
     */
    public record Options(Grouping grouping, Works works, int mostVoices, int threads, List<String> languages) {

        /** Checks that the numbers are above 0, and copies the list. */
        public Options {
            languages = List.copyOf(languages);
            if (mostVoices < 1 || threads < 1) {
                throw new IllegalArgumentException(
                        "mostVoices " + mostVoices + " and threads " + threads + ": expected numbers above 0");
            }
        }

        /**
         * Returns the usual options: at most 1,000 voices, and all cores.
         *
         * @param grouping by which columns
         * @return the options, by which any work may be cited and none copies another; figures are English
         */
        public static Options by(Grouping grouping) {
            return new Options(grouping, Works.any(), 1000, Runtime.getRuntime().availableProcessors(), List.of());
        }
    }

    /**
     * Summarizes the claims of files.
     *
     * @param paths files of claims as in a dossier, in CSV, also compressed by gzip. A row that names no event is about the
     *     one that the file is named after, or the folder of a {@code claims.csv}
     * @param options how
     * @return the groups
     * @throws IOException if a file is absent, something else than a file, or cannot be read to its end
     * @throws IllegalArgumentException if a file is given twice
     */
    public static Summaries of(List<Path> paths, Options options) throws IOException {
        List<ClaimFile> files = ClaimFile.of(paths);
        boolean anyMayCopy = options.works.haveOrigins();
        for (ClaimFile file : files) {
            try (CsvBlocks blocks = file.blocks()) {
                anyMayCopy |= blocks.columns().containsKey("origin");
            }
        }
        RepeatedProblems problems = new RepeatedProblems();
        options.works.dossier().problems().forEach(problems::add);
        ClaimGroups groups = new ClaimGroups(options.grouping, options.works, anyMayCopy, options.mostVoices);
        long claims = 0;
        ExecutorService threads = Executors.newFixedThreadPool(options.threads, Summaries::thread);
        try {
            for (ClaimFile file : files) {
                claims += read(file, options, groups, threads, problems);
            }
        } finally {
            threads.shutdownNow();
        }
        return new Summaries(options, groups, problems, claims, List.of());
    }

    /**
     * Summarizes the claims that a mapping makes of the rows of tables: as if each table were imported, and the {@code
     * claims.csv} of all of them summarized. One thread reads them.
     *
     * @param tables tables, opened together
     * @param mapping what makes claims of their rows. Those that name no event are about the one that the table's file is
     *     named after
     * @param options how; the works that may be cited are usually the {@linkplain Mapping#works mapping's}
     * @return the groups
     * @throws IOException if a table cannot be read to its end
     * @throws IllegalArgumentException if a table lacks columns that the mapping names, or a regular expression takes too long
     */
    public static Summaries of(List<Table> tables, Mapping mapping, Options options) throws IOException {
        Deque<TableImport> imports = new ArrayDeque<>(); // each is let go once it is done
        for (Table table : tables) {
            imports.add(TableImport.of(table, mapping, options.languages));
        }
        RepeatedProblems problems = new RepeatedProblems();
        options.works.dossier().problems().forEach(problems::add);
        mapping.warnings().forEach(problems::add);
        boolean anyMayCopy = true; // as in every claims.csv of an import, which has a column for origins
        ClaimGroups groups = new ClaimGroups(options.grouping, options.works, anyMayCopy, options.mostVoices);
        AtomicLong claims = new AtomicLong();
        List<String> told = new ArrayList<>();
        for (Table table : tables) {
            String prefix = tables.size() > 1 ? table.name() + ":" : "";
            TableImport imported = imports.remove();
            imported.forEach(options.works, problems, claim -> {
                groups.add(claim, prefix);
                claims.incrementAndGet();
            });
            told.addAll(imported.summary());
        }
        return new Summaries(options, groups, problems, claims.get(), told);
    }

    private static Thread thread(Runnable runs) {
        Thread thread = new Thread(runs, "muster-summarize");
        thread.setDaemon(true);
        return thread;
    }

    /** Reads a file: whichever thread is free takes the next block. Problems keep the order of the file. */
    private static long read(
            ClaimFile file, Options options, ClaimGroups groups, ExecutorService threads, RepeatedProblems problems)
            throws IOException {
        try (CsvBlocks blocks = file.blocks()) {
            blocks.problems().forEach(problems::add);
            FigureReader figures = FigureReader.of(options.languages);
            ProblemsInOrder told = new ProblemsInOrder(problems);
            List<Future<Long>> open = new ArrayList<>();
            for (int i = 0; i < options.threads; i++) {
                ClaimBytes reader = new ClaimBytes(
                        groups,
                        ClaimRowReader.of(file.event(), options.works, figures),
                        file.prefix(),
                        blocks.columns());
                open.add(threads.submit(() -> read(blocks, reader, told)));
            }
            long claims = 0;
            for (Future<Long> each : open) {
                claims += claims(each);
            }
            if (!blocks.hadRows() && blocks.problems().stream().noneMatch(Problem::isError)) {
                problems.add(
                        new Problem(file.name(), 0, "", Severity.WARNING, "the file has a header and no rows", ""));
            }
            return claims;
        }
    }

    /** Reads blocks until none is left; returns how many claims were in them. */
    private static long read(CsvBlocks blocks, ClaimBytes reader, ProblemsInOrder told) throws IOException {
        for (Optional<CsvBlocks.Block> next = blocks.next(); next.isPresent(); next = blocks.next()) {
            next.get().read(reader);
            told.add(next.get().number(), reader.takeProblems());
        }
        reader.end();
        return reader.claims();
    }

    /** The problems of blocks, which are read in any order. */
    private static final class ProblemsInOrder {
        private final RepeatedProblems problems;
        private final Set<String> toldOnce = new HashSet<>();
        private final Map<Integer, List<Problem>> waiting = new HashMap<>(); // for a block before theirs
        private int next;

        ProblemsInOrder(RepeatedProblems problems) {
            this.problems = problems;
        }

        synchronized void add(int block, List<Problem> found) {
            waiting.put(block, found);
            for (List<Problem> told = waiting.remove(next); told != null; told = waiting.remove(next)) {
                for (Problem problem : told) {
                    if (!ClaimBytes.isToldOnce(problem) || toldOnce.add(problem.message())) {
                        problems.add(problem);
                    }
                }
                next++;
            }
        }
    }

    private static long claims(Future<Long> read) throws IOException {
        try {
            return read.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IOException(e.getCause());
        }
    }

    /**
     * Returns what could not be read.
     *
     * @return the problems by file and line
     */
    public RepeatedProblems problems() {
        return problems;
    }

    /**
     * Returns how many claims there are.
     *
     * @return the rows that could be read, those without a number too
     */
    public long claims() {
        return claims;
    }

    /**
     * Returns how tables were read and what became of their rows, for a person.
     *
     * @return the lines of each table's import; none for files of claims
     */
    public List<String> tables() {
        return tables;
    }

    @Override
    public String name() {
        return "summaries";
    }

    @Override
    public List<GroupSummary> rows() {
        return Collections.unmodifiableList(rows);
    }

    @Override
    public List<Column<GroupSummary>> columns() {
        return columns;
    }

    /** Returns how many claims and groups there are. */
    @Override
    public String toString() {
        return claims
                + (claims == 1 ? " claim in " : " claims in ")
                + rows.size()
                + (rows.size() == 1 ? " group" : " groups");
    }
}
