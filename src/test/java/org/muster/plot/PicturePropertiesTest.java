package org.muster.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import org.muster.compare.SmallDossiers;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.plot.Picture.Width;

/** Whatever a dossier holds, no text of its pictures covers another or is cut, at either width. */
class PicturePropertiesTest {

    private static final List<String> NAMES = List.of(
            "Ed",
            "The Relief Bureau of the Ministry of Health and Welfare of the Provisional Government, Second Department",
            "WWWWWWWWMMMMMMMM MMMMMMMMWWWWWWWW",
            "Ивлев и Шепотинник",
            "日本陸軍省調査部資料編纂室",
            "لجنة الإحصاء العسكري",
            "O'Neill & \"Sons\" <script>alert(1)</script>",
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
            "x".repeat(300));
    private static final List<String> MEASURES =
            List.of("killed", "strength", "tanks lost", "tanks strength", "self_propelled_guns captured");
    private static final List<String> DATES =
            List.of("", "", "1944", "1945", "1945-08", "1945-08-09", "1945-08-20", "1812-09-07", "-0489");
    private static final List<String> SHAPES = List.of(
            "%d", "%d", "about %d", "nearly %d", "%d+", "over %d", "up to %d", "fewer than %d", "%d–%d", "heavy");

    private static <T> T one(List<T> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }

    /** Numbers from 0 to 10^9, often near one another. */
    private static long number(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(3);
            case 1 -> 1_000_000_000L - random.nextInt(1000);
            case 2 -> 100_000 + random.nextInt(9000);
            default -> (long) Math.pow(10, random.nextDouble() * 9);
        };
    }

    static Dossier dossier(Random random) {
        int voices = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 8);
        int quantities = 1 + random.nextInt(6);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < voices * 2; i++) {
            String party = "P" + random.nextInt(quantities) % 4;
            long low = number(random);
            String figure = String.format(Locale.ROOT, one(SHAPES, random), low, low + number(random) % (low + 2));
            String name = one(NAMES, random) + random.nextInt(voices);
            claims.add(Claim.of(party, one(MEASURES, random), figure, name)
                    .claimedBy(random.nextInt(4) == 0 ? "P" + random.nextInt(3) : "")
                    .in(random.nextInt(6) == 0 ? one(NAMES, random) : "")
                    .asOf(one(DATES, random)));
        }
        return Dossier.of("war", claims).with(Breakdown.of(Dimension.PARTY, "P0", "P1", "P2", "P3"));
    }

    private static void check(Dossier dossier) {
        for (Picture picture : Pictures.of(dossier)) {
            for (Width width : Width.values()) {
                Drawing.of(picture.toSvg(width, "1")).check();
            }
        }
    }

    @Property
    void noTextIsCoveredOrCut(@ForAll @LongRange(max = 1_000_000) long seed) {
        check(dossier(new Random(seed)));
    }

    @Property(tries = 30)
    @Domain(SmallDossiers.class)
    void norInDossiersOfSumsAndDates(@ForAll Dossier dossier) {
        check(dossier);
    }

    @Property(tries = 20)
    void theSameDossierGivesTheSameBytes(@ForAll @LongRange(max = 1_000_000) long seed) {
        List<String> first = Pictures.of(dossier(new Random(seed))).stream()
                .map(Picture::toSvg)
                .toList();
        assertEquals(
                first,
                Pictures.of(dossier(new Random(seed))).stream()
                        .map(Picture::toSvg)
                        .toList());
    }
}
