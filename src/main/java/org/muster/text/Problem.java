package org.muster.text;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Something in the input that could not be read or does not fit.
 *
 * @param file the file's name, such as {@code claims.csv}
 * @param line the line at which the row begins, from 1; 0 where the whole file is meant
 * @param column the column's name; blank where the whole row is meant
 * @param severity whether a row had to be left out
 * @param message what was found, what was expected, and a repair where there is one
 * @param text the full text of the row as it stands in the file
 */
public record Problem(String file, int line, String column, Severity severity, String message, String text) {

    /** What a problem costs. */
    public enum Severity {
        /** Something was left out of the analyses. */
        ERROR,
        /** Everything was kept, and deserves a look. */
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
     * Says whether something was left out of the analyses.
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
