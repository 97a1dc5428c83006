package org.muster.dossier;

import static java.util.Objects.requireNonNull;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/**
 * The date that a figure stands for, as precisely as it is known: a year, a month or a day in ISO 8601, years before 1
 * too ({@code -0489} is 490 BC), or blank for the event as a whole.
 *
 * <p>Two dates are different if both are given and have no day in common: {@code 1945} and {@code 1945-08} are not.
 */
public final class AsOf {

    /** The event as a whole: the final count of a loss, the strength throughout. */
    public static final AsOf WHOLE_EVENT = new AsOf("", Long.MIN_VALUE, Long.MAX_VALUE);

    /** From the date that begins first, the event as a whole before all others. */
    public static final Comparator<AsOf> BY_FIRST_DAY = Comparator.comparingLong(date -> date.firstDay);

    /** From the date that ends first to the event as a whole. */
    public static final Comparator<AsOf> BY_LAST_DAY = Comparator.comparingLong(date -> date.lastDay);

    private static final Pattern FORM = Pattern.compile("(-?\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?");

    /** A day as spreadsheets write it, with the month first or second. */
    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");

    private final String text;
    private final long firstDay;
    private final long lastDay;

    private AsOf(String text, long firstDay, long lastDay) {
        this.text = text;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    /**
     * Reads a date.
     *
     * @param text a year, a month or a day, such as {@code 1945-08}; blank for the event as a whole
     * @return the date
     * @throws IllegalArgumentException if the text is neither blank nor a date
     */
    public static AsOf parse(String text) {
        String stripped = CellText.strip(requireNonNull(text, "text"));
        if (stripped.isEmpty()) {
            return WHOLE_EVENT;
        }
        Matcher parts = FORM.matcher(stripped);
        if (parts.matches()) {
            try {
                LocalDate first = LocalDate.of(number(parts, 1, 0), number(parts, 2, 1), number(parts, 3, 1));
                LocalDate last = LocalDate.of(number(parts, 1, 0), number(parts, 2, 12), 1);
                last = parts.group(3) == null ? last.withDayOfMonth(last.lengthOfMonth()) : first;
                return new AsOf(stripped, first.toEpochDay(), last.toEpochDay());
            } catch (DateTimeException e) {
                // such as 30 February: told below like every other text that is no date
            }
        }
        throw new IllegalArgumentException("as_of " + Excerpt.quoted(text)
                + " is not a date such as 1945, 1945-08 or 1945-08-09" + meant(stripped));
    }

    /** What a date such as 05/06/1944 may mean: which number is the month nobody can know where both may be one. */
    private static String meant(String text) {
        Matcher parts = DAY_AND_MONTH.matcher(text);
        if (!parts.matches()) {
            return "";
        }
        Set<String> days = new LinkedHashSet<>(); // 5 June, and 6 May
        for (int month : new int[] {2, 1}) {
            try {
                days.add(LocalDate.of(number(parts, 3, 0), number(parts, month, 1), number(parts, 3 - month, 1))
                        .toString());
            } catch (DateTimeException e) {
                // the other order alone gives a day
            }
        }
        return days.isEmpty() ? "" : "; if " + String.join(" or ", days) + " is meant, write that";
    }

    /** Reads a text as {@link #parse} does; empty if it is neither blank nor a date. */
    static Optional<AsOf> read(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher parts, int group, int absent) {
        return parts.group(group) == null ? absent : Integer.parseInt(parts.group(group));
    }

    /**
     * Says whether a date is given.
     *
     * @return false for the event as a whole
     */
    public boolean isGiven() {
        return !text.isEmpty();
    }

    /**
     * Says whether this date is wholly earlier than another.
     *
     * @param other a date
     * @return whether both are given, and the last day of this one is before the first of the other
     */
    public boolean isBefore(AsOf other) {
        return lastDay < other.firstDay;
    }

    /**
     * Says whether two dates are different.
     *
     * @param other a date
     * @return whether both are given and have no day in common
     */
    public boolean isDifferentFrom(AsOf other) {
        return isBefore(other) || other.isBefore(this);
    }

    /**
     * Says whether this date begins after another.
     *
     * @param other a date; the event as a whole is the earliest
     * @return whether the first day of this one is after that of the other
     */
    public boolean beginsAfter(AsOf other) {
        return firstDay > other.firstDay;
    }

    /**
     * Says whether every day of this date is one of another's.
     *
     * @param other a date
     * @return whether both are given, and this one begins no earlier and ends no later
     */
    public boolean isWithin(AsOf other) {
        return isGiven() && other.isGiven() && firstDay >= other.firstDay && lastDay <= other.lastDay;
    }

    /**
     * Returns the first day.
     *
     * @return days since 1 January 1970; the least number for the event as a whole
     */
    public long firstDay() {
        return firstDay;
    }

    /**
     * Returns the last day.
     *
     * @return days since 1 January 1970; the greatest number for the event as a whole
     */
    public long lastDay() {
        return lastDay;
    }

    /**
     * Returns the distinct dates of claims.
     *
     * @param claims claims
     * @return each date once, in the claims' order; the event as a whole is one of them
     */
    public static List<AsOf> of(Collection<Claim> claims) {
        return claims.stream().map(Claim::asOf).distinct().toList();
    }

    /**
     * Returns the date as people write it.
     *
     * @return such as {@code 9 August 1945}, {@code August 1945}, {@code 490 BC}; blank for the event as a whole
     */
    public String label() {
        return label(TextStyle.FULL);
    }

    /**
     * Returns the date for tables and pictures.
     *
     * @return such as {@code 9 Aug 1945}, {@code Aug 1945}, {@code 490 BC}; blank for the event as a whole
     */
    public String shortLabel() {
        return label(TextStyle.SHORT);
    }

    private String label(TextStyle month) {
        if (!isGiven()) {
            return "";
        }
        LocalDate day = LocalDate.ofEpochDay(firstDay);
        String label = day.getYear() > 0 ? Integer.toString(day.getYear()) : 1 - day.getYear() + " BC";
        if (firstDay == lastDay) {
            return day.getDayOfMonth() + " " + month(day, month) + " " + label;
        }
        return lastDay - firstDay < 31 ? month(day, month) + " " + label : label;
    }

    /** The month; cut by ourselves where short, since what releases of the JDK call September differs. */
    private static String month(LocalDate day, TextStyle style) {
        String name = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        return style == TextStyle.SHORT ? name.substring(0, 3) : name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AsOf that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the date as it stands in a file. */
    @Override
    public String toString() {
        return text;
    }
}
