package org.muster.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Opens the JDK's jshell with Muster on its class path, its packages imported, and a dossier read. */
final class JshellCommand implements Callable<Integer> {

    private final CommandSpec spec = Commands.command(
            this,
            "jshell",
            "Opens jshell with Muster's packages imported and, if given, a dossier read as \"dossier\".");
    private final PositionalParamSpec dossier = PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .paramLabel("DOSSIER")
            .type(Path.class)
            .description("A folder with claims.csv, or a single CSV file of claims.")
            .build();

    CommandSpec spec() {
        Commands.exitCodes(spec, "");
        return spec.addPositional(dossier);
    }

    @Override
    public Integer call() throws Exception {
        if (ModuleLayer.boot().findModule("jdk.jshell").isEmpty()) {
            throw new IllegalArgumentException("jshell is absent from " + System.getProperty("java.home")
                    + "; it comes with a JDK, not with a JRE");
        }
        if (Muster.class.getClassLoader() != ClassLoader.getSystemClassLoader()) {
            throw new IllegalArgumentException("jshell needs Muster on Java's own class path; start it by bin/muster");
        }
        Path read = dossier.getValue();
        if (read != null && !Files.exists(read)) {
            throw new IllegalArgumentException(
                    read + " is absent; expected a folder with claims.csv, or a CSV file of claims");
        }
        Path startup = Files.createTempFile("muster", ".jsh");
        try {
            Files.writeString(startup, startup(read));
            return JavaShellToolBuilder.builder()
                    .interactiveTerminal(true)
                    .start(
                            "--class-path",
                            System.getProperty("java.class.path"),
                            "--startup",
                            "DEFAULT",
                            "--startup",
                            startup.toString());
        } finally {
            Files.delete(startup);
        }
    }

    /** What jshell runs before its first prompt. */
    static String startup(@Nullable Path dossier) throws IOException {
        String imports;
        try (InputStream in =
                Objects.requireNonNull(JshellCommand.class.getResourceAsStream("imports.jsh"), "imports.jsh")) {
            imports = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (dossier == null) {
            return imports;
        }
        String quoted = dossier.toString().replace("\\", "\\\\").replace("\"", "\\\"");
        return imports + "var dossier = Dossier.read(Path.of(\"" + quoted + "\"))\n";
    }
}
