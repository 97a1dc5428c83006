package org.muster.compare;

import static java.util.Objects.requireNonNull;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Dossier;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;

/**
 * What the claims about one quantity say together, claim after claim, without holding them: the same as {@link Agreement}
 * says, by the same rules, but for sums of parts.
 *
 * <p>Claims may be added in any order and to any number of accumulators, which are then merged: the result is the same. What
 * is held grows with the voices, not with the claims; of a voice, each of its bounds and, of a strength, each of its dates is
 * held once. Above a limit on the voices, what they say is dropped, and what is left are the claims' number, hull and
 * extremes.
 *
 * <p>It is mutable, and no two threads may use it at a time.
 */
public final class QuantityAccumulator {

    private static final int NOT_HELD = -1;

    private final boolean isLoss;
    private final int mostVoices;
    private final ExtremesAccumulator extremes;
    private long claims;
    private @Nullable Map<Attribution, VoiceAccumulator> said = new HashMap<>(4);
    private @Nullable Set<Attribution> attributions; // where only they are held

    private QuantityAccumulator(boolean isLoss, int mostVoices, ExtremesAccumulator extremes) {
        this.isLoss = isLoss;
        this.mostVoices = mostVoices;
        this.extremes = extremes;
    }

    /**
     * Returns an accumulator without claims.
     *
     * @param isLoss whether the quantity is a count that only grows
     * @param mostVoices above how many attributions what they say is dropped
     * @return the accumulator, which changes nothing if merged into another
     */
    public static QuantityAccumulator zero(boolean isLoss, int mostVoices) {
        return new QuantityAccumulator(isLoss, mostVoices, new ExtremesAccumulator());
    }

    /** Adds a claim without a number. */
    public void addWithoutNumber() {
        claims++;
    }

    /**
     * Counts a claim with a number, whose attributions are then added.
     *
     * @param low its low end
     * @param high its high end
     */
    public void addNumber(double low, double high) {
        claims++;
        extremes.add(low, high);
    }

    /**
     * Counts a claim with a number, whose attributions are then added.
     *
     * @param low its low end
     * @param high its high end
     * @param holder how the claim is named if it is one of the extremes; it need not be given unless {@link #mayHold}
     */
    public void addNumber(double low, double high, Holder holder) {
        claims++;
        extremes.add(low, high, holder);
    }

    /**
     * Counts claims with a number, whose attributions are then added.
     *
     * @param count how many
     * @param ranges the ends of their ranges, of which none {@link #mayHold}
     */
    public void addNumbers(long count, RangeEnds ranges) {
        claims += count;
        extremes.addAll(ranges);
    }

    /**
     * Returns whether a claim may become one of the extremes.
     *
     * @param low its low end
     * @param high its high end
     * @return whether its name is needed
     */
    public boolean mayHold(double low, double high) {
        return extremes.mayHold(low, high);
    }

    /**
     * Adds what an attribution says in a claim that has been counted.
     *
     * @param attribution whose word it is
     * @param date the date that the claim stands for
     * @param firmness whether it is firm, soft or a bound
     * @param low its low end
     * @param high its high end
     */
    public void add(Attribution attribution, AsOf date, Firmness firmness, double low, double high) {
        VoiceAccumulator voice = voice(attribution);
        if (voice != null) {
            voice.add(date, firmness, low, high);
        }
    }

    /**
     * Adds what an attribution says in claims that have been counted and are as of the event as a whole: of any number of
     * ranges that are no bounds only the ends matter.
     *
     * @param attribution whose word they are
     * @param firmness whether they are firm or soft
     * @param count how many
     * @param ranges the ends of their ranges
     */
    public void add(Attribution attribution, Firmness firmness, long count, RangeEnds ranges) {
        VoiceAccumulator voice = voice(attribution);
        if (voice != null) {
            voice.add(firmness, count, ranges);
        }
    }

    /** What an attribution says, to be added to; null if that is dropped. */
    private @Nullable VoiceAccumulator voice(Attribution attribution) {
        if (said != null) {
            VoiceAccumulator voice = said.get(attribution);
            if (voice == null) {
                voice = VoiceAccumulator.zero(isLoss);
                said.put(attribution, voice);
                limit();
            }
            return voice;
        }
        if (attributions != null) {
            attributions.add(attribution);
            limit();
        }
        return null;
    }

    private void limit() {
        if (said != null && said.size() > mostVoices) {
            said = null;
        }
        if (attributions != null && attributions.size() > mostVoices) {
            attributions = null;
        }
    }

    /** Drops what the voices say, but not who they are: claims about several quantities say nothing together. */
    public void dropWhatIsSaid() {
        if (said != null) {
            attributions = new HashSet<>(said.keySet());
            said = null;
        }
    }

    /**
     * Adds all that another accumulator holds, which must not be used again.
     *
     * @param other what other claims about the quantity say
     */
    public void merge(QuantityAccumulator other) {
        claims += other.claims;
        extremes.merge(other.extremes);
        if (other.hasTooManyVoices()) {
            said = null;
            attributions = null;
        } else if (other.said == null) {
            dropWhatIsSaid();
        }
        if (said != null) {
            Map<Attribution, VoiceAccumulator> all = said;
            requireNonNull(other.said).forEach((attribution, more) -> {
                VoiceAccumulator known = all.putIfAbsent(attribution, more);
                if (known != null) {
                    known.merge(more);
                }
            });
        } else if (attributions != null) {
            other.dropWhatIsSaid();
            attributions.addAll(requireNonNull(other.attributions));
        }
        limit();
    }

