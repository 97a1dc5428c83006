package org.muster.plot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.compare.Agreement;
import org.muster.compare.Agreement.Verdict;
import org.muster.compare.Agreements;

/** All quantities of a dossier as one bar, divided by what comes of comparing the voices. */
public final class VerdictStrip extends Picture {

    private static final int FEWEST = 5;
    private static final double HEIGHT = 24;
    private static final double LEAST = 4;

    /** From the gravest; what a label says after its number, for one and for several. */
    private static final List<Part> ORDER = List.of(
            new Part(Verdict.CONFLICT, "cannot all be true", "cannot all be true"),
            new Part(Verdict.CONTRADICTS_ITSELF, "contradicts itself", "contradict themselves"),
            new Part(Verdict.BY_DATE, "differs by date", "differ by date"),
            new Part(Verdict.NOT_EXCLUDED, "not excluded", "not excluded"),
            new Part(Verdict.AGREE, "agrees", "agree"),
            new Part(Verdict.SINGLE, "rests on one voice", "rest on one voice"),
            new Part(Verdict.NO_NUMBER, "without a number", "without a number"));

    private record Part(Verdict verdict, String one, String several) {
        String label(int number) {
            return number + " " + (number == 1 ? one : several);
        }
    }

    private final Map<Verdict, Integer> numbers;
    private final int quantities;

    private VerdictStrip(Map<Verdict, Integer> numbers, int quantities) {
        this.numbers = numbers;
        this.quantities = quantities;
    }

    /**
     * Returns the picture of all quantities.
     *
     * @param quantities what the voices say of every quantity
     * @return the picture; empty where there are fewer than five
     */
    public static Optional<VerdictStrip> of(Agreements quantities) {
        Map<Verdict, Integer> numbers = new EnumMap<>(Verdict.class);
        for (Agreement row : quantities.rows()) {
            numbers.merge(row.verdict(), 1, Integer::sum);
        }
        int all = quantities.rows().size();
        return all < FEWEST ? Optional.empty() : Optional.of(new VerdictStrip(numbers, all));
    }

    @Override
    public String title() {
        return quantities + " quantities by verdict";
    }

    @Override
    public String description() {
        List<String> told = new ArrayList<>();
        for (Part part : ORDER) {
            if (numbers.containsKey(part.verdict())) {
                told.add(part.label(numbers.getOrDefault(part.verdict(), 0)));
            }
        }
        return String.join(", ", told) + ".";
    }

    @Override
    double draw(Svg svg, Width width) {
        List<Part> parts = ORDER.stream()
                .filter(part -> numbers.containsKey(part.verdict()))
                .toList();
        double room = width.units() - 2.0 * (parts.size() - 1) - LEAST * parts.size();
        List<Double> starts = new ArrayList<>();
        double x = 0;
        for (Part part : parts) {
            double wide = LEAST + room * numbers.getOrDefault(part.verdict(), 0) / quantities;
            svg.rect("verdict-" + style(part.verdict()), x, 2, wide, HEIGHT);
            starts.add(x);
            x += wide + 2;
        }
        Staircase labels = new Staircase(width.units());
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            labels.hang(
                    svg,
                    Face.VALUE,
                    starts.get(i) + .5,
                    2 + HEIGHT,
                    part.label(numbers.getOrDefault(part.verdict(), 0)));
        }
        return 2 + HEIGHT + labels.height();
    }

    private static String style(Verdict verdict) {
        return verdict.toString().replace(' ', '-');
    }
}
