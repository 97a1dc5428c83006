package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.combine.Evidence;
import org.muster.combine.NamedRule;
import org.muster.combine.Sensitivity;
import org.muster.compare.Ranges;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Names;
import org.muster.plot.RulePlot;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What the page says of the rules, by hand. */
class RuleSectionTest {

    private static final Dossier WAR = Dossier.of(
            "war",
            Claim.of("Blue", "killed", "100", "A"),
            Claim.of("Blue", "killed", "300–400", "B"),
            Claim.of("Blue", "tanks lost", "10", "A"),
            Claim.of("Blue", "tanks lost", "20", "B"),
            Claim.of("Blue", "wounded", "200", "A"),
            Claim.of("Blue", "wounded", "205", "B"),
            Claim.of("Red", "killed", "50–90", "A"),
            Claim.of("Red", "killed", "60", "B"));

    private static List<String> rows(Element section) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < section.getElementsByTagName("tr").getLength(); i++) {
            List<String> cells = new ArrayList<>();
            Node row = section.getElementsByTagName("tr").item(i);
            for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                cells.add(Page.read(cell).replace("\u2060", "").strip());
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    @Test
    void theAnswersForWhatIsInConflict() {
        Page page = Page.of(WAR);
        page.check(WAR);
        assertEquals(
                List.of(
                        "Quantity | Answer | By the rule of",
                        "Blue, killed | 100–400 | hull, UCDP, PRIO, Our World in Data, IHME, Airwars,"
                                + " Bureau of Investigative Journalism, Iraq Body Count, Clodfelter, CDB90",
                        "Blue, killed | 100 | ACLED",
                        "Blue, killed | 200–250 | weighted mixture",
                        "Blue, killed | no answer | intersection, American Civil War battle data, Correlates of War, Oryx,"
                                + " more than half, Marzullo, Brooks–Iyengar",
                        "Blue, tanks lost | 10–20 | hull, Clodfelter, CDB90",
                        "Blue, tanks lost | 15 | weighted mixture",
                        "Blue, tanks lost | no answer | intersection, American Civil War battle data, Oryx, more than half,"
                                + " Marzullo, Brooks–Iyengar"),
                rows(page.byId("rules")));
    }

    @Test
    void anAnswerThatABoundContradictsIsSaidToBe() {
        Dossier bounded = WAR.with(Claim.of("Blue", "tanks lost", "more than 12", "C"));
        List<String> rows = rows(Page.of(bounded).byId("rules"));
        assertTrue(
                rows.stream().anyMatch(row -> row.startsWith("Blue, tanks lost | 10–20 | hull")),
                rows.toString()); // 13 to 20 are allowed
        Dossier apart = WAR.with(Claim.of("Blue", "killed", "up to 90", "C"));
        List<String> contradicted = rows(Page.of(apart).byId("rules"));
        assertTrue(
                contradicted.contains("Blue, killed | 100, which a bound contradicts | ACLED"), contradicted::toString);
    }

    @Test
    void withoutAConflictThereIsNoSection() {
        Dossier small = Dossier.of("small", Claim.of("A", "killed", "5", "x"), Claim.of("A", "killed", "5–9", "y"));
        assertFalse(Page.of(small).headings().contains("What the rules would print"));
    }

    @Test
    void aPictureHasARowForEachAnswer() {
        Sensitivity row = Sensitivity.of(
                Evidence.of(Ranges.of(WAR), WAR.quantities().get(0)),
                List.of(NamedRule.HULL, NamedRule.PRIO, NamedRule.ACLED, NamedRule.MARZULLO));
        RulePlot picture = RulePlot.of(row, Names.of(WAR)).orElseThrow();
        assertEquals("Blue, killed, by rule", picture.title());
        assertEquals("100–400 by hull, PRIO; 100 by ACLED.", picture.description());
        assertTrue(picture.toSvg().contains("Linear axis from 0."));
        Sensitivity alone =
                Sensitivity.of(Evidence.of(Ranges.of(WAR), WAR.quantities().get(0)), List.of(NamedRule.HULL));
        assertTrue(RulePlot.of(alone, Names.of(WAR)).isEmpty(), "one answer is told, not drawn");
        Sensitivity close = Sensitivity.of(
                Evidence.of(Ranges.of(WAR), WAR.quantities().get(2)), List.of(NamedRule.HULL, NamedRule.ACLED));
        assertTrue(RulePlot.of(close, Names.of(WAR)).isEmpty(), "within 5 per cent");
    }
}
