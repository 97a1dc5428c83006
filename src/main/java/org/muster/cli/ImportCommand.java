package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.muster.dossier.Dossier;
import org.muster.importing.infobox.Infobox;
import org.muster.report.DataPackage;
import org.muster.report.Problems;
import org.muster.report.Report;
import org.muster.text.AtomicFiles;
import org.muster.text.Problem;
import org.muster.text.SafeText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Makes a dossier of a file in another format. */
final class ImportCommand implements Callable<Integer> {

    private static final String INFOBOX = "infobox";
    private static final String CLAIMS = "claims.csv";
    private static final String PROBLEMS = "problems.csv";

    private final CommandSpec spec =
            Commands.command(this, "import", "Makes a dossier of a file in another format, and says what did not fit.");
    private final PositionalParamSpec format = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("FORMAT")
            .type(String.class)
            .description("infobox: the infobox of an encyclopedia article, as wikitext or as text copied from a page.")
            .build();
    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .index("1")
            .arity("1")
            .required(true)
            .paramLabel("FILE")
            .type(Path.class)
            .description("The file, in UTF-8.")
            .build();
    private final OptionSpec out = OptionSpec.builder("--out")
            .paramLabel("DOSSIER")
            .type(Path.class)
            .required(true)
            .description(
                    "The folder for the dossier: absent, empty, or with the dossier of an import that nobody has edited.")
            .build();
    private final OptionSpec replace = OptionSpec.builder("--replace")
            .type(boolean.class)
            .arity("0")
            .description("Replace the dossier in the folder even if it was edited.")
            .build();
    private final OptionSpec quiet = Commands.quiet();

    CommandSpec spec() {
        spec.addPositional(format)
                .addPositional(file)
                .addOption(out)
                .addOption(replace)
                .addOption(quiet);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        String name = Objects.requireNonNull(format.<String>getValue(), "format");
        Path from = Objects.requireNonNull(file.<Path>getValue(), "file");
        Path folder = Objects.requireNonNull(out.<Path>getValue(), "out");
        if (!name.equals(INFOBOX)) {
            throw new ParameterException(
                    spec.commandLine(), "format \"" + name + "\" is not known; expected " + INFOBOX + ".");
        }
        if (!Files.exists(from)) {
            throw new IllegalArgumentException(from + " is absent; expected a file with an infobox");
        }
        checkFolder(folder, from);
        Infobox infobox;
        List<Problem> problems;
        try (Progress progress = Progress.start(Boolean.TRUE.equals(quiet.getValue()))) {
            progress.now("reading " + from);
            infobox = Infobox.read(from);
            problems = infobox.problems();
            Dossier dossier = infobox.dossier();
            if (dossier.claims().isEmpty()) {
                PrintWriter err = spec.commandLine().getErr();
                for (Problem problem : problems) {
                    err.println(SafeText.forTerminal(problem.toString()));
                }
                throw new IllegalArgumentException("no claim could be read from " + from + "; nothing was written");
            }
            progress.now("writing the dossier");
            write(folder, from, dossier, problems);
        }
        List<String> lines = new ArrayList<>();
        lines.add(infobox.toString());
        boolean whole = problems.stream().noneMatch(Problem::isError);
        lines.addAll(told(problems, folder));
        lines.add("Dossier in " + folder);
        Commands.print(spec.commandLine().getOut(), lines);
        return whole ? Commands.DONE : Commands.FOUND;
    }

    /** Returns a line for each kind of problem: the first of its kind, and how many more there are. */
    private static List<String> told(List<Problem> problems, Path folder) {
        Map<String, List<Problem>> kinds = new LinkedHashMap<>();
        for (Problem problem : problems) {
            kinds.computeIfAbsent(kind(problem), kind -> new ArrayList<>()).add(problem);
        }
        List<String> lines = new ArrayList<>();
        kinds.values().forEach(alike -> {
            Problem first = alike.get(0);
            String more = alike.size() == 1
                    ? ""
                    : " … and " + (alike.size() - 1) + " more like it in " + folder.resolve(PROBLEMS);
            lines.add("  " + first.severity() + ": " + first + more);
        });
        return lines;
    }

    /** Returns what a problem has in common with those like it: its message without the field, names and numbers in it. */
    private static String kind(Problem problem) {
        String message = problem.message();
        int field = message.indexOf(": ");
        String said = field > 0 && message.indexOf(' ') > field ? message.substring(field) : message;
        StringBuilder kind = new StringBuilder(problem.severity().toString());
        boolean quoted = false;
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            quoted ^= c == '"';
            if (!quoted && !Character.isDigit(c)) {
                kind.append(c);
            }
        }
        return kind.toString();
    }

    private void write(Path folder, Path from, Dossier dossier, List<Problem> problems) throws IOException {
        try (AtomicFiles files = AtomicFiles.in(folder)) {
            checkFolder(folder, from); // what a killed run left has taken its places now
            if (problems.isEmpty()) {
                files.remove(PROBLEMS);
            } else {
                Report.write(files, new Problems(problems));
            }
            dossier.write(files);
            files.takePlaces();
        }
    }

    /** What stands in the folder might be work that nobody wants to lose. */
    private void checkFolder(Path folder, Path from) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--out " + folder + " is a file; expected a folder, or a name for one");
        }
        List<String> names = new ArrayList<>(Dossier.fileNames());
        names.add(PROBLEMS);
        DataPackage.checkInputs(folder, names, List.of(from));
        if (!Files.exists(folder.resolve(CLAIMS))) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.anyMatch(file -> !file.endsWith(AtomicFiles.HIDDEN))) {
                    throw new IllegalArgumentException("--out " + folder
                            + " is not empty and holds no dossier; expected a folder that is, or a name for one");
                }
            }
        } else if (!Boolean.TRUE.equals(replace.getValue())) {
            List<String> edited = Dossier.edited(folder);
            if (!edited.isEmpty()) {
                throw new IllegalArgumentException("--out " + folder + " holds a dossier that an import would spoil: "
                        + String.join(", ", edited)
                        + " is not what the last import wrote; expected another folder, or --replace");
            }
        }
    }
}
