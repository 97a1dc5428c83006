package org.muster.importing.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.text.CellText;

/** Numbers as tables write them: digits in groups, and a decimal point or comma. */
final class NumberText {

    private static final String GROUP_SIGNS = " \u00A0\u2009\u202F'’";
    private static final Pattern WITH_POINT = Pattern.compile(
            "[-−+]?(?:\\d{1,3}(?:([," + GROUP_SIGNS + "])\\d{3})(?:\\1\\d{3})*(?:\\.\\d*)?|\\d+\\.?\\d*|\\.\\d+)");
    private static final Pattern WITH_COMMA = Pattern.compile(
            "[-−+]?(?:\\d{1,3}(?:([." + GROUP_SIGNS + "])\\d{3})(?:\\1\\d{3})*(?:,\\d*)?|\\d+,?\\d*|,\\d+)");
    private static final Pattern WITHIN_TEXT = Pattern.compile("\\d+(?:[.,]\\d+)*");
    private static final int LONGEST = 100;

    private NumberText() {}

    /** Returns a cell that is a number as digits with a decimal point; empty if it is none. */
    static Optional<String> plain(String cell, boolean decimalComma) {
        if (cell.isEmpty()
                || cell.length() > LONGEST
                || !(decimalComma ? WITH_COMMA : WITH_POINT).matcher(cell).matches()) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder(cell.length());
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c >= '0' && c <= '9') {
                plain.append(c);
            } else if (c == '-' || c == '−') {
                plain.append('-');
            } else if (c == (decimalComma ? ',' : '.') && i < cell.length() - 1) {
                plain.append('.');
            }
        }
        return CellText.isDecimal(plain.toString()) ? Optional.of(plain.toString()) : Optional.empty();
    }

    /** Returns the number that a cell is. */
    static Optional<BigDecimal> value(String cell, boolean decimalComma) {
        return plain(cell, decimalComma).map(BigDecimal::new);
    }

    /** Returns a text whose numbers have a decimal comma with all of them as digits with a decimal point. */
    static String withPoints(String text) {
        Matcher number = WITHIN_TEXT.matcher(text);
        StringBuilder points = new StringBuilder(text.length());
        while (number.find()) {
            number.appendReplacement(points, plain(number.group(), true).orElse(number.group()));
        }
        return number.appendTail(points).toString();
    }
}
