package org.muster.summarize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Claim;
import org.muster.dossier.Works;

/** Groups as other processes get them: in parts, and as bytes. */
class GroupTest {

    private static final int MOST = 3;

    private static Claim claim(Random random, int number) {
        String figure = List.of("100", "about 900", "300+", "up to 50", "heavy", "120–140")
                .get(random.nextInt(6));
        String measure = random.nextInt(20) == 0 ? "strength" : "killed";
        return Claim.of("Ä", measure, figure, "work " + random.nextInt(4))
                .in(random.nextInt(20) == 0 ? "hill" : "")
                .asOf(List.of("", "1944", "1945-08").get(random.nextInt(3)))
                .named("c" + number);
    }

    private static Group group(List<Claim> claims) {
        Group group = Group.about(claims.get(0).quantity(), MOST);
        claims.forEach(claim -> group.add(claim, Speaking.of(claim, Works.any(), false), "file:"));
        return group;
    }

    private static String told(Group group) {
        GroupSummary summary = group.summary(List.of("key"), Works.any());
        return summary.varying() + " " + summary.hasTooManyVoices() + " " + summary.says() + " "
                + summary.says().range() + " " + summary.says().extremes().holdsLeastHigh() + " "
                + summary.says().extremes().holdsGreatestLow() + " "
                + summary.says().agreed();
    }

    /** Against the group to which all claims were added in turn. */
    @Test
    void partsThatAreMergedAsBytesSayTheSame() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<Claim> claims = new ArrayList<>();
            for (int i = 0; i <= seed % 30; i++) {
                claims.add(claim(random, i));
            }
            String whole = told(group(claims));
            Collections.shuffle(claims, random);
            int cut = random.nextInt(claims.size());
            Group one = Group.of(group(claims.subList(cut, claims.size())).toBytes(), MOST);
            if (cut > 0) {
                one.merge(Group.of(group(claims.subList(0, cut)).toBytes(), MOST));
            }
            assertEquals(whole, told(one), "seed " + seed);
        }
    }

    @Test
    void damagedBytesAreRefused() {
        byte[] bytes =
                group(List.of(claim(new Random(1), 1), claim(new Random(2), 2))).toBytes();
        for (int i = 0; i < bytes.length; i++) {
            byte[] cut = Arrays.copyOf(bytes, i);
            assertThrows(IllegalArgumentException.class, () -> Group.of(cut, MOST));
        }
        assertThrows(IllegalArgumentException.class, () -> Group.of(Arrays.copyOf(bytes, bytes.length + 1), MOST));
        byte[] later = bytes.clone();
        later[0]++;
        String message = assertThrows(IllegalArgumentException.class, () -> Group.of(later, MOST))
                .getMessage();
        assertTrue(message.contains("another release"), message);
    }

    @Test
    void anotherLimitIsRefused() {
        Group group = group(List.of(claim(new Random(1), 1)));
        assertThrows(IllegalArgumentException.class, () -> Group.of(group.toBytes(), MOST + 1));
        Group other = Group.about(claim(new Random(1), 1).quantity(), MOST + 1);
        assertThrows(IllegalArgumentException.class, () -> group.merge(other));
    }
}
