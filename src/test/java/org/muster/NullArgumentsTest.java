package org.muster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.muster.capture.CaptureHistories;
import org.muster.capture.ChaoBound;
import org.muster.capture.LogLinearFit;
import org.muster.capture.LogLinearModel;
import org.muster.capture.LogLinearModels;
import org.muster.capture.TwoLists;
import org.muster.check.Checks;
import org.muster.compare.Agreements;
import org.muster.compare.Discrepancies;
import org.muster.compare.Matrix;
import org.muster.compare.Ranges;
import org.muster.compare.Ratios;
import org.muster.compare.Tolerance;
import org.muster.compare.VoicePairs;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.Source;
import org.muster.exact.Bounds;
import org.muster.exact.RationalRange;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import org.muster.interval.Reductions;
import org.muster.meta.Heterogeneity;
import org.muster.meta.MetaAnalysis;
import org.muster.meta.Pooled;
import org.muster.meta.PoolingMethod;
import org.muster.reconcile.Conflicts;
import org.muster.reconcile.Corrections;
import org.muster.reconcile.Reconciliation;
import org.muster.report.Report;
import org.muster.rows.Column;
import org.muster.statistics.Association;
import org.muster.statistics.BinomialLimits;
import org.muster.statistics.Comparison;
import org.muster.statistics.EmpiricalDistribution;
import org.muster.statistics.Histogram;
import org.muster.statistics.Limits;
import org.muster.statistics.PoissonLimits;
import org.muster.statistics.QuantileType;
import org.muster.statistics.RangeEnclosure;
import org.muster.statistics.RatioBand;
import org.muster.statistics.Sample;
import org.muster.statistics.Spread;
import org.muster.tablesaw.IntervalAggregate;
import org.muster.tablesaw.IntervalColumn;
import org.muster.tablesaw.StatisticsTable;
import org.muster.tablesaw.TableFile;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A null at the public edge of statistics, of meta-analysis, of capture–recapture and of tables is refused by the name of the argument, not somewhere inside. */
class NullArgumentsTest {

    private static final Interval ONE = Interval.of(1);
    private static final Sample SAMPLE = Sample.of(Interval.of(1, 2), Interval.of(4));
    private static final CaptureHistories HISTORIES =
            CaptureHistories.of(List.of("name", "b"), Map.of("10", 3L, "01", 2L, "11", 1L));
    private static final MetaAnalysis META = MetaAnalysis.ofLogarithms(List.of(1.0, 2.0), List.of(1.0, 1.0));
    private static final List<RatioBand> BANDS = RatioBand.of(List.of(ONE), List.of(ONE), 0, 2);

    private static final List<Class<?>> TYPES = List.of(
            CaptureHistories.class,
            ChaoBound.class,
            LogLinearFit.class,
            LogLinearModel.class,
            LogLinearModels.class,
            TwoLists.class,
            Heterogeneity.class,
            MetaAnalysis.LeftOut.class,
            MetaAnalysis.class,
            Pooled.class,
            Association.class,
            BinomialLimits.class,
            Comparison.class,
            EmpiricalDistribution.class,
            EmpiricalDistribution.Step.class,
            Histogram.class,
            Histogram.Bin.class,
            Limits.class,
            PoissonLimits.class,
            RangeEnclosure.class,
            RatioBand.class,
            RatioBand.Member.class,
            Sample.class,
            Spread.class,
            IntervalAggregate.class,
            StatisticsTable.class,
            TableFile.class,
            IntervalArray.class,
            Reductions.class,
            Bounds.class,
            RationalRange.class,
            Source.class,
            Quantity.class,
            Breakdown.class,
            Claim.class,
            Dossier.class,
            Tolerance.class,
            Ranges.class,
            Agreements.class,
            Discrepancies.class,
            VoicePairs.class,
            Matrix.class,
            Ratios.class,
            Checks.class,
            Reconciliation.class,
            Conflicts.class,
            Corrections.class,
            Report.class,
            Column.class);

