package org.muster.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole command on dossiers whose conflicts, proofs or comparisons would grow with the square of the claims, or
 * faster. Each ends, within a generous time, with reports of not much more than a kilobyte for a claim or rule.
 */
@Tag("slow")
class SizeTest {

    private static final Duration LIMIT = Duration.ofMinutes(3); // many times what it takes
    private static final long BYTES_OF_A_ROW = 1500;
    private static final long BYTES_AT_LEAST = 12_000_000; // what the limits on rows leave of a small hard case

    @TempDir
    Path folder;

    private static List<String> each(int number, String form) {
        return IntStream.range(0, number)
                .mapToObj(i -> form.replace("#+1", String.valueOf(i + 1))
                        .replace("#day", LocalDate.of(1900, 1, 1).plusDays(i).toString())
                        .replace("#", String.valueOf(i)))
                .toList();
    }

    private static List<String> together(List<?>... parts) {
        List<String> all = new ArrayList<>();
        for (List<?> part : parts) {
            part.forEach(each -> all.add(each.toString()));
        }
        return all;
    }

    private static Arguments dossier(String name, List<String> claims, List<String> hierarchy, List<String> rules) {
        return Arguments.of(name, claims, hierarchy, rules);
    }

    /** Rows: event, party, measure, figure, source, date; of the hierarchy: dimension, whole, part, complete. */
    static Stream<Arguments> dossiers() {
        List<String> none = List.of();
        Stream<Arguments> sums = Stream.of(20, 40, 400)
                .map(n -> dossier(
                        "a sum of " + n,
                        each(n, ",P#,killed,#,s,"),
                        none,
                        List.of(each(n, "{P#|killed}").stream().collect(Collectors.joining(" + ")) + " <= 100")));
        Stream<Arguments> values =
                Stream.of(100, 400, 10_000).map(n -> dossier(n + " values", each(n, ",A,killed,#,s#,"), none, none));
        Stream<Arguments> others = Stream.of(
                dossier("dates of a loss", each(10_000, ",A,killed,#,s#,#day"), none, none),
                dossier("dates of a strength", each(10_000, ",A,strength,#,s#,#day"), none, none),
                dossier(
                        "events with two parties each",
                        together(each(3000, "E#,A#,killed,#,s,"), each(3000, "E#,B#,killed,#,s,")),
                        none,
                        none),
                dossier("parties of one event", each(3000, ",P#,killed,#,s,"), none, none),
                dossier(
                        "a whole of many parts",
                        together(List.of(",T,killed,100,t,"), each(400, ",P#,killed,1,s,")),
                        each(400, "party,T,P#,yes"),
                        none),
                dossier(
                        "everyone at most every other",
                        each(100, ",P#,killed,#,s,"),
                        none,
                        IntStream.range(0, 100)
                                .boxed()
                                .flatMap(i -> IntStream.range(0, 100)
                                        .filter(j -> j != i)
                                        .mapToObj(j -> "{P" + i + "|killed} <= {P" + j + "|killed}"))
                                .toList()),
                dossier(
                        "a chain in conflict everywhere",
                        each(10_000, ",P#,killed,#,s,"),
                        each(9_999, "party,P#,P#+1,no"),
                        none),
                dossier(
                        "a chain of events in conflict at its ends",
                        List.of("P0,A,killed,5,s,", "P9999,A,killed,9,s,"),
                        each(9_999, "event,P#,P#+1,yes"),
                        none),
                dossier("a long chain", each(30_000, ",P#,killed,5,s,"), each(29_999, "party,P#,P#+1,no"), none),
                dossier(
                        "diamonds",
                        together(
                                List.of(",P0,killed,50,s,", ",P2000,killed,100,s,"),
                                each(2000, ",A#,killed,at least 10,s,")),
                        together(
                                each(2000, "party,P#,a,A#,no"),
                                each(2000, "party,P#,b,B#,no"),
                                each(2000, "party,A#,,P#+1,no"),
                                each(2000, "party,B#,,P#+1,no")),
                        none));
        return Stream.of(sums, values, others).flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dossiers")
    void endsWithSmallReports(String name, List<String> claims, List<String> hierarchy, List<String> rules)
            throws IOException {
        Path dossier = Files.createDirectory(folder.resolve("dossier"));
        write(dossier.resolve("claims.csv"), "event,party,measure,figure,source,as_of", claims);
        if (!hierarchy.isEmpty()) {
            boolean partitioned = hierarchy.get(0).chars().filter(c -> c == ',').count() == 4;
            write(
                    dossier.resolve("hierarchy.csv"),
                    partitioned ? "dimension,whole,partition,part,complete" : "dimension,whole,part,complete",
                    hierarchy);
        }
        if (!rules.isEmpty()) {
            write(dossier.resolve("rules.csv"), "rule", rules);
        }
        long most = BYTES_AT_LEAST + BYTES_OF_A_ROW * (claims.size() + hierarchy.size() + rules.size());
        for (String command : List.of("report", "check", "reconcile")) {
            Path out = folder.resolve(command);
            StringWriter err = new StringWriter();
            int code = assertTimeoutPreemptively(
                    LIMIT,
                    () -> Muster.run(
                            new PrintWriter(new StringWriter()),
                            new PrintWriter(err, true),
                            command,
                            dossier.toString(),
                            "--out",
                            out.toString()));
            assertEquals("", err.toString(), command);
            assertTrue(code == 0 || code == 1 && command.equals("check"), command + ": " + code);
            try (Stream<Path> reports = Files.list(out)) {
                for (Path report : reports.toList()) {
                    assertTrue(Files.size(report) <= most, () -> report + " is larger than " + most);
                }
            }
        }
    }

    private static void write(Path file, String header, List<String> rows) throws IOException {
        Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
    }
}
