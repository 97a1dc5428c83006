package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.muster.text.Problem;

/**
 * Every folder under {@code cases} is a dossier with one kind of fault. {@code expected-problems.csv} says what has to be
 * reported, with a part of each message, and {@code expected-claims.txt} which claims are read all the same.
 */
class CasesTest {

    @TestFactory
    Stream<DynamicTest> everyFaultIsNamedAndNothingElseIsLost() throws IOException, URISyntaxException {
        Path cases = Path.of(CasesTest.class.getResource("cases").toURI());
        List<Path> folders;
        try (Stream<Path> found = Files.list(cases)) {
            folders = found.filter(Files::isDirectory).sorted().toList();
        }
        return folders.stream()
                .map(folder -> dynamicTest(folder.getFileName().toString(), () -> holdAgainstExpected(folder)));
    }

    private static void holdAgainstExpected(Path folder) throws IOException {
        Dossier dossier = Dossier.read(folder);
        List<NamedCsvRecord> expected;
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(folder.resolve("expected-problems.csv"))) {
            expected = csv.stream().toList();
        }
        assertEquals(
                expected.stream().map(CasesTest::place).collect(Collectors.joining("\n")),
                dossier.problems().stream().map(CasesTest::place).collect(Collectors.joining("\n")),
                () -> "problems were\n" + joined(dossier.problems()));
        for (int i = 0; i < expected.size(); i++) {
            String message = dossier.problems().get(i).message();
            String part = expected.get(i).getField("message");
            assertTrue(message.contains(part), () -> "expected <" + part + "> in <" + message + ">");
        }
        assertEquals(
                Files.readAllLines(folder.resolve("expected-claims.txt")),
                dossier.claims().stream().map(Claim::id).toList());
    }

    private static String place(NamedCsvRecord row) {
        return String.join(
                " | ", row.getField("file"), row.getField("line"), row.getField("column"), row.getField("severity"));
    }

    private static String place(Problem problem) {
        return String.join(
                " | ",
                problem.file(),
                Integer.toString(problem.line()),
                problem.column(),
                problem.severity().toString());
    }

    private static String joined(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("\n"));
    }
}
