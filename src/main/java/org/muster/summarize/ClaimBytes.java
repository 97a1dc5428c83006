package org.muster.summarize;

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
import org.muster.figure.Figure;
import org.muster.figure.Qualifier;
import org.muster.text.ByteRow;
import org.muster.text.CellText;
import org.muster.text.CsvBlocks;
import org.muster.text.CsvTable;
import org.muster.text.Problem;

/**
 * Adds the rows of one file to groups, for one thread. Each row means what {@link ClaimRowReader} says. As a file repeats its
 * names, dates, qualifiers and figures, what cells mean is remembered by their bytes once they were read without a problem,
 * and a row of remembered cells or plain numbers costs no text.
 */
final class ClaimBytes implements CsvBlocks.Receiver {

    /** A figure: its number, or none where firmness is NONE. */
    private record Stated(Firmness firmness, double low, double high) {}

    private static final int MOST_DIGITS = 15; // which a double holds exactly
    private static final double NO_COUNT = -1;
    private static final Stated NO_NUMBER = new Stated(Firmness.NONE, 0, 0);
    private static final byte[] INFINITY = {'I', 'n', 'f', 'i', 'n', 'i', 't', 'y'};

    private final ClaimGroups groups;
    private final ClaimRowReader reader;
    private final String prefix;
    private final int id;
    private final int figure;
    private final int low;
    private final int high;
    private final int best;
    private final int qualifier;
    private final int asOf;
    private final int credibility;
    private final CellDictionary<Numbered<Group>> quantities;
    private final CellDictionary<Numbered<Speaking>> attributions;
    private final CellDictionary<Numbered<AsOf>> dates;
    private final CellDictionary<Optional<Qualifier>> qualifiers;
    private final CellDictionary<Stated> figures;
    private final List<Problem> problems = new ArrayList<>();
    private final PendingClaims pending;
    private final Numbered<AsOf> wholeEvent;
    private @Nullable Named named;
    private long claims;

    /**
     * @param groups takes the claims
     * @param reader reads rows of cells that are not known
     * @param prefix what stands before the ids
     * @param columns where each column stands
     */
    ClaimBytes(ClaimGroups groups, ClaimRowReader reader, String prefix, Map<String, Integer> columns) {
        this.groups = groups;
        this.pending = new PendingClaims(groups.tables());
        this.wholeEvent = groups.date(AsOf.WHOLE_EVENT);
        this.reader = reader;
        this.prefix = prefix;
        id = columns.getOrDefault("id", -1);
        figure = columns.getOrDefault("figure", -1);
        low = columns.getOrDefault("low", -1);
        high = columns.getOrDefault("high", -1);
        best = columns.getOrDefault("best", -1);
        qualifier = columns.getOrDefault("qualifier", -1);
        asOf = columns.getOrDefault("as_of", -1);
        credibility = columns.getOrDefault("credibility", -1);
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
        dates = new CellDictionary<>(asOf, credibility);
        qualifiers = new CellDictionary<>(qualifier);
        figures = new CellDictionary<>(figure, measure, low, high, best, qualifier);
    }

