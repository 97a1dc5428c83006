package org.muster.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.muster.interval.Interval;
import org.muster.reading.Context;
import org.muster.reading.FigureReader;
import org.muster.reading.IgnoredPart;
import org.muster.reading.ReadFigure;
import org.muster.reading.ReadText;
import org.muster.reading.Reason;
import org.muster.reading.Remark;
import org.muster.report.CsvRows;
import org.muster.rows.Column;
import org.muster.text.AtomicFile;
import org.muster.text.InputFile;
import org.muster.text.SafeText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Reads the figures of one cell, or of a file with a cell a line. */
final class ReadCommand implements Callable<Integer> {

    /**
     * A figure of a text.
     *
     * @param line the line that the text stands in
     * @param part the number of the figure in the text, from 1; 0 where the text has none
     * @param read the figure; empty where the text has none
     * @param near names of parties or places in its sentence
     */
    private record Row(long line, int part, Optional<ReadFigure> read, String near) {}

    private static final List<Column<Row>> COLUMNS = List.of(
            Column.count("part", Row::part),
            Column.range(
                    "low",
                    "high",
                    row -> row.read().flatMap(read -> read.figure().range()).orElse(Interval.EMPTY)),
            Column.number(
                    "best", row -> row.read().map(read -> read.figure().best()).orElse(OptionalDouble.empty())),
            ofFigure("qualifier", read -> read.figure().qualifier().toString()),
            ofFigure("measure", ReadFigure::measure),
            ofFigure("relation", read -> read.relation().toString()));

    private static final List<Column<Row>> ON_THE_TERMINAL = Column.concat(
            COLUMNS,
            List.of(
                    ofFigure("text", read -> SafeText.forTerminal(read.figure().text())),
                    Column.text("near", row -> SafeText.forTerminal(row.near()))));

    private static final List<Column<Row>> OF_LINES = Column.concat(
            List.of(Column.count("line", Row::line)),
            COLUMNS,
            List.of(ofFigure("text", read -> read.figure().text()), Column.text("near", Row::near)));

    private final CommandSpec spec = Commands.command(
            this,
            "read",
            "Reads the figures in a text, sentence by sentence, or in a file with a text a line, and says what is none"
                    + " and why.");
    private final PositionalParamSpec text = PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("TEXT")
            .type(String.class)
            .description("What a source writes, such as \"9,780–12,031 killed\".")
            .build();
    private final OptionSpec lines = OptionSpec.builder("--lines")
            .paramLabel("FILE")
            .type(Path.class)
            .description("A file with a text a line, where \\n stands for a line break and \\t for a tab.")
            .build();
    private final OptionSpec out = OptionSpec.builder("--out")
            .paramLabel("FILE.csv")
            .type(Path.class)
            .description("Takes the figures read from --lines, a row each.")
            .build();
    private final OptionSpec languages = Commands.languages("Languages to read, the first wins; all by default.");

    private final OptionSpec quiet = Commands.quiet();
    private final OptionSpec item = OptionSpec.builder("--item")
            .paramLabel("ITEM")
            .type(String.class)
            .description("What is counted where the text leaves it open, such as ships.")
            .build();
    private final OptionSpec state = OptionSpec.builder("--state")
            .paramLabel("STATE")
            .type(String.class)
            .description("In what state, where the text leaves it open, such as strength or casualties.")
            .build();

    CommandSpec spec() {
        spec.addPositional(text).addOption(lines).addOption(out).addOption(languages);
        spec.addOption(item).addOption(state).addOption(quiet);
        Commands.exitCodes(spec, "Done, but a number, or what stands for one, could not be read.");
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        String cell = text.getValue();
        Path file = lines.getValue();
        Path table = out.getValue();
        String counted = item.getValue();
        String condition = state.getValue();
        if ((cell == null) == (file == null)) {
            throw new ParameterException(spec.commandLine(), "Give either a TEXT or --lines FILE.");
        }
        if ((file == null) != (table == null)) {
            throw new ParameterException(spec.commandLine(), "--lines FILE and --out FILE.csv come together.");
        }
        List<String> codes = Commands.spoken(languages);
        List<String> read = codes.isEmpty() ? FigureReader.languages() : codes;
        FigureReader reader = FigureReader.of(read);
        Context context = new Context(counted == null ? "" : counted, condition == null ? "" : condition);
        PrintWriter terminal = spec.commandLine().getOut();
        boolean complete = true;
        if (cell != null) {
            complete = print(reader, cell, context, terminal);
        } else if (file != null && table != null) {
            complete = readLines(reader, context, file, table, Boolean.TRUE.equals(quiet.getValue()));
        }
        terminal.println("languages read: " + String.join(", ", read));
        terminal.flush();
        return complete ? Commands.DONE : Commands.FOUND;
    }

