package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.compare.Side;
import org.muster.compare.Statement;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;

/** A later count below an earlier one of another voice, against a look at each pair. */
class LowerCountsPropertiesTest {

    /** Claims of one voice each, of years and months, with numbers, ranges and bounds. */
    @Provide
    Arbitrary<List<Claim>> counts() {
        Arbitrary<String> dates = Arbitraries.of("", "1944", "1945", "1945-01", "1945-02", "1945-03");
        Arbitrary<String> figures = Arbitraries.of("5", "7", "9", "4–8", "about 6", "at least 8", "up to 6");
        return Combinators.combine(figures, dates, Arbitraries.of("a", "b", "c", "d"))
                .as((figure, date, source) ->
                        Claim.of("A", "killed", figure, source).asOf(date))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Property
    void theWidestOfAllPairs(@ForAll("counts") List<Claim> claims) {
        Dossier dossier = Dossier.of("war", claims);
        // Statements that several voices share are compared in the second law.
        List<Statement> statements = claims.stream()
                .map(claim -> new Statement(
                        claim.quantity(),
                        claim.figure().range().orElseThrow(),
                        claim.figure().isSoft(),
                        claim.asOf(),
                        List.of(claim),
                        List.copyOf(dossier.voices(claim))))
                .toList();
        assertEquals(widest(statements), found(statements));
    }

    /** Where voices share a statement, what is found is a pair of other voices of which the later is lower. */
    @Property
    void onlyTruePairs(@ForAll("counts") List<Claim> claims) {
        Dossier dossier = Dossier.of("war", claims);
        List<Statement> statements = Statement.of(dossier, claims.get(0).quantity());
        LowerCounts.widest(statements)
                .ifPresent(pair -> assertEquals(
                        found(statements), separation(pair.earlier(), pair.later()), "of different voices and dates"));
    }

    private static double found(List<Statement> statements) {
        return LowerCounts.widest(statements)
                .map(pair ->
                        Side.separation(pair.later().range(), pair.earlier().range()))
                .orElse(1.0);
    }

    private static double widest(List<Statement> statements) {
        double widest = 1;
        for (Statement earlier : statements) {
            for (Statement later : statements) {
                widest = Math.max(widest, separation(earlier, later));
            }
        }
        return widest;
    }

    /** How many times as great the earlier is; 1 where the two are no pair. */
    private static double separation(Statement earlier, Statement later) {
        return earlier.asOf().isGiven()
                        && later.asOf().isGiven()
                        && earlier.asOf().isBefore(later.asOf())
                        && Collections.disjoint(earlier.voices(), later.voices())
                ? Math.max(1, Side.separation(later.range(), earlier.range()))
                : 1;
    }
}
