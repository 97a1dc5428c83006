package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.muster.dossier.Source;
import org.muster.importing.infobox.AnnotatedText.Kind;
import org.muster.importing.infobox.Template.Span;
import org.muster.text.Excerpt;

/** The references of an article, and the works that they cite. */
final class References {

    /** The fields of citations that give a surname alone, and those that may give the whole name, in several languages. */
    private static final List<String> SURNAMES = List.of("last", "surname");

    private static final List<String> AUTHORS =
            List.of("author", "autor", "auteur", "nom", "apellidos", "cognome", "autore", "автор");

    /** How the words of a reference begin that are no part of a citation. */
    static final String REFERENCE = "reference: ";

    private static final int LONGEST_ID = 80;
    /** A reference may refer to others by name, and these to others again. */
    private static final int DEEPEST = 10;

    private final String text;
    private final Markup markup;
    private final ProblemLog log;
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<Source, String> ids = new HashMap<>();
    private final Map<String, Integer> namesakes = new HashMap<>();
    private static final Pattern PAGE = Pattern.compile("\\bpp?\\.? ?\\d");

    /** Where the content of a named reference begins. */
    private final Map<String, Integer> named = new HashMap<>();
    /** Full citations anywhere in the article, by the short name that a Harvard reference gives them. */
    private final Map<String, Integer> bibliography = new HashMap<>();
    /** What a reference cites, by its index in the text: one that is used often is read once. */
    private final Map<Integer, List<Citation>> read = new HashMap<>();

    private final Map<String, String> notes = new HashMap<>();
    /** Whether the parameters of a citation are being read: what is cited inside them is not a citation of the cell. */
    private boolean citing;

    private int depth;

    References(String text, Markup markup, ProblemLog log) {
        this.text = text;
        this.markup = markup;
        this.log = log;
    }

    /** Searches the whole article for named references and full citations. */
    void find(WikitextRenderer renderer) {
        for (int i = 0; i < text.length(); i++) {
            if (markup.end(i) == 0) {
                continue;
            }
            if (markup.isTag(i, "ref")) {
                String name = name(i);
                if (!name.isEmpty() && markup.tagEnd(i) < markup.end(i)) {
                    named.putIfAbsent(name, i);
                }
            } else if (text.startsWith("{{", i) && text.regionMatches(true, i + 2, "cit", 0, 3)) {
                Template template = Template.at(text, markup, i);
                if (template.use().kind() == Template.Kind.CITE) {
                    String id = shortName(surnames(renderer, template), year(renderer, template));
                    if (!id.isEmpty()) {
                        bibliography.putIfAbsent(id, i);
                    }
                    i = markup.end(i) - 1;
                }
            }
        }
    }

    Map<String, Source> sources() {
        return sources;
    }

    /** Returns the works that are the only one of their author here, by the surname in lower case: Frieser of Frieser 2007. */
    Map<String, String> onlyWorks() {
        Map<String, String> only = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (String id : sources.keySet()) {
            int year = id.lastIndexOf(' ') + 1;
            String author = year > 0 && isYear(id.substring(year)) ? id.substring(0, year - 1) : id;
            if (only.put(author.toLowerCase(Locale.ROOT), id) != null) {
                several.add(author.toLowerCase(Locale.ROOT));
            }
        }
        only.keySet().removeAll(several);
        return only;
    }

    /** Registers a work and returns the id by which claims cite it: a letter distinguishes works of the same name. */
    String register(Source source) {
        String known = ids.get(source);
        if (known != null) {
            return known;
        }
        int earlier = namesakes.merge(source.id(), 1, Integer::sum) - 1;
        String suffix = earlier == 0 ? "" : earlier <= 25 ? Character.toString('a' + earlier) : "-" + earlier;
        String id = source.id() + suffix;
        while (sources.containsKey(id)) {
            id += "'";
        }
        ids.put(source, id);
        sources.put(
                id,
                new Source(
                        id,
                        source.author(),
                        source.title(),
                        source.year(),
                        source.publisher(),
                        source.kind(),
                        source.grade(),
                        source.origin(),
                        source.url()));
        return id;
    }