    /** The problems since the last call. */
    List<Problem> takeProblems() {
        List<Problem> taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    /** Passes on the claims that wait: no row follows. */
    void end() {
        pending.end();
    }

    /** How many rows became claims. */
    long claims() {
        return claims;
    }

    @Override
    public void row(ByteRow row, CsvBlocks.Reader text) {
        if (add(row, text)) {
            claims++;
            return;
        }
        Optional<Claim> claim = read(text.read());
        if (claim.isPresent()) {
            remember(row, claim.get());
        }
    }

    /** Adds a row by what is known of its cells; returns whether it could. */
    private boolean add(ByteRow row, CsvBlocks.Reader text) {
        Numbered<Group> group = quantities.get(row);
        Numbered<Speaking> speaker = attributions.get(row);
        Numbered<AsOf> date = isEmpty(row, asOf) && isEmpty(row, credibility) ? wholeEvent : dates.get(row);
        if (group == null || speaker == null || date == null) {
            return false;
        }
        return addPlain(row, group, speaker, date) || add(row, text, group, speaker, date);
    }

    /** Adds a claim that gives plain numbers, unless it does not. */
    private boolean addPlain(ByteRow row, Numbered<Group> group, Numbered<Speaking> speaker, Numbered<AsOf> date) {
        double least;
        double most;
        Firmness firmness;
        if (isEmpty(row, figure)) {
            Optional<Qualifier> word = isEmpty(row, qualifier) ? Optional.empty() : qualifiers.get(row);
            least = end(row, low);
            most = end(row, high);
            firmness = word == null ? Firmness.NONE : firmness(word, most);
        } else {
            least = count(row, figure, true);
            most = least;
            firmness =
                    isEmpty(row, low) && isEmpty(row, high) && isEmpty(row, qualifier) ? Firmness.FIRM : Firmness.NONE;
        }
        if (least < 0
                || least == Double.POSITIVE_INFINITY
                || most < least
                || firmness == Firmness.NONE
                || !isEmpty(row, best)) {
            return false;
        }
        pending.add(named(row), group, speaker, date, firmness, least, most);
        return true;
    }

    /** Adds a claim with any figure, unless that has to be reported. */
    private boolean add(
            ByteRow row,
            CsvBlocks.Reader text,
            Numbered<Group> group,
            Numbered<Speaking> speaker,
            Numbered<AsOf> date) {
        Stated stated = figures.get(row);
        if (stated == null) {
            Optional<Figure> read = reader.figure(text.read());
            if (read.isEmpty()) {
                return false;
            }
            stated = stated(read.get());
            figures.put(row, stated);
        }
        if (stated.firmness == Firmness.NONE) {
            group.thing().addWithoutNumber();
        } else {
            pending.add(named(row), group, speaker, date, stated.firmness, stated.low, stated.high);
        }
        return true;
    }

    private static Stated stated(Figure figure) {
        return figure.range()
                .map(range -> new Stated(Firmness.of(figure), range.inf(), range.sup()))
                .orElse(NO_NUMBER);
    }

    /** Names the claims of a row that is read again and again. */
    private Named named(ByteRow row) {
        Named known = named;
        if (known == null || known.row != row) {
            known = new Named(row);
            named = known;
        }
        return known;
    }

    /** Names the claim of a row. */
    private final class Named implements Claimed {
        private final ByteRow row;

        Named(ByteRow row) {
            this.row = row;
        }

        @Override
        public int nameLength() {
            return isEmpty(row, id) ? prefix.length() + 1 + digits(row.line()) : name().length();
        }

        private String name() {
            String name = isEmpty(row, id) ? "" : CellText.strip(row.text(id));
            return prefix + (name.isEmpty() ? "L" + row.line() : name);
        }

        @Override
        public Holder holder(Speaking speaking) {
            return new Holder(speaking.voices(), name(), isEmpty(row, figure) ? "" : CellText.strip(row.text(figure)));
        }
    }

    private static int digits(int number) {
        int digits = 1;
        for (int left = number; left > 9; left /= 10) {
            digits++;
        }
        return digits;
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
    private static double end(ByteRow row, int cell) {
        double count = count(row, cell, false);
        return count == NO_COUNT && cell >= 0 && isInfinity(row, cell) ? Double.POSITIVE_INFINITY : count;
    }

    /**
     * A whole number in at most 15 digits, else a negative number.
     *
     * @param inGroups whether commas may part its groups of three
     */
    private static double count(ByteRow row, int cell, boolean inGroups) {
        if (cell < 0) {
            return NO_COUNT;
        }
        byte[] bytes = row.bytes();
        int at = row.start(cell);
        int length = row.end(cell) - at;
        if (length == 0 || length > MOST_DIGITS || bytes[at] == '0' && length > 1) {
            return NO_COUNT;
        }
        int end = at + length;
        boolean grouped = inGroups && length > 4 && length % 4 != 0 && bytes[end - 4] == ',';
        long number = 0;
        for (; at < end; at++) {
            if (grouped && (end - at) % 4 == 0) {
                if (bytes[at] != ',') {
                    return NO_COUNT;
                }
                continue;
            }
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return NO_COUNT;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static boolean isInfinity(ByteRow row, int cell) {
        return Arrays.equals(INFINITY, 0, INFINITY.length, row.bytes(), row.start(cell), row.end(cell));
    }

    /** Whether a problem is a warning about a measure, which is enough for the first row that has it. */
    static boolean isToldOnce(Problem problem) {
        return !problem.isError() && problem.column().equals("measure");
    }

    /** Reads a row as a whole; returns its claim if its cells may be remembered, since nothing more is to be told of them. */
    private Optional<Claim> read(CsvTable.Row row) {
        ClaimRows.Added added = reader.read(row);
        problems.addAll(added.problems());
        if (added.claim().isPresent()) {
            claims++;
            groups.add(added.claim().get(), prefix);
        }
        return added.problems().stream().allMatch(ClaimBytes::isToldOnce) ? added.claim() : Optional.empty();
    }

    private void remember(ByteRow row, Claim claim) {
        if (quantities.get(row) == null) {
            quantities.put(row, groups.of(claim.quantity()));
        }
        if (attributions.get(row) == null) {
            attributions.put(row, groups.speaker(claim));
        }
        if (dates.get(row) == null) {
            dates.put(row, groups.date(claim.asOf()));
        }
        if (qualifiers.get(row) == null) {
            boolean isBlank = isEmpty(row, qualifier)
                    || CellText.strip(row.text(qualifier)).isEmpty();
            qualifiers.put(
                    row, isBlank ? Optional.empty() : Optional.of(claim.figure().qualifier()));
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
