package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muster.importing.table.MappingDraft;
import org.muster.importing.table.Table;
import org.muster.text.SafeText;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Looks at a table, and writes a first mapping for it. */
final class MappingCommand implements Callable<Integer> {

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
            terminal.println(SafeText.forTerminal(
                    "Look it through, then: muster import table " + from + " --mapping " + folder + " --out DOSSIER"));
        }
        return Commands.DONE;
    }
}
