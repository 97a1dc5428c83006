package org.muster.example;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.muster.interval.Decimals;
import org.muster.interval.Interval;
import org.muster.statistics.Association;
import org.muster.statistics.Sample;

/**
 * Force ratio and outcome in 660 battles, with the errors that the compilers state: an example of an analysis whose every number
 * is a range. Described in docs/study-cdb90.md.
 */
final class ForceRatioStudy {

    static final double[] EDGES = {0, 0.5, 1, 1.5, 2, 3, 5, Double.POSITIVE_INFINITY};

    /**
     * A battle. Figures that the compilers do not know are absent.
     *
     * @param attackers the attacker's men
     * @param defenders the defender's men
     * @param attackersLost the attacker's casualties
     * @param defendersLost the defender's casualties
     * @param outcome 1 where the attacker won, 0 for a draw, −1 where he lost
     */
    record Battle(
            Optional<Figure> attackers,
            Optional<Figure> defenders,
            Optional<Figure> attackersLost,
            Optional<Figure> defendersLost,
            OptionalInt outcome) {

        /** Attackers for each defender. */
        Optional<Interval> ratio() {
            return attackers.flatMap(a -> defenders.map(d -> a.range.divide(d.range)));
        }

        /** The same with all errors ignored. */
        double point() {
            return attackers.orElseThrow().point / defenders.orElseThrow().point;
        }

        /** The share of a side that became casualties. */
        static Optional<Interval> lossRate(Optional<Figure> lost, Optional<Figure> strength) {
            return lost.flatMap(l -> strength.map(s -> l.range.divide(s.range)));
        }
    }

    /** What is tabulated, and the range that its errors allow. */
    record Figure(double point, Interval range) {}

    private final List<Battle> battles;
    private final StringBuilder text = new StringBuilder();

    private ForceRatioStudy(List<Battle> battles) {
        this.battles = battles;
    }

