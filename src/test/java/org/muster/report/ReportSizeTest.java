package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.compare.Tolerance;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;

/** Reports do not grow with the square of a dossier. */
@Tag("slow")
class ReportSizeTest {

    private static final int CLAIMS = 20_000;
    private static final int PARTIES = 300;
    private static final int VOICES = 200;
    private static final long MOST_BYTES = 50_000_000;
    private static final List<String> MEASURES = List.of(
            "killed", "wounded", "captured", "missing", "strength", "tanks lost", "tanks strength", "aircraft lost");

    @TempDir
    Path folder;

    /** Claims over all parties and voices, and as many quantities a party as there are measures and places. */
    private static Dossier dossier(int parties, int measures, int places) {
        Random random = new Random(parties * 1000L + measures * 100L + places);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            // each party is there, even where most claims are about fewer
            int party = i < PARTIES ? i : random.nextInt(parties);
            claims.add(Claim.of(
                            "Army " + party,
                            MEASURES.get(random.nextInt(measures)),
                            1000 + random.nextInt(9000) + (random.nextInt(4) == 0 ? "+" : "") + " men",
                            "Author " + (1900 + random.nextInt(100)))
                    .claimedBy("Voice " + i % VOICES)
                    .at("p. " + random.nextInt(1000))
                    .in(random.nextInt(places) == 0 ? "" : "Sector " + random.nextInt(places)));
        }
        return Dossier.of("a long war", claims);
    }

    /** Parties, measures and places: about 67, 17, 80 and 3 claims about a quantity; the third has just under the most rows. */
    @ParameterizedTest
    @ValueSource(strings = {"300 1 1", "300 4 1", "250 1 1", "300 8 3"})
    void noReportExceedsFiftyMegabytes(String shape) throws IOException {
        String[] numbers = shape.split(" ");
        Dossier dossier =
                dossier(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
        Report report = Report.of(dossier, Tolerance.NONE);
        for (Path file : report.write(folder)) {
            assertTrue(Files.size(file) <= MOST_BYTES, () -> shape + ": " + file + " is too long");
        }
        Map<Quantity, Integer> rows = new HashMap<>();
        report.discrepancies().rows().forEach(row -> rows.merge(row.quantity(), 1, Integer::sum));
        rows.forEach((quantity, number) -> assertTrue(number <= 780, quantity::toString));
    }
}
