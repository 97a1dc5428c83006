package org.muster.text;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Something in the input that could not be read or does not make sense; or what a report leaves out.
 *
 * @param file the file's name, such as {@code claims.csv}
 * @param line the line on which the row begins, from 1; 0 if the whole file is meant
 * @param column the column's name; blank if the whole row is meant
 * @param severity whether something was left out
 * @param message what was found, what was expected, and how to repair it if that is known
 * @param text the full text of the row as it is in the file; of a limit, the quantity or the rule that it concerns
 */
public record Problem(String file, int line, String column, Severity severity, String message, String text) {

    /** How serious a problem is. */
    public enum Severity {
        /** Something was left out of the analyses. */
        ERROR,
        /** Everything was kept, but the analyst should look at it. */
        WARNING,
        /** Nothing is wrong with the input: a report that has a limit of size or of work leaves something out. */
        LIMIT;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** Returns {@code error}, {@code warning} or {@code limit}. */
        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * Returns what a report leaves out, because of a limit of size or of work.
     *
     * @param report the report's file, such as {@code ratios.csv}
     * @param message what is left out
     * @param text the quantity or the rule that it concerns; blank if it is the whole report
     * @return the limit
     */
    public static Problem limit(String report, String message, String text) {
        return new Problem(report, 0, "", Severity.LIMIT, message, text);
    }

    /** Checks that nothing is null. */
    public Problem {
        requireNonNull(file, "file");
        requireNonNull(column, "column");
        requireNonNull(severity, "severity");
        requireNonNull(message, "message");
        requireNonNull(text, "text");
    }

    /**
     * Returns whether something was left out of the analyses.
     *
     * @return true for an error, false for a warning or a limit
     */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns the place and the message: {@code claims.csv:17, column high: "60OO" is not a number}. */
    @Override
    public String toString() {
        StringBuilder place = new StringBuilder(file);
        if (line > 0) {
            place.append(':').append(line);
        }
        if (!column.isEmpty()) {
            place.append(", column ").append(column);
        }
        return place.append(": ").append(message).toString();
    }
}