    static List<Battle> read(Path file) throws IOException {
        List<Battle> battles = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                String won = row.getField("WINA");
                battles.add(new Battle(
                        figure(row, "STRA"),
                        figure(row, "STRD"),
                        figure(row, "CASA"),
                        figure(row, "CASD"),
                        won.equals("-9") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(won))));
            }
        }
        return battles;
    }

    /** A figure with its greatest errors in percent; −1, −9, 9999 and blank are unknown, and as an error nothing. */
    private static Optional<Figure> figure(NamedCsvRecord row, String column) {
        Optional<BigDecimal> value = known(row.getField(column));
        if (value.isEmpty() || value.get().signum() < 0) {
            return Optional.empty();
        }
        BigDecimal more = known(row.getField(column + "PL")).orElse(BigDecimal.ZERO);
        BigDecimal less = known(row.getField(column + "MI")).orElse(BigDecimal.ZERO);
        BigDecimal hundredth = value.get().movePointLeft(2);
        return Optional.of(new Figure(
                value.get().doubleValue(),
                Interval.of(
                        value.get().add(hundredth.multiply(less)), value.get().add(hundredth.multiply(more)))));
    }

    private static Optional<BigDecimal> known(String cell) {
        boolean unknown = cell.isBlank() || cell.equals("9999") || cell.equals("-9") || cell.equals("?");
        return unknown ? Optional.empty() : Optional.of(new BigDecimal(cell.strip()));
    }

    /** Everything that the study prints. */
    static String print(List<Battle> battles) {
        ForceRatioStudy study = new ForceRatioStudy(battles);
        study.ratios();
        study.bands();
        study.lossRates();
        study.correlation();
        return study.text.toString();
    }

    private void line(String format, Object... parts) {
        text.append(String.format(Locale.ROOT, format, parts).stripTrailing()).append('\n');
    }

    private static String words(Interval range) {
        return Decimals.inWords(range, 4);
    }

    private void ratios() {
        List<Interval> ratios =
                battles.stream().flatMap(battle -> battle.ratio().stream()).toList();
        Sample sample = Sample.of(ratios);
        line(
                "force ratio of %d battles: median %s, geometric mean %s",
                ratios.size(), words(sample.median()), words(sample.geometricMean()));
        line("");
    }

    /** How many battles lie within a band, certainly or possibly, and how many of them the attacker won. */
    private void bands() {
        line("%-12s %8s %14s %8s %16s", "force ratio", "battles", "with errors", "won, %", "with errors");
        for (int band = 0; band + 1 < EDGES.length; band++) {
            Band found = Band.of(battles, EDGES[band], EDGES[band + 1]);
            line(
                    "%-12s %8d %14s %8.1f %16s",
                    name(band),
                    found.points,
                    words(found.count()),
                    100.0 * found.pointsWon / found.points,
                    words(found.share().multiply(Interval.of(100))));
        }
        line("");
    }

    private static String name(int band) {
        String from = Decimals.nearest(EDGES[band], 3);
        return Double.isInfinite(EDGES[band + 1])
                ? from + " and more"
                : from + " to " + Decimals.nearest(EDGES[band + 1], 3);
    }

    /**
     * Battles whose ratio is at least one edge and less than the next.
     *
     * @param points how many there are with errors ignored
     * @param pointsWon how many of these the attacker won
     * @param won battles won that certainly are within
     * @param other others that certainly are
     * @param perhapsWon battles won that may be within
     * @param perhapsOther others that may be
     */
    record Band(int points, int pointsWon, int won, int other, int perhapsWon, int perhapsOther) {

        static Band of(List<Battle> battles, double from, double to) {
            int[] counts = new int[6];
            for (Battle battle : battles) {
                if (battle.ratio().isPresent() && battle.outcome().isPresent()) {
                    boolean won = battle.outcome().getAsInt() == 1;
                    Interval ratio = battle.ratio().get();
                    double point = battle.point();
                    if (point >= from && point < to) {
                        counts[0]++;
                        counts[1] += won ? 1 : 0;
                    }
                    boolean certain = ratio.inf() >= from && ratio.sup() < to;
                    if (ratio.sup() >= from && ratio.inf() < to) {
                        counts[(certain ? 2 : 4) + (won ? 0 : 1)]++;
                    }
                }
            }
            return new Band(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
        }

        /** How many battles there are. */
        Interval count() {
            return Interval.of(won + other, won + other + perhapsWon + perhapsOther);
        }

        /** The share that the attacker won: least if all battles in doubt that he did not win are within and no others. */
        Interval share() {
            Interval least = Interval.of(won).divide(Interval.of(won + other + perhapsOther));
            Interval greatest = Interval.of(won + perhapsWon).divide(Interval.of(won + perhapsWon + other));
            return least.convexHull(greatest);
        }
    }

    private void lossRates() {
        line("%-12s %28s %28s", "loss rate, %", "attacker", "defender");
        Sample attacker = rates(true);
        Sample defender = rates(false);
        line("%-12s %28s %28s", "battles", attacker.size(), defender.size());
        line("%-12s %28s %28s", "median", percent(attacker.median()), percent(defender.median()));
        line("%-12s %28s %28s", "mean", percent(attacker.mean()), percent(defender.mean()));
        line("");
    }

    private Sample rates(boolean attacker) {
        return Sample.of(battles.stream()
                .flatMap(battle -> (attacker
                                ? Battle.lossRate(battle.attackersLost(), battle.attackers())
                                : Battle.lossRate(battle.defendersLost(), battle.defenders()))
                        .stream())
                .toList());
    }

    private static String percent(Interval share) {
        return words(share.multiply(Interval.of(100)));
    }

    /** The logarithm makes twice as many and half as many equally far from equal. */
    private void correlation() {
        List<Interval> logs = new ArrayList<>();
        List<Interval> outcomes = new ArrayList<>();
        for (Battle battle : battles) {
            if (battle.ratio().isPresent() && battle.outcome().isPresent()) {
                logs.add(battle.ratio().get().log());
                outcomes.add(Interval.of(battle.outcome().getAsInt()));
            }
        }
        Interval correlation = Association.CORRELATION
                .bracket(Sample.of(logs), Sample.of(outcomes), 50)
                .range();
        line("correlation of log force ratio with outcome, %d battles: %s", logs.size(), words(correlation));
    }
}
