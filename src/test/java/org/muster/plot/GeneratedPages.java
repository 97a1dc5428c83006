package org.muster.plot;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.muster.cli.Muster;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;

/**
 * Pages to be looked at in a browser: those of twenty generated dossiers, each with a difficulty of its own or drawn at
 * random, and one of 10,000 claims. The same every time.
 */
final class GeneratedPages {

    private static final String LONG_NAME =
            "The Relief Bureau of the Ministry of Health and Welfare of the Provisional Government, Second Department ";

    private GeneratedPages() {}

    /** Argument: the folder, in which each dossier and its reports get one. */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        for (Map.Entry<String, Dossier> each : dossiers().entrySet()) {
            Path folder = Files.createDirectories(Path.of(arguments[0], each.getKey()));
            String dossier = folder.resolve("dossier").toString();
            each.getValue().write(Path.of(dossier));
            if (Muster.run(out, out, "report", dossier, "--out", folder.toString(), "--quiet") == 2) {
                System.exit(2);
            }
        }
    }

    private static Map<String, Dossier> dossiers() {
        List<String> open = List.of("over", "up to", "at least", "fewer than", "about");
        Map<String, Dossier> all = new LinkedHashMap<>();
        all.put("one-voice", of(40, i -> claim(i, i * 37, "the only one")));
        all.put("forty-voices", of(40, i -> Claim.of("P0", "killed", "" + i * 37, "Source " + i)));
        all.put("forty-voices-of-all", of(160, i -> claim(i / 40, 100 + i * 37 % 90, "Source " + i % 40)));
        all.put("zeros", of(30, i -> claim(i, i % 3 == 0 ? "0" : "0–" + i, "Source " + i % 5)));
        all.put("billions", of(30, i -> claim(i, 1_000_000_000 - i * 999, "Source " + i % 5)));
        all.put("open-ends", of(30, i -> claim(i, open.get(i % 5) + " " + (500 + i * 71), "Source " + i % 7)));
        all.put(
                "dates",
                of(
                        60,
                        i -> claim(i / 12, i * 10, "Source " + i % 4)
                                .asOf(String.format(Locale.ROOT, "1944-%02d-%02d", 1 + i % 12, 1 + i % 28))));
        all.put("long-names", of(30, i -> claim(i, i * 91, LONG_NAME + i % 7).in(i % 3 == 0 ? LONG_NAME : "")));
        for (int seed = 1; all.size() < 20; seed++) {
            all.put("seed-" + seed, PicturePropertiesTest.dossier(new Random(seed)));
        }
        all.put("ten-thousand", of(10_000, i -> claim("P" + i / 8, 100 + i * 37 % 977, "Source " + i % 40)));
        return all;
    }

    private static Claim claim(int i, Object figure, String source) {
        return claim("P" + i % 4, figure, source);
    }

    private static Claim claim(String party, Object figure, String source) {
        return Claim.of(party, "killed", figure.toString(), source);
    }

    private static Dossier of(int claims, IntFunction<Claim> claim) {
        return Dossier.of("war", IntStream.range(0, claims).mapToObj(claim).toList())
                .with(Breakdown.of(Dimension.PARTY, "P0", "P1", "P2", "P3"));
    }
}
