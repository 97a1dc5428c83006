package org.muster.dossier;

import java.util.Objects;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/**
 * A cited work.
 *
 * @param id the short name that claims cite; without {@code ;}
 * @param author its author; blank where unknown
 * @param title its title
 * @param year the year of publication, as written
 * @param publisher its publisher
 * @param kind book, article, web page, official report …
 * @param grade reliability from {@code A} (completely reliable) to {@code E} (unreliable), {@code F} if it cannot be
 *     judged (AJP-2.1), or blank
 * @param origin what this source copies: sources of one origin speak with one voice; blank if it copies nothing
 * @param url where it can be read
 */
public record Source(
        String id,
        String author,
        String title,
        String year,
        String publisher,
        String kind,
        String grade,
        String origin,
        String url) {

    /**
     * Checks that nothing is null, that the id can be cited, and that the grade is valid. White space around a text is
     * removed, as when it is read from a file; id and origin are kept as {@link CellText#name} gives them.
     */
    public Source {
        id = CellText.name(Objects.requireNonNull(id, "id"));
        author = CellText.strip(Objects.requireNonNull(author, "author"));
        title = CellText.strip(Objects.requireNonNull(title, "title"));
        year = CellText.strip(Objects.requireNonNull(year, "year"));
        publisher = CellText.strip(Objects.requireNonNull(publisher, "publisher"));
        kind = CellText.strip(Objects.requireNonNull(kind, "kind"));
        grade = CellText.strip(Objects.requireNonNull(grade, "grade"));
        origin = CellText.name(Objects.requireNonNull(origin, "origin"));
        url = CellText.strip(Objects.requireNonNull(url, "url"));
        if (id.isEmpty() || id.indexOf(';') >= 0) {
            throw new IllegalArgumentException(
                    "id " + Excerpt.quoted(id) + " cannot be cited: expected a short name without ;");
        }
        if (!isGrade(grade)) {
            throw new IllegalArgumentException(
                    "grade " + Excerpt.quoted(grade) + " is not one of A, B, C, D, E, F or blank");
        }
    }

    /**
     * Returns a source of which only the name is known, as in a dossier without {@code sources.csv}.
     *
     * @param id the short name, or the citation itself
     * @return the source
     */
    public static Source of(String id) {
        return of(id, "", "", "");
    }

    /**
     * Returns a source with its author, title and year.
     *
     * @param id the short name
     * @param author the author
     * @param title the title
     * @param year the year of publication
     * @return the source
     */
    public static Source of(String id, String author, String title, String year) {
        return new Source(id, author, title, year, "", "", "", "", "");
    }

    /**
     * Returns this source with a reliability grade.
     *
     * @param grade {@code A} to {@code F}, or blank
     * @return the graded source
     */
    public Source withGrade(String grade) {
        return new Source(id, author, title, year, publisher, kind, grade, origin, url);
    }

    /**
     * Returns this source with the origin that it copies.
     *
     * @param origin the name that all copies share
     * @return the source
     */
    public Source withOrigin(String origin) {
        return new Source(id, author, title, year, publisher, kind, grade, origin, url);
    }

    static boolean isGrade(String grade) {
        return grade.isEmpty() || grade.length() == 1 && grade.charAt(0) >= 'A' && grade.charAt(0) <= 'F';
    }

    /** Returns the source as a reader would cite it: {@code coox: Alvin D. Coox, Nomonhan (1985)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(id);
        String separator = ": ";
        for (String part : new String[] {author, title}) {
            if (!part.isEmpty()) {
                text.append(separator).append(part);
                separator = ", ";
            }
        }
        return year.isEmpty()
                ? text.toString()
                : text.append(" (").append(year).append(')').toString();
    }
}
