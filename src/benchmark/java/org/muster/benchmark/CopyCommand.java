package org.muster.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The peer of {@code muster report}: parses the same arguments and copies the same files, record by record. */
@Command(name = "copy", mixinStandardHelpOptions = true, subcommands = CopyCommand.Report.class)
public final class CopyCommand implements Runnable {

    public static void main(String... arguments) {
        int code = new CommandLine(new CopyCommand()).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public void run() {}

    @Command(name = "report", mixinStandardHelpOptions = true)
    static final class Report implements Callable<Integer> {

        @Parameters(paramLabel = "DOSSIER")
        private Path dossier = Path.of("");

        @Option(names = "--out", required = true)
        private Path out = Path.of("");

        @Option(names = "--about")
        private String about = "";

        @Option(names = "--rounding")
        private boolean rounding;

        @Override
        public Integer call() throws IOException {
            Files.createDirectories(out);
            for (String name : List.of("claims.csv", "sources.csv", "hierarchy.csv")) {
                try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(dossier.resolve(name));
                        CsvWriter writer = CsvWriter.builder().build(out.resolve(name))) {
                    for (CsvRecord row : reader) {
                        writer.writeRecord(row.getFields());
                    }
                }
            }
            return 0;
        }
    }
}
