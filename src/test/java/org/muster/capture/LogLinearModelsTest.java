package org.muster.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.interval.Interval;

/** Against published estimates, and against {@code glm(n ~ ..., family = poisson)} of R 4.2.2. */
class LogLinearModelsTest {

    private static LogLinearFit fit(CaptureHistories histories, String model) {
        return LogLinearFit.of(histories, LogLinearModel.parse(histories.lists().size(), model));
    }

    /** R: coefficients, vcov, deviance and AIC of the glm; BIC is AIC − 2p + p ln 4400. */
    @ParameterizedTest
    @CsvSource({
        "'',                      7394.5866630774,   129.62597397, 245.93873643, 10, 357.36274114, 389.30954024",
        "'[12]',                  7435.3692676648,   147.39514845, 245.56405841,  9, 358.98806312, 397.32422204",
        "'[12][13][24][34]',      7921.6276210001,   248.04859851, 199.20606553,  6, 318.63007024, 376.13430862",
        "'[123][34]',             8650.4387096774,   433.86393000,  27.92917567,  5, 149.35318038, 213.24677858",
        "'[12][13][14][23][24][34]', 14402.4889516866, 1050.90482995, 39.83203690, 4, 163.25604162, 233.53899964",
        "'[123][124][134][234]', 16941.8804251758,  5937.58041332,   0.00000000,  0, 131.42400472, 227.26440202"
    })
    void kosovo(String model, double estimate, double error, double deviance, int degrees, double aic, double bic) {
        LogLinearFit fit = fit(PublishedLists.kosovo(), model);
        assertEquals(estimate, fit.estimate().orElseThrow(), 1e-9 * estimate);
        assertEquals(error, fit.standardError().orElseThrow(), 1e-8 * error);
        assertEquals(deviance, fit.deviance().orElseThrow(), 1e-7);
        assertEquals(degrees, fit.degreesOfFreedom());
        assertEquals(aic, fit.aic().orElseThrow(), 1e-7);
        assertEquals(bic, fit.bic().orElseThrow(), 1e-7);
    }

    /** The published estimate is 10,356 (Ball et al. 2002). */
    @Test
    void kosovoOverAllModels() {
        LogLinearModels models = LogLinearModels.of(PublishedLists.kosovo());
        assertEquals(113, models.rows().size());
        LogLinearFit best = models.bestByBic().orElseThrow();
        assertEquals("[EXH ABA OSCE][EXH HRW][OSCE HRW]", best.modelText());
        assertEquals(10_356, Math.floor(best.estimate().orElseThrow()));
        assertEquals(best, models.rows().get(0));
        assertTrue(models.spread().contains(best.estimate().orElseThrow()));
        assertTrue(models.toString().startsWith("113 of 113 models fitted"));
    }

    /** The published estimate is 11,313, of a model chosen by AIC among those with pairs of lists (Silverman 2014). */
    @Test
    void unitedKingdom() {
        LogLinearModels models = LogLinearModels.of(PublishedLists.unitedKingdom(), 2);
        assertEquals(1024, models.rows().size());
        assertEquals(
                11_313, Math.round(models.bestByAic().orElseThrow().estimate().orElseThrow()));
        // Nobody is on the lists of local authorities and of the public, so no model with that pair has a maximum.
        for (LogLinearFit fit : models.rows()) {
            boolean hasPair = fit.model().terms().contains(0b10001);
            assertEquals(
                    hasPair ? LogLinearFit.Outcome.NO_MAXIMUM : LogLinearFit.Outcome.FITTED,
                    fit.outcome(),
                    fit::toString);
            assertEquals(hasPair, fit.estimate().isEmpty());
            assertTrue(!hasPair || fit.profileLimits(0.9).isEmpty());
        }
    }

    /** 2,771 with a standard error of 145 and a deviance of 7.62, and the same from R. */
    @Test
    void diabetes() {
        LogLinearFit fit = fit(PublishedLists.diabetes(), "12 13 23 24 34");
        assertEquals(2771.1912750357, fit.estimate().orElseThrow(), 1e-6);
        assertEquals(145.08907180, fit.standardError().orElseThrow(), 1e-6);
        assertEquals(7.61704578, fit.deviance().orElseThrow(), 1e-7);
    }

    /** The numbers of antichains that cover all lists, less that of all lists together (OEIS A006126). */
    @Test
    void countsOfModels() {
        assertEquals(1, LogLinearModel.all(2, 1).size());
        assertEquals(8, LogLinearModel.all(3, 2).size());
        assertEquals(113, LogLinearModel.all(4, 3).size());
        assertEquals(6893, LogLinearModel.all(5, 4).size());
        assertEquals(1024, LogLinearModel.all(5, 2).size());
        assertEquals(6893, LogLinearModel.all(5, 4).stream().distinct().count());
    }

