package org.muster.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.muster.meta.PoolingMethod.DERSIMONIAN_LAIRD;
import static org.muster.meta.PoolingMethod.FIXED_EFFECT;
import static org.muster.meta.PoolingMethod.PAULE_MANDEL;
import static org.muster.meta.PoolingMethod.RESTRICTED_MAXIMUM_LIKELIHOOD;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.interval.Interval;

/**
 * Against metafor (W. Viechtbauer, Journal of Statistical Software 36, 2010), version 3.8-1, with its own data dat.bcg of
 * 13 trials of a vaccine: {@code rma(yi, vi, method=...)} of the log risk ratios, iterations run to 1e-14.
 */
class MetaAnalysisTest {

    /** Ill and well among the vaccinated, ill and well among the others (G. A. Colditz et al., JAMA 271, 1994). */
    private static final int[][] TRIALS = {
        {4, 119, 11, 128},
        {6, 300, 29, 274},
        {3, 228, 11, 209},
        {62, 13536, 248, 12619},
        {33, 5036, 47, 5761},
        {180, 1361, 372, 1079},
        {8, 2537, 10, 619},
        {505, 87886, 499, 87892},
        {29, 7470, 45, 7232},
        {17, 1699, 65, 1600},
        {186, 50448, 141, 27197},
        {5, 2493, 3, 2338},
        {27, 16886, 29, 17825}
    };

    private static final MetaAnalysis BCG = bcg();

    private static MetaAnalysis bcg() {
        List<Double> estimates = new ArrayList<>();
        List<Double> variances = new ArrayList<>();
        for (int[] t : TRIALS) {
            double first = t[0] + t[1];
            double second = t[2] + t[3];
            estimates.add(Math.log(t[0] / first / (t[2] / second)));
            variances.add(1.0 / t[0] - 1 / first + 1.0 / t[2] - 1 / second);
        }
        return MetaAnalysis.ofLogarithms(estimates, variances);
    }

    private static Pooled pooled(PoolingMethod method) {
        return BCG.pooled(method).orElseThrow();
    }

    private static void assertPooled(PoolingMethod method, double tauSquared, double logarithm, double error) {
        Pooled pooled = pooled(method);
        assertEquals(tauSquared, pooled.tauSquared(), 1e-11);
        assertEquals(logarithm, pooled.logarithm(), 1e-11);
        assertEquals(error, pooled.standardError(), 1e-11);
    }

    @Test
    void pooledEstimates() {
        assertPooled(FIXED_EFFECT, 0, -0.43028516365409, 0.040498751710864);
        assertPooled(DERSIMONIAN_LAIRD, 0.30876026286238, -0.71411722207323, 0.17874208953540);
        assertPooled(PAULE_MANDEL, 0.31806845220502, -0.71496815349344, 0.18089219153762);
        assertPooled(RESTRICTED_MAXIMUM_LIKELIHOOD, 0.31324325813648, -0.71453234215814, 0.17978151610521);
    }

    @Test
    void heterogeneity() {
        Heterogeneity heterogeneity = BCG.heterogeneity().orElseThrow();
        assertEquals(152.23300808237, heterogeneity.q().range().mid(), 1e-10);
        assertEquals(0.92117346854562, heterogeneity.iSquared().range().mid(), 1e-12);
        assertEquals(1.9967645908460e-26, heterogeneity.pValue().mid(), 1e-36);
        assertTrue(heterogeneity.q().range().wid() < 1e-11, heterogeneity::toString);
    }

    @Test
    void limits() {
        Interval normal = pooled(DERSIMONIAN_LAIRD).limits(0.95).log();
        assertEquals(-1.0644452800841, normal.inf(), 1e-11);
        assertEquals(-0.36378916406240, normal.sup(), 1e-11);
        // test="knha"; the modification changes nothing where q is above 1.
        Interval knapp =
                pooled(DERSIMONIAN_LAIRD).hartungKnapp(0.95).orElseThrow().log();
        assertEquals(-1.1078213541683, knapp.inf(), 1e-10);
        assertEquals(-0.32041308997813, knapp.sup(), 1e-10);
        Interval reml = pooled(RESTRICTED_MAXIMUM_LIKELIHOOD)
                .hartungKnapp(0.95)
                .orElseThrow()
                .log();
        assertEquals(-1.1084437136856, reml.inf(), 1e-10);
        assertEquals(-0.32062097063073, reml.sup(), 1e-10);
        // R: b + c(-1, 1) * qt(0.975, 11) * sqrt(tau2 + se^2)
        Interval prediction =
                pooled(DERSIMONIAN_LAIRD).prediction(0.95).orElseThrow().log();
        assertEquals(-1.9988384957521, prediction.inf(), 1e-10);
        assertEquals(0.57060405160566, prediction.sup(), 1e-10);
        // confint(res), the Q-profile method.
        Interval tauSquared = BCG.tauSquaredLimits(0.95).orElseThrow();
        assertEquals(0.119718361141, tauSquared.inf(), 1e-11);
        assertEquals(1.111479084061, tauSquared.sup(), 1e-11);
    }

