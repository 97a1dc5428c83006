package org.muster.importing.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.muster.text.CellText;

/** A column as a mapping names it: by its header, by {@code #} and its number, or by a name with one {@code *}. */
final class ColumnName {

    private static final Pattern NUMBER = Pattern.compile("#\\d{1,9}");

    private final String text;
    private final int star;

    private ColumnName(String text) {
        this.text = text;
        this.star = NUMBER.matcher(text).matches() ? -1 : text.indexOf('*');
    }

    /** Returns the column with a name, in which any white space is one blank. */
    static ColumnName of(String name) {
        String text = CellText.name(name);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "a column without a name; expected a header of the table, or # and a number");
        }
        if (text.indexOf('*') != text.lastIndexOf('*')) {
            throw new IllegalArgumentException("[" + text + "] has more than one *");
        }
        return new ColumnName(text);
    }

    /** Whether the column is named by its number. */
    boolean isNumber() {
        return NUMBER.matcher(text).matches();
    }

    boolean hasStar() {
        return star >= 0;
    }

    /** Returns the columns meant, from 0, by the text that fits the {@code *}; without a {@code *}, by the blank text. */
    Map<String, Integer> in(List<String> header) {
        Map<String, Integer> found = new LinkedHashMap<>();
        if (isNumber()) {
            int number = Integer.parseInt(text.substring(1));
            if (number >= 1 && number <= header.size()) {
                found.put("", number - 1);
            }
            return found;
        }
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (star < 0) {
                if (name.equals(text)) {
                    found.putIfAbsent("", i);
                }
            } else if (fits(name)) {
                found.putIfAbsent(name.substring(star, name.length() - (text.length() - star - 1)), i);
            }
        }
        return found;
    }

    /** Returns every column whose name fits, where the {@code *} may also be no character: {@code killed*} is {@code killed}, too. */
    List<Integer> all(List<String> header) {
        List<Integer> all = new ArrayList<>(in(header).values());
        int bare = star < 0 ? -1 : header.indexOf(CellText.name(text.substring(0, star) + text.substring(star + 1)));
        if (bare >= 0) {
            all.add(bare);
        }
        return all;
    }

    private boolean fits(String name) {
        return name.length() >= text.length() // the * is at least one character
                && name.startsWith(text.substring(0, star))
                && name.endsWith(text.substring(star + 1));
    }

    @Override
    public String toString() {
        return "[" + text + "]";
    }
}
