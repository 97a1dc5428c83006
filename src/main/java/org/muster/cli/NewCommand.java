package org.muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes a dossier to fill in: all columns, and two rows that show how they are used. */
final class NewCommand implements Callable<Integer> {

    private final CommandSpec spec = Commands.command(
            this, "new", "Makes a dossier to fill in: claims.csv and sources.csv, with two claims as examples.");
    private final PositionalParamSpec folder = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .paramLabel("DIR")
            .type(Path.class)
            .description("The folder, which must be empty or absent; its name is that of the dossier.")
            .build();

    CommandSpec spec() {
        spec.addPositional(folder);
        Commands.exitCodes(spec, "");
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Path to = Objects.requireNonNull(folder.<Path>getValue(), "folder");
        if (Files.isDirectory(to)) {
            try (Stream<Path> files = Files.list(to)) {
                if (files.findAny().isPresent()) {
                    throw new IllegalArgumentException(to + " is not empty; expected a name for a new folder");
                }
            }
        } else if (Files.exists(to)) {
            throw new IllegalArgumentException(to + " is a file; expected a name for a new folder");
        }
        example(String.valueOf(to.toAbsolutePath().normalize().getFileName())).write(to);
        Commands.print(
                spec.commandLine().getOut(),
                List.of(
                        "A dossier in " + to
                                + ": replace the two example rows of claims.csv by claims of your own, the source"
                                + " in sources.csv by theirs,",
                        "then compare them with: muster report " + to + " --out " + to.resolve("reports")));
        return Commands.DONE;
    }

    private static Dossier example(String name) {
        return Dossier.of(
                        name,
                        Claim.of("Japan", "killed", "21,389", "coox")
                                .claimedBy("Japan")
                                .at("p. 1176"),
                        Claim.of("Japan", "killed", "83,737", "coox")
                                .claimedBy("Soviet Union")
                                .at("p. 1176"))
                .with(new Source(
                        "coox", "Coox, Alvin D.", "Nomonhan: Japan Against Russia, 1939", "1985", "", "", "", "", ""));
    }
}
