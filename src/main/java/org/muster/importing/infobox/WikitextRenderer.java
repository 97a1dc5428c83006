package org.muster.importing.infobox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.muster.importing.infobox.AnnotatedText.Kind;
import org.muster.importing.infobox.Template.Span;
import org.muster.text.Excerpt;

/**
 * Turns wikitext into prose. Every character is shown, becomes a mark, is markup, or is reported. Templates are
 * followed to a fixed depth, so that the work is linear in the length of the text.
 */
final class WikitextRenderer {

    /** The same limit as in MediaWiki. */
    private static final int DEEPEST = 40;

    private static final Set<String> BREAKS =
            Set.of("br", "hr", "li", "p", "div", "ul", "ol", "tr", "dd", "dt", "table");
    private static final Set<String> INLINE = Set.of(
            "small",
            "big",
            "span",
            "center",
            "b",
            "i",
            "u",
            "em",
            "strong",
            "sup",
            "sub",
            "font",
            "abbr",
            "td",
            "th",
            "nowiki",
            "noinclude",
            "includeonly",
            "onlyinclude",
            "references",
            "section",
            "tt",
            "kbd",
            "code",
            "tbody",
            "cite",
            "q",
            "var",
            "wbr",
            "blockquote",
            "dl",
            "bdi");

    /** How links to images and categories begin, in the languages of infoboxes. */
    private static final Set<String> NOT_SHOWN = Set.of(
            "file:",
            "image:",
            "category:",
            "datei:",
            "bild:",
            "kategorie:",
            "fichier:",
            "catégorie:",
            "файл:",
            "изображение:",
            "категория:",
            "archivo:",
            "imagen:",
            "categoría:",
            "immagine:",
            "categoria:");

    private static final Set<String> LAYOUT =
            Set.of("title", "width", "class", "indent", "expand", "align", "u", "ul", "e", "lang", "abbr", "lk", "sp");

    private final String text;
    private final Markup markup;
    private final References references;
    private final Parties parties;
    private final ProblemLog log;
    /** The index up to which no bracket closes an address, so that nothing is searched twice. */
    private int noAddress;
    /** The language of the infobox, in which a country's code shows its name. */
    private String language = "en";
    /** How many links the text that is being read stands in. */
    private int links;

    WikitextRenderer(String text, Markup markup, References references, Parties parties, ProblemLog log) {
        this.text = text;
        this.markup = markup;
        this.references = references;
        this.parties = parties;
        this.log = log;
    }

    /** Sets the language in which countries are named. */
    void in(String infoboxLanguage) {
        language = infoboxLanguage;
    }

    /** Returns the prose of the wikitext between two indices. */
    AnnotatedText render(int from, int to) {
        AnnotatedText prose = new AnnotatedText();
        render(prose, from, to, 0);
        return prose;
    }

    AnnotatedText render(Span span, int depth) {
        AnnotatedText prose = new AnnotatedText();
        render(prose, span.from(), span.to(), depth);
        return prose;
    }

