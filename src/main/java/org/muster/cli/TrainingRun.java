package org.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs each command once, so that the JVM can archive the classes that it loads ({@code -XX:ArchiveClassesAtExit}) and
 * the launcher starts faster from then on.
 */
final class TrainingRun {

    private static final String INFOBOX = """
            {{Infobox military conflict
            | conflict = A battle
            | combatant1 = Blue
            | combatant2 = Red
            | strength1 = 1,200 men
            | strength2 = about 1,500 men<ref>A history of the battle, 1990, p. 12.</ref>
            | casualties1 = {{ubl|75–80 killed|200+ wounded}}
            | casualties2 = 120 killed
            }}
            """;

    private static final String TABLE = """
            battle,side,date,killed_low,killed_high,tanks lost,source
            Two Fords,Red,9.8.1945,75,80,about 3,Hill 1990
            Two Fords,Blue,9.8.1945,-9,-9,2,Hill 1990
            """;

    private TrainingRun() {}

    /**
     * Runs the commands; what they print is dropped.
     *
     * @param arguments the dossier to run on, and an empty folder for reports
     */
    public static void main(String... arguments) throws IOException {
        String dossier = arguments[0];
        Path folder = Path.of(arguments[1]);
        Path infobox = Files.writeString(folder.resolve("infobox.txt"), INFOBOX);
        run("report", dossier, "--out", folder.resolve("report").toString());
        run("check", dossier, "--out", folder.resolve("check").toString());
        run("reconcile", dossier, "--out", folder.resolve("reconcile").toString());
        run("combine", dossier, "--out", folder.resolve("combine").toString());
        run("read", "9,780–12,031 killed");
        run(
                "import",
                "infobox",
                infobox.toString(),
                "--out",
                folder.resolve("imported").toString());
        String table = Files.writeString(folder.resolve("table.csv"), TABLE).toString();
        String mapping = folder.resolve("mapping").toString();
        run("mapping", table);
        run("mapping", table, "--out", mapping);
        run(
                "import",
                "table",
                table,
                "--mapping",
                mapping,
                "--out",
                folder.resolve("table").toString());
        run("--help");
    }

    private static void run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Muster.run(nowhere, nowhere, arguments);
    }
}
