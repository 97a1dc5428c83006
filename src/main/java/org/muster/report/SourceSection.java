package org.muster.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.muster.dossier.Claim;
import org.muster.dossier.Source;
import org.muster.report.PageContext.Link;

/** The works that are cited, each with links to its claims. */
final class SourceSection {

    /**
     * A work.
     *
     * @param anchor its id on the page
     * @param name what the page calls it
     * @param author its author; may be empty
     * @param title its title; may be empty
     * @param published publisher and year; may be empty
     * @param about kind, grade and what it copies
     * @param url where it can be read; empty where that is no address of the web
     * @param claims how many claims it has
     * @param where what stands before the links: lines, or nothing where they name claims made in code
     * @param lines links to them
     */
    record Entry(
            String anchor,
            String name,
            String author,
            String title,
            String published,
            String about,
            String url,
            String claims,
            String where,
            List<Link> lines) {}

    /** The last one of an initial, as in "Glantz, David M.": another one follows it. */
    private static final Pattern FULL_STOP = Pattern.compile("[.]$");

    private final List<Entry> entries = new ArrayList<>();
    private final int cited;

    SourceSection(PageContext page) {
        Map<String, List<Claim>> citing = new LinkedHashMap<>();
        page.dossier.sources().forEach(source -> citing.put(source.id(), new ArrayList<>()));
        for (Claim claim : page.dossier.claims()) {
            for (String id : claim.sources()) {
                citing.computeIfAbsent(id, any -> new ArrayList<>()).add(claim);
            }
        }
        this.cited = (int)
                citing.values().stream().filter(claims -> !claims.isEmpty()).count();
        citing.forEach((id, claims) -> entries.add(entry(page, page.dossier.source(id), claims)));
    }

    private static Entry entry(PageContext page, Source source, List<Claim> claims) {
        List<Link> lines = new ArrayList<>();
        for (Claim claim : claims) {
            int line = page.line(claim);
            lines.add(page.claim(claim, line == 0 ? claim.id() : Integer.toString(line)));
        }
        String name = page.names.source(source.id());
        List<String> published = new ArrayList<>(List.of(source.publisher(), source.year()));
        published.removeIf(String::isEmpty);
        List<String> about = new ArrayList<>();
        about.add(source.kind());
        about.add(source.grade().isEmpty() ? "not graded" : "reliability " + source.grade());
        if (!source.origin().isEmpty()) {
            about.add("copies from " + page.names.voice(source.origin()));
        }
        about.removeIf(String::isEmpty);
        return new Entry(
                page.anchors.source(source.id()),
                name,
                FULL_STOP.matcher(source.author()).replaceFirst(""),
                source.title().equals(name)
                        ? ""
                        : FULL_STOP.matcher(source.title()).replaceFirst(""),
                String.join(", ", published),
                String.join(", ", about),
                isWeb(source.url()) ? source.url() : "",
                PageContext.count(claims.size(), "claim"),
                claims.stream().noneMatch(claim -> page.line(claim) > 0)
                        ? ": "
                        : claims.size() == 1 ? ", in line " : ", in lines ",
                lines);
    }

    /** Whether an address is one that a reader may safely follow. */
    static boolean isWeb(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        return (lower.startsWith("http://") || lower.startsWith("https://"))
                && url.chars().noneMatch(c -> c <= ' ' || Character.isISOControl(c));
    }

    List<Entry> entries() {
        return entries;
    }

    /** How many works the claims cite; others may be listed. */
    int cited() {
        return cited;
    }
}
