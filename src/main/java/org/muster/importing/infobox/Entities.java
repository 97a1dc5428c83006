package org.muster.importing.infobox;

import java.util.Map;

/** Character entities: characters written by name or number between an ampersand and a semicolon. */
final class Entities {

    private static final int LONGEST = 10;
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("nbsp", "\u00A0"),
            Map.entry("thinsp", "\u2009"),
            Map.entry("ensp", "\u2002"),
            Map.entry("emsp", "\u2003"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("minus", "−"),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("le", "≤"),
            Map.entry("ge", "≥"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("rsquo", "’"),
            Map.entry("lsquo", "‘"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("times", "×"),
            Map.entry("plusmn", "±"),
            Map.entry("frac12", "½"),
            Map.entry("frac14", "¼"),
            Map.entry("frac34", "¾"),
            Map.entry("middot", "·"),
            Map.entry("bull", "•"),
            Map.entry("dagger", "†"),
            Map.entry("Dagger", "‡"),
            Map.entry("asymp", "≈"),
            Map.entry("hellip", "…"),
            Map.entry("zwj", ""),
            Map.entry("zwnj", ""),
            Map.entry("shy", ""));

    private Entities() {}

    /** Returns the index after the entity that begins here, or 0 if there is none. */
    static int end(String text, int at) {
        int last = Math.min(text.length(), at + LONGEST);
        for (int end = at + 1; end < last; end++) {
            if (text.charAt(end) == ';') {
                return decoded(text.substring(at + 1, end)).equals("\0") ? 0 : end + 1;
            }
        }
        return 0;
    }

    /** Returns the character that an entity stands for. */
    static String text(String text, int at, int end) {
        return decoded(text.substring(at + 1, end - 1));
    }

    private static String decoded(String name) {
        if (!name.startsWith("#")) {
            return NAMED.getOrDefault(name, "\0");
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        try {
            int code = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
            boolean readable = !Character.isISOControl(code)
                    && Character.isValidCodePoint(code)
                    && (code < 0xD800 || code > 0xDFFF);
            return readable ? Character.toString(code) : "\0";
        } catch (NumberFormatException e) {
            return "\0";
        }
    }
}
