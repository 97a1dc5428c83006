package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.cli.Muster;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;
import org.muster.rows.Rows;

/**
 * Dossiers that grow in one direction: no report has more than a fixed number of rows a claim, none fails on depth, and the
 * command ends. Time is bounded generously, and only where the work of a quadratic search would take hours.
 */
class ManyClaimsTest {

    private static final String CLAIMS = "event,party,measure,figure,source,as_of,origin";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** How a dossier grows: its files for a number of claims. */
    private enum Shape {
        EVENTS(n -> claims(
                n / 2, i -> "E%d,A%d,killed,%d,s,,\nE%d,B%d,killed,%d,s,,".formatted(i, i, i + 1, i, i, 2 * i + 1))),
        PARTIES(n -> claims(n, i -> "E,P%d,killed,%d,s,,".formatted(i, i + 1))),
        VALUES(n -> claims(n, i -> "E,P,killed,%d,s%d,,".formatted(i + 1, i))),
        VALUES_OF_ONE_VOICE(n -> claims(n, i -> "E,P,killed,%d,s,,".formatted(i + 1))),
        DATES(n -> claims(n, i -> "E,P,killed,%d,s%d,%s,".formatted(i + 1, i, date(i)))),
        DATES_OF_ONE_VOICE(n -> claims(n, i -> "E,P,killed,%d,s,%s,".formatted(i + 1, date(i)))),
        STRENGTHS_BY_DATE(n -> claims(
                n,
                i -> i % 2 == 0
                        ? "E,P,strength,%d,s%d,%s,".formatted(i + 1, i % 3, date(i))
                        : "E,Q,strength,%d,s%d,,".formatted(i + 1, i))),
        COPIES(n -> claims(n, i -> "E,P,killed,%d,%s".formatted(i + 1, i % 2 == 0 ? "s,," : "t,,s"))),
        CHAIN_OF_COPIES(n -> Map.of(
                "claims.csv", rows(CLAIMS, n, i -> "E,P,killed,%d,s%d,,".formatted(i + 1, i)),
                "sources.csv", rows("id,origin", n, i -> "s%d,%s".formatted(i, i == 0 ? "" : "s" + (i - 1))))),
        PARTS(n -> Map.of(
                "claims.csv", rows(CLAIMS, n, i -> "E,P%s,killed,%d,s%d,,".formatted(i == 0 ? "" : i, i + 1, i)),
                "hierarchy.csv", rows("dimension,whole,part,complete", n, i -> "party,P,P%d,yes".formatted(i + 1)))),
        VOICES_OF_WHOLE_AND_PART(n -> Map.of(
                "claims.csv", rows(CLAIMS, n, i -> "E,%s,killed,%d,s%d,,".formatted(i % 2 == 0 ? "P" : "Q", i + 1, i)),
                "hierarchy.csv", rows("dimension,whole,part,complete", 1, i -> "party,P,Q,yes"))),
        CHAIN_OF_PARTIES(n -> Map.of(
                "claims.csv",
                CLAIMS + "\nE,P0,killed,100,s,,\nE,P%d,killed,90,s,,\n".formatted(n),
                "hierarchy.csv",
                rows("dimension,whole,part,complete", n, i -> "party,P%d,P%d,yes".formatted(i, i + 1)))),
        DIAMONDS(n -> Map.of(
                "claims.csv",
                CLAIMS + "\nE,D0,killed,100,s,,\nE,D%d,killed,90,s,,\n".formatted(n),
                "hierarchy.csv",
                rows(
                        "dimension,whole,part,complete",
                        n,
                        i ->
                                "party,D%1$d,L%1$d,yes\nparty,D%1$d,R%1$d,yes\nparty,L%1$d,D%2$d,yes\nparty,R%1$d,D%2$d,yes"
                                        .formatted(i, i + 1))));

        private final IntFunction<Map<String, String>> files;

        Shape(IntFunction<Map<String, String>> files) {
            this.files = files;
        }
    }

    private static Map<String, String> claims(int count, IntFunction<String> row) {
        return Map.of("claims.csv", rows(CLAIMS, count, row));
    }

    private static String rows(String header, int count, IntFunction<String> row) {
        return header + "\n"
                + String.join("\n", IntStream.range(0, count).mapToObj(row).toList()) + "\n";
    }

    /** Days of many years, not in their order, that do not overlap. */
    private static String date(int i) {
        int day = i * 7 % 28;
        return "%04d-%02d-%02d".formatted(1000 + i / 28 % 4000, 1 + i % 12, 1 + day);
    }

    @TempDir
    Path folder;

    private Dossier dossier(Shape shape, int claims) throws IOException {
        for (Map.Entry<String, String> file : shape.files.apply(claims).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return Dossier.read(folder);
    }

    private static List<Rows<?>> reports(Dossier dossier) {
        Report report = Report.of(dossier, Tolerance.NONE);
        return List.of(
                report.quantities(),
                report.discrepancies(),
                report.voices(),
                report.matrix(),
                report.ratios(),
                report.checks(),
                report.problems());
    }

    /** Twice the claims make at most twice the rows, but for the pairs among the first hundred voices or parties. */
    @ParameterizedTest
    @MethodSource("shapes")
    void rowsGrowWithTheClaims(Shape shape) throws IOException {
        int few = shape == Shape.CHAIN_OF_PARTIES || shape == Shape.DIAMONDS ? 400 : 1000;
        List<Integer> counts = new ArrayList<>();
        for (int claims : new int[] {few, 2 * few}) {
            Dossier dossier = dossier(shape, claims);
            assertEquals(List.of(), dossier.errors());
            counts.add(assertTimeoutPreemptively(
                    LIMIT,
                    () -> reports(dossier).stream()
                            .mapToInt(report -> report.rows().size())
                            .sum()));
        }
        assertTrue(counts.get(1) <= 2 * counts.get(0) + 20, counts::toString);
        assertTrue(counts.get(0) <= 20 * few, counts::toString);
    }

    static Stream<Shape> shapes() {
        return Stream.of(Shape.values());
    }

    /** As it was before: every voice's row listed all claims about the part, a million for a thousand of each. */
    @Test
    void cellsGrowWithTheClaims() throws IOException {
        Dossier dossier = dossier(Shape.VOICES_OF_WHOLE_AND_PART, 2000);
        Report report = Report.of(dossier, Tolerance.NONE);
        int listed = report.checks().rows().stream()
                .mapToInt(check ->
                        check.whole().claims().size() + check.parts().claims().size())
                .sum();
        assertTrue(listed <= 201 * 1000 + 1000, () -> "claims listed: " + listed);
        assertTrue(
                report.problems().rows().stream()
                        .anyMatch(problem -> problem.message()
                                .equals("only the 200 most serious of 1000 checks of one quantity are listed")),
                () -> report.problems().toString());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    @Tag("slow")
    void theCommandEnds(Shape shape) throws IOException {
        int claims = shape == Shape.DIAMONDS
                ? 2000
                : shape == Shape.EVENTS || shape == Shape.PARTIES || shape == Shape.PARTS ? 6000 : 100_000;
        dossier(shape, claims);
        StringWriter err = new StringWriter();
        int code = assertTimeoutPreemptively(
                LIMIT,
                () -> Muster.run(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        "report",
                        folder.toString(),
                        "--out",
                        folder.resolve("out").toString()));
        assertEquals(0, code, err::toString);
    }
}