    /** Prints the figures of a text and what is none, and says whether all was understood. */
    private static boolean print(FigureReader reader, String text, Context context, PrintWriter terminal)
            throws IOException {
        List<ReadText> sentences = reader.readSentences(text, context);
        CsvRows<Row> csv = CsvRows.of(ON_THE_TERMINAL, terminal);
        int part = 0;
        for (ReadText sentence : sentences) {
            for (ReadFigure figure : sentence.figures()) {
                csv.add(new Row(1, ++part, Optional.of(figure), near(sentence, figure)));
            }
        }
        if (part == 0) {
            terminal.println("no figure");
        }
        for (ReadText sentence : sentences) {
            printRest(sentence, terminal);
        }
        return sentences.stream().allMatch(ReadText::isComplete);
    }

    private static void printRest(ReadText read, PrintWriter terminal) {
        for (IgnoredPart part : read.ignored()) {
            if (part.reason() != Reason.PUNCTUATION) {
                terminal.println(SafeText.forTerminal("set aside as " + part.reason() + ": "
                        + read.text().substring(part.start(), part.end()).strip()));
            }
        }
        for (Remark remark : read.remarks()) {
            terminal.println(SafeText.forTerminal(
                    "note: " + remark.kind() + ": " + read.text().substring(remark.start(), remark.end())));
        }
    }

    /** The names that may say whose a figure is, or where: hints, and no claims. */
    private static String near(ReadText read, ReadFigure figure) {
        return String.join("; ", read.namesNear(figure));
    }

    private static boolean readLines(FigureReader reader, Context context, Path file, Path table, boolean quiet)
            throws IOException {
        if (Files.isDirectory(table)) {
            throw new IllegalArgumentException("--out " + table + " is a folder; expected a file, or a name for one");
        }
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(file + " is absent; expected a file with a text a line");
        }
        String other = InputFile.otherThanFile(file);
        if (!other.isEmpty()) {
            throw new IllegalArgumentException(file + " is " + other + "; expected a file with a text a line");
        }
        if (Files.exists(table) && Files.isSameFile(file, table)) {
            throw new IllegalArgumentException(table + " is the file that --lines reads; expected another for --out");
        }
        try (Progress progress = Progress.start(quiet);
                BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            AtomicBoolean complete = new AtomicBoolean(true);
            AtomicFile.write(table, to -> complete.set(write(reader, context, in, to, progress)));
            return complete.get();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not text in UTF-8; nothing was written", e);
        }
    }

    private static boolean write(FigureReader reader, Context context, BufferedReader in, Writer to, Progress progress)
            throws IOException {
        CsvRows<Row> csv = CsvRows.of(OF_LINES, to);
        boolean complete = true;
        @Nullable String cell;
        for (long line = 1; (cell = in.readLine()) != null; line++) {
            progress.now("reading line " + line);
            int part = 0;
            for (ReadText sentence : reader.readSentences(unescaped(cell), context)) {
                for (ReadFigure figure : sentence.figures()) {
                    csv.add(new Row(line, ++part, Optional.of(figure), near(sentence, figure)));
                }
                complete &= sentence.isComplete();
            }
            if (part == 0) {
                csv.add(new Row(line, 0, Optional.empty(), ""));
            }
        }
        return complete;
    }

    /** A column that is blank where a text has no figure. */
    private static Column<Row> ofFigure(String heading, Function<ReadFigure, String> cell) {
        return Column.text(heading, row -> row.read().map(cell).orElse(""));
    }

    /** A cell as written, from a line in which a backslash and a letter stand for a line break or a tab. */
    private static String unescaped(String line) {
        return line.indexOf('\\') < 0 ? line : line.replace("\\n", "\n").replace("\\t", "\t");
    }
}
