package org.muster.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.muster.compare.Agreement.Verdict;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.dossier.Source;
import org.muster.interval.Interval;

/**
 * The accumulators against the definitions read sentence by sentence ({@link Literal}), and against themselves in every order
 * and partition.
 */
class QuantityAccumulatorPropertiesTest {

    private static final int ANY_NUMBER = 1000;

    private static void add(Claim claim, Dossier dossier, QuantityAccumulator to) {
        if (!claim.figure().hasNumber()) {
            to.addWithoutNumber();
            return;
        }
        Interval range = claim.figure().range().orElseThrow();
        Attribution attribution = Attribution.of(claim, dossier);
        to.addNumber(
                range.inf(),
                range.sup(),
                new Holder(
                        String.join("; ", claim.sources()),
                        claim.id(),
                        claim.figure().text()));
        to.add(attribution, claim.asOf(), Firmness.of(claim), range.inf(), range.sup());
    }

    private static QuantityAccumulator zero(Quantity quantity, Dossier dossier, int mostVoices) {
        return QuantityAccumulator.zero(dossier.hierarchy().isLoss(quantity.measure()), mostVoices);
    }

    private static QuantityAccumulator all(List<Claim> claims, Dossier dossier, int mostVoices) {
        QuantityAccumulator all = zero(claims.get(0).quantity(), dossier, mostVoices);
        claims.forEach(claim -> add(claim, dossier, all));
        return all;
    }

    /** All that a summary says, as text. */
    private static String told(QuantitySummary summary) {
        return summary.claims() + " " + summary.voices() + " " + summary.range() + " " + summary.extremes() + " "
                + summary.extremes().holdsLeastHigh() + " " + summary.extremes().holdsGreatestLow() + " "
                + summary.common() + " " + summary.agreed() + " " + summary.agreeing() + " " + summary.verdict();
    }

    @Property
    @Domain(SmallDossiers.class)
    void saysWhatTheDefinitionsSay(@ForAll Dossier dossier) {
        Literal literal = new Literal(dossier);
        for (Quantity quantity : dossier.quantities()) {
            QuantitySummary summary =
                    all(dossier.claims(quantity), dossier, ANY_NUMBER).summary(quantity, dossier);
            List<Literal.Voice> voices = literal.said(quantity).stream()
                    .filter(voice -> !voice.isSum())
                    .toList();
            assertEquals(OptionalInt.of(voices.size()), summary.voices());
            assertEquals(Optional.of(literal.verdict(quantity)), summary.verdict());
            assertEquals(
                    voices.size() > 1
                            ? voices.stream()
                                    .map(voice -> voice.range().interval())
                                    .reduce(Interval.ENTIRE, Interval::intersection)
                            : Interval.EMPTY,
                    summary.common());
        }
    }

    /** The range of claims alone is that of the dossier without its hierarchy. */
    @Property
    @Domain(SmallDossiers.class)
    void saysWhatTheReportSays(@ForAll Dossier dossier) {
        Ranges ranges = Ranges.of(dossier);
        for (Quantity quantity : dossier.quantities()) {
            QuantitySummary summary =
                    all(dossier.claims(quantity), dossier, ANY_NUMBER).summary(quantity, dossier);
            Agreement row = Agreements.of(ranges, quantity);
            assertEquals(ranges.claimed(quantity).range().orElse(Interval.EMPTY), summary.range());
            assertEquals(row.claims().size(), summary.claims());
            assertEquals(row.hull(), summary.extremes().hull());
            assertEquals(row.agreed(), summary.agreed());
            assertEquals(row.agreeing(), summary.agreeing());
        }
    }