    @Test
    void modifiedHartungKnappIsNeverNarrowerThanStudent() {
        MetaAnalysis alike = MetaAnalysis.ofLogarithms(List.of(1.0, 1.01, 0.99, 1.0), List.of(0.04, 0.05, 0.03, 0.06));
        Pooled pooled = alike.pooled(DERSIMONIAN_LAIRD).orElseThrow();
        assertEquals(1, pooled.inflation());
        // R: qt(0.975, 3)
        assertEquals(
                pooled.logarithm() + 3.182446305284263 / Math.sqrt(1 / 0.04 + 1 / 0.05 + 1 / 0.03 + 1 / 0.06),
                pooled.hartungKnapp(0.95).orElseThrow().log().sup(),
                1e-9);
        assertEquals(Optional.of(Interval.EMPTY), alike.tauSquaredLimits(0.9));
    }

    /** Of two studies with one variance, Q is d²/2(v + τ²). R: qchisq(c(0.025, 0.975), 1). */
    @Test
    void profileLimitsOfTwoStudies() {
        Interval limits = MetaAnalysis.ofLogarithms(List.of(0.0, 2.0), List.of(0.1, 0.1))
                .tauSquaredLimits(0.95)
                .orElseThrow();
        assertEquals(2 / 5.02388618731489 - 0.1, limits.inf(), 1e-10);
        assertEquals(2 / 0.000982069117175256 - 0.1, limits.sup(), 1e-6);
    }

    /** The sums of both equations in 60 digits, which change their signs within a few units of the last digit of the root. */
    @Test
    void rootsAreRoots() {
        double pm = pooled(PAULE_MANDEL).tauSquared();
        assertTrue(equations(pm * (1 - 1e-14))[0].signum() > 0);
        assertTrue(equations(pm * (1 + 1e-14))[0].signum() < 0);
        double reml = pooled(RESTRICTED_MAXIMUM_LIKELIHOOD).tauSquared();
        assertTrue(equations(reml * (1 - 1e-13))[1].signum() > 0);
        assertTrue(equations(reml * (1 + 1e-13))[1].signum() < 0);
    }

    /** Returns Q − (k − 1), and twice the slope of the restricted log-likelihood. */
    private static BigDecimal[] equations(double tauSquared) {
        MathContext digits = new MathContext(60);
        BigDecimal weight = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (Study study : BCG.studies()) {
            BigDecimal w = weight(study, tauSquared, digits);
            weight = weight.add(w);
            sum = sum.add(w.multiply(new BigDecimal(study.estimate())));
        }
        BigDecimal mean = sum.divide(weight, digits);
        BigDecimal q = BigDecimal.ZERO;
        BigDecimal slope = BigDecimal.ZERO;
        for (Study study : BCG.studies()) {
            BigDecimal w = weight(study, tauSquared, digits);
            BigDecimal square = new BigDecimal(study.estimate()).subtract(mean).pow(2);
            q = q.add(w.multiply(square));
            slope = slope.add(w.multiply(w).multiply(square))
                    .subtract(w)
                    .add(w.multiply(w).divide(weight, digits));
        }
        return new BigDecimal[] {q.subtract(BigDecimal.valueOf(TRIALS.length - 1)), slope};
    }

    private static BigDecimal weight(Study study, double tauSquared, MathContext digits) {
        return BigDecimal.ONE.divide(new BigDecimal(study.variance()).add(new BigDecimal(tauSquared)), digits);
    }

