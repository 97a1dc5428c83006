package org.muster.compare;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.Quantity;
import org.muster.interval.Interval;
import org.muster.text.Utf8;

/**
 * What one voice says of one quantity, claim after claim: the accumulator behind {@link Said}, which states the rules. In
 * whatever order claims are added and accumulators merged, the voice says the same.
 *
 * <p>Of any number of closed ranges as of a date it keeps four ends. Each bound is kept once, and of the dated counts of a
 * loss those that no later date has replaced, since the final count decides which of them it follows.
 */
final class VoiceAccumulator {

    /** A dated count of a loss as it was stated. */
    private record Stated(AsOf date, Firmness firmness, Interval range) {
        private static final Comparator<Stated> ORDER = Comparator.comparing(Stated::firmness)
                .thenComparing(stated -> stated.range.inf())
                .thenComparing(stated -> stated.range.sup())
                .thenComparing(stated -> stated.date.toString());
    }

    /** What is stated as of one date: firm ranges and bounds, and soft ranges by themselves. */
    private static final class Count extends Estimates {
        private @Nullable Estimates soft;

        void add(Firmness firmness, double low, double high) {
            if (firmness == Firmness.BOUND) {
                add(Interval.of(low, high), firmness);
            } else {
                (firmness == Firmness.FIRM ? this : soft()).addClosed(low, high, firmness);
            }
        }

        void add(Firmness firmness, RangeEnds closed) {
            (firmness == Firmness.FIRM ? this : soft()).addClosed(closed, firmness);
        }

        private Estimates soft() {
            Estimates known = soft;
            if (known == null) {
                known = new Estimates();
                soft = known;
            }
            return known;
        }

        void merge(Count other) {
            super.merge(other);
            if (other.soft != null) {
                soft().merge(other.soft);
            }
        }

        @Override
        void write(DataOutputStream out) throws IOException {
            super.write(out);
            out.writeBoolean(soft != null);
            if (soft != null) {
                soft.write(out);
            }
        }

        @Override
        void merge(DataInputStream others) throws IOException {
            super.merge(others);
            if (others.readBoolean()) {
                soft().merge(others);
            }
        }

        /** All that is stated, without what is soft where a firm range stands beside it. */
        Estimates estimates(boolean besideFirm) {
            if (soft == null || besideFirm) {
                return this;
            }
            Estimates all = new Estimates();
            all.merge(this);
            all.merge(soft);
            return all;
        }
    }

    /** What counts as of one date. */
    private static final class Counted {
        private final AsOf date;
        private final Count count;
        private final List<Counted> beside = new ArrayList<>(2); // those of dates that are not different, itself too
        private boolean isBesideFirm;

        Counted(AsOf date, Count count) {
            this.date = date;
            this.count = count;
            standBeside(this);
        }

        void standBeside(Counted other) {
            beside.add(other);
            isBesideFirm |= other.count.isFirm();
        }

        Estimates estimates() {
            return count.estimates(isBesideFirm);
        }

        static Estimates merged(List<Counted> counts) {
            if (counts.size() == 1) {
                return counts.get(0).estimates();
            }
            Estimates all = new Estimates();
            for (Counted count : counts) {
                all.merge(count.estimates());
            }
            return all;
        }
    }

    private static final int FIRST_LOSSES = 2;
    private static final Stated[] NO_LOSSES = {};

    private final boolean isLoss;
    private @Nullable Count whole; // as of the event as a whole: most voices say nothing else
    private Map<AsOf, Count> dated = Map.of(); // of a strength
    private Stated[] losses = NO_LOSSES; // of a loss, those of dates that none follows
    private int lossCount;
    private AsOf last = AsOf.WHOLE_EVENT;
    private double greatestFinal = Double.NEGATIVE_INFINITY;
    private boolean isEmpty = true;
    private boolean hasSeveral;

    private VoiceAccumulator(boolean isLoss) {
        this.isLoss = isLoss;
    }

