package org.muster.summarize;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.compare.Extremes.Holder;
import org.muster.compare.QuantityRange.Firmness;
import org.muster.dossier.AsOf;
import org.muster.dossier.Claim;
import org.muster.dossier.ClaimRowReader;
import org.muster.dossier.ClaimRows;
import org.muster.dossier.Works;
import org.muster.figure.Qualifier;
import org.muster.interval.Interval;
import org.muster.text.ByteRow;
import org.muster.text.CellText;
import org.muster.text.CsvBlocks;
import org.muster.text.CsvTable;
import org.muster.text.Problem;

/**
 * Adds the rows of one file to groups, for one thread. Each row means what {@link ClaimRowReader} says. As a file repeats its
 * names, dates and qualifiers, what cells mean is remembered by their bytes once a row with them was read without a problem,
 * and a row of remembered cells with plain numbers costs no text.
 */
final class ClaimBytes implements CsvBlocks.Receiver, Claimed {

    /** A figure with a number, or without one where firmness is NONE. */
    private record Stated(Firmness firmness, double low, double high) {}

    /** What is not the figure itself. */
    private record Manner(AsOf date, Optional<Qualifier> qualifier) {}

    private static final int MOST_DIGITS = 15; // which a double holds exactly
    private static final double NO_NUMBER = -1;
    private static final byte[] INFINITY = {'I', 'n', 'f', 'i', 'n', 'i', 't', 'y'};

    private final ClaimGroups groups;
    private final ClaimRowReader reader;
    private final String prefix;
    private final int id;
    private final int figure;
    private final int low;
    private final int high;
    private final int best;
    private final int qualifierCell;
    private final CellDictionary<Group> quantities;
    private final CellDictionary<Speaking> attributions;
    private final CellDictionary<Manner> manners;
    private final CellDictionary<Stated> figures;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable ByteRow current;
    private long claims;

    /**
     * @param groups takes the claims
     * @param event the event of rows that name none
     * @param prefix what stands before the ids
     * @param columns where each column stands
     */
    ClaimBytes(ClaimGroups groups, Works works, String event, String prefix, Map<String, Integer> columns) {
        this.groups = groups;
        this.reader = ClaimRowReader.of(event, works);
        this.prefix = prefix;
        id = columns.getOrDefault("id", -1);
        figure = columns.getOrDefault("figure", -1);
        low = columns.getOrDefault("low", -1);
        high = columns.getOrDefault("high", -1);
        best = columns.getOrDefault("best", -1);
        qualifierCell = columns.getOrDefault("qualifier", -1);
        int measure = columns.getOrDefault("measure", -1);
        quantities = new CellDictionary<>(
                columns.getOrDefault("event", -1),
                columns.getOrDefault("party", -1),
                columns.getOrDefault("place", -1),
                measure,
                columns.getOrDefault("scope", -1));
        attributions = new CellDictionary<>(
                columns.getOrDefault("source", -1),
                columns.getOrDefault("claimant", -1),
                columns.getOrDefault("origin", -1));
        manners = new CellDictionary<>(
                columns.getOrDefault("as_of", -1), columns.getOrDefault("credibility", -1), qualifierCell);
        figures = new CellDictionary<>(figure, measure, low, high, qualifierCell);
    }

