package org.muster.compare;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muster.dossier.Dossier;

/** What voices say, ranges, verdicts and ratios against the literal definition, on many more dossiers. */
@Tag("slow")
class MeaningSoakTest {

    @Test
    void asDefined() {
        for (int seed = 0; seed < 4_000; seed++) {
            Dossier dossier = SmallDossiers.make(new Random(seed));
            RangesPropertiesTest.checkVoices(dossier);
            RangesPropertiesTest.checkRanges(dossier);
            AgreementPropertiesTest.check(dossier);
            RatiosPropertiesTest.check(dossier, new Literal(dossier));
        }
    }

    @Test
    void nothingDependsOnTheOrder() {
        for (int seed = 0; seed < 2_000; seed++) {
            OrderPropertiesTest.check(SmallDossiers.make(new Random(seed)), seed);
        }
    }
}