    /** The accumulator of a voice that has said nothing. */
    static VoiceAccumulator zero(boolean isLoss) {
        return new VoiceAccumulator(isLoss);
    }

    void add(AsOf date, Firmness firmness, Interval range) {
        add(date, firmness, range.inf(), range.sup());
    }

    /** Adds a claim with a number; firmness says whether it is firm, soft or a bound. */
    void add(AsOf date, Firmness firmness, double low, double high) {
        hasSeveral |= !isEmpty;
        isEmpty = false;
        if (!date.isGiven()) {
            whole().add(firmness, low, high);
            greatestFinal = Math.max(greatestFinal, low);
        } else if (!isLoss) {
            dated = dated.isEmpty() ? new LinkedHashMap<>() : dated;
            dated.computeIfAbsent(date, any -> new Count()).add(firmness, low, high);
        } else {
            addLoss(new Stated(date, firmness, Interval.of(low, high)));
        }
    }

    /** Adds claims with closed ranges as of the event as a whole. */
    void add(Firmness firmness, long count, RangeEnds closed) {
        hasSeveral |= !isEmpty || count > 1;
        isEmpty = false;
        whole().add(firmness, closed);
        greatestFinal = Math.max(greatestFinal, closed.greatestLow());
    }

    private void addLoss(Stated loss) {
        last = loss.date.beginsAfter(last) ? loss.date : last;
        if (loss.date.isBefore(last)) {
            return;
        }
        if (lossCount == losses.length) {
            dropFollowed();
            if (2 * lossCount >= losses.length) {
                losses = Arrays.copyOf(losses, Math.max(FIRST_LOSSES, 2 * lossCount));
            }
        }
        losses[lossCount++] = loss;
    }

    /** Drops counts of a loss that others follow, and what is held twice. */
    private void dropFollowed() {
        Arrays.sort(losses, 0, lossCount, Stated.ORDER);
        int kept = 0;
        for (int i = 0; i < lossCount; i++) {
            Stated loss = losses[i];
            if (isLatest(loss.date, loss.range) && (kept == 0 || !loss.equals(losses[kept - 1]))) {
                losses[kept++] = loss;
            }
        }
        Arrays.fill(losses, kept, lossCount, null);
        lossCount = kept;
    }

    private Count whole() {
        Count known = whole;
        if (known == null) {
            known = new Count();
            whole = known;
        }
        return known;
    }

    /** Adds all that the same voice says elsewhere. */
    void merge(VoiceAccumulator other) {
        hasSeveral |= other.hasSeveral || !isEmpty && !other.isEmpty;
        isEmpty &= other.isEmpty;
        if (other.whole != null) {
            whole().merge(other.whole);
        }
        greatestFinal = Math.max(greatestFinal, other.greatestFinal);
        dated = dated.isEmpty() && !other.dated.isEmpty() ? new LinkedHashMap<>() : dated;
        other.dated.forEach(
                (date, count) -> dated.computeIfAbsent(date, any -> new Count()).merge(count));
        last = other.last.beginsAfter(last) ? other.last : last;
        for (int i = 0; i < other.lossCount; i++) {
            addLoss(other.losses[i]);
        }
    }

