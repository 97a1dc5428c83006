package org.muster.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.muster.example.ForceRatioStudy.Band;
import org.muster.example.ForceRatioStudy.Battle;
import org.muster.interval.Interval;
import org.muster.statistics.Association;
import org.muster.statistics.Sample;

/** The study on the real data; what it counts with errors ignored is held against published and plain counts. */
class ForceRatioStudyTest {

    private static final Path DATA = Path.of("../shared/data/cdb90/CDB90-patched.csv");

    private static List<Battle> battles = List.of();

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.exists(DATA), DATA + " is absent: the study is not run");
        battles = ForceRatioStudy.read(DATA);
    }

    /** What the study prints stands in the document. */
    @Test
    void documentShowsWhatIsPrinted() throws IOException {
        String printed = ForceRatioStudy.print(battles);
        assertTrue(
                Files.readString(Path.of("docs/study-cdb90.md")).contains("```text\n" + printed + "```"),
                "docs/study-cdb90.md does not show\n" + printed);
    }

    /** 657 battles with a ratio and an outcome; 98 of them from 1.5 to 2, 64.3 % won; 659 with both strengths. */
    @Test
    void pointsAreThoseOfThePlainData() {
        assertEquals(660, battles.size());
        List<Battle> rated =
                battles.stream().filter(battle -> battle.ratio().isPresent()).toList();
        assertEquals(659, rated.size());
        assertEquals(
                657,
                rated.stream().filter(battle -> battle.outcome().isPresent()).count());
        double[] points = rated.stream().mapToDouble(Battle::point).sorted().toArray();
        assertEquals(1.5, points[329]);
        Sample sample = Sample.of(
                rated.stream().map(battle -> battle.ratio().orElseThrow()).toList());
        assertTrue(sample.median().contains(1.5));
        double logs = 0;
        for (double point : points) {
            logs += Math.log(point);
        }
        double geometric = Math.exp(logs / points.length);
        assertEquals(1.5919, geometric, 5e-5);
        assertTrue(sample.geometricMean().contains(geometric));
        Band band = Band.of(battles, 1.5, 2);
        assertEquals(98, band.points());
        assertEquals(0.643, (double) band.pointsWon() / band.points(), 5e-4);
    }

    @Test
    void pointsLieInsideEveryRange() {
        int points = 0;
        for (int i = 0; i + 1 < ForceRatioStudy.EDGES.length; i++) {
            Band band = Band.of(battles, ForceRatioStudy.EDGES[i], ForceRatioStudy.EDGES[i + 1]);
            assertTrue(band.count().contains(band.points()), band.toString());
            assertTrue(band.share().contains((double) band.pointsWon() / band.points()), band.toString());
            points += band.points();
        }
        assertEquals(657, points, "each battle lies in one band");
        List<Battle> known = battles.stream()
                .filter(battle -> battle.ratio().isPresent() && battle.outcome().isPresent())
                .toList();
        double plain = new PearsonsCorrelation()
                .correlation(
                        known.stream()
                                .mapToDouble(battle -> Math.log(battle.point()))
                                .toArray(),
                        known.stream()
                                .mapToDouble(battle -> battle.outcome().getAsInt())
                                .toArray());
        Interval correlation = Association.CORRELATION
                .bracket(
                        Sample.of(known.stream()
                                .map(battle -> battle.ratio().orElseThrow().log())
                                .toList()),
                        Sample.ofPoints(known.stream()
                                .mapToDouble(battle -> battle.outcome().getAsInt())
                                .toArray()),
                        50)
                .range();
        assertTrue(correlation.contains(plain), correlation + " and " + plain);
    }

    /** Of the battles in doubt any may be within: all choices of few. */
    @Test
    void sharesHoldEveryChoice() {
        Band band = new Band(0, 0, 3, 2, 2, 3);
        double least = 1;
        double greatest = 0;
        for (int won = 0; won <= 2; won++) {
            for (int other = 0; other <= 3; other++) {
                double share = (3.0 + won) / (5 + won + other);
                least = Math.min(least, share);
                greatest = Math.max(greatest, share);
            }
        }
        assertTrue(band.share().contains(least) && band.share().contains(greatest));
        assertTrue(band.share().wid() <= Math.nextUp(greatest) - Math.nextDown(least));
    }
}
