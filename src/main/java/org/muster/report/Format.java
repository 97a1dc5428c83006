package org.muster.report;

import java.util.Locale;

/** How reports are written. */
public enum Format {
    /** A CSV file for each report, for spreadsheets and programs. */
    CSV,
    /** One page, {@code report.html}, for people. */
    HTML;

    /** Returns the word that {@code --format} takes. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
