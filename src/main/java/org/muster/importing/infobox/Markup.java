package org.muster.importing.infobox;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the parts of a wikitext end: comments, unparsed text, references, templates and links. They are found once, in
 * time linear in the length of the text, so that a reader can skip any part whatever it contains.
 */
final class Markup {

    private final String text;
    private final int[] ends;
    private final BitSet unclosed = new BitSet();
    /** The index from which a closing mark is known to be absent, so that nothing is searched twice. */
    private final Map<String, Integer> absentFrom = new HashMap<>();

    Markup(String text) {
        this.text = text;
        this.ends = new int[text.length() + 1];
        closeTags();
        closeBraces();
    }

    /** Returns the index after a part that begins here, or 0 if none does or it is never closed. */
    int end(int at) {
        return ends[at];
    }

    /** Returns whether a part begins here that is never closed. */
    boolean isUnclosed(int at) {
        return unclosed.get(at);
    }

    boolean isComment(int at) {
        return text.startsWith("<!--", at);
    }

    /** Returns whether a tag of this name begins here. */
    boolean isTag(int at, String name) {
        int next = at + 1 + name.length();
        return next < text.length()
                && text.charAt(at) == '<'
                && text.regionMatches(true, at + 1, name, 0, name.length())
                && " \t\r\n/>".indexOf(text.charAt(next)) >= 0;
    }

    /** Returns the index after the tag that begins here, or 0 if it is not a tag: a tag contains no other tag. */
    int tagEnd(int at) {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '>') {
                return i + 1;
            } else if (c == '<') {
                return 0;
            }
        }
        return 0;
    }

    /** Returns whether the tag that ends here closes itself. */
    boolean closesItself(int tagEnd) {
        return text.charAt(tagEnd - 2) == '/';
    }

    /**
     * Finds where tags end. Comments and unparsed text run to the first mark that closes them. References do not nest.
     */
    private void closeTags() {
        int reference = -1;
        int next;
        for (int i = text.indexOf('<'); i >= 0; i = text.indexOf('<', next)) {
            next = i + 1;
            if (isComment(i)) {
                next = close(i, "-->", i + 4);
            } else if (isTag(i, "nowiki") || isTag(i, "ref") || isTag(i, "/ref")) {
                int end = tagEnd(i);
                if (end == 0) {
                    unclosed.set(i);
                } else if (text.charAt(i + 1) == '/') {
                    if (reference >= 0) {
                        ends[reference] = end;
                        reference = -1;
                    }
                    next = end;
                } else if (closesItself(end)) {
                    ends[i] = end;
                    next = end;
                } else if (isTag(i, "nowiki")) {
                    next = close(i, "</nowiki>", end);
                } else {
                    if (reference >= 0) {
                        unclosed.set(reference);
                    }
                    reference = i;
                    next = end;
                }
            }
        }
        if (reference >= 0) {
            unclosed.set(reference);
        }
    }

    private int close(int open, String mark, int from) {
        int at = from >= absentFrom.getOrDefault(mark, Integer.MAX_VALUE) ? -1 : text.indexOf(mark, from);
        if (at < 0) {
            absentFrom.merge(mark, from, Math::min);
            unclosed.set(open);
            return from;
        }
        ends[open] = at + mark.length();
        return ends[open];
    }

    /**
     * Finds where templates and links end, which nest. Those in a reference are closed there: its end closes nothing
     * outside it.
     */
    private void closeBraces() {
        int[] open = new int[16];
        int depth = 0;
        int floor = 0; // what lies below it is outside the reference
        int referenceEnd = -1;
        int templates = 0;
        int templatesOutside = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (i == referenceEnd) {
                depth = floor;
                floor = 0;
                templates = templatesOutside;
                i = tagEnd(i);
                referenceEnd = -1;
            } else if (c == '<' && ends[i] > 0) {
                int tagEnd = isTag(i, "ref") ? tagEnd(i) : ends[i];
                if (tagEnd < ends[i]) {
                    referenceEnd = text.lastIndexOf('<', ends[i] - 1);
                    floor = depth;
                    templatesOutside = templates;
                    templates = 0;
                }
                i = tagEnd;
            } else if ((c == '{' || c == '[') && i + 1 < text.length() && text.charAt(i + 1) == c) {
                if (depth == open.length) {
                    open = Arrays.copyOf(open, 2 * depth);
                }
                open[depth++] = i;
                templates += c == '{' ? 1 : 0;
                unclosed.set(i);
                i += 2;
            } else if (text.startsWith("}}", i)) {
                while (templates > 0 && text.charAt(open[depth - 1]) == '[') {
                    depth--;
                }
                if (templates > 0) {
                    templates--;
                    depth--;
                    ends[open[depth]] = i + 2;
                    unclosed.clear(open[depth]);
                }
                i += 2;
            } else if (text.startsWith("]]", i)) {
                if (depth > floor && text.charAt(open[depth - 1]) == '[') {
                    depth--;
                    ends[open[depth]] = i + 2;
                    unclosed.clear(open[depth]);
                }
                i += 2;
            } else {
                i++;
            }
        }
    }
}