    /** Something that is right for a parameter of a type, or the object of a method. */
    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(double.class, 0.5),
            Map.entry(boolean.class, true),
            Map.entry(String.class, "name"),
            Map.entry(Path.class, Path.of("absent.csv")),
            Map.entry(Map.class, Map.of()),
            Map.entry(List.class, List.of(ONE, ONE)),
            Map.entry(Function.class, (Function<Object, Object>) any -> ONE),
            Map.entry(Predicate.class, (Predicate<Object>) any -> true),
            Map.entry(Consumer.class, (Consumer<Object>) any -> {}),
            Map.entry(Interval.class, ONE),
            Map.entry(Interval[].class, new Interval[] {ONE}),
            Map.entry(IntervalArray.class, IntervalArray.of(ONE)),
            Map.entry(double[].class, new double[] {0, 1}),
            Map.entry(Table.class, Table.create("t")),
            Map.entry(StringColumn.class, StringColumn.create("t")),
            Map.entry(IntervalColumn.class, IntervalColumn.create("t")),
            Map.entry(Sample.class, SAMPLE),
            Map.entry(CaptureHistories.class, HISTORIES),
            Map.entry(LogLinearModel.class, LogLinearModel.parse(2, "")),
            Map.entry(LogLinearFit.class, LogLinearFit.of(HISTORIES, LogLinearModel.parse(2, ""))),
            Map.entry(LogLinearModels.class, LogLinearModels.of(HISTORIES)),
            Map.entry(TwoLists.class, HISTORIES.pair("name", "b")),
            Map.entry(ChaoBound.class, HISTORIES.chao()),
            Map.entry(MetaAnalysis.class, META),
            Map.entry(PoolingMethod.class, PoolingMethod.FIXED_EFFECT),
            Map.entry(Pooled.class, META.pooled(PoolingMethod.FIXED_EFFECT).orElseThrow()),
            Map.entry(Heterogeneity.class, META.heterogeneity().orElseThrow()),
            Map.entry(MetaAnalysis.Reason.class, MetaAnalysis.Reason.OPEN),
            Map.entry(QuantileType.class, QuantileType.R7),
            Map.entry(BinomialLimits.class, BinomialLimits.WILSON),
            Map.entry(PoissonLimits.class, PoissonLimits.GARWOOD),
            Map.entry(Spread.class, Spread.GINI),
            Map.entry(Association.class, Association.COVARIANCE),
            Map.entry(Comparison.class, Comparison.of(SAMPLE, SAMPLE)),
            Map.entry(Histogram.class, Histogram.of(SAMPLE, 0, 1)),
            Map.entry(EmpiricalDistribution.class, EmpiricalDistribution.of(SAMPLE)),
            Map.entry(RatioBand.class, BANDS.get(0)),
            Map.entry(IntervalAggregate.class, IntervalAggregate.SUM));

    @Test
    void nullsAreRefusedByName() throws ReflectiveOperationException {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        for (Class<?> type : TYPES) {
            List<Executable> all = new ArrayList<>(Arrays.asList(type.getConstructors()));
            all.addAll(Arrays.asList(type.getDeclaredMethods()));
            for (Executable each : all) {
                boolean isCallable = Modifier.isPublic(each.getModifiers())
                        && !each.isSynthetic()
                        && (each instanceof Constructor
                                || Modifier.isStatic(each.getModifiers())
                                || VALUES.containsKey(type));
                if (isCallable && !each.getName().matches("equals|valueOf|isCompatibleColumn")) {
                    tried += tryNulls(type, each, faults);
                }
            }
        }
        for (Method each : IntervalColumn.class.getDeclaredMethods()) {
            if (Modifier.isPublic(each.getModifiers()) && Modifier.isStatic(each.getModifiers())) {
                tried += tryNulls(IntervalColumn.class, each, faults);
            }
        }
        assertEquals(List.of(), faults);
        assertTrue(tried > 200, () -> "too few tried");
    }

    private static int tryNulls(Class<?> type, Executable each, List<String> faults)
            throws ReflectiveOperationException {
        Class<?>[] parameters = each.getParameterTypes();
        String[] names =
                Arrays.stream(each.getParameters()).map(Parameter::getName).toArray(String[]::new);
        int tried = 0;
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i].isPrimitive()) {
                continue;
            }
            Object[] values = Arrays.stream(parameters).map(VALUES::get).toArray();
            values[i] = null;
            if (Arrays.stream(values).filter(Objects::isNull).count() > 1) {
                continue; // nothing is at hand for another argument
            }
            tried++;
            try {
                if (each instanceof Method method) {
                    method.invoke(VALUES.get(type), values);
                } else {
                    ((Constructor<?>) each).newInstance(values);
                }
                faults.add(each + ": null at " + i + " is taken");
            } catch (InvocationTargetException e) {
                String message = String.valueOf(e.getCause().getMessage());
                // The JVM's own message names it as well.
                if (!(e.getCause() instanceof NullPointerException)
                        || !message.equals(names[i]) && !message.contains("because \"" + names[i] + "\" is null")) {
                    faults.add(each + ": null at " + i + " gives " + e.getCause());
                }
            }
        }
        // A list or an array of ranges with a null in it.
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] == Interval[].class && parameters.length == 1) {
                Object[] values = {Array.newInstance(Interval.class, 1)};
                try {
                    ((Method) each).invoke(VALUES.get(type), values);
                    faults.add(each + ": a null element is taken");
                } catch (InvocationTargetException e) {
                    String message = String.valueOf(e.getCause().getMessage());
                    if (message.contains("Cannot") && !message.endsWith("because \"value\" is null")) {
                        faults.add(each + ": a null element gives " + e.getCause());
                    }
                }
            }
        }
        return tried;
    }
}