    /**
     * Writes all that is held, for another process to read and merge.
     *
     * @param out where to
     * @throws IOException if it cannot be written
     */
    public void write(DataOutputStream out) throws IOException {
        out.writeBoolean(isLoss);
        out.writeLong(claims);
        extremes.write(out);
        out.writeInt(said == null ? NOT_HELD : said.size());
        if (said != null) {
            for (Map.Entry<Attribution, VoiceAccumulator> voice : said.entrySet()) {
                voice.getKey().write(out);
                voice.getValue().write(out);
            }
            return;
        }
        out.writeInt(attributions == null ? NOT_HELD : attributions.size());
        if (attributions != null) {
            for (Attribution attribution : attributions) {
                attribution.write(out);
            }
        }
    }

    /**
     * Reads what another accumulator has written.
     *
     * @param in where from
     * @param mostVoices above how many attributions what they say is dropped, as given to the other accumulator
     * @return an accumulator that holds the same
     * @throws IOException if it cannot be read, or ends too early
     * @throws IllegalArgumentException if no accumulator has written it
     */
    public static QuantityAccumulator read(DataInputStream in, int mostVoices) throws IOException {
        boolean isLoss = in.readBoolean();
        long claims = in.readLong();
        QuantityAccumulator read = new QuantityAccumulator(isLoss, mostVoices, ExtremesAccumulator.read(in));
        read.claims = claims;
        int voices = in.readInt();
        Map<Attribution, VoiceAccumulator> said = new HashMap<>();
        for (int left = voices; left > 0; left--) {
            said.put(Attribution.read(in), VoiceAccumulator.read(isLoss, in));
        }
        read.said = voices == NOT_HELD ? null : said;
        int names = voices == NOT_HELD ? in.readInt() : NOT_HELD;
        Set<Attribution> attributions = new HashSet<>();
        for (int left = names; left > 0; left--) {
            attributions.add(Attribution.read(in));
        }
        read.attributions = names == NOT_HELD ? null : attributions;
        return read;
    }

    /**
     * Tells whether the voices are no longer held.
     *
     * @return true if there were more of them than may be held
     */
    public boolean hasTooManyVoices() {
        return said == null && attributions == null;
    }

    /**
     * Returns what the claims say together.
     *
     * @param quantity what they are about
     * @param works the works that may be cited, with what they copy; their claims do not matter
     * @return the summary
     */
    public QuantitySummary summary(Quantity quantity, Dossier works) {
        if (said == null) {
            return new QuantitySummary(
                    claims,
                    attributions == null ? OptionalInt.empty() : OptionalInt.of(voices(attributions)),
                    Interval.EMPTY,
                    extremes.extremes(),
                    attributions == null ? extremes.extremes().common() : Interval.EMPTY,
                    List.of(),
                    0,
                    Optional.empty());
        }
        List<Said> all = said(quantity, works);
        Accord accord = Accord.of(all, isLoss);
        return new QuantitySummary(
                claims,
                OptionalInt.of(all.size()),
                all.isEmpty() ? Interval.EMPTY : Ranges.support(all, isLoss).range(),
                extremes.extremes(),
                accord.common(),
                accord.agreed(),
                accord.agreeing(),
                Optional.of(accord.verdict()));
    }

    private static int voices(Set<Attribution> attributions) {
        Set<String> voices = new HashSet<>();
        attributions.forEach(attribution -> voices.addAll(attribution.voices()));
        return voices.size();
    }

    /** What each voice says, without the claims; one that only repeats an original says nothing. */
    private List<Said> said(Quantity quantity, Dossier works) {
        Map<Attribution, VoiceAccumulator> all = requireNonNull(said);
        Map<String, VoiceAccumulator> byVoice = new LinkedHashMap<>();
        if (all.keySet().stream().noneMatch(Attribution::copies)) {
            all.forEach((attribution, what) -> attribution.voices().forEach(voice -> put(byVoice, voice, what)));
        } else {
            Map<Attribution, Claim> asked = new HashMap<>();
            List<Claim> made = new ArrayList<>();
            all.forEach((attribution, what) -> {
                Claim claim = attribution.claim(made.size());
                asked.put(attribution, claim);
                made.add(claim);
                if (what.hasSeveral()) {
                    made.add(attribution.claim(made.size())); // one may copy the other
                }
            });
            Map<Claim, List<String>> copying = Copies.among(works, made).sources();
            all.forEach((attribution, what) -> {
                Claim claim = requireNonNull(asked.get(attribution));
                Said.voices(works, claim, copying.getOrDefault(claim, List.of()))
                        .forEach(voice -> put(byVoice, voice, what));
            });
        }
        List<Said> says = new ArrayList<>(byVoice.size());
        byVoice.forEach((voice, what) -> says.add(what.said(voice, quantity, List.of())));
        return says;
    }

    private void put(Map<String, VoiceAccumulator> byVoice, String voice, VoiceAccumulator what) {
        byVoice.merge(voice, what, (some, more) -> {
            VoiceAccumulator all = VoiceAccumulator.zero(isLoss); // others may say the same by some
            all.merge(some);
            all.merge(more);
            return all;
        });
    }

    /** Returns how many claims there are, and their extremes. */
    @Override
    public String toString() {
        return claims + (claims == 1 ? " claim: " : " claims: ") + extremes.extremes();
    }
}