    private void render(AnnotatedText out, int from, int to, int depth) {
        boolean lineStart = depth == 0 || out.startsLine();
        int unclosed = 0;
        int firstUnclosed = 0;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (lineStart && (c == '*' || c == '#' || c == ':')) {
                if (c != ':') {
                    out.mark(Kind.ITEM, "");
                }
                i++;
                continue;
            }
            boolean blank = c == ' ' || c == '\t' || c == '\r';
            lineStart = c == '\n' || lineStart && blank;
            if (c == '<') {
                i = tag(out, i, to);
            } else if (c == '{' && markup.end(i) > 0) {
                template(out, i, depth);
                i = markup.end(i);
            } else if (c == '[' && markup.end(i) > 0) {
                link(out, i, depth);
                i = markup.end(i);
            } else if (c == '[' && text.startsWith("http", i + 1)) {
                i = address(out, i, to, depth);
            } else if (c == '\'' && i + 1 < to && text.charAt(i + 1) == '\'') {
                i = quotes(out, i, to);
            } else if (c == '&' && Entities.end(text, i) > 0) {
                int end = Entities.end(text, i);
                out.append(Entities.text(text, i, end), i);
                i = end;
            } else if (c == '\r') {
                i++;
            } else {
                if (c == '{' && markup.isUnclosed(i)) {
                    firstUnclosed = unclosed++ == 0 ? i : firstUnclosed;
                }
                out.append(c, i++);
            }
        }
        if (unclosed > 0) {
            log.error(
                    firstUnclosed,
                    "{{ is never closed" + (unclosed > 1 ? ", nor are " + (unclosed - 1) + " after it" : "")
                            + "; the rest is read as text",
                    Excerpt.quotedLine(text.substring(firstUnclosed, Math.min(to, firstUnclosed + 200))));
        }
    }

    /** Reads a tag, a comment, a reference, or a sign that is none of these, and returns the index after it. */
    private int tag(AnnotatedText out, int at, int to) {
        int end = markup.end(at);
        if (end > 0) {
            if (markup.isTag(at, "ref")) {
                out.cite(references.cite(this, out, at));
            } else if (markup.isTag(at, "nowiki") && !markup.closesItself(end)) {
                for (int i = markup.tagEnd(at); i < end - "</nowiki>".length(); i++) {
                    out.append(text.charAt(i), i);
                }
            }
            return end;
        }
        if (markup.isUnclosed(at)) {
            int stop = at;
            while (stop < to && text.charAt(stop) != '\n' && !(stop > at && markup.isTag(stop, "br"))) {
                stop++;
            }
            String what = markup.isComment(at) ? "a comment" : "a reference";
            log.error(at, what + " is never closed; the rest of the line is left out", text.substring(at, stop));
            return stop;
        }
        int tagEnd = markup.tagEnd(at);
        if (tagEnd > 0 && tagEnd <= to) {
            String name = name(at);
            if (BREAKS.contains(name)) {
                if (links > 0) {
                    out.append(' ', at); // a name in two lines is one name
                } else if (!out.startsLine()) {
                    out.append('\n', at);
                }
                return tagEnd;
            } else if (INLINE.contains(name) || text.startsWith("/ref", at + 1)) {
                if (name.equals("b") || name.equals("strong")) {
                    out.mark(Kind.BOLD, "");
                }
                return tagEnd;
            }
        }
        out.append('<', at);
        return at + 1;
    }

    private String name(int tag) {
        int start = text.charAt(tag + 1) == '/' ? tag + 2 : tag + 1;
        int end = start;
        while (end < text.length() && end < start + 12 && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    /** Reads apostrophes: two are italics, three bold, five both; a fourth is an apostrophe. */
    private int quotes(AnnotatedText out, int at, int to) {
        int end = at;
        while (end < to && text.charAt(end) == '\'') {
            end++;
        }
        int count = end - at;
        int spare = count == 4 ? 1 : Math.max(0, count - 5);
        for (int k = 0; k < spare; k++) {
            out.append('\'', at + k);
        }
        if (count != 2) {
            out.mark(Kind.BOLD, "");
        }
        return end;
    }

    /** Reads a link, which shows the text after its last bar; an image shows nothing. */
    private void link(AnnotatedText out, int at, int depth) {
        int end = markup.end(at) - 2;
        int from = at + 2;
        String target =
                text.substring(from, Math.min(end, from + 12)).stripLeading().toLowerCase(Locale.ROOT);
        if (NOT_SHOWN.stream().anyMatch(target::startsWith)) {
            return;
        }
        for (int i = from; i < end; i = Math.max(i + 1, markup.end(i))) {
            if (text.charAt(i) == '|') {
                from = i + 1;
            }
        }
        links++;
        within(out, new Span(from, end), at, depth);
        links--;
    }

    /** Reads a web address, which shows the words after it, and returns the index after it. */
    private int address(AnnotatedText out, int at, int to, int depth) {
        int words = -1;
        for (int i = at < noAddress ? to : at + 1;
                i < to && text.charAt(i) != '\n';
                i = Math.max(i + 1, markup.end(i))) {
            char c = text.charAt(i);
            if (c == ' ' && words < 0) {
                words = i + 1;
            } else if (c == ']') {
                if (words > 0) {
                    within(out, new Span(words, i), at, depth);
                }
                return i + 1;
            }
        }
        noAddress = Math.max(noAddress, Math.min(to, lineEnd(at)));
        out.append('[', at);
        return at + 1;
    }

    private int lineEnd(int at) {
        int end = at < noAddress ? noAddress : text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void within(AnnotatedText out, Span span, int at, int depth) {
        if (depth < DEEPEST) {
            render(out, span.from(), span.to(), depth + 1);
        } else {
            String dropped = text.substring(at, Math.max(span.to(), at));
            log.error(at, "markup is nested more than " + DEEPEST + " deep; what is inside is left out", dropped);
        }
    }

    private void template(AnnotatedText out, int at, int depth) {
        if (depth >= DEEPEST) {
            within(out, new Span(at, markup.end(at)), at, depth);
            return;
        }
        Template template = Template.at(text, markup, at);
        Template.Use use = template.use();
        List<Span> numbered = template.numbered();
        Optional<Span> first = template.numbered(1);
        switch (use.kind()) {
            case SHOW -> show(out, template, at, depth);
            case LIST -> {
                if (template.named().containsKey("title")) {
                    line(out, at);
                    out.mark(Kind.BOLD, "");
                    within(out, template.named().get("title"), at, depth);
                    out.mark(Kind.BOLD, "");
                }
                for (Span item : numbered) {
                    line(out, at);
                    within(out, item, at, depth);
                }
                line(out, at);
                leftOut(template, at, numbered.size() + 1);
            }
            case SIGN -> out.append(use.value().isEmpty() ? " " : use.value(), at);
            case BREAK -> line(out, at);
            case ABOUT -> {
                out.append("c. ", at);
                for (int i = 0; i < numbered.size() && i < 2; i++) {
                    out.append(i == 0 ? "" : "–", at);
                    within(out, numbered.get(i), at, depth);
                }
                leftOut(template, at, 3);
            }
            case FLAG -> {
                String written = first.map(span -> plain(span, depth)).orElse("");
                String party = parties.ofCode(written)
                        .map(code -> parties.name(code, language))
                        .orElse(written);
                Span called =
                        template.named().getOrDefault("name", template.named().get("text"));
                out.mark(Kind.PARTY, party);
                out.append(called == null ? party : plain(called, depth), at);
            }
            case SHIP -> {
                out.append(template.name().toUpperCase(Locale.ROOT) + " ", at);
                first.ifPresent(span -> within(out, span, at, depth));
            }
            case CLASS -> {
                for (int i = 0; i < numbered.size() && i < 2; i++) {
                    out.append(i == 0 ? "" : "-class ", at);
                    within(out, numbered.get(i), at, depth);
                }
            }
            case FLAGICON ->
                out.mark(
                        Kind.PARTY,
                        parties.ofImage(first.map(span -> plain(span, depth)).orElse("")));
            case NUMBER -> number(out, template, at, depth);
            case UNIT -> {
                first.ifPresent(span -> within(out, span, at, depth));
                out.append(" " + use.value(), at);
            }
            case HARVARD -> out.cite(references.harvard(this, template));
            case NAMED -> {
                for (Span span : numbered) {
                    out.cite(references.named(this, out, plain(span, depth), at));
                }
            }
            case PAGE -> {
                String page = first.map(span -> plain(span, depth)).orElse("");
                List<Citation> last = out.takeLastCitations();
                out.cite(last.stream()
                        .map(cited -> new Citation(cited.source(), References.page(cited.locator(), page)))
                        .toList());
            }
            case NOTE -> note(out, template, at, depth);
            case REMARK -> out.mark(Kind.NOTE, use.value());
            case CITE -> out.cite(references.work(this, template));
            case DROP -> leftOut(template, at, 1);
            case UNKNOWN -> unknown(out, template, at);
        }
    }

    private void line(AnnotatedText out, int at) {
        if (!out.startsLine()) {
            out.append('\n', at);
        }
    }

    private void show(AnnotatedText out, Template template, int at, int depth) {
        List<Span> numbered = template.numbered();
        String which = template.use().value();
        int from = which.equals("last") ? Math.max(0, numbered.size() - 1) : 0;
        int to = which.equals("1") ? Math.min(1, numbered.size()) : numbered.size();
        for (int i = from; i < to; i++) {
            if (i > from) {
                out.append(which.equals("fraction") && i == to - 1 ? '⁄' : ' ', at);
            }
            within(out, numbered.get(i), at, depth);
        }
        leftOut(template, at, to + 1);
    }

    /** Reports numbers in parameters that a reader of the article does not see. */
    private void leftOut(Template template, int at, int firstHidden) {
        List<Span> numbered = template.numbered();
        for (int i = firstHidden - 1; i < numbered.size(); i++) {
            leftOut(template, at, numbered.get(i));
        }
        template.named().forEach((key, span) -> {
            if (!key.endsWith("style") && !LAYOUT.contains(key)) {
                leftOut(template, at, span);
            }
        });
    }

    private void leftOut(Template template, int at, Span span) {
        String hidden = text.substring(span.from(), span.to());
        if (hidden.chars().anyMatch(Character::isDigit)) {
            log.error(at, "a parameter of {{" + template.name() + "}} is not shown and is left out", hidden);
        }
    }

    private void number(AnnotatedText out, Template template, int at, int depth) {
        for (int i = 0; i < template.numbered().size() && i < 2; i++) {
            out.append(i == 0 ? "" : " ± ", at);
            within(out, template.numbered().get(i), at, depth);
        }
        for (String unit : List.of("u", "ul", "e")) {
            Span span = template.named().get(unit);
            if (span != null) {
                out.append(unit.equals("e") ? "e" : " ", at);
                within(out, span, at, depth);
            }
        }
        leftOut(template, at, 3);
    }

    private void note(AnnotatedText out, Template template, int at, int depth) {
        Optional<Span> said = template.numbered(1)
                .or(() -> Optional.ofNullable(template.named().get("reference")));
        Span called = template.named().get("name");
        String name = called == null ? "" : plain(called, depth);
        if (said.isEmpty()) {
            out.mark(Kind.NOTE, references.note(name, at));
            return;
        }
        AnnotatedText prose = render(said.get(), depth + 1);
        StringBuilder note = new StringBuilder(prose.toString().strip().replace('\n', ' '));
        for (AnnotatedText.Mark mark : prose.marks()) {
            if (mark.kind() == Kind.NOTE) {
                note.append(" (").append(mark.text()).append(')');
            }
            for (Citation cited : mark.citations()) {
                note.append(" [").append(cited.source());
                note.append(cited.locator().isEmpty() ? "" : ", " + cited.locator())
                        .append(']');
            }
        }
        references.keepNote(name, note.toString());
        out.mark(Kind.NOTE, note.toString());
    }

    /** Reads an unknown template: a country's code is a template of its own, {{URS}}. */
    private void unknown(AnnotatedText out, Template template, int at) {
        Optional<String> party = parties.ofTemplate(template.name())
                .or(() -> language.equals("en") ? Optional.empty() : parties.ofWord(withoutYear(template.name())))
                .map(country -> parties.name(country, language));
        if (party.isPresent()) {
            String shown = template.numbered(1).map(span -> plain(span, 1)).orElse("");
            out.mark(Kind.PARTY, party.get());
            if (!shown.equals("#") && !isBeforeName(markup.end(at))) { // in German, # is only the flag
                out.append(shown.chars().anyMatch(Character::isLetter) ? shown : party.get(), at);
            }
            return;
        }
        log.error(
                at,
                "template {{" + Excerpt.quotedLine(template.name()).replace("\"", "")
                        + "}} is not known; its text is left out",
                text.substring(at, markup.end(at)));
    }

    /** Returns the name of a template without the year since which a flag was in use: Preußen-1701. */
    private static String withoutYear(String name) {
        int dash = name.lastIndexOf('-');
        boolean isYear = dash > 0 && name.substring(dash + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        return isYear ? name.substring(0, dash) : name;
    }

    /** Returns whether a name follows on the same line, which a country's code before it is the flag of. */
    private boolean isBeforeName(int from) {
        int next = from;
        while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\'')) {
            next++;
        }
        return text.startsWith("[[", next) || next < text.length() && Character.isUpperCase(text.charAt(next));
    }

    /** Returns the words of a parameter, on one line. */
    String plain(Span span, int depth) {
        return depth >= DEEPEST
                ? ""
                : AnnotatedText.line(render(span, depth + 1).toString());
    }

    String source(int from, int to) {
        return text.substring(from, to);
    }
}