    /** Two camps of precise estimates: the restricted likelihood has a maximum at 0 and a greater one far away. */
    @Test
    void theGreatestMaximumOfSeveral() {
        MetaAnalysis camps = MetaAnalysis.ofLogarithms(List.of(0.0, 0.1, 40.0), List.of(1e-2, 1e-2, 1000.0));
        double tauSquared =
                camps.pooled(RESTRICTED_MAXIMUM_LIKELIHOOD).orElseThrow().tauSquared();
        List<Study> studies = camps.studies();
        double best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (double t = 0; t < 5000; t += t < 1 ? 1e-3 : 0.5) {
            double value = likelihood(studies, t);
            if (value > greatest) {
                greatest = value;
                best = t;
            }
        }
        assertEquals(best, tauSquared, 0.5);
        assertTrue(likelihood(studies, tauSquared) >= greatest - 1e-12);
    }

    private static double likelihood(List<Study> studies, double t) {
        double weight =
                studies.stream().mapToDouble(s -> 1 / (s.variance() + t)).sum();
        double mean = studies.stream()
                        .mapToDouble(s -> s.estimate() / (s.variance() + t))
                        .sum()
                / weight;
        return -studies.stream()
                        .mapToDouble(s -> Math.log(s.variance() + t)
                                + (s.estimate() - mean) * (s.estimate() - mean) / (s.variance() + t))
                        .sum()
                - Math.log(weight);
    }

    @Test
    void rangesThatHaveNoLogarithmAreLeftOutByName() {
        MetaAnalysis analysis = MetaAnalysis.of(
                List.of(
                        Interval.of(0, 10),
                        Interval.of(300, Double.POSITIVE_INFINITY),
                        Interval.EMPTY,
                        Interval.of(80),
                        Interval.of(-5, 5),
                        Interval.of(100, 400)),
                0.95);
        assertEquals(
                List.of("reaches zero", "open", "empty", "single number", "reaches zero"),
                analysis.leftOut().stream()
                        .map(each -> each.reason().toString())
                        .toList());
        assertEquals(MetaAnalysis.Outcome.ONE_STUDY, analysis.outcome());
        Pooled only = analysis.pooled(FIXED_EFFECT).orElseThrow();
        assertEquals(200, only.estimate(), 1e-10);
        assertEquals(100, only.limits(0.95).inf(), 1e-9);
        assertEquals(400, only.limits(0.95).sup(), 1e-9);
        assertEquals(Optional.empty(), only.hartungKnapp(0.95));
        assertEquals(Optional.empty(), analysis.pooled(DERSIMONIAN_LAIRD));
        assertEquals(Optional.empty(), analysis.heterogeneity());
        assertEquals(Optional.empty(), analysis.tauSquaredLimits(0.95));
        MetaAnalysis none = MetaAnalysis.of(List.of(), 0.95);
        assertEquals(MetaAnalysis.Outcome.NO_STUDY, none.outcome());
        for (PoolingMethod method : PoolingMethod.values()) {
            assertEquals(Optional.empty(), none.pooled(method));
        }
    }

    @Test
    void badArguments() {
        assertThrows(IllegalArgumentException.class, () -> MetaAnalysis.of(List.of(), 95));
        assertThrows(IllegalArgumentException.class, () -> MetaAnalysis.of(List.of(), Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> MetaAnalysis.ofLogarithms(List.of(Double.NaN), List.of(1.0)));
        assertThrows(IllegalArgumentException.class, () -> MetaAnalysis.ofLogarithms(List.of(1.0), List.of(0.0)));
        assertThrows(IllegalArgumentException.class, () -> MetaAnalysis.ofLogarithms(List.of(1.0), List.of()));
        assertThrows(IllegalArgumentException.class, () -> Heterogeneity.of(List.of(Interval.of(1)), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Heterogeneity.of(
                        List.of(Interval.of(1), Interval.ENTIRE), List.of(Interval.of(1), Interval.of(1))));
    }

    /** The estimate is exp(−0.71496815349344), which has the unit of the ranges, unlike the logarithm. */
    @Test
    void aPooledEstimateReadsInTheUnitOfTheRanges() {
        assertEquals(
                "Paule–Mandel of 13 studies: 0.489208, τ² 0.318068",
                pooled(PAULE_MANDEL).toString());
        assertEquals("2: logarithm 0.5 of variance 0.25", new Study(2, 0.5, 0.25).toString());
    }
}
