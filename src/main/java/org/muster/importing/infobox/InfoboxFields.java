package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.importing.infobox.CellReader.Field;
import org.muster.importing.infobox.Sides.Side;
import org.muster.importing.infobox.Template.Span;
import org.muster.reading.FigureReader;
import org.muster.text.Excerpt;

/** The fields of an infobox about belligerents, strengths and losses, as prose. */
final class InfoboxFields {

    /** The id of the article itself, which is the source of everything without a citation. */
    private static final String ARTICLE = "article";

    final Map<Field, AnnotatedText> cells = new LinkedHashMap<>();
    final Sides sides;
    final References references;
    String title = "";
    String place = "";

    InfoboxFields(Sides sides, References references) {
        this.sides = sides;
        this.references = references;
        references.register(Source.of(ARTICLE)); // reserves the id; described once the title is known
    }

    /** Returns the first infobox about a conflict in a wikitext. */
    static InfoboxFields ofWikitext(String text, ProblemLog log) {
        Markup markup = new Markup(text);
        References references = new References(text, markup, log);
        Parties parties = new Parties();
        WikitextRenderer renderer = new WikitextRenderer(text, markup, references, parties, log);
        references.find(renderer);
        InfoboxFields fields = new InfoboxFields(new Sides(parties), references);
        boolean found = false;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '<' && (markup.isComment(i) || markup.isTag(i, "nowiki"))) {
                i = Math.max(i, markup.end(i) - 1);
            } else if (isInfobox(text, markup, i)) {
                int end = markup.end(i);
                Template template =
                        end > 0 ? Template.at(text, markup, i) : Template.of(text, markup, i + 2, text.length());
                if (template.named().keySet().stream().noneMatch(InfoboxFields::speaksOfForces)) {
                    continue;
                }
                if (found) {
                    log.warning(
                            i,
                            "there is another infobox; only the first is read",
                            Excerpt.quotedLine(text.substring(i, i + 9)));
                } else if (end == 0) {
                    log.error(
                            i,
                            "the infobox is never closed; it is read up to the end of the text",
                            "{{" + template.name());
                }
                if (!found) {
                    fields.read(template, renderer, log);
                }
                found = true;
                i = Math.max(i, (end > 0 ? end : text.length()) - 1);
            }
        }
        if (!found) {
            log.error("no infobox with strength1, casualties1 or combatant1 was found");
        }
        return fields;
    }

    private static boolean isInfobox(String text, Markup markup, int at) {
        if (!text.startsWith("{{", at) || markup.end(at) == 0 && !markup.isUnclosed(at)) {
            return false;
        }
        int name = at + 2;
        while (name < text.length() && name < at + 6 && Character.isWhitespace(text.charAt(name))) {
            name++;
        }
        return text.regionMatches(true, name, "infobox", 0, 7);
    }

    private static boolean speaksOfForces(String key) {
        return key.startsWith("strength") || key.startsWith("casualties") || key.startsWith("combatant");
    }

    private void read(Template template, WikitextRenderer renderer, ProblemLog log) {
        for (Span replaced : template.replaced()) {
            log.error(
                    replaced.from(),
                    "this field appears twice; the last one counts",
                    renderer.source(replaced.from(), replaced.to()));
        }
        for (Span unnamed : template.numbered()) {
            String words = renderer.source(unnamed.from(), unnamed.to());
            if (words.chars().anyMatch(Character::isLetterOrDigit)) {
                log.error(unnamed.from(), "a part of the infobox without a name is left out", words);
            }
        }
        template.named().forEach((key, span) -> {
            if (key.equals("conflict") || key.equals("place")) {
                String words = renderer.plain(span, 0);
                title = key.equals("conflict") ? words : title;
                place = key.equals("place") ? words : place;
            } else if (key.startsWith("combatant")) {
                sides.add(key.substring("combatant".length()), renderer.render(span.from(), span.to()));
            } else if (key.startsWith("strength") && isColumn(key.substring(8))) {
                cells.put(new Field(key, key.substring(8), false), renderer.render(span.from(), span.to()));
            } else if (key.startsWith("casualties") && isColumn(key.substring(10))) {
                cells.put(new Field(key, key.substring(10), true), renderer.render(span.from(), span.to()));
            } else if (key.equals("notes") || speaksOfForces(key)) {
                String words = renderer.plain(span, 0);
                if (!FigureReader.english().readAll(words).figures().isEmpty()) {
                    log.error(span.from(), key + ": the figures of this field are left out", words);
                }
            }
        });
    }

    private static boolean isColumn(String column) {
        return column.length() <= 2 && column.chars().allMatch(Character::isLetterOrDigit);
    }

    List<Claim> claims(String name, ProblemLog log) {
        List<String> places =
                List.of(place.toLowerCase(Locale.ROOT), title.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        CellReader reader = new CellReader(sides, new Headings(sides, places), ARTICLE, log);
        cells.forEach(reader::read);
        return reader.claims();
    }

    /**
     * Returns the claims with their sources, and the sides with their members; a member belongs to the first side that
     * names it.
     */
    Dossier dossier(String name, List<Claim> claims, ProblemLog log) {
        Map<String, Source> sources = new LinkedHashMap<>(references.sources());
        String called = title.isEmpty() ? name : title;
        sources.put(ARTICLE, new Source(ARTICLE, "", called, "", "", "encyclopedia article", "", "", ""));
        Dossier dossier = Dossier.of(name, claims).with(sources.values().toArray(Source[]::new));
        Map<String, List<String>> members = new LinkedHashMap<>();
        for (Side side : sides.all().values()) {
            if (side.members().size() > 1) {
                members.computeIfAbsent(side.name(), key -> new ArrayList<>()).addAll(side.members());
            }
        }
        Set<String> taken = new HashSet<>(members.keySet());
        for (Map.Entry<String, List<String>> side : members.entrySet()) {
            List<String> parts = new ArrayList<>();
            for (String member : side.getValue()) {
                if (taken.add(member)) {
                    parts.add(member);
                } else {
                    log.warning("\"" + member + "\" is on two sides, or is a side itself; it is left out of \""
                            + side.getKey() + "\" in hierarchy.csv");
                }
            }
            if (!parts.isEmpty()) {
                dossier = dossier.with(Breakdown.of(Dimension.PARTY, side.getKey(), parts.toArray(String[]::new)));
            }
        }
        return dossier;
    }
}
