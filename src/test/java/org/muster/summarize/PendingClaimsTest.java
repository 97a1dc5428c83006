package org.muster.summarize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.muster.compare.Attribution;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Quantity;
import org.muster.dossier.Works;
import org.muster.figure.Measure;

/** Claims that are held back against the same claims added to their groups one by one. */
class PendingClaimsTest {

    private static final String[] DATES = {"", "", "", "1944", "1945-08", "1945-08-09", "1945-08-10"};

    private static final List<Quantity> QUANTITIES = Stream.of("killed", "strength", "wounded", "missing", "captured")
            .map(measure -> new Quantity("e", "A", "", Measure.parse(measure), ""))
            .toList();

    private static Numbered<Group> group(ClaimNumbers numbers, int number) {
        Quantity quantity = QUANTITIES.get(number);
        return numbers.groups().of(List.of(quantity.toString()), any -> Group.about(quantity, 1000));
    }

    private static SaidTable table(ClaimNumbers numbers, int seed) {
        return new SaidTable(numbers, seed % 2 == 0 ? 4 : 64);
    }

    /** With room for all, and with so little that what is held back has to give way all the time. */
    @Test
    void nothingIsLost() {
        for (int seed = 0; seed < 400; seed++) {
            List<Group> direct = QUANTITIES.stream()
                    .map(quantity -> Group.about(quantity, 1000))
                    .toList();
            ClaimNumbers numbers = new ClaimNumbers();
            SaidTable[] tables = {table(numbers, seed), table(numbers, seed), table(numbers, seed)};
            PendingClaims pending = new PendingClaims(tables);
            boolean isSparse = seed % 3 == 0; // few claims reach as far as others
            Random random = new Random(seed);
            for (int i = 0; i < (seed % 5 == 0 ? 4000 : 200); i++) {
                int name = i;
                Claimed claim = new Claimed() {
                    @Override
                    public int nameLength() {
                        return ("c" + name).length();
                    }

                    @Override
                    public Holder holder(Speaking whose) {
                        return new Holder(whose.voices(), "c" + name, "");
                    }
                };
                int voice = random.nextInt(4);
                Attribution who = Attribution.of("voice " + voice);
                Speaking speaking = new Speaking(List.of(who), "voice " + voice);
                int group = random.nextInt(direct.size());
                AsOf date = AsOf.parse(DATES[random.nextInt(DATES.length)]);
                int kind = isSparse ? 2 + random.nextInt(4) : random.nextInt(6);
                double some = random.nextInt(isSparse ? 1000 : 12);
                double low = kind == 1 ? 0 : some;
                double high = kind == 0
                        ? Double.POSITIVE_INFINITY
                        : kind < 3 ? some : some + random.nextInt(isSparse ? 1000 : 6);
                Firmness firmness = kind < 2 ? Firmness.BOUND : kind == 2 ? Firmness.SOFT : Firmness.FIRM;
                direct.get(group).add(speaking, date, firmness, low, high, claim.holder(speaking));
                pending.add(
                        claim,
                        group(numbers, group),
                        numbers.speakers().of(who, any -> speaking),
                        numbers.date(date),
                        firmness,
                        low,
                        high);
            }
            pending.end();
            for (SaidTable table : tables) {
                table.addToGroups();
            }
            for (int i = 0; i < direct.size(); i++) {
                assertEquals(
                        direct.get(i).summary(List.of(), Works.any()).says(),
                        group(numbers, i)
                                .thing()
                                .summary(List.of(), Works.any())
                                .says(),
                        "seed " + seed);
            }
        }
    }
}
