package org.muster.text;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Something in the input that could not be read or does not make sense.
 *
 * @param file the file's name, such as {@code claims.csv}
 * @param line the line on which the row begins, from 1; 0 if the whole file is meant
 * @param column the column's name; blank if the whole row is meant
 * @param severity whether something was left out
 * @param message what was found, what was expected, and how to repair it if that is known
 * @param text the full text of the row as it is in the file
 */
public record Problem(String file, int line, String column, Severity severity, String message, String text) {

    /** How serious a problem is. */
    public enum Severity {
        /** Something was left out of the analyses. */
        ERROR,
        /** Everything was kept, but the analyst should look at it. */
        WARNING;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** Returns {@code error} or {@code warning}. */
        @Override
        public String toString() {
            return word;
        }
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
     * @return true for an error, false for a warning
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
