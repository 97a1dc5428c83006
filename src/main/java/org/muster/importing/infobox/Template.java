package org.muster.importing.infobox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.muster.text.ResourceTable;

/** One template of a wikitext: its name and the position of its parameters. */
final class Template {

    /** How a template is handled, by its name: {@code templates.csv}. */
    enum Kind {
        SHOW,
        LIST,
        DROP,
        SIGN,
        BREAK,
        ABOUT,
        FLAG,
        FLAGICON,
        NUMBER,
        /** A number with a unit that the template adds. */
        UNIT,
        HARVARD,
        NAMED,
        PAGE,
        NOTE,
        REMARK,
        CITE,
        /** The name of a ship: its prefix is the name of the template. */
        SHIP,
        /** A class of ships, and their type. */
        CLASS,
        UNKNOWN
    }

    /** How a template is handled, and with which words. */
    record Use(Kind kind, String value) {}

    /** The text of a parameter, from one index to another. */
    record Span(int from, int to) {}

    private static final int LONGEST_KEY = 60;
    private static final Use UNKNOWN = new Use(Kind.UNKNOWN, "");
    private static final Map<String, Use> USES = uses();

    private final String name;
    private final List<Span> numbered = new ArrayList<>();
    private final Map<String, Span> named = new LinkedHashMap<>();
    private final List<Span> replaced = new ArrayList<>();

    private Template(String name) {
        this.name = name;
    }

    /** Returns the template that begins at an index and is closed. */
    static Template at(String text, Markup markup, int open) {
        return of(text, markup, open + 2, markup.end(open) - 2);
    }

    /** Returns the name of the template that begins at an index, if it is short. */
    static Optional<String> nameAt(String text, int open) {
        int end = open + 2;
        while (end < text.length() && end < open + 2 + LONGEST_KEY && "|{}\n<".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = nameOf(text.substring(Math.min(open + 2, text.length()), end));
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /** Returns the template whose name and parameters are between two indices. */
    static Template of(String text, Markup markup, int from, int end) {
        int i = next(text, markup, from, end, false);
        String called = nameOf(text.substring(from, i));
        int colon = called.indexOf(':');
        Template template = new Template(colon > 0 && called.startsWith("formatnum:") ? "formatnum" : called);
        if (template.name.equals("formatnum") && colon > 0) {
            template.numbered.add(new Span(text.indexOf(':', from) + 1, i));
        }
        while (i < end) {
            int start = i + 1;
            int equals = next(text, markup, start, end, true);
            int stop = next(text, markup, start, end, false);
            String key = text.substring(start, Math.min(equals, start + LONGEST_KEY))
                    .strip()
                    .toLowerCase(Locale.ROOT);
            if (equals < stop && equals <= start + LONGEST_KEY && isKey(key)) {
                Span value = new Span(equals + 1, stop);
                if (isNumber(key)) {
                    template.numbered.add(value);
                } else {
                    Span earlier = template.named.put(key, value);
                    if (earlier != null) {
                        template.replaced.add(earlier);
                    }
                }
            } else {
                template.numbered.add(new Span(start, stop));
            }
            i = stop;
        }
        return template;
    }

    /** Returns whether the text before an equals sign can name a parameter; inside a tag or a link it does not. */
    private static boolean isKey(String key) {
        for (int i = 0; i < key.length(); i++) {
            if ("<>[]{}\n\"'".indexOf(key.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNumber(String key) {
        return key.length() == 1 && key.charAt(0) >= '1' && key.charAt(0) <= '9';
    }

    /** Returns a name in the form used for look-up: without a trailing comment, in lower case. */
    private static String nameOf(String written) {
        int comment = written.indexOf("<!--");
        String name = (comment < 0 ? written : written.substring(0, comment))
                .replace('_', ' ')
                .strip();
        name = name.toLowerCase(Locale.ROOT);
        return name.startsWith("template:") ? name.substring(9).strip() : name;
    }

    /** Returns the next bar, or the next bar or equals sign, outside nested parts; the end if there is none. */
    private static int next(String text, Markup markup, int from, int end, boolean equals) {
        int i = from;
        while (i < end) {
            char c = text.charAt(i);
            if (c == '|' || equals && c == '=') {
                return i;
            }
            i = Math.max(i + 1, markup.end(i));
        }
        return end;
    }

    String name() {
        return name;
    }

    Use use() {
        return USES.getOrDefault(name, UNKNOWN);
    }

    List<Span> numbered() {
        return numbered;
    }

    Map<String, Span> named() {
        return named;
    }

    /** Returns parameters that are given again further on; the last one counts. */
    List<Span> replaced() {
        return replaced;
    }

    /** Returns a parameter by its position, from 1. */
    Optional<Span> numbered(int place) {
        return place <= numbered.size() ? Optional.of(numbered.get(place - 1)) : Optional.empty();
    }

    private static Map<String, Use> uses() {
        Map<String, Use> uses = new HashMap<>();
        for (List<String> row : ResourceTable.rows(Template.class, "templates.csv", "name", "kind", "value")) {
            Use use = new Use(Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)), row.get(2));
            for (String phrase : ResourceTable.phrases(row.get(0))) {
                uses.put(phrase, use);
            }
        }
        return uses;
    }
}
