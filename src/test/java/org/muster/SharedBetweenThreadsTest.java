package org.muster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.compare.Tolerance;
import org.muster.dossier.Dossier;
import org.muster.interval.Interval;
import org.muster.interval.IntervalArray;
import org.muster.reading.FigureReader;
import org.muster.reconcile.Reconciliation;
import org.muster.report.Findings;
import org.muster.report.Report;
import org.muster.statistics.Sample;
import org.muster.statistics.Spread;

/** What a thread computes of objects that others use at the same time is what it would compute alone. */
class SharedBetweenThreadsTest {

    private static final int THREADS = 8;

    /** Everything that an analysis holds and that is computed at some time, from objects made anew in every round. */
    private static List<Supplier<String>> questions() {
        Dossier dossier;
        try {
            dossier = Dossier.read(Path.of("datasets/manchuria-1945"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Report report = Report.of(dossier, Tolerance.about("5%"));
        Reconciliation reconciliation = Reconciliation.of(dossier);
        IntervalArray array = IntervalArray.of(IntStream.range(0, 1000)
                .mapToObj(i -> Interval.of(i - 500.3, i / 3.0 + 500))
                .toList());
        Sample sample = Sample.of(array.abs());
        FigureReader reader = FigureReader.of(List.of("de", "fr", "en"));
        return List.of(
                () -> report.quantities().rows().toString(),
                () -> report.discrepancies().rows().toString(),
                () -> report.voices().rows().toString(),
                () -> report.matrix().rows().toString(),
                () -> report.ratios().rows().toString(),
                () -> report.checks().toString(),
                () -> report.checks().table().toString(),
                () -> Findings.of(report).sections().toString(),
                () -> reconciliation.rows().toString(),
                () -> reconciliation.conflicts().toString(),
                () -> reconciliation.corrections().toString(),
                () -> reconciliation.problems().toString(),
                () -> array.multiply(array).add(array).sum().toExactString(),
                () -> sample.median() + " " + Spread.GINI.bracket(sample, 50),
                () -> reader.read("über 9.780 Tote und 300 Panzer, puis 12 chars")
                        .toString());
    }

    @Test
    void answersAreThoseOfOneThread() throws Exception {
        List<String> alone = questions().stream().map(Supplier::get).toList();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            for (int round = 0; round < 4; round++) {
                List<Supplier<String>> shared = questions();
                CyclicBarrier start = new CyclicBarrier(THREADS);
                List<Callable<List<String>>> tasks = new ArrayList<>();
                for (int thread = 0; thread < THREADS; thread++) {
                    int first = 2 * thread + round;
                    tasks.add(() -> {
                        String[] answers = new String[shared.size()];
                        start.await();
                        for (int i = 0; i < answers.length; i++) {
                            int question = (first + i) % answers.length;
                            answers[question] = shared.get(question).get();
                        }
                        return List.of(answers);
                    });
                }
                for (Future<List<String>> answers : pool.invokeAll(tasks)) {
                    assertEquals(alone, answers.get());
                }
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
