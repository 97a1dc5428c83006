package org.muster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the code of docs/study-cdb90.md prints, counted again in plain numbers. The tests run it on battles that are drawn, in
 * the columns of CDB90; {@link #main} runs it on CDB90 and sees that it prints what the document says.
 */
class StudyTest {

    static final Path STUDY = Path.of("docs/study-cdb90.md");

    /** The file that the document reads. */
    private static final String DATA = "Path.of(\"CDB90.csv\")";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final double[] EDGES = {0, 0.5, 1, 1.5, 2, 3, 5, Double.POSITIVE_INFINITY};
    private static final double Z = 1.959963984540054;

    private static List<Battle> all = List.of();
    private static List<Battle> battles = List.of();
    private static List<String> lines = List.of();

    /** A figure and its ends in hundredths of a man, so that all are whole; NaN where it is unknown. */
    private record Figure(double point, double low, double high) {
        static Figure of(NamedCsvRecord row, String column) {
            double point = Double.parseDouble(row.getField(column));
            double minus = number(row.getField(column + "MI"));
            double plus = number(row.getField(column + "PL"));
            return point == -1
                    ? new Figure(Double.NaN, Double.NaN, Double.NaN)
                    : new Figure(point * 100, point * (100 + minus), point * (100 + plus));
        }

        private static double number(String cell) {
            return cell.isEmpty() ? 0 : Double.parseDouble(cell);
        }

        /** An end, or any number between. */
        double draw(Random random) {
            return switch (random.nextInt(3)) {
                case 0 -> low;
                case 1 -> high;
                default -> low + random.nextDouble() * (high - low);
            };
        }
    }

    private record Battle(Figure attackers, Figure defenders, Figure attackersLost, Figure defendersLost, int outcome) {
        /** Exact, since the lines are whole or halves. */
        boolean reaches(double line) {
            return attackers.high >= line * defenders.low;
        }

        boolean isNeverBelow(double line) {
            return attackers.low >= line * defenders.high;
        }

        boolean mayBeIn(int band) {
            return reaches(EDGES[band]) && !isNeverBelow(EDGES[band + 1]);
        }

        boolean isSurelyIn(int band) {
            return isNeverBelow(EDGES[band]) && !reaches(EDGES[band + 1]);
        }

        Truth points() {
            return new Truth(attackers.point, defenders.point, attackersLost.point, defendersLost.point, outcome);
        }

        Truth draw(Random random) {
            return new Truth(
                    attackers.draw(random),
                    defenders.draw(random),
                    attackersLost.draw(random),
                    defendersLost.draw(random),
                    outcome);
        }
    }

    /** What a battle may have been. */
    private record Truth(double attackers, double defenders, double attackersLost, double defendersLost, int outcome) {
        boolean isIn(int band) {
            return attackers >= EDGES[band] * defenders && !(attackers >= EDGES[band + 1] * defenders);
        }
    }

    /** Counts CDB90, which is not part of the project: {@code CDB90-patched.csv} of jrnold/CDB90. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        List<String> said = Snippet.ofMarkdown(STUDY).stream()
                .filter(block -> block.language().equals("text"))
                .flatMap(block -> block.code().stream())
                .toList();
        assertEquals(said, printed(data), "what the document says and what it prints");
        read(data);
        StudyTest test = new StudyTest();
        lines = said;
        test.location();
        test.countsAndShares();
        test.lossRates();
        test.everyDrawLiesInside();
        test.theEndsOfTheCorrelation();
        // The low end is reached, to all digits printed, and a climb takes the high end as far as the search does.
        assertTrue(correlation(climb(-1)) - numbers("low end within ", 0)[0] < 0.001);
        assertTrue(correlation(climb(1)) > 0.39 && correlation(climb(-1)) < -0.13);
        // Known from elsewhere.
        assertEquals(657, battles.size());
        assertEquals(1.5, numbers("median force ratio ", 0)[0]);
        assertEquals(1.5919, numbers("geometric mean ", 0)[0]);
        assertEquals(98, band(3, 0)[0]);
        assertEquals(64.3, band(3, 0)[6]);
        System.out.println(STUDY + " says what " + data + " gives");
    }

    @BeforeAll
    static void draw(@TempDir Path folder) throws IOException {
        Path data = Files.write(folder.resolve("drawn.csv"), drawn());
        lines = printed(data);
        read(data);
    }

    /**
     * Battles in all bands of force ratio, near the lines and far from them, with what makes CDB90 hard: strengths and
     * casualties that are unknown (−1), an outcome that is (−9), defeats coded −1, draws, and errors that are 0, blank or of
     * different size above and below.
     */
    private static List<String> drawn() {
        Random random = new Random(1990);
        String[] names = {"STRA", "STRD", "CASA", "CASD"};
        List<String> rows = new ArrayList<>();
        StringBuilder header = new StringBuilder("ISQNO,WINA");
        for (String name : names) {
            header.append(',')
                    .append(name)
                    .append(',')
                    .append(name)
                    .append("PL,")
                    .append(name)
                    .append("MI");
        }
        rows.add(header.toString());
        for (int i = 0; i < 140; i++) {
            int band = i % 7;
            double ratio = EDGES[band] + random.nextDouble() * (Math.min(EDGES[band + 1], 12) - EDGES[band]);
            double defenders = 1000 * (1 + random.nextInt(60));
            double[] figures = {
                Math.max(100, Math.rint(ratio * defenders / 50) * 50),
                defenders,
                50 * random.nextInt(80),
                10 * random.nextInt(400)
            };
            int outcome =
                    i == 5 || i == 77 ? -9 : random.nextDouble() * 4 < ratio + 1 ? 1 : random.nextInt(4) == 0 ? 0 : -1;
            StringBuilder row = new StringBuilder(i + "," + outcome);
            for (int column = 0; column < 4; column++) {
                boolean isUnknown = column < 2 ? i == 20 + column : i % 40 == 30 + column;
                row.append(',').append(isUnknown ? -1 : Math.round(figures[column]));
                row.append(',')
                        .append(error(random))
                        .append(',')
                        .append(error(random).replaceFirst("^(?=[1-9])", "-"));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    private static String error(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "0";
            default -> Integer.toString(1 + random.nextInt(15));
        };
    }

    /** What the document prints of a file. */
    private static List<String> printed(Path data) throws IOException {
        StringBuilder printed = new StringBuilder();
        try (SnippetShell shell = new SnippetShell()) {
            for (Snippet block : Snippet.ofMarkdown(STUDY)) {
                if (block.language().equals("java")) {
                    String path = data.toString().replace("\\", "\\\\");
                    printed.append(shell.run(block.text()
                            .replace(DATA, "Path.of(\"" + path + "\")")
                            .lines()
                            .toList()));
                }
            }
        }
        return printed.toString().lines().map(String::stripTrailing).toList();
    }

    private static void read(Path data) throws IOException {
        List<Battle> found = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(data)) {
            for (NamedCsvRecord row : rows) {
                Battle battle = new Battle(
                        Figure.of(row, "STRA"),
                        Figure.of(row, "STRD"),
                        Figure.of(row, "CASA"),
                        Figure.of(row, "CASD"),
                        Integer.parseInt(row.getField("WINA")));
                if (battle.attackers.point > 0 && battle.defenders.point > 0) {
                    found.add(battle);
                }
            }
        }
        all = List.copyOf(found);
        found.removeIf(battle -> battle.outcome == -9);
        battles = List.copyOf(found);
    }

    @Test
    void location() {
        double[] sizes = numbers("battles with both strengths: ", 0);
        assertEquals(all.size(), sizes[0]);
        assertEquals(battles.size(), sizes[1]);
        ToDoubleFunction<Battle> point = battle -> battle.attackers.point / battle.defenders.point;
        double[] median = numbers("median force ratio attacker/defender ", 0);
        assertEquals(median(values(all, point)), median[0], 0.005 + 1e-9);
        ToDoubleFunction<Battle> least = battle -> battle.attackers.low / battle.defenders.high;
        ToDoubleFunction<Battle> greatest = battle -> battle.attackers.high / battle.defenders.low;
        assertEnds(median[1], median[2], median(values(all, least)), median(values(all, greatest)), 0.01);
        double[] mean = numbers("geometric mean ", 0);
        assertEquals(geometricMean(values(all, point)), mean[0], 5e-5 + 1e-9);
        assertEnds(mean[1], mean[2], geometricMean(values(all, least)), geometricMean(values(all, greatest)), 1e-4);
    }

    @Test
    void countsAndShares() {
        for (int i = 0; i < EDGES.length - 1; i++) {
            int band = i;
            double[] row = band(band, 0);
            List<Truth> in = in(points(), band);
            long won = in.stream().filter(truth -> truth.outcome == 1).count();
            assertEquals(in.size(), row[0]);
            assertEquals(won, row[3]);
            assertEquals(100.0 * won / in.size(), row[6], 0.05 + 1e-9);
            double sureWins = count(battle -> battle.isSurelyIn(band) && battle.outcome == 1);
            double sureOthers = count(battle -> battle.isSurelyIn(band) && battle.outcome != 1);
            double mayWins = count(battle -> battle.mayBeIn(band) && battle.outcome == 1);
            double mayOthers = count(battle -> battle.mayBeIn(band) && battle.outcome != 1);
            assertEquals(sureWins + sureOthers, row[1]);
            assertEquals(mayWins + mayOthers, row[2]);
            assertEquals(sureWins, row[4]);
            assertEquals(mayWins, row[5]);
            double least = sureWins / (sureWins + mayOthers);
            double greatest = mayWins / (mayWins + sureOthers);
            assertEnds(row[7], row[8], 100 * least, 100 * greatest, 0.1);
            double low = 100 * wilson(least, sureWins + mayOthers, -Z);
            assertEnds(row[9], row[10], low, 100 * wilson(greatest, mayWins + sureOthers, Z), 0.1);
        }
    }

    @Test
    void lossRates() {
        for (int band = 0; band < EDGES.length - 1; band++) {
            int from = band;
            checkRates(
                    band,
                    1,
                    truth -> truth.attackersLost / truth.attackers,
                    (battle, low) -> low
                            ? battle.attackersLost.low
                                    / Math.min(battle.attackers.high, EDGES[from + 1] * battle.defenders.high)
                            : battle.attackersLost.high
                                    / Math.max(battle.attackers.low, EDGES[from] * battle.defenders.low));
            checkRates(
                    band,
                    2,
                    truth -> truth.defendersLost / truth.defenders,
                    (battle, low) -> low
                            ? battle.defendersLost.low
                                    / Math.min(battle.defenders.high, battle.attackers.high / EDGES[from])
                            : battle.defendersLost.high
                                    / Math.max(battle.defenders.low, battle.attackers.low / EDGES[from + 1]));
        }
    }

    private interface RateEnd {
        double of(Battle battle, boolean low);
    }

    private static void checkRates(int band, int table, ToDoubleFunction<Truth> rate, RateEnd end) {
        double[] row = band(band, table);
        double[] points = rates(in(points(), band), rate);
        assertEquals(100 * median(points), row[0], 0.05 + 1e-9);
        assertEquals(100 * mean(points), row[3], 0.05 + 1e-9);
        List<Double> medians = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (boolean low : new boolean[] {true, false}) {
            List<Double> rates = new ArrayList<>();
            List<Double> possible = new ArrayList<>();
            for (Battle battle : battles) {
                double value = end.of(battle, low);
                if (battle.mayBeIn(band) && !Double.isNaN(value)) {
                    (battle.isSurelyIn(band) ? rates : possible).add(value);
                }
            }
            possible.sort(low ? Collections.reverseOrder() : null);
            double bestMedian = low ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            double bestMean = bestMedian;
            while (true) {
                if (!rates.isEmpty()) {
                    double[] values = rates.stream().mapToDouble(value -> value).toArray();
                    bestMedian = low ? Math.min(bestMedian, median(values)) : Math.max(bestMedian, median(values));
                    bestMean = low ? Math.min(bestMean, mean(values)) : Math.max(bestMean, mean(values));
                }
                if (possible.isEmpty()) {
                    break;
                }
                rates.add(possible.remove(possible.size() - 1));
            }
            medians.add(100 * bestMedian);
            means.add(100 * bestMean);
        }
        assertEnds(row[1], row[2], medians.get(0), medians.get(1), 0.1);
        assertEnds(row[4], row[5], means.get(0), means.get(1), 0.1);
    }

    /** Without any thought of what is certain or possible: what might have been lies inside every range. */
    @Test
    void everyDrawLiesInside() {
        Random random = new Random(90);
        double[] correlation = numbers("correlation ", 0);
        for (int trial = 0; trial <= 2000; trial++) {
            boolean isPoint = trial == 0;
            List<Truth> truths = isPoint
                    ? points()
                    : battles.stream().map(battle -> battle.draw(random)).toList();
            for (int band = 0; band < EDGES.length - 1; band++) {
                List<Truth> in = in(truths, band);
                double won = in.stream().filter(truth -> truth.outcome == 1).count();
                double[] row = band(band, 0);
                assertInside(row[1], in.size(), row[2]);
                assertInside(row[4], won, row[5]);
                assertInside(row[7], 100 * won / in.size(), row[8]);
                assertRates(band(band, 1), rates(in, truth -> truth.attackersLost / truth.attackers));
                assertRates(band(band, 2), rates(in, truth -> truth.defendersLost / truth.defenders));
            }
            assertInside(correlation[1], correlation(truths), correlation[2]);
        }
        assertEquals(correlation(points()), correlation[0], 0.0005);
    }

    private static void assertRates(double[] row, double[] rates) {
        assertInside(row[1], 100 * median(rates), row[2]);
        assertInside(row[4], 100 * mean(rates), row[5]);
    }

    /** The low end is reached at ends of ranges; the high end lies between what a climb reaches and the bound. */
    @Test
    void theEndsOfTheCorrelation() {
        double[] ends = numbers("low end within ", 0);
        double[] range = numbers("correlation ", 0);
        assertEquals(ends[0], range[1]);
        assertEquals(ends[3], range[2]);
        double low = correlation(climb(-1));
        assertInside(ends[0], low, ends[1]);
        double high = correlation(climb(1));
        assertInside(ends[2], high, ends[3]);
    }

    /** Log force ratios that follow the slope of the correlation, as truths with one defender. */
    private static List<Truth> climb(int sign) {
        int n = battles.size();
        double[] log = battles.stream()
                .mapToDouble(battle -> Math.log(battle.attackers.point / battle.defenders.point))
                .toArray();
        double[] outcome = battles.stream().mapToDouble(Battle::outcome).toArray();
        for (int step = 0; step < 200; step++) {
            double meanLog = mean(log);
            double meanOutcome = mean(outcome);
            double products = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                products += (log[i] - meanLog) * (outcome[i] - meanOutcome);
                squares += (log[i] - meanLog) * (log[i] - meanLog);
            }
            for (int i = 0; i < n; i++) {
                Battle battle = battles.get(i);
                double least = Math.log(battle.attackers.low / battle.defenders.high);
                double greatest = Math.log(battle.attackers.high / battle.defenders.low);
                double slope = sign * ((outcome[i] - meanOutcome) - products / squares * (log[i] - meanLog));
                log[i] = sign < 0
                        ? (slope > 0 ? greatest : least)
                        : Math.max(least, Math.min(greatest, log[i] + slope / 2));
            }
        }
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            truths.add(new Truth(Math.exp(log[i]), 1, 0, 0, (int) outcome[i]));
        }
        return truths;
    }

    // What the document prints.

    /** The numbers behind a heading, of the line that begins with it for the given time. */
    private static double[] numbers(String heading, int time) {
        List<String> found =
                lines.stream().filter(line -> line.startsWith(heading)).toList();
        assertTrue(found.size() > time, () -> STUDY + " prints no line for " + heading);
        return NUMBER.matcher(found.get(time).substring(heading.length()))
                .results()
                .mapToDouble(match -> Double.parseDouble(match.group()))
                .toArray();
    }

    private static double[] band(int band, int table) {
        String heading = band == 0
                ? "below 0.5 "
                : band == EDGES.length - 2 ? "5.0 and more " : EDGES[band] + " to " + EDGES[band + 1] + " ";
        double[] numbers = numbers(heading, table);
        assertEquals(table == 0 ? 11 : 6, numbers.length);
        return numbers;
    }

    // Plain statistics.

    private static List<Truth> points() {
        return battles.stream().map(Battle::points).toList();
    }

    private static List<Truth> in(List<Truth> truths, int band) {
        return truths.stream().filter(truth -> truth.isIn(band)).toList();
    }

    private static long count(Predicate<Battle> isCounted) {
        return battles.stream().filter(isCounted).count();
    }

    private static double[] values(List<Battle> all, ToDoubleFunction<Battle> value) {
        return all.stream().mapToDouble(value).toArray();
    }

    private static double[] rates(List<Truth> truths, ToDoubleFunction<Truth> rate) {
        return truths.stream()
                .mapToDouble(rate)
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double geometricMean(double[] values) {
        return Math.exp(mean(Arrays.stream(values).map(Math::log).toArray()));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static double wilson(double share, double n, double z) {
        double root = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
        return (share + z * z / (2 * n) + root) / (1 + z * z / n);
    }

    private static double correlation(List<Truth> truths) {
        double[] x = truths.stream()
                .mapToDouble(truth -> Math.log(truth.attackers / truth.defenders))
                .toArray();
        double[] y = truths.stream().mapToDouble(Truth::outcome).toArray();
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        double meanX = mean(x);
        double meanY = mean(y);
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - meanX) * (y[i] - meanY);
            squaresX += (x[i] - meanX) * (x[i] - meanX);
            squaresY += (y[i] - meanY) * (y[i] - meanY);
        }
        return products / Math.sqrt(squaresX * squaresY);
    }

    /** The printed ends enclose the exact ones, and are nearer to them than one unit of the last digit. */
    private static void assertEnds(double low, double high, double exactLow, double exactHigh, double unit) {
        assertInside(low, exactLow, exactHigh);
        assertInside(exactLow, exactHigh, high);
        assertTrue(exactLow - low < unit - 1e-9, () -> low + " is far below " + exactLow);
        assertTrue(high - exactHigh < unit - 1e-9, () -> high + " is far above " + exactHigh);
    }

    private static void assertInside(double low, double value, double high) {
        assertTrue(low - 1e-9 <= value && value <= high + 1e-9, () -> value + " is not in " + low + " to " + high);
    }
}
