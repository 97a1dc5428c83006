package org.muster.importing.infobox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.dossier.Breakdown;
import org.muster.dossier.Claim;
import org.muster.dossier.Completeness;
import org.muster.dossier.Dimension;
import org.muster.dossier.Dossier;
import org.muster.dossier.Source;
import org.muster.figure.State;
import org.muster.importing.infobox.Template.Span;
import org.muster.text.Excerpt;

/** The fields of an infobox about belligerents, strengths and losses, as prose. */
final class InfoboxFields {

    /** The id of the article itself, which is the source of everything without a citation. */
    private static final String ARTICLE = "article";

    /** The party of the killed and wounded in an attack, and of those who made it. */
    static final String VICTIMS = "victims";

    static final String PERPETRATORS = "perpetrators";

    /** The party of the losses of all together. */
    static final String EVERYBODY = "all sides";

    final Map<Field, AnnotatedText> cells = new LinkedHashMap<>();
    final Sides sides;
    final References references;
    private final InfoboxKind kind;
    private @Nullable CellReader reader;
    String title = "";
    String place = "";

    InfoboxFields(Sides sides, References references, InfoboxKind kind) {
        this.sides = sides;
        this.references = references;
        this.kind = kind;
        references.register(Source.of(ARTICLE)); // reserves the id; described once the title is known
    }

    /** Returns the first infobox about a conflict or an attack in a wikitext. */
    static InfoboxFields ofWikitext(String text, ProblemLog log) {
        Markup markup = new Markup(text);
        References references = new References(text, markup, log);
        Parties parties = new Parties();
        WikitextRenderer renderer = new WikitextRenderer(text, markup, references, parties, log);
        references.find(renderer);
        InfoboxFields fields = null;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '<' && (markup.isComment(i) || markup.isTag(i, "nowiki"))) {
                i = Math.max(i, markup.end(i) - 1);
            } else if (text.startsWith("{{", i) && (markup.end(i) > 0 || markup.isUnclosed(i))) {
                int end = markup.end(i);
                Optional<String> name = Template.nameAt(text, i);
                if (name.isEmpty() || !InfoboxKind.isOne(name.get())) {
                    continue;
                }
                Template template =
                        end > 0 ? Template.at(text, markup, i) : Template.of(text, markup, i + 2, text.length());
                Optional<InfoboxKind> kind = InfoboxKind.of(template).filter(each -> each.speaksOfForces(template));
                if (kind.isEmpty()) {
                    continue;
                }
                if (fields != null) {
                    log.warning(
                            i,
                            "there is another infobox; only the first is read",
                            Excerpt.quotedLine(text.substring(i, Math.min(text.length(), i + 9))));
                } else {
                    if (end == 0) {
                        log.error(
                                i,
                                "the infobox is never closed; it is read up to the end of the text",
                                "{{" + template.name());
                    }
                    renderer.in(kind.get().language());
                    fields = new InfoboxFields(new Sides(parties), references, kind.get());
                    fields.read(template, renderer, log);
                }
                i = Math.max(i, (end > 0 ? end : text.length()) - 1);
            }
        }
        if (fields == null) {
            log.error("no infobox with belligerents, strengths or losses was found");
            return new InfoboxFields(new Sides(parties), references, InfoboxKind.conflict());
        }
        return fields;
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
        template.named()
                .forEach((key, span) -> kind.use(key).ifPresent(use -> {
                    switch (use.role()) {
                        case TITLE -> title = title.isEmpty() ? renderer.plain(span, 0) : title;
                        case PLACE -> place = place.isEmpty() ? renderer.plain(span, 0) : place;
                        case PARTY -> sides.add(use.column(), renderer.render(span.from(), span.to()));
                        case PERPETRATORS -> perpetrators(key, renderer.render(span.from(), span.to()));
                        case STRENGTH -> put(key, use.column(), State.STRENGTH, "", renderer, span);
                        case LOSSES ->
                            put(key, use.column(), State.CASUALTIES, kind.isAttack() ? VICTIMS : "", renderer, span);
                        case LOSSES_OF_ALL -> put(key, "", State.CASUALTIES, EVERYBODY, renderer, span);
                        case DEATHS, WOUNDED, CAPTURED, MISSING ->
                            put(
                                    key,
                                    "",
                                    State.of(use.role().name().toLowerCase(Locale.ROOT)),
                                    kind.isAttack() ? VICTIMS : EVERYBODY,
                                    renderer,
                                    span);
                        case PERPETRATOR_STRENGTH -> put(key, "", State.STRENGTH, PERPETRATORS, renderer, span);
                        case STRENGTH_OF_VICTIMS -> put(key, "", State.STRENGTH, VICTIMS, renderer, span);
                        case NOTES -> put(Field.NOTES, "", State.CASUALTIES, "", renderer, span);
                        default -> throw new IllegalStateException(use.toString());
                    }
                }));
    }

    private void put(String key, String column, State open, String party, WikitextRenderer renderer, Span span) {
        cells.put(new Field(key, column, open, party), renderer.render(span.from(), span.to()));
    }

    /** Takes the names of those who made an attack, or their number. */
    private void perpetrators(String key, AnnotatedText said) {
        if (said.toString().chars().anyMatch(Character::isDigit)) {
            cells.put(new Field(key, "", State.STRENGTH, PERPETRATORS), said);
        }
        String name = said.toString().split("\\(", 2)[0];
        if (!name.isBlank() && name.chars().noneMatch(Character::isDigit)) {
            sides.add(PERPETRATORS, said);
        }
    }

    List<Claim> claims(String name, ProblemLog log) {
        List<String> places =
                List.of(place.toLowerCase(Locale.ROOT), title.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        Headings headings = new Headings(sides, title, places, references.onlyWorks(), kind.reader());
        CellReader cellReader = new CellReader(sides, headings, kind, ARTICLE, log);
        cells.forEach(cellReader::read);
        reader = cellReader;
        return cellReader.claims();
    }

    /**
     * Returns the claims with their sources, and the sides with their members; a member belongs to the first side that
     * names it.
     */
    Dossier dossier(String name, List<Claim> claims, ProblemLog log) {
        Map<String, Source> sources = new LinkedHashMap<>(references.sources());
        String called = title.isEmpty() ? name : title;
        sources.put(ARTICLE, new Source(ARTICLE, "", called, "", "", "encyclopedia article", "", "", ""));
        Set<String> claimed =
                claims.stream().map(claim -> claim.quantity().party()).collect(Collectors.toSet());
        List<Breakdown> breakdowns = SideBreakdowns.of(sides, reader == null ? Map.of() : reader.added(), claimed, log);
        if (kind.isAttack() && claimed.contains(EVERYBODY) && breakdowns.isEmpty()) {
            breakdowns.add(Breakdown.of(Dimension.PARTY, EVERYBODY, VICTIMS, PERPETRATORS));
        }
        if (reader != null) {
            reader.newItems()
                    .forEach((item, kindOf) -> breakdowns.add(
                            new Breakdown(Dimension.ITEM, kindOf, item, List.of(item), Completeness.NO)));
            if (!reader.events().isEmpty()) {
                breakdowns.add(
                        Breakdown.within(Dimension.EVENT, name, reader.events().toArray(String[]::new)));
            }
        }
        return Dossier.of(name, List.of())
                .with(breakdowns.toArray(Breakdown[]::new))
                .with(sources.values().toArray(Source[]::new))
                .with(claims.toArray(Claim[]::new));
    }
}