    /** Writes all that is held. */
    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(isEmpty);
        out.writeBoolean(hasSeveral);
        out.writeDouble(greatestFinal);
        out.writeBoolean(whole != null);
        if (whole != null) {
            whole.write(out);
        }
        out.writeInt(dated.size());
        for (Map.Entry<AsOf, Count> count : dated.entrySet()) {
            Utf8.write(out, count.getKey().toString());
            count.getValue().write(out);
        }
        dropFollowed();
        Utf8.write(out, last.toString());
        out.writeInt(lossCount);
        for (int i = 0; i < lossCount; i++) {
            Stated loss = losses[i];
            Utf8.write(out, loss.date.toString());
            Utf8.write(out, loss.firmness.name());
            out.writeDouble(loss.range.inf());
            out.writeDouble(loss.range.sup());
        }
    }

    /** Reads what another accumulator has written. */
    static VoiceAccumulator read(boolean isLoss, DataInputStream in) throws IOException {
        VoiceAccumulator read = new VoiceAccumulator(isLoss);
        read.isEmpty = in.readBoolean();
        read.hasSeveral = in.readBoolean();
        read.greatestFinal = in.readDouble();
        if (in.readBoolean()) {
            read.whole().merge(in);
        }
        for (int left = in.readInt(); left > 0; left--) {
            read.dated = read.dated.isEmpty() ? new LinkedHashMap<>() : read.dated;
            Count count = new Count();
            read.dated.put(AsOf.parse(Utf8.read(in)), count);
            count.merge(in);
        }
        read.last = AsOf.parse(Utf8.read(in));
        for (int left = in.readInt(); left > 0; left--) {
            read.addLoss(new Stated(
                    AsOf.parse(Utf8.read(in)),
                    Firmness.valueOf(Utf8.read(in)),
                    Interval.of(in.readDouble(), in.readDouble())));
        }
        return read;
    }

    /** Whether more than one claim was added. */
    boolean hasSeveral() {
        return hasSeveral;
    }

    /** Whether of a loss a count is not that of an earlier date, nor below the final one. */
    private boolean isLatest(AsOf date, Interval range) {
        return !isLoss || !date.isBefore(last) && !(date.isGiven() && range.sup() < greatestFinal);
    }

    /** What counts as of each date, the event as a whole first; of a loss, as of the latest. */
    private List<Counted> latest() {
        List<Counted> latest = new ArrayList<>(2);
        if (whole != null) {
            latest.add(new Counted(AsOf.WHOLE_EVENT, whole));
        }
        for (Map.Entry<AsOf, Count> count : (isLoss ? latestLosses() : dated).entrySet()) {
            latest.add(new Counted(count.getKey(), count.getValue()));
        }
        DateSweep.forEachTogether(latest, counted -> counted.date, (one, other) -> {
            one.standBeside(other);
            other.standBeside(one);
        });
        return latest;
    }

    private Map<AsOf, Count> latestLosses() {
        Map<AsOf, Count> latest = Map.of();
        for (int i = 0; i < lossCount; i++) {
            Stated stated = losses[i];
            if (isLatest(stated.date, stated.range)) {
                latest = latest.isEmpty() ? new LinkedHashMap<>() : latest;
                latest.computeIfAbsent(stated.date, any -> new Count())
                        .add(stated.firmness, stated.range.inf(), stated.range.sup());
            }
        }
        return latest;
    }

    /** Which of the voice's claims make up what it says. */
    Predicate<Claim> counted(Tolerance tolerance) {
        Set<AsOf> besideFirm = new HashSet<>();
        for (Counted counted : latest()) {
            if (counted.isBesideFirm) {
                besideFirm.add(counted.date);
            }
        }
        return claim -> isLatest(claim.asOf(), Said.range(claim, tolerance))
                && !(Firmness.of(claim) == Firmness.SOFT && besideFirm.contains(claim.asOf()));
    }

    /**
     * Returns what the voice says.
     *
     * @param claims the claims that make it up, or none if they were not kept
     */
    Said said(String voice, Quantity quantity, List<Claim> claims) {
        List<Counted> latest = latest();
        Estimates all = Counted.merged(latest);
        List<Said.Dated> ranges = new ArrayList<>(latest.size());
        boolean contradictsItself = false;
        for (Counted counted : latest) {
            Estimates own = counted.estimates();
            if (!own.isEmpty()) {
                Estimates together = counted.beside.size() == latest.size() ? all : Counted.merged(counted.beside);
                ranges.add(new Said.Dated(counted.date, together.range()));
                contradictsItself |= own.isApartFrom(together);
            }
        }
        return new Said(voice, quantity, all.range(), all.firmness(), claims, ranges, contradictsItself, false);
    }
}
