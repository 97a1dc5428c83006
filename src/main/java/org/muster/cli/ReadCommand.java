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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.figure.Context;
import org.muster.figure.Figure;
import org.muster.figure.FigureReader;
import org.muster.figure.IgnoredPart;
import org.muster.figure.ReadFigure;
import org.muster.figure.ReadText;
import org.muster.figure.Reason;
import org.muster.figure.Remark;
import org.muster.interval.Decimals;
import org.muster.report.Findings;
import org.muster.table.WholeFile;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Reads the figures of one cell, or of a file with a cell a line. */
final class ReadCommand implements Callable<Integer> {

    private static final String HEADINGS = "part,low,high,best,qualifier,measure,relation,text";
    private static final int DIGITS = 6;

    private final CommandSpec spec = Muster.command(
            this,
            "read",
            "Reads the figures in a text, or in a file with a text a line, and says what is none and why.");
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
    private final OptionSpec languages = OptionSpec.builder("--languages")
            .paramLabel("CODES")
            .type(String.class)
            .description("Languages to read, the first wins; all by default: "
                    + String.join(",", FigureReader.languages()) + ".")
            .build();

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
        spec.addOption(item).addOption(state);
        Muster.exitCodes(spec, "");
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        String cell = text.getValue();
        Path file = lines.getValue();
        Path table = out.getValue();
        String codes = languages.getValue();
        String counted = item.getValue();
        String condition = state.getValue();
        if ((cell == null) == (file == null)) {
            throw new ParameterException(spec.commandLine(), "Give either a TEXT or --lines FILE.");
        }
        if ((file == null) != (table == null)) {
            throw new ParameterException(spec.commandLine(), "--lines FILE and --out FILE.csv come together.");
        }
        FigureReader reader = FigureReader.of(codes == null ? FigureReader.languages() : List.of(codes.split(",", -1)));
        Context context = new Context(counted == null ? "" : counted, condition == null ? "" : condition);
        if (cell != null) {
            print(reader.readAll(cell, context), spec.commandLine().getOut());
        } else if (file != null && table != null) {
            readLines(reader, context, file, table);
        }
        return Muster.DONE;
    }

    private static void print(ReadText read, PrintWriter terminal) {
        StringBuilder row = new StringBuilder();
        terminal.println(HEADINGS);
        for (int i = 0; i < read.figures().size(); i++) {
            row.setLength(0);
            append(row, i + 1, read.figures().get(i));
            terminal.println(Findings.printable(row.toString()));
        }
        if (read.figures().isEmpty()) {
            terminal.println("no figure");
        }
        for (IgnoredPart part : read.ignored()) {
            if (part.reason() != Reason.PUNCTUATION) {
                terminal.println(Findings.printable("set aside as " + part.reason() + ": "
                        + read.text().substring(part.start(), part.end()).strip()));
            }
        }
        for (Remark remark : read.remarks()) {
            terminal.println(Findings.printable(
                    "note: " + remark.kind() + ": " + read.text().substring(remark.start(), remark.end())));
        }
    }

    private static void readLines(FigureReader reader, Context context, Path file, Path table) throws IOException {
        if (Files.isDirectory(table)) {
            throw new IllegalArgumentException("--out " + table + " is a folder; expected a file, or a name for one");
        }
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + " is absent; expected a file with a text a line");
        }
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            WholeFile.write(table, to -> write(reader, context, in, to));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not text in UTF-8; nothing was written", e);
        }
    }

    private static void write(FigureReader reader, Context context, BufferedReader in, Writer to) throws IOException {
        to.write("line," + HEADINGS + "\n");
        StringBuilder rows = new StringBuilder();
        @Nullable String cell;
        for (long line = 1; (cell = in.readLine()) != null; line++) {
            rows.setLength(0);
            List<ReadFigure> figures = reader.readAll(unescaped(cell), context).figures();
            for (int i = 0; i < figures.size(); i++) {
                rows.append(line).append(',');
                append(rows, i + 1, figures.get(i));
                rows.append('\n');
            }
            if (figures.isEmpty()) {
                rows.append(line).append(",0,,,,,,,\n");
            }
            to.append(rows);
        }
    }

    /** A cell as written, from a line in which a backslash and a letter stand for a line break or a tab. */
    private static String unescaped(String line) {
        return line.indexOf('\\') < 0 ? line : line.replace("\\n", "\n").replace("\\t", "\t");
    }

    private static void append(StringBuilder row, int part, ReadFigure read) {
        Figure figure = read.figure();
        row.append(part).append(',');
        if (figure.range().isPresent()) {
            row.append(Decimals.down(figure.range().get().inf(), DIGITS)).append(',');
            row.append(Decimals.up(figure.range().get().sup(), DIGITS)).append(',');
        } else {
            row.append(",,");
        }
        if (figure.best().isPresent()) {
            row.append(Decimals.nearest(figure.best().getAsDouble(), DIGITS));
        }
        row.append(',').append(figure.qualifier()).append(',').append(read.measure());
        row.append(',').append(read.relation()).append(',');
        appendText(row, figure.text());
    }

    /** Text that a spreadsheet could take for a formula is marked as text; quotes are doubled. */
    private static void appendText(StringBuilder row, String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && !quoted; i++) {
            quoted = ",\"\n\r".indexOf(text.charAt(i)) >= 0;
        }
        row.append(quoted ? "\"" : "").append(formula ? "'" : "");
        row.append(quoted ? text.replace("\"", "\"\"") : text).append(quoted ? "\"" : "");
    }
}