    @Test
    void modelsAreWrittenByTheirGreatestSets() {
        assertEquals("[12][3]", LogLinearModel.parse(3, "12").toString());
        assertEquals(
                "[123][14][24][34]", LogLinearModel.parse(4, "34, 14 123 24 12").toString());
        for (LogLinearModel model : LogLinearModel.all(4, 3)) {
            assertEquals(model, LogLinearModel.parse(4, model.toString()));
        }
        assertThrows(IllegalArgumentException.class, () -> LogLinearModel.parse(3, "123"));
        assertThrows(IllegalArgumentException.class, () -> LogLinearModel.parse(3, "14"));
        assertThrows(IllegalArgumentException.class, () -> LogLinearModel.parse(3, "11"));
        assertThrows(IllegalArgumentException.class, () -> LogLinearModel.parse(6, ""));
        assertThrows(IllegalArgumentException.class, () -> LogLinearModel.all(3, 3));
    }

    /** For two independent lists the profile likelihood has a closed form. */
    @Test
    void profileLimits() {
        CaptureHistories two = PublishedLists.histories(List.of("a", "b"), "10 60 01 40 11 20");
        Interval limits = fit(two, "").profileLimits(0.95).orElseThrow();
        double top = 0;
        for (double n = 120; n < 1000; n += 0.01) {
            top = Math.max(top, closedForm(n));
        }
        // R: qchisq(0.95, 1) / 2
        assertEquals(top - 1.920729410347062, closedForm(limits.inf()), 1e-5);
        assertEquals(top - 1.920729410347062, closedForm(limits.sup()), 1e-5);
        assertTrue(limits.contains(80.0 * 60 / 20));
    }

    private static double closedForm(double n) {
        double a = 80 / n;
        double b = 60 / n;
        return org.apache.commons.math3.special.Gamma.logGamma(n + 1)
                - org.apache.commons.math3.special.Gamma.logGamma(n - 120 + 1)
                + 80 * Math.log(a)
                + (n - 80) * Math.log(1 - a)
                + 60 * Math.log(b)
                + (n - 60) * Math.log(1 - b);
    }

    /** One person on both lists of two hundred: from above, little can be excluded, but the limits stay numbers. */
    @Test
    void profileLimitsOfLittleOverlap() {
        CaptureHistories two = PublishedLists.histories(List.of("a", "b"), "10 100 01 100 11 1");
        Interval limits = fit(two, "").profileLimits(0.95).orElseThrow();
        assertTrue(limits.inf() >= 201 && limits.sup() > 10_201, limits::toString);
        CaptureHistories all = PublishedLists.histories(List.of("a", "b"), "11 7");
        assertEquals(LogLinearFit.Outcome.NO_MAXIMUM, fit(all, "").outcome());
    }

    /** A saturated model repeats the counts; a deviance of 4.6e-14, as sums in floating point give, would be noise. */
    @Test
    void aSaturatedModelHasNoDeviance() {
        CaptureHistories three = CaptureHistories.of(
                List.of("A", "B", "C"),
                Map.of("101", 35L, "010", 119L, "011", 30L, "100", 143L, "110", 116L, "001", 85L, "111", 30L));
        LogLinearFit fit = fit(three, "[12][13][23]");
        assertEquals(0, fit.deviance().orElseThrow());
        assertEquals(914.2672413793, fit.estimate().orElseThrow(), 1e-9 * 914); // R: 558 + exp(coef(glm)[1])
    }

    /** Counted by hand. */
    @Test
    void historiesOfPeople() {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        lists.put("Ministry", List.of("P2", "P3", "P3", "p1"));
        lists.put("Church", List.of("P1", "P2", "P4"));
        CaptureHistories histories = CaptureHistories.ofPeople(lists);
        assertEquals(List.of("Ministry", "Church"), histories.lists());
        assertEquals(2, histories.count("10"));
        assertEquals(2, histories.count("01"));
        assertEquals(1, histories.count("11"));
        lists.put("Church", List.of("P1", " "));
        assertThrows(IllegalArgumentException.class, () -> CaptureHistories.ofPeople(lists));
        lists.put("Church", List.of());
        assertEquals(3, CaptureHistories.ofPeople(lists).count("10"));
        lists.remove("Church");
        assertThrows(IllegalArgumentException.class, () -> CaptureHistories.ofPeople(lists));
    }

    @Test
    void badHistories() {
        assertThrows(IllegalArgumentException.class, () -> CaptureHistories.of(List.of("a"), Map.of("1", 1L)));
        assertThrows(IllegalArgumentException.class, () -> CaptureHistories.of(List.of("a", "a"), Map.of("10", 1L)));
        assertThrows(IllegalArgumentException.class, () -> CaptureHistories.of(List.of("a", "b"), Map.of("00", 1L)));
        assertThrows(IllegalArgumentException.class, () -> CaptureHistories.of(List.of("a", "b"), Map.of("1", 1L)));
        assertThrows(IllegalArgumentException.class, () -> CaptureHistories.of(List.of("a", "b"), Map.of("10", -1L)));
        assertThrows(IllegalArgumentException.class, () -> CaptureHistories.of(List.of("a", "b"), Map.of()));
    }
}
