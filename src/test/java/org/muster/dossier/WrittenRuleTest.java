package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muster.dossier.WrittenRule.Term;
import org.muster.exact.Sense;
import org.muster.figure.Measure;

/** Rules as analysts write them; broken ones stand in {@code cases/rules-faults}. */
class WrittenRuleTest {

    private static final Quantity KILLED = quantity("killed");
    private static final Quantity STRENGTH = quantity("strength");

    private static Quantity quantity(String measure) {
        return new Quantity("", "Japan", "", Measure.parse(measure), "");
    }

    private static Term term(String factor, Quantity quantity) {
        return new Term(new BigDecimal(factor), quantity);
    }

    @Test
    void quantitiesStandLeftAndConstantsRight() {
        WrittenRule rule =
                WrittenRule.parse("10 + {Japan|killed} - 2.5 <= 3 * {Japan | strength} − {Japan | killed} · 2");
        assertEquals(List.of(term("3", KILLED), term("-3", STRENGTH)), rule.terms());
        assertEquals(Sense.AT_MOST, rule.sense());
        assertEquals(new BigDecimal("-7.5"), rule.constant());
    }

    @Test
    void aLeadingMinusAndTheSignsOfMathematicsAreRead() {
        WrittenRule rule = WrittenRule.parse("- {Japan | killed} ≥ -0.5{Japan | strength}");
        assertEquals(List.of(term("-1", KILLED), term("0.5", STRENGTH)), rule.terms());
        assertEquals(Sense.AT_LEAST, rule.sense());
        assertEquals(Sense.AT_MOST, WrittenRule.parse("{Japan | killed} ≤ 5").sense());
    }

    @Test
    void braceNamesEventPartyAndPlace() {
        Quantity full = WrittenRule.parse("{Kursk | Japan | | tanks lost} = 0")
                .terms()
                .get(0)
                .quantity();
        assertEquals(new Quantity("Kursk", "Japan", "", Measure.parse("tanks lost"), ""), full);
        Quantity placed =
                WrittenRule.parse("{Japan | Korea | killed} = 0").terms().get(0).quantity();
        assertEquals(new Quantity("", "Japan", "Korea", Measure.parse("killed"), ""), placed);
    }

    @Test
    void dossierNamesRulesAndGivesThemItsEvent() {
        Dossier dossier = Dossier.of("war", Claim.of("Japan", "killed", "5", "a"))
                .with(WrittenRule.parse("{Japan | killed} <= {Japan | strength}")
                        .withNote("why"));
        WrittenRule rule = dossier.rules().get(0);
        assertEquals("R1: {Japan | killed} <= {Japan | strength}", rule.toString());
        assertEquals("war", rule.terms().get(0).quantity().event());
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> dossier.with(WrittenRule.parse("{Japn | killed} <= 5")));
        assertTrue(refused.getMessage().contains("rule R2: party \"Japn\" at character 2"), refused.getMessage());
    }

    @Test
    void writtenDossierReadsBackItsRules(@TempDir Path folder) throws IOException {
        Dossier dossier = Dossier.of("war", Claim.of("Japan", "killed", "5", "a"))
                .with(WrittenRule.parse("{Japan | killed} <= 2 {Japan | strength}")
                        .withNote("so, \"it\" is"));
        dossier.write(folder);
        Dossier back = Dossier.read(folder);
        assertEquals(dossier.rules(), back.rules());
        assertEquals(List.of(), back.problems());
        Dossier.of("war", Claim.of("Japan", "killed", "5", "a")).write(folder);
        assertEquals(List.of(), Dossier.read(folder).rules());
    }

    @Test
    void noiseIsRefusedWithAPlaceOrRead() {
        Random random = new Random(17);
        String[] pieces = {
            "{Japan | killed}",
            "{Japan | strength}",
            "<= ",
            "{Japan | killed}",
            "{",
            "}",
            "|",
            "+",
            "-",
            "*",
            "<=",
            ">=",
            "=",
            "1",
            ".",
            ",",
            " ",
            "x",
            "\u202e",
            "𝟛"
        };
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(4) + 2; n >= 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                WrittenRule.parse(text.toString());
                read++;
            } catch (IllegalArgumentException e) {
                assertTrue(
                        e.getMessage().startsWith("character ")
                                || e.getMessage().startsWith("the rule names no quantity"),
                        e.getMessage());
            }
        }
        assertTrue(read > 20, "only " + read + " rules were read");
    }

    @Test
    void aMegabyteIsReadInOnePass() {
        String sum = "{Japan | killed} + ".repeat(50_000);
        assertEquals(
                new BigDecimal(50_001),
                WrittenRule.parse(sum + "{Japan | killed} = 1").terms().get(0).factor());
        assertThrows(IllegalArgumentException.class, () -> WrittenRule.parse("{".repeat(1 << 20)));
    }
}
