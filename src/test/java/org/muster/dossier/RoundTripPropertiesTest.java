package org.muster.dossier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.muster.figure.Figure;
import org.muster.figure.Measure;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.reading.FigureReader;
import org.muster.text.CellText;
import org.muster.text.Problem;
import org.muster.text.Problem.Severity;

/** What is written is read back: claims, sources and breakdowns, whatever their text holds. */
class RoundTripPropertiesTest {

    private static final List<String> CITED = List.of("coox", "=glantz", "第一", "a, \"b\"", "line\nbreak");

    @Property(edgeCases = EdgeCasesMode.NONE)
    void aDossierIsReadBackAsItWasWritten(@ForAll("dossiers") Dossier dossier) throws IOException {
        Path folder = Files.createTempDirectory("muster");
        try {
            dossier.write(folder);
            Dossier back = Dossier.read(folder);
            assertEquals(dossier.claims(), back.claims());
            assertEquals(dossier.sources(), back.sources());
            assertEquals(dossier.hierarchy().own(), back.hierarchy().own());
            assertEquals(dossier.name(), back.name());
            for (Problem problem : back.problems()) {
                assertEquals(Severity.WARNING, problem.severity(), problem::toString);
                assertTrue(
                        problem.message().contains("match no figure found")
                                || problem.message().contains("differs only in "),
                        problem::toString);
            }
            assertEquals(dossier.claims(), back.with(new Claim[0]).claims());
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    @Provide
    static Arbitrary<Dossier> dossiers() {
        return Combinators.combine(
                        names(),
                        claims().list().ofMinSize(1).ofMaxSize(6),
                        sources(),
                        breakdowns(),
                        Arbitraries.of(true, false))
                .as((name, claims, sources, breakdowns, described) -> {
                    Dossier dossier = Dossier.of(name, numbered(claims)).with(breakdowns.toArray(Breakdown[]::new));
                    return described ? dossier.with(sources.toArray(Source[]::new)) : dossier;
                });
    }

    /** Ids come from the texts that were drawn, told apart by their place. */
    private static List<Claim> numbered(List<Claim> claims) {
        List<Claim> numbered = new ArrayList<>();
        for (Claim claim : claims) {
            numbered.add(claim.id().isEmpty() ? claim : claim.named(claim.id() + "#" + numbered.size()));
        }
        return numbered;
    }

    /** Any text that UTF-8 can hold, rich in what CSV and spreadsheets trip over. */
    static Arbitrary<String> texts() {
        Arbitrary<String> characters = Arbitraries.frequencyOf(
                Tuple.of(
                        3,
                        Arbitraries.of("\"", ",", "\n", "\r", "\r\n", "'", ";", "=", "+", "-", "@", "\t", " ", "\0")),
                Tuple.of(2, Arbitraries.of("\u00a0", "\ufeff", "\u2028", "\ufffd", "\u001b", "😀", "ß", "満", "–")),
                Tuple.of(4, Arbitraries.strings().alpha().numeric().ofLength(1)),
                Tuple.of(
                        2,
                        Arbitraries.chars()
                                .all()
                                .filter(c -> !Character.isSurrogate(c))
                                .map(String::valueOf)));
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just("")),
                Tuple.of(5, characters.list().ofMaxSize(12).map(list -> String.join("", list))),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "=1+1", "Infinity", "id,event\nx,y", "party,measure,figure,source", "300+ tanks[11]")));
    }

    private static Arbitrary<String> names() {
        return texts().filter(text -> !CellText.name(text).isEmpty());
    }

    private static Arbitrary<Quantity> quantities() {
        Arbitrary<Measure> measures = Arbitraries.of("killed", "strength", "tanks captured", "combat_aircraft strength")
                .map(Measure::parse);
        return Combinators.combine(texts(), names(), texts(), measures, texts()).as(Quantity::new);
    }

    private static Arbitrary<Double> ends() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 2_000_000).map(Integer::doubleValue)),
                Tuple.of(1, Arbitraries.of(0.0, 0.1, 1 / 3.0, 1e300, Double.MIN_VALUE, 9007199254740993.0, 1.5e6)));
    }

    private static Arbitrary<Figure> figures() {
        Arbitrary<Figure> without = Combinators.combine(texts(), Arbitraries.of(Qualifier.UNKNOWN, Qualifier.WORDS))
                .as(Figure::withoutNumber);
        Arbitrary<Figure> closed = Combinators.combine(
                        texts(),
                        ends(),
                        ends(),
                        Arbitraries.of(Qualifier.values()).filter(q -> q.hasNumber() && !q.isOneSided()),
                        Arbitraries.of(-1.0, 0.0, 0.5, 1.0))
                .as((text, a, b, qualifier, best) -> {
                    Interval range = Interval.of(Math.min(a, b), Math.max(a, b));
                    Figure figure = Figure.of(text, range, qualifier);
                    return best < 0
                            ? figure
                            : new Figure(
                                    text,
                                    Optional.of(range),
                                    qualifier,
                                    OptionalDouble.of(best == 0 ? range.inf() : best == 1 ? range.sup() : range.mid()),
                                    figure.unit());
                });
        Arbitrary<Figure> open = Combinators.combine(
                        texts(), ends(), Arbitraries.of(Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.EXACTLY))
                .as((text, low, qualifier) -> Figure.of(text, Interval.of(low, Double.POSITIVE_INFINITY), qualifier));
        Arbitrary<Figure> below = Combinators.combine(
                        texts(), ends(), Arbitraries.of(Qualifier.AT_MOST, Qualifier.LESS_THAN))
                .as((text, high, qualifier) -> Figure.of(text, Interval.of(0, high), qualifier));
        Arbitrary<Figure> written = Arbitraries.of(
                        "9,780–12,031 killed",
                        "300+ tanks destroyed[11]",
                        "about 400",
                        "1.5 million",
                        "heavy",
                        "unknown")
                .map(text -> StatedFigure.of(text, Measure.parse("killed"), FigureReader.english())
                        .figure());
        return Arbitraries.oneOf(without, closed, open, below, written).filter(RoundTripPropertiesTest::hasUnitOfText);
    }

    /** A unit is not written: a text that states the very range, or the best value, brings its own, as 0K does beside [0, 0]. */
    private static boolean hasUnitOfText(Figure figure) {
        return figure.range().stream()
                .flatMap(range ->
                        Stream.concat(Stream.of(range), figure.best().stream().mapToObj(Interval::of)))
                .flatMap(range -> StatedFigure.withRange(figure.text(), range, FigureReader.english()).stream())
                .allMatch(same -> same.unit() == figure.unit());
    }

    private static Arbitrary<Claim> claims() {
        Arbitrary<Claim> plain = Combinators.combine(
                        texts(),
                        quantities(),
                        figures(),
                        Arbitraries.subsetOf(CITED).filter(cited -> !cited.isEmpty()),
                        texts(),
                        texts(),
                        texts(),
                        texts())
                .as((id, quantity, figure, cited, claimant, via, locator, origin) -> new Claim(
                        id,
                        quantity,
                        figure,
                        List.copyOf(new TreeSet<>(cited)),
                        claimant,
                        via,
                        locator,
                        "",
                        origin,
                        AsOf.WHOLE_EVENT,
                        ""));
        return Combinators.combine(
                        plain,
                        Arbitraries.of("", "1", "6"),
                        Arbitraries.of("", "1945", "1945-08", "1944-02-29", "-0489"),
                        texts())
                .as((claim, credibility, asOf, note) -> new Claim(
                        claim.id(),
                        claim.quantity(),
                        claim.figure(),
                        claim.sources(),
                        claim.claimant(),
                        claim.via(),
                        claim.locator(),
                        credibility,
                        claim.origin(),
                        AsOf.parse(asOf),
                        note));
    }

    private static Arbitrary<List<Source>> sources() {
        Arbitrary<Source> described = Combinators.combine(
                        texts(), texts(), texts(), texts(), texts(), Arbitraries.of("", "A", "F"), texts(), texts())
                .as((author, title, year, publisher, kind, grade, origin, url) ->
                        new Source("x", author, title, year, publisher, kind, grade, origin, url));
        return described.list().ofSize(CITED.size()).map(list -> {
            List<Source> named = new ArrayList<>();
            for (Source s : list) {
                named.add(new Source(
                        CITED.get(named.size()),
                        s.author(),
                        s.title(),
                        s.year(),
                        s.publisher(),
                        s.kind(),
                        s.grade(),
                        s.origin(),
                        s.url()));
            }
            return named;
        });
    }

    /** Two levels, so that there are no circles and no second roots; names of any text where they may be. */
    private static Arbitrary<List<Breakdown>> breakdowns() {
        Arbitrary<Breakdown> free = Combinators.combine(
                        Arbitraries.of(Dimension.EVENT, Dimension.PARTY, Dimension.PLACE),
                        names(),
                        texts(),
                        names().set().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of(Completeness.YES, Completeness.NO, Completeness.SHARED))
                .as((dimension, whole, partition, parts, complete) ->
                        new Breakdown(dimension, "whole " + whole, partition, parted(whole, parts), complete))
                .flatMap(breakdown -> texts().map(
                                event -> breakdown.dimension() == Dimension.EVENT ? breakdown : breakdown.in(event)));
        return free.list()
                .ofMaxSize(3)
                .flatMap(list -> Arbitraries.of(true, false).map(more -> {
                    Map<List<Object>, Breakdown> own = new LinkedHashMap<>();
                    for (Breakdown b : list) {
                        own.putIfAbsent(List.of(b.dimension(), b.whole()), b);
                    }
                    List<Breakdown> all = new ArrayList<>(own.values());
                    if (more) {
                        all.add(Breakdown.of(Dimension.PLACE, "", "Manchuria", "Korea"));
                        all.add(Breakdown.of(Dimension.ITEM, "tanks", "tiger_tanks", "other_tanks"));
                        all.add(new Breakdown(Dimension.STATE, "casualties", "", List.of(), Completeness.OFF));
                    }
                    return all;
                }));
    }

    private static List<String> parted(String whole, Set<String> parts) {
        return parts.stream()
                .map(part -> CellText.name(whole + " / " + part))
                .distinct()
                .toList();
    }
}
