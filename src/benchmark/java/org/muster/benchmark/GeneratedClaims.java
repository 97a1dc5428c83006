package org.muster.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a file of claims as they are met: few events are written about by many and most by few (Zipf's law), works copy one
 * another, say about, at least and from–to, slip by a factor of ten, and give what they count with or without a date. The same
 * seed gives the same bytes.
 *
 * <p>Arguments: the file, the number of rows, {@code ranges} for the columns low,high or {@code text} for figures as text, the
 * number of quantities, the seed.
 */
public final class GeneratedClaims {

    private static final String[] MEASURES = {"killed", "wounded", "captured", "strength", "tanks lost"};
    private static final int PARTIES = 2;
    private static final int WORKS = 400;
    private static final int WORKS_OF_ONE = 25; // that write about one event

    private final SplittableRandom random;
    private final double[] shares; // of the quantities and all before
    private final boolean asText;

    private GeneratedClaims(int quantities, boolean asText, long seed) {
        this.random = new SplittableRandom(seed);
        this.asText = asText;
        this.shares = new double[quantities];
        double sum = 0;
        for (int i = 0; i < quantities; i++) {
            sum += 1.0 / (i + 1);
            shares[i] = sum;
        }
    }

    /**
     * Writes a file.
     *
     * @param arguments as above
     * @throws IOException if it cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        write(
                Path.of(arguments[0]),
                Long.parseLong(arguments[1]),
                arguments[2].equals("text"),
                Integer.parseInt(arguments[3]),
                Long.parseLong(arguments[4]));
    }

    /** Writes rows of claims about so many quantities. */
    static void write(Path file, long rows, boolean asText, int quantities, long seed) throws IOException {
        GeneratedClaims claims = new GeneratedClaims(quantities, asText, seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("event,party,measure," + (asText ? "figure" : "low,high,qualifier") + ",source,as_of\n");
            StringBuilder row = new StringBuilder();
            for (long i = 0; i < rows; i++) {
                row.setLength(0);
                claims.add(row);
                out.append(row);
            }
        }
    }

    private void add(StringBuilder row) {
        int quantity = quantity();
        int measure = quantity % MEASURES.length;
        int party = quantity / MEASURES.length % PARTIES;
        int event = quantity / MEASURES.length / PARTIES;
        row.append("event-").append(event).append(",party-").append(event % 40 + party).append(',');
        row.append(MEASURES[measure]).append(',');
        // The truth, which the number of the quantity gives; works are off by up to a half, and one in 200 by ten times.
        double truth = Math.exp(4 + 8 * new SplittableRandom(quantity).nextDouble());
        double said = truth * (0.5 + random.nextDouble());
        if (random.nextInt(200) == 0) {
            said *= random.nextBoolean() ? 10 : 0.1;
        }
        addFigure(row, Math.max(1, Math.round(random.nextInt(3) == 0 ? said : rounded(said))));
        int work = (quantity * 31 + (int) (WORKS_OF_ONE * random.nextDouble() * random.nextDouble())) % WORKS;
        row.append(",work-").append(work).append(',');
        if (random.nextInt(10) == 0) {
            row.append(1900 + event % 100).append('-').append(String.format(Locale.ROOT, "%02d", 1 + random.nextInt(12)));
        }
        row.append('\n');
    }

    private int quantity() {
        double sought = random.nextDouble() * shares[shares.length - 1];
        int found = Arrays.binarySearch(shares, sought);
        return found >= 0 ? found : -found - 1;
    }

    private static double rounded(double said) {
        double digit = Math.pow(10, Math.floor(Math.log10(said)) - 1);
        return Math.max(1, Math.round(said / digit) * digit);
    }

    private void addFigure(StringBuilder row, long said) {
        long more = said + Math.max(1, said / 5);
        int kind = random.nextInt(20);
        if (!asText) {
            switch (kind) {
                case 0, 1, 2, 3 -> row.append(said).append(',').append(more).append(',');
                case 4, 5 -> row.append(said).append(',').append(said).append(",about");
                case 6 -> row.append(said).append(",Infinity,at least");
                case 7 -> row.append("0,").append(said).append(",at most");
                default -> row.append(said).append(',').append(said).append(',');
            }
            return;
        }
        switch (kind) {
            case 0, 1, 2, 3 -> quoted(row, "", said).insert(row.length() - 1, "–" + grouped(more));
            case 4, 5 -> quoted(row, "about ", said);
            case 6 -> quoted(row, "", said).insert(row.length() - 1, "+");
            case 7 -> quoted(row, "up to ", said);
            case 8, 9, 10, 11, 12 -> row.append(said);
            default -> quoted(row, "", said);
        }
    }

    private static StringBuilder quoted(StringBuilder row, String before, long number) {
        return row.append('"').append(before).append(grouped(number)).append('"');
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