    /** The problems since the last call. */
    List<Problem> takeProblems() {
        List<Problem> taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    /** How many rows became claims. */
    long claims() {
        return claims;
    }

    @Override
    public void row(ByteRow row, CsvBlocks.Reader text) {
        Group group = quantities.get(row);
        Speaking speaking = attributions.get(row);
        Manner manner = manners.get(row);
        if (group != null
                && speaking != null
                && manner != null
                && isEmpty(row, best)
                && add(row, group, speaking, manner)) {
            claims++;
            return;
        }
        Optional<Claim> claim = read(text.read());
        if (claim.isPresent()) {
            remember(row, claim.get());
        }
    }

    private boolean add(ByteRow row, Group group, Speaking speaking, Manner manner) {
        double least;
        double most;
        Firmness firmness;
        if (isEmpty(row, figure)) {
            least = count(row, low);
            most = count(row, high);
            firmness = firmness(manner.qualifier, most);
            if (least < 0 || least == Double.POSITIVE_INFINITY || most < least || firmness == Firmness.NONE) {
                return false;
            }
        } else {
            Stated number = isPlain(row, manner) ? null : figures.get(row);
            if (number == null) {
                least = count(row, figure);
                if (least < 0 || least == Double.POSITIVE_INFINITY || !isPlain(row, manner)) {
                    return false;
                }
                most = least;
                firmness = Firmness.FIRM;
            } else if (number.firmness == Firmness.NONE) {
                group.addWithoutNumber();
                return true;
            } else {
                least = number.low;
                most = number.high;
                firmness = number.firmness;
            }
        }
        current = row;
        group.add(this, speaking, manner.date, firmness, least, most);
        return true;
    }

    /** Whether only the figure speaks of a number, and begins with a digit. */
    private boolean isPlain(ByteRow row, Manner manner) {
        return isEmpty(row, low) && isEmpty(row, high) && manner.qualifier.isEmpty() && count(row, figure) >= 0;
    }

    /** Names the claim of the current row. */
    @Override
    public Holder holder(Speaking speaking) {
        ByteRow row = requireNonNull(current);
        String name = isEmpty(row, id) ? "" : CellText.strip(row.text(id));
        return new Holder(
                speaking.voices(),
                prefix + (name.isEmpty() ? "L" + row.line() : name),
                isEmpty(row, figure) ? "" : CellText.strip(row.text(figure)));
    }

    /** What a qualifier makes of a range with or without an upper end; none where the reader has to look at it. */
    private static Firmness firmness(Optional<Qualifier> qualifier, double high) {
        boolean open = high == Double.POSITIVE_INFINITY;
        if (qualifier.isEmpty()) {
            return open ? Firmness.BOUND : Firmness.FIRM;
        }
        return switch (qualifier.get()) {
            case EXACTLY -> open ? Firmness.NONE : Firmness.FIRM;
            case ABOUT, NEARLY, ROUNDED -> open ? Firmness.NONE : Firmness.SOFT;
            case AT_LEAST, MORE_THAN -> open ? Firmness.BOUND : Firmness.NONE;
            case AT_MOST, LESS_THAN -> open ? Firmness.NONE : Firmness.BOUND;
            default -> Firmness.NONE;
        };
    }

    private static boolean isEmpty(ByteRow row, int cell) {
        return cell < 0 || row.isEmpty(cell);
    }

    /** A whole number in at most 15 digits, or Infinity; else a negative number. */
    private static double count(ByteRow row, int cell) {
        if (cell < 0) {
            return NO_NUMBER;
        }
        byte[] bytes = row.bytes();
        int at = row.start(cell);
        int length = row.end(cell) - at;
        if (length == 0 || length > MOST_DIGITS || bytes[at] == '0' && length > 1) {
            return NO_NUMBER;
        }
        long number = 0;
        for (int end = at + length; at < end; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return isInfinity(row, cell) ? Double.POSITIVE_INFINITY : NO_NUMBER;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static boolean isInfinity(ByteRow row, int cell) {
        return Arrays.equals(INFINITY, 0, INFINITY.length, row.bytes(), row.start(cell), row.end(cell));
    }

    private Optional<Claim> read(CsvTable.Row row) {
        ClaimRows.Added added = reader.read(row);
        problems.addAll(added.problems());
        if (added.claim().isPresent()) {
            claims++;
            groups.add(added.claim().get(), prefix);
        }
        return added.problems().isEmpty() ? added.claim() : Optional.empty();
    }

    private void remember(ByteRow row, Claim claim) {
        if (quantities.get(row) == null) {
            quantities.put(row, groups.of(claim.quantity()));
        }
        if (attributions.get(row) == null) {
            attributions.put(row, groups.speaking(claim));
        }
        if (manners.get(row) == null) {
            manners.put(
                    row,
                    new Manner(
                            claim.asOf(),
                            isEmpty(row, qualifierCell)
                                            || CellText.strip(row.text(qualifierCell))
                                                    .isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(claim.figure().qualifier())));
        }
        if (!isEmpty(row, figure) && isEmpty(row, best) && figures.get(row) == null) {
            Optional<Interval> range = claim.figure().range();
            figures.put(
                    row,
                    new Stated(
                            range.isPresent() ? Firmness.of(claim) : Firmness.NONE,
                            range.map(Interval::inf).orElse(0.0),
                            range.map(Interval::sup).orElse(0.0)));
        }
    }

    @Override
    public void row(CsvTable.Row row) {
        read(row);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }
}