    /** Returns what a reference cites. Words in it that are not part of a citation become a note. */
    List<Citation> cite(WikitextRenderer renderer, AnnotatedText out, int at) {
        if (citing || depth >= DEEPEST) {
            return List.of();
        }
        int tagEnd = markup.tagEnd(at);
        String name = name(at);
        int content = tagEnd < markup.end(at) ? at : named.getOrDefault(name, -1);
        if (content < 0) {
            log.warning(
                    at,
                    name.isEmpty()
                            ? "a reference is empty"
                            : "reference " + Excerpt.quotedLine(name)
                                    + " is not defined in this file; its name is taken as the source",
                    renderer.source(at, markup.end(at)));
            return name.isEmpty() ? List.of() : List.of(new Citation(register(Source.of(id(name))), ""));
        }
        List<Citation> citations = read.get(content);
        if (citations == null) {
            read.put(content, List.of()); // a reference inside itself cites nothing
            depth++;
            citations = read(renderer, out, content);
            depth--;
            read.put(content, citations);
        }
        return citations;
    }

    private List<Citation> read(WikitextRenderer renderer, AnnotatedText out, int at) {
        Span content = new Span(markup.tagEnd(at), text.lastIndexOf('<', markup.end(at) - 1));
        AnnotatedText prose = renderer.render(content, 1);
        List<Citation> citations = new ArrayList<>();
        for (AnnotatedText.Mark mark : prose.marks()) {
            citations.addAll(mark.citations());
            if (mark.kind() == Kind.NOTE) {
                out.mark(Kind.NOTE, mark.text());
            }
        }
        String words = prose.toString().replace('\n', ' ').strip();
        if (!citations.isEmpty()) {
            if (words.chars().filter(Character::isLetterOrDigit).count() > 3) {
                out.mark(Kind.NOTE, REFERENCE + words);
            }
            return List.copyOf(citations);
        }
        boolean isGrouped = !words.isEmpty() && !attribute("group", at).isEmpty();
        if (isGrouped
                && !source(content).contains("http")
                && !PAGE.matcher(words).find()) {
            out.mark(Kind.NOTE, words); // groups hold the notes of an article
            return List.of();
        }
        return words.isEmpty() && !source(content).contains("http")
                ? List.of()
                : List.of(bare(renderer, words, source(content)));
    }

    private String source(Span span) {
        return text.substring(span.from(), span.to());
    }

    /** Returns a citation written in words: the text before its pages is the work. */
    Citation bare(WikitextRenderer renderer, String said, String wikitext) {
        String words = said.replace('\u00A0', ' ');
        String lower = words.toLowerCase(Locale.ROOT);
        int cut = -1;
        for (String mark : List.of(" p. ", " pp. ", " page ", " pages ", " p.", " pp.")) {
            int at = lower.length() == words.length() ? lower.lastIndexOf(mark) : -1;
            if (at > 0 && cut < 0 && at + mark.length() < words.length()) {
                boolean digits = Character.isDigit(words.charAt(at + mark.length()));
                cut = digits ? at : cut;
            }
        }
        String locator = cut < 0 ? "" : stripped(words.substring(cut));
        String work = stripped(cut < 0 ? words : words.substring(0, cut));
        String url = url(wikitext);
        if (bibliography.containsKey(work)) {
            return new Citation(called(renderer, work, "", ""), locator);
        }
        String title = work.isEmpty() ? url : work;
        String id = id(title);
        Source source = new Source(id, "", title.equals(id) ? "" : title, "", "", "", "", "", url);
        return new Citation(register(source), locator);
    }

