package org.muster.combine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.interval.Interval;

/** What holds for every rule, whatever is claimed. */
class CombinationPropertiesTest {

    /** The source, the grade, and the figure. */
    private record Line(String source, String grade, String figure) {}

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<String> figures = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.integers().between(0, 30).map(x -> "" + x)),
                Tuple.of(
                        6,
                        Combinators.combine(
                                        Arbitraries.integers().between(0, 30),
                                        Arbitraries.integers().between(1, 20))
                                .as((low, width) -> low + "–" + (low + width))),
                Tuple.of(1, Arbitraries.integers().between(1, 40).map(x -> "at least " + x)),
                Tuple.of(1, Arbitraries.integers().between(1, 40).map(x -> "up to " + x)),
                Tuple.of(1, Arbitraries.of("heavy", "dozens", "unknown")),
                Tuple.of(1, Arbitraries.of("about 20", "about 10")));
        return Combinators.combine(
                        Arbitraries.of("A", "B", "C", "CWSS", "E", "F"),
                        Arbitraries.of("", "A", "B", "D", "E"),
                        figures)
                .as(Line::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(9);
    }

    @Provide
    Arbitrary<NamedRule> rules() {
        return Arbitraries.of(NamedRule.class);
    }

    private static Dossier dossier(List<Line> lines) {
        List<Claim> claims = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (Line line : lines) {
            claims.add(Claim.of("Blue", "killed", line.figure(), line.source()).named("c" + claims.size()));
            sources.add(Source.of(line.source()).withGrade(grade(lines, line)));
        }
        return Dossier.of("battle", claims).with(sources.toArray(Source[]::new));
    }

    /** The least grade given to the source in any line, so that their order does not matter. */
    private static String grade(List<Line> lines, Line line) {
        return lines.stream()
                .filter(other -> other.source().equals(line.source()))
                .map(Line::grade)
                .min(String::compareTo)
                .orElseThrow();
    }

    private static void assertSame(Combination expected, Combination found) {
        assertEquals(expected.outcome(), found.outcome());
        assertEquals(expected.answer().range(), found.answer().range());
        assertEquals(expected.answer().best(), found.answer().best());
        assertEquals(expected.answer().variance(), found.answer().variance());
        assertEquals(new HashSet<>(expected.voices()), new HashSet<>(found.voices()));
    }

    @Property
    void theOrderOfTheClaimsChangesNothing(
            @ForAll("lines") List<Line> lines, @ForAll("rules") NamedRule rule, @ForAll int seed) {
        List<Line> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, new Random(seed));
        assertSame(
                Combination.of(rule, Cases.evidence(dossier(lines))),
                Combination.of(rule, Cases.evidence(dossier(shuffled))));
    }

    @Property
    void aCopyChangesNothingAndMovesNothing(
            @ForAll("lines") List<Line> lines, @ForAll("rules") NamedRule rule, @ForAll("lines") List<Line> more) {
        Dossier dossier = dossier(lines);
        boolean spoken = lines.stream()
                .anyMatch(line -> line.source().equals("A")
                        && dossier.claims().stream()
                                .anyMatch(claim -> claim.sources().contains("A")
                                        && claim.figure().hasNumber()));
        if (!spoken) {
            return; // nothing to copy
        }
        Line first = more.get(0);
        Dossier copied = Dossier.of(
                        "battle",
                        Stream.concat(
                                        dossier.claims().stream(),
                                        Stream.of(Claim.of("Blue", "killed", first.figure(), "a copy")))
                                .toList())
                .with(Stream.concat(
                                dossier.sources().stream(),
                                Stream.of(Source.of("a copy").withOrigin("A").withGrade(first.grade())))
                        .toArray(Source[]::new));
        Evidence with = Cases.evidence(copied);
        assertSame(Combination.of(rule, Cases.evidence(dossier)), Combination.of(rule, with));
        assertTrue(Influence.of(rule, with).stream()
                .noneMatch(influence -> influence.voice().equals("a copy") && influence.moved() != 0));
        Combination unheard = Combination.of(rule, with.without("a copy"));
        assertSame(Combination.of(rule, with), unheard);
    }

    @Property
    void consensusLiesInTheHull(@ForAll("lines") List<Line> lines) {
        Evidence evidence = Cases.evidence(dossier(lines));
        if (evidence.voices().isEmpty()) {
            return;
        }
        int n = evidence.voices().size();
        Consensus consensus = Consensus.of(evidence);
        Interval inner = Interval.EMPTY;
        for (int wrong = 0; wrong < n; wrong++) {
            Answer answer = consensus.brooksIyengar(wrong);
            assertTrue(answer.range().isSubset(evidence.hull()));
            assertTrue(answer.best().isSubset(answer.range()));
            assertTrue(inner.isSubset(answer.range()), "fewer wrong voices leave no more numbers");
            inner = answer.range();
        }
        assertTrue(consensus.mostCovered().range().isSubset(evidence.hull()));
        for (Consensus.Group group : consensus.groups()) {
            assertEquals(group.voices(), consensus.voices(group).size());
            assertEquals(
                    group.common(),
                    consensus.voices(group).stream().map(Voice::range).reduce(Interval.ENTIRE, Interval::intersection));
        }
    }

    @Property
    void noAnswerIsHalfAnAnswer(@ForAll("lines") List<Line> lines, @ForAll("rules") NamedRule rule) {
        Evidence evidence = Cases.evidence(dossier(lines));
        Combination found = Combination.of(rule, evidence);
        boolean answered = switch (found.outcome()) {
            case ONE_VOICE, COMBINED, OPEN, BOUNDS -> true;
            default -> false;
        };
        assertEquals(answered, !found.answer().range().isEmpty());
        assertTrue(answered || found.answer().best().isEmpty());
        assertTrue(found.answer().best().isSubset(found.answer().range()));
        assertFalse(found.why().contains("NaN"), found::why);
        assertEquals(lines.size(), found.claims().size() + found.leftOut().size());
        assertTrue(found.leftOut().stream().noneMatch(left -> left.why().isEmpty()), found::why);
        assertFalse(rule == NamedRule.HULL
                && answered
                && !evidence.voices().isEmpty()
                && !found.answer().range().equals(evidence.hull()));
    }

    @Property
    void disagreementAsCountedPairByPair(@ForAll("lines") List<Line> lines) {
        List<Voice> voices = Cases.evidence(dossier(lines)).voices();
        long disjoint = 0;
        double apart = 1;
        for (int i = 0; i < voices.size(); i++) {
            for (int j = 0; j < i; j++) {
                Interval a = voices.get(i).range();
                Interval b = voices.get(j).range();
                if (a.isDisjoint(b)) {
                    disjoint++;
                    apart = Math.max(apart, Math.max(a.inf() / b.sup(), b.inf() / a.sup()));
                }
            }
        }
        Disagreement found = Disagreement.of(voices.stream().map(Voice::range).toList());
        assertEquals(disjoint, found.disjoint());
        assertEquals(voices.size() * (voices.size() - 1L) / 2, found.pairs());
        switch (found.scale()) {
            case FEWER_THAN_TWO_VOICES -> assertTrue(voices.size() < 2);
            case FROM_ZERO -> assertEquals(Double.POSITIVE_INFINITY, apart);
            case RATIO -> assertTrue(found.ratio().contains(apart));
        }
    }
}