    @Property
    @Domain(SmallDossiers.class)
    @Domain(DomainContext.Global.class)
    void orderAndPartitionDoNotMatter(@ForAll Dossier dossier, @ForAll long seed) {
        Random random = new Random(seed);
        int mostVoices = 1 + random.nextInt(4);
        for (Quantity quantity : dossier.quantities()) {
            List<Claim> claims = new ArrayList<>(dossier.claims(quantity));
            boolean drop = random.nextInt(4) == 0;
            QuantityAccumulator whole = all(claims, dossier, mostVoices);
            if (drop) {
                whole.dropWhatIsSaid();
            }
            Collections.shuffle(claims, random);
            List<QuantityAccumulator> parts = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                parts.add(zero(quantity, dossier, mostVoices));
            }
            claims.forEach(claim -> add(claim, dossier, parts.get(random.nextInt(parts.size()))));
            if (drop) {
                parts.get(random.nextInt(parts.size())).dropWhatIsSaid();
            }
            while (parts.size() > 1) {
                QuantityAccumulator one = parts.remove(random.nextInt(parts.size()));
                parts.get(random.nextInt(parts.size())).merge(random.nextBoolean() ? one : fromBytes(one, mostVoices));
            }
            assertEquals(
                    told(whole.summary(quantity, dossier)),
                    told(fromBytes(parts.get(0), mostVoices).summary(quantity, dossier)));
        }
    }

    /** As another process gets it. */
    private static QuantityAccumulator fromBytes(QuantityAccumulator accumulator, int mostVoices) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            accumulator.write(new DataOutputStream(bytes));
            return QuantityAccumulator.read(
                    new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), mostVoices);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closed ranges as of the event as a whole, held back by attribution and firmness, and then added by their ends. */
    @Property
    @Domain(SmallDossiers.class)
    void ofClosedRangesOnlyTheEndsMatter(@ForAll Dossier dossier) {
        record Speaker(Attribution attribution, Firmness firmness) {}
        for (Quantity quantity : dossier.quantities()) {
            QuantityAccumulator byEnds = zero(quantity, dossier, ANY_NUMBER);
            Map<Speaker, List<Interval>> heldBack = new LinkedHashMap<>();
            for (Claim claim : dossier.claims(quantity)) {
                Interval range = claim.figure().range().orElse(Interval.EMPTY);
                if (range.isEmpty()
                        || claim.figure().isOneSided()
                        || claim.asOf().isGiven()
                        || byEnds.mayHold(range.inf(), range.sup())) {
                    add(claim, dossier, byEnds);
                } else {
                    heldBack.computeIfAbsent(
                                    new Speaker(Attribution.of(claim, dossier), Firmness.of(claim)),
                                    any -> new ArrayList<>())
                            .add(range);
                }
            }
            heldBack.forEach((speaker, ranges) -> {
                RangeEnds ends = new RangeEnds();
                ranges.forEach(range -> ends.add(range.inf(), range.sup()));
                byEnds.addNumbers(ranges.size(), ends);
                byEnds.add(speaker.attribution, speaker.firmness, ranges.size(), ends);
            });
            assertEquals(
                    told(all(dossier.claims(quantity), dossier, ANY_NUMBER).summary(quantity, dossier)),
                    told(byEnds.summary(quantity, dossier)));
        }
    }

    @Property
    @Domain(SmallDossiers.class)
    void zeroChangesNothing(@ForAll Dossier dossier) {
        for (Quantity quantity : dossier.quantities()) {
            String alone = told(all(dossier.claims(quantity), dossier, 2).summary(quantity, dossier));
            QuantityAccumulator before = zero(quantity, dossier, 2);
            before.merge(all(dossier.claims(quantity), dossier, 2));
            QuantityAccumulator after = all(dossier.claims(quantity), dossier, 2);
            after.merge(zero(quantity, dossier, 2));
            assertEquals(alone, told(before.summary(quantity, dossier)));
            assertEquals(alone, told(after.summary(quantity, dossier)));
        }
    }

    /** By brute force over the claims. */
    @Property
    @Domain(SmallDossiers.class)
    void extremesAreHeldByClaims(@ForAll Dossier dossier) {
        for (Quantity quantity : dossier.quantities()) {
            Extremes extremes = all(dossier.claims(quantity), dossier, ANY_NUMBER)
                    .summary(quantity, dossier)
                    .extremes();
            List<Claim> numbers = dossier.claims(quantity).stream()
                    .filter(claim -> claim.figure().hasNumber())
                    .toList();
            assertEquals(numbers.isEmpty(), extremes.holdsLeastHigh().isEmpty());
            for (Claim claim : numbers) {
                Interval range = claim.figure().range().orElseThrow();
                assertTrue(extremes.leastHigh() <= range.sup());
                assertTrue(extremes.greatestLow() >= range.inf());
                if (extremes.holdsLeastHigh().orElseThrow().claim().equals(claim.id())) {
                    assertEquals(extremes.leastHigh(), range.sup());
                }
                if (extremes.holdsGreatestLow().orElseThrow().claim().equals(claim.id())) {
                    assertEquals(extremes.greatestLow(), range.inf());
                }
            }
        }
    }

    private static QuantitySummary killed(int mostVoices, String... figuresAndSources) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < figuresAndSources.length; i += 2) {
            claims.add(Claim.of("Japan", "killed", figuresAndSources[i], figuresAndSources[i + 1])
                    .named("c" + i / 2));
        }
        Dossier dossier = Dossier.of("battle", claims)
                .with(claims.stream()
                        .map(claim -> Source.of(claim.sources().get(0)))
                        .map(source -> source.id().equals("copy") ? source.withOrigin("archive") : source)
                        .toArray(Source[]::new));
        return all(claims, dossier, mostVoices).summary(claims.get(0).quantity(), dossier);
    }

    @Example
    void theTwoClaimsFurthestApartAreNamed() {
        QuantitySummary summary = killed(ANY_NUMBER, "21,389", "a", "83,737", "b", "50,000–90,000", "c", "heavy", "d");
        assertEquals(4, summary.claims());
        assertEquals(OptionalInt.of(3), summary.voices());
        assertEquals(Interval.of(21_389, 90_000), summary.extremes().hull());
        assertEquals(
                Optional.of(new Holder("a", "c0", "21,389")), summary.extremes().holdsLeastHigh());
        assertEquals(
                Optional.of(new Holder("b", "c1", "83,737")), summary.extremes().holdsGreatestLow());
        assertEquals(Optional.of(Verdict.CONFLICT), summary.verdict());
    }

    @Example
    void aCopyBesideItsOriginSaysNothing() {
        QuantitySummary summary = killed(ANY_NUMBER, "100", "archive", "120", "copy", "100–110", "b");
        assertEquals(OptionalInt.of(2), summary.voices());
        assertEquals(Optional.of(Verdict.AGREE), summary.verdict());
        assertEquals(Interval.of(100, 110), summary.range());
        assertEquals(Interval.of(100, 120), summary.extremes().hull());
    }

    @Example
    void tooManyVoicesLeaveWhatTheClaimsHaveInCommon() {
        QuantitySummary held = killed(3, "100–200", "a", "150–300", "b", "160–170", "c");
        QuantitySummary dropped = killed(2, "100–200", "a", "150–300", "b", "160–170", "c");
        assertEquals(OptionalInt.of(3), held.voices());
        assertEquals(OptionalInt.empty(), dropped.voices());
        assertEquals(3, dropped.claims());
        assertEquals(held.extremes().hull(), dropped.extremes().hull());
        assertEquals(Interval.of(160, 170), held.common());
        assertEquals(Interval.of(160, 170), dropped.common());
        assertTrue(dropped.range().isEmpty());
        assertTrue(dropped.verdict().isEmpty());
        assertFalse(held.verdict().isEmpty());
    }
}
