package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.importing.table.MappingDraft;
import org.muster.importing.table.Table;
import org.muster.text.SafeText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Looks at a table, and writes a first mapping for it. */
final class MappingCommand implements Callable<Integer> {

    private static final Pattern PLAIN = Pattern.compile("[\\w./\\\\:,~+-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private final CommandSpec spec = Commands.command(
            this,
            "mapping",
            "Looks at a table and writes a first mapping for it, with a remark on each column; import table reads it.");
    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("FILE")
            .type(Path.class)
            .description("The table, as CSV or .xlsx.")
            .build();
    private final TableArguments table = new TableArguments();
    private final OptionSpec out = OptionSpec.builder("--out")
            .paramLabel("MAPPING")
            .type(Path.class)
            .description("The folder for the mapping, in which no file is replaced; printed if not given.")
            .build();
    private final OptionSpec quiet = Commands.quiet();

    CommandSpec spec() {
        spec.addPositional(file);
        table.addTo(spec);
        spec.addOption(out).addOption(quiet);
        Commands.exitCodes(spec, "");
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Path from = Objects.requireNonNull(file.<Path>getValue(), "file");
        @Nullable Path folder = out.getValue();
        MappingDraft draft;
        try (Progress progress = Progress.start(Boolean.TRUE.equals(quiet.getValue()))) {
            progress.now("reading " + from);
            draft = MappingDraft.of(Table.of(from, table.options()));
        }
        PrintWriter terminal = spec.commandLine().getOut();
        if (folder == null) {
            terminal.print(SafeText.linesForTerminal(draft.toString()));
            terminal.flush();
        } else {
            for (Path written : draft.write(folder)) {
                terminal.println(SafeText.forTerminal(written.toString()));
            }
            List<String> next = new ArrayList<>(List.of("muster", "import", "table", from.toString()));
            next.addAll(table.given());
            if (!draft.languages().isEmpty()) {
                next.addAll(List.of("--languages", String.join(",", draft.languages())));
            }
            next.addAll(List.of("--mapping", folder.toString(), "--out", "DOSSIER"));
            String words = next.stream().map(MappingCommand::quoted).collect(Collectors.joining(" "));
            terminal.println(SafeText.forTerminal("Look it through, then: " + words));
        }
        return Commands.DONE;
    }

    /** A word as a shell takes it for one. */
    private static String quoted(String word) {
        if (PLAIN.matcher(word).matches()) {
            return word;
        }
        return word.chars().anyMatch(c -> "\"$`".indexOf(c) >= 0)
                ? "'" + word.replace("'", "'\\''") + "'"
                : '"' + word + '"';
    }
}
