package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;
import org.muster.dossier.MissingCodes;
import org.muster.report.DataPackage;
import org.muster.report.Problems;
import org.muster.report.Report;
import org.muster.report.Run;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What commands that work on a dossier have in common. */
final class DossierArguments {

    /** The end of a list that a report goes on with. */
    private static final Pattern REST = Pattern.compile("^( *… and \\d+ more(?: kinds?)?) in (\\S+)$");

    private final PositionalParamSpec dossier = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("DOSSIER")
            .type(Path.class)
            .description("A folder with claims.csv, or a single CSV file of claims.")
            .build();
    private final OptionSpec about = OptionSpec.builder("--about")
            .paramLabel("PERCENT")
            .type(String.class)
            .description("Widen figures marked about (both ways) and nearly (downwards), such as 5%%.")
            .build();
    private final OptionSpec rounding = OptionSpec.builder("--rounding")
            .type(boolean.class)
            .arity("0")
            .description("Widen rounded figures by half a unit of the last written digit.")
            .build();

    private final OptionSpec missing = OptionSpec.builder("--missing")
            .paramLabel("COLUMNS=CODES")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .description("Cells of claims.csv that mean missing, such as low,high=-9,-99 or figure=NA,blank; may be"
                    + " given several times.")
            .build();

    private final OptionSpec only = OptionSpec.builder("--only")
            .paramLabel("WHAT=NAME")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .description("Take only claims about an event, party, place, item or state and what is part of it, such as"
                    + " event=Kursk,party=Germany; may be given several times.")
            .build();

    private final OptionSpec languages = Commands.languages(
            "Languages of the figures, the first wins, such as de,en; those of datapackage.json, or else English, by default.");

    private final OptionSpec quiet = Commands.quiet();

    private final CommandSpec spec;
    private final OptionSpec out;
    private final boolean toFile;

    /**
     * Adds the arguments to a command.
     *
     * @param required whether the command always writes reports
     * @param out what the folder for reports is
     */
    DossierArguments(CommandSpec spec, boolean required, String out) {
        this(spec, required, out, false);
    }

    /**
     * Adds the arguments to a command that writes one file.
     *
     * @param out what the file is
     */
    static DossierArguments toFile(CommandSpec spec, String out) {
        return new DossierArguments(spec, true, out, true);
    }

    private DossierArguments(CommandSpec spec, boolean required, String out, boolean toFile) {
        this.spec = spec;
        this.toFile = toFile;
        this.out = OptionSpec.builder("--out")
                .paramLabel(toFile ? "FILE.csv" : "DIR")
                .type(Path.class)
                .required(required)
                .description(out)
                .build();
        spec.addPositional(dossier).addOption(this.out);
        spec.addOption(about).addOption(rounding).addOption(missing);
        spec.addOption(only).addOption(languages).addOption(quiet);
    }

    /** The folder in which reports will be written, if any. */
    @Nullable
    Path folder() {
        return toFile ? null : out.getValue();
    }

    /**
     * The file that will be written.
     * @throws IllegalArgumentException if it is a folder, or a file of the dossier
     */
    Path file() throws IOException {
        Path file = Objects.requireNonNull(out.<Path>getValue(), "out");
        requireName(file);
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("--out " + file + " is a folder; expected a file, or a name for one");
        }
        if (Files.exists(file)) {
            for (Path input : Files.exists(path()) ? Dossier.files(path()) : List.<Path>of()) {
                if (Files.isSameFile(file, input)) {
                    throw new IllegalArgumentException("--out " + file + " is a file of the dossier; expected another");
                }
            }
        }
        return file;
    }

    private static void requireName(Path out) {
        if (out.toString().isEmpty()) {
            throw new IllegalArgumentException("--out is empty; expected a name, or . for the current folder");
        }
    }

    /** Tells what is being done, unless quiet is asked for. */
    Progress progress() {
        Progress progress = Progress.start(Boolean.TRUE.equals(quiet.getValue()));
        progress.now("reading " + path());
        return progress;
    }

    /** By how much soft figures are widened. */
    Tolerance tolerance() {
        String percent = about.getValue();
        Boolean half = rounding.getValue();
        Tolerance tolerance = percent == null ? Tolerance.NONE : Tolerance.about(percent);
        return Boolean.TRUE.equals(half) ? tolerance.withRounding() : tolerance;
    }

    private MissingCodes codes() {
        List<String> given = missing.getValue();
        return given == null ? MissingCodes.NONE : MissingCodes.parse(given);
    }

    /**
     * Reads the dossier and makes its reports.
     * @throws IllegalArgumentException if there is nothing to work on; the message says why
     */
    Report report() throws IOException {
        Tolerance tolerance = tolerance();
        return Report.of(dossier(), tolerance);
    }

    /**
     * Reads the dossier.
     * @throws IllegalArgumentException if there is nothing to work on; the message says why
     */
    Dossier dossier() throws IOException {
        MissingCodes codes = codes();
        Path folder = folder();
        if (folder != null) {
            requireName(folder);
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out " + folder + " is a file; expected a folder, or a name for one");
        }
        if (folder != null) {
            DataPackage.checkFolder(folder);
        }
        Path path = path();
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    path + " is absent; expected a folder with claims.csv, or a CSV file of claims");
        }
        Dossier read = Dossier.read(path, codes, Commands.spoken(languages));
        if (read.claims().isEmpty()) {
            Commands.print(spec.commandLine().getErr(), new Problems(read.problems()).told());
            throw new IllegalArgumentException("no claim could be read from " + path + "; nothing was written"
                    + (Files.isDirectory(path)
                            ? ""
                            : ". If it is a table with columns of its own, begin with: muster mapping " + path));
        }
        List<String> parts = only.getValue();
        return parts == null ? read : Selection.parse(parts).of(read);
    }

    private Path path() {
        return Objects.requireNonNull(dossier.<Path>getValue(), "dossier");
    }

    /** What was asked for, as typed, but for what the reports do not depend on: their folder, and quiet. */
    Run run() throws IOException {
        ParseResult typed = spec.commandLine().getParseResult();
        List<String> words = new ArrayList<>(dossier.originalStringValues());
        for (OptionSpec option : spec.options()) {
            if (!option.equals(out) && !option.equals(quiet) && typed.hasMatchedOption(option)) {
                for (String value : option.originalStringValues()) {
                    words.add(option.longestName());
                    if (option.arity().max() > 0) {
                        words.add(value);
                    }
                }
            }
        }
        return new Run(spec.name(), words, Dossier.files(path()));
    }

    /** Prints findings, and where the reports are. */
    void tell(List<String> findings) {
        PrintWriter terminal = spec.commandLine().getOut();
        if (folder() == null) {
            Commands.print(
                    terminal,
                    findings.stream()
                            .map(line -> REST.matcher(line).replaceFirst("$1; --out DIR writes all of them to $2"))
                            .toList());
        } else {
            Commands.print(terminal, findings);
            Commands.print(terminal, List.of("Reports in " + folder()));
        }
    }
}
