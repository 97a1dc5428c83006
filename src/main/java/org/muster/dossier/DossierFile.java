package org.muster.dossier;

import java.util.List;

/** The files of a dossier on disk, and their columns in the order in which they are written. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
enum DossierFile {
    CLAIMS(
            "claims.csv",
            List.of("party", "measure", "figure or low,high", "source"),
            List.of(
                    "id",
                    "event",
                    "party",
                    "place",
                    "measure",
                    "scope",
                    "figure",
                    "low",
                    "high",
                    "best",
                    "qualifier",
                    "claimant",
                    "source",
                    "via",
                    "locator",
                    "credibility",
                    "origin",
                    "as_of",
                    "note")),
    SOURCES(
            "sources.csv",
            List.of("id"),
            List.of("id", "author", "title", "year", "publisher", "kind", "grade", "origin", "url")),
    HIERARCHY(
            "hierarchy.csv",
            List.of("dimension", "whole", "part", "complete"),
            List.of("dimension", "whole", "partition", "part", "complete", "event")),
    RULES("rules.csv", List.of("rule"), List.of("id", "rule", "note")),
    PACKAGE("datapackage.json", List.of(), List.of());

    private final String fileName;
    private final List<String> required;
    private final List<String> columns;

    DossierFile(String fileName, List<String> required, List<String> columns) {
        this.fileName = fileName;
        this.required = required;
        this.columns = columns;
    }

    /** Returns the columns that every row needs; of alternatives, as in {@code figure or low,high}, one is enough. */
    List<String> required() {
        return required;
    }

    /** Returns all columns that are understood. */
    List<String> columns() {
        return columns;
    }

    /** Returns the file's name. */
    @Override
    public String toString() {
        return fileName;
    }
}
