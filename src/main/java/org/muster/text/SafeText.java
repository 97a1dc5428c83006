package org.muster.text;

/** Neutralises text from files that a spreadsheet or a terminal would interpret as a command. */
public final class SafeText {

    private SafeText() {}

    /**
     * Says whether a spreadsheet could take a text for a formula: it begins with {@code =}, {@code +}, {@code -} or
     * {@code @}, in whatever width, with a tab or a line break; or does so behind characters that are not seen.
     *
     * @param text the text of a cell
     * @return whether it begins like a formula
     */
    public static boolean beginsLikeFormula(String text) {
        int at = 0;
        while (at < text.length() && isUnseen(text.charAt(at))) {
            at++;
        }
        return at < text.length() && "=+-@\t\r\n＝＋－＠".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isUnseen(char c) {
        return CellText.isWithoutWidth(c) || Character.isISOControl(c) && c != '\t' && c != '\r' && c != '\n';
    }

    /**
     * Returns a text that a spreadsheet shows as it stands: one that begins like a formula gets an apostrophe in front.
     *
     * @param text the text of a cell
     * @return the text, with the apostrophe if a spreadsheet could take it for a formula
     */
    public static String forSpreadsheet(String text) {
        return beginsLikeFormula(text) ? "'" + text : text;
    }

    /**
     * Returns a text without control characters but tabs and line breaks: no editor shows the others.
     *
     * @param text a text
     * @return the text without them
     */
    public static String withoutControls(String text) {
        int plain = 0;
        while (plain < text.length() && isKept(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (isKept(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean isKept(char c) {
        return !Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r' || c == '\u0085';
    }

    /**
     * Returns a text that can be printed on a terminal, with a blank for every control character, every one that ends a
     * line and every one that turns the direction of writing.
     *
     * @param text the text
     * @return the text, of the same length
     */
    public static String forTerminal(String text) {
        return printable(text, false);
    }

    /**
     * Returns a text as it stands in an element or a quoted attribute of HTML or XML.
     *
     * @param text the text
     * @return the text with {@code & < > " '} as references, a blank for every control character but tabs and line breaks,
     *     and U+FFFD for what is no character
     */
    public static String forMarkup(String text) {
        int plain = 0;
        while (plain < text.length() && isPlain(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text; // as most texts are
        }
        StringBuilder marked = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> marked.append("&amp;");
                case '<' -> marked.append("&lt;");
                case '>' -> marked.append("&gt;");
                case '"' -> marked.append("&quot;");
                case '\'' -> marked.append("&#39;");
                case '\t', '\n' -> marked.append(c);
                case '\uFFFE', '\uFFFF' -> marked.append('\uFFFD');
                default -> {
                    if (Character.isISOControl(c)) {
                        marked.append(' ');
                    } else if (!Character.isSurrogate(c)) {
                        marked.append(c);
                    } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                        marked.append(c).append(text.charAt(++i));
                    } else {
                        marked.append('\uFFFD');
                    }
                }
            }
        }
        return marked.toString();
    }

    private static boolean isPlain(char c) {
        return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"' && c != '\''
                || c > 0x9F && c < Character.MIN_SURROGATE;
    }

    /**
     * Returns lines that can be printed on a terminal, with a blank for every character that it would obey but line
     * breaks and tabs.
     *
     * @param text the lines
     * @return the lines, as long as they were
     */
    public static String linesForTerminal(String text) {
        return printable(text, true);
    }

    private static String printable(String text, boolean lines) {
        char[] printable = text.toCharArray();
        boolean changed = false;
        for (int i = 0; i < printable.length; i++) {
            char c = printable[i];
            boolean kept = lines && (c == '\n' || c == '\t' || c == '\r' && text.startsWith("\r\n", i));
            if (isObeyed(c) && !kept) {
                printable[i] = ' ';
                changed = true;
            }
        }
        return changed ? new String(printable) : text;
    }

    private static boolean isObeyed(char c) {
        if (c >= ' ' && c < 0x7F) {
            return false; // as nearly all are
        }
        return Character.isISOControl(c)
                || c == '\u061C'
                || c >= '\u200E' && c <= '\u200F'
                || c >= '\u2028' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }

    /**
     * Says whether a text holds half of a character: a surrogate without the other, which no file can hold.
     *
     * @param text a text
     * @return whether one stands alone
     */
    public static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }
}