    private static String stripped(String words) {
        int start = 0;
        int end = words.length();
        while (end > start && " .,;:".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        while (start < end && " .,;:".indexOf(words.charAt(start)) >= 0) {
            start++;
        }
        return words.substring(start, end);
    }

    private static String url(String wikitext) {
        int start = wikitext.indexOf("http");
        int end = start;
        while (start >= 0 && end < wikitext.length() && " \n\t]|}<".indexOf(wikitext.charAt(end)) < 0) {
            end++;
        }
        return start < 0 ? "" : wikitext.substring(start, end);
    }

    /** Returns a text as an id: on one line, without the character that separates ids, and short enough to type. */
    static String id(String words) {
        String id = AnnotatedText.line(words.replace(';', ','));
        if (id.length() > LONGEST_ID) {
            int end = Character.isHighSurrogate(id.charAt(LONGEST_ID - 2)) ? LONGEST_ID - 2 : LONGEST_ID - 1;
            id = id.substring(0, end).strip() + "…";
        }
        return id.isEmpty() ? "?" : id;
    }

    /** Returns the work that a full citation describes. */
    List<Citation> work(WikitextRenderer renderer, Template template) {
        if (citing) {
            return List.of();
        }
        return List.of(new Citation(register(described(renderer, template)), pages(renderer, template)));
    }

    private static String[] numbered(String place, List<String> fields) {
        return fields.stream().map(field -> field + place).toArray(String[]::new);
    }

    private Source described(WikitextRenderer renderer, Template template) {
        List<String> authors = new ArrayList<>();
        for (int i = 0; i <= 9; i++) {
            String place = i == 0 ? "" : Integer.toString(i);
            String last = value(renderer, template, "last" + place, "surname" + place, "author" + place + "-last");
            String first = value(renderer, template, "first" + place, "given" + place, "author" + place + "-first");
            String whole = value(renderer, template, numbered(place, AUTHORS));
            String author = last.isEmpty() ? whole : first.isEmpty() ? last : last + ", " + first;
            if (!author.isEmpty()) {
                authors.add(author);
            }
        }
        String title = value(
                renderer,
                template,
                "title",
                "chapter",
                "script-title",
                "titel",
                "titre",
                "título",
                "titolo",
                "заглавие",
                "название");
        String year = year(renderer, template);
        String name = shortName(surnames(renderer, template), year);
        String id = id(name.isEmpty() ? (title + " " + year).strip() : name);
        String kind = template.name().startsWith("cite ") ? template.name().substring(5) : "";
        return new Source(
                id,
                String.join("; ", authors),
                title,
                year,
                value(renderer, template, "publisher", "work", "journal", "website", "newspaper", "magazine"),
                kind,
                "",
                "",
                value(renderer, template, "url", "chapter-url", "archive-url"));
    }

    private String pages(WikitextRenderer renderer, Template template) {
        String page = value(renderer, template, "page", "p", "seite", "página", "pagina", "страница");
        String pages = value(renderer, template, "pages", "pp", "seiten", "páginas", "pagine", "страницы", "passage");
        String at = value(renderer, template, "at", "loc");
        return !page.isEmpty() ? "p. " + page : !pages.isEmpty() ? "pp. " + pages : at;
    }

    private List<String> surnames(WikitextRenderer renderer, Template template) {
        List<String> surnames = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            String place = i == 0 ? "" : Integer.toString(i);
            String surname = value(renderer, template, numbered(place, SURNAMES));
            String name = surname.isEmpty() ? value(renderer, template, numbered(place, AUTHORS)) : surname;
            if (!name.isEmpty()) {
                surnames.add(name);
            }
        }
        return surnames;
    }

    private String year(WikitextRenderer renderer, Template template) {
        String given = value(
                renderer, template, "year", "date", "jahr", "année", "año", "anno", "год", "datum", "fecha", "data");
        int digits = 0;
        for (int i = 0; i < given.length(); i++) {
            digits = Character.isDigit(given.charAt(i)) ? digits + 1 : 0;
            if (digits == 4) {
                return given.substring(i - 3, i + 1);
            }
        }
        return "";
    }

    private String value(WikitextRenderer renderer, Template template, String... keys) {
        for (String key : keys) {
            Span span = template.named().get(key);
            if (span != null) {
                boolean outer = citing;
                citing = true;
                String value = renderer.plain(span, 1);
                citing = outer;
                if (!value.isEmpty()) {
                    return value;
                }
            }
        }
        return "";
    }

    /**
     * Returns the name by which a Harvard reference refers to a work: {@code Glantz & House 1995}; blank without an
     * author.
     */
    private static String shortName(List<String> surnames, String year) {
        if (surnames.isEmpty()) {
            return "";
        }
        StringBuilder name = new StringBuilder(surnames.get(0));
        for (int i = 1; i < surnames.size(); i++) {
            name.append(i == surnames.size() - 1 ? " & " : ", ").append(surnames.get(i));
        }
        return id((name + " " + year).strip());
    }

