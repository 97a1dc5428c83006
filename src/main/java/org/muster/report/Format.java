package org.muster.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muster.rows.Lazy;

/** How reports are written. */
public enum Format {
    /** A CSV file for each report, for spreadsheets and programs. */
    CSV,
    /** One page, {@code report.html}, for people. */
    HTML,
    /** The page in short, {@code report.md}, with the tables of GitHub. */
    MD,
    /** {@code report.wikitext}, for an editor of Wikipedia: tables of claims and fields of an infobox, with references. */
    WIKITEXT;

    /** What is written where nobody asks for anything else. */
    public static final Set<Format> USUAL = Collections.unmodifiableSet(EnumSet.of(CSV, HTML));

    /**
     * Returns the format of a name.
     *
     * @param name such as {@code html}
     * @return the format; empty if there is none of that name
     */
    public static Optional<Format> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst();
    }

    /**
     * Returns whether a page tells what claims and rules imply together.
     *
     * @return true for {@link #HTML} and {@link #MD}
     */
    public boolean tellsConflicts() {
        return this == HTML || this == MD;
    }

    /** The file of a page. */
    String file() {
        return "report." + this;
    }

    /** The media type of a page. */
    String mediaType() {
        return switch (this) {
            case CSV -> "text/csv";
            case HTML -> "text/html";
            case MD -> "text/markdown";
            case WIKITEXT -> "text/x-wiki";
        };
    }

    /** Writes a page. */
    void write(Report report, Lazy<PageModel> page, Writer out) throws IOException {
        try {
            switch (this) {
                case CSV -> throw new IllegalStateException("CSV files are no page");
                case HTML -> new HtmlMarkup().write("html", page.get(), out);
                case MD -> new MarkdownMarkup().write("md", page.get(), out);
                case WIKITEXT -> new WikitextMarkup().write("wikitext", new WikitextPage(report), out);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause(); // an input that can no longer be read
        }
    }

    /** Returns the word that {@code --format} takes. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
