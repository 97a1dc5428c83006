package org.muster.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.muster.check.Check;
import org.muster.compare.Agreement;
import org.muster.compare.SmallDossiers;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;
import org.muster.dossier.Names;
import org.muster.dossier.Quantity;
import org.muster.reconcile.Assumptions;
import org.muster.reconcile.Conflicts;

/** What makes a check fail is among the findings, and nothing else makes it fail. */
@Domain(SmallDossiers.class)
class FindingsPropertiesTest {

    private static final List<String> CONTRADICTIONS = List.of(
            "Voices that contradict themselves",
            "Claims that cannot all be true",
            "Sums and bounds that fail across voices");

    @Property
    void whateverFailsIsTold(@ForAll Dossier dossier) {
        Report report = Report.of(dossier, Tolerance.NONE);
        Findings findings = Findings.of(report);
        List<String> told = new ArrayList<>();
        for (Findings.Section section : findings.sections()) {
            if (CONTRADICTIONS.contains(section.title())) {
                told.addAll(section.lines());
            }
        }
        Names names = Names.of(dossier);
        boolean fails = false;
        for (Agreement row : report.quantities().rows()) {
            if (row.verdict() == Agreement.Verdict.CONFLICT || row.verdict() == Agreement.Verdict.CONTRADICTS_ITSELF) {
                fails = true;
                assertTold(told, names.quantity(row.quantity()), row);
            }
        }
        for (Check row : report.checks().rows()) {
            if (row.isFailed() && row.kind() != Check.Kind.LOSSES && row.kind() != Check.Kind.COPY) {
                fails = true;
                Quantity whole = row.quantity().orElseThrow();
                assertTold(told, names.quantity(whole), row);
            }
        }
        assertEquals(fails, findings.haveContradictions(), findings::toString);
    }

    private static void assertTold(List<String> told, String quantity, Object row) {
        assertTrue(told.stream().anyMatch(line -> line.startsWith(quantity + ": ")), () -> row + " among " + told);
    }

    /** A set of claims that the rules exclude is told, if not as such then as what makes it one. */
    @Property(tries = 300)
    void conflictsAreTold(@ForAll Dossier dossier) {
        Report report = Report.of(dossier, Tolerance.NONE);
        Conflicts conflicts = Conflicts.of(dossier, Assumptions.NONE);
        Findings findings = Findings.of(report, conflicts);
        if (!conflicts.all().isEmpty()) {
            assertTrue(findings.haveContradictions());
            assertTrue(
                    findings.sections().stream()
                            .anyMatch(section -> CONTRADICTIONS.contains(section.title())
                                    || section.title().equals("Claims that cannot all be true under the rules")),
                    findings::toString);
        }
    }

    /** No underscores, ranges in brackets, empty brackets or numbers below 0: people read the lines. */
    @Property(tries = 300)
    void linesAreForPeople(@ForAll Dossier dossier) {
        for (Findings.Section section :
                Findings.of(Report.of(dossier, Tolerance.NONE)).sections()) {
            for (String line : section.lines()) {
                assertTrue(!line.contains("_") && !line.contains("[") && !line.contains("Infinity"), line);
                assertTrue(!line.contains("  ") && !line.contains("()") && !line.contains(" -"), line);
            }
        }
    }
}