    /** Returns the work that a short reference names: surnames, then the year. */
    List<Citation> harvard(WikitextRenderer renderer, Template template) {
        if (citing) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        for (Span span : template.numbered()) {
            String word = renderer.plain(span, 1);
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        List<Citation> citations = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean year = isYear(words.get(i));
            if (year || i == words.size() - 1) {
                List<String> surnames = words.subList(from, year ? i : i + 1);
                String id = shortName(surnames, year ? words.get(i) : "");
                if (!id.isEmpty()) {
                    citations.add(new Citation(
                            called(renderer, id, String.join("; ", surnames), year ? words.get(i) : ""),
                            pages(renderer, template, citations.size() + 1)));
                }
                from = i + 1;
            }
        }
        return citations;
    }

    /**
     * Returns the pages of a work. One template may name several works, whose pages are then numbered: p for the first
     * or 1p, 2p.
     */
    private String pages(WikitextRenderer renderer, Template template, int place) {
        String page = value(renderer, template, place + "p", place + "page");
        String pages = value(renderer, template, place + "pp", place + "pages");
        String own = !page.isEmpty() ? "p. " + page : !pages.isEmpty() ? "pp. " + pages : "";
        return own.isEmpty() && place == 1 ? pages(renderer, template) : own;
    }

    private static boolean isYear(String word) {
        return word.length() >= 4
                && word.length() <= 5
                && word.substring(0, 4).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private String called(WikitextRenderer renderer, String id, String author, String year) {
        Integer full = bibliography.get(id);
        return register(
                full == null ? Source.of(id, author, "", year) : described(renderer, Template.at(text, markup, full)));
    }

    /** Returns what a reference used by its name cites. */
    List<Citation> named(WikitextRenderer renderer, AnnotatedText out, String name, int at) {
        if (citing) {
            return List.of();
        }
        Integer content = named.get(name);
        if (content != null) {
            return cite(renderer, out, content);
        }
        log.warning(
                at,
                "reference " + Excerpt.quotedLine(name)
                        + " is not defined in this file; its name is taken as the source",
                name);
        return name.isEmpty() ? List.of() : List.of(new Citation(register(Source.of(id(name))), ""));
    }

    static String page(String locator, String page) {
        if (page.isEmpty()) {
            return locator;
        }
        String written = (page.chars().allMatch(Character::isLetterOrDigit) ? "p. " : "pp. ") + page;
        return locator.isEmpty() ? written : locator + ", " + written;
    }

    void keepNote(String name, String note) {
        if (!name.isEmpty()) {
            notes.putIfAbsent(name, note);
        }
    }

    /** Returns the text of a note used by its name. */
    String note(String name, int at) {
        String note = notes.get(name);
        if (note == null) {
            log.warning(at, "note " + Excerpt.quotedLine(name) + " has no text up to here", name);
            return name;
        }
        return Objects.requireNonNull(note);
    }

    /** Returns the name of a reference; blank if it has none. */
    private String name(int at) {
        return attribute("name", at);
    }

    /** Returns an attribute of the tag of a reference; blank if it has none. */
    private String attribute(String attribute, int at) {
        String tag = text.substring(at, markup.tagEnd(at));
        int i = tag.indexOf(attribute);
        while (i > 0 && !Character.isWhitespace(tag.charAt(i - 1))) {
            i = tag.indexOf(attribute, i + 1);
        }
        int equals = i < 0 ? -1 : tag.indexOf('=', i);
        if (equals < 0) {
            return "";
        }
        String rest = tag.substring(equals + 1).strip();
        char quote = rest.isEmpty() ? ' ' : rest.charAt(0);
        if (quote == '"' || quote == '\'') {
            int end = rest.indexOf(quote, 1);
            return rest.substring(1, end < 0 ? rest.length() - 1 : end).strip();
        }
        int end = 0;
        while (end < rest.length() && " \t\n/>".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }
}
