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
            "[-−+]?(?:[1-9]\\d{0,2}(?:([," + GROUP_SIGNS + "])\\d{3})(?:\\1\\d{3})*(?:\\.\\d*)?|\\d+\\.?\\d*|\\.\\d+)");
    private static final Pattern WITH_COMMA = Pattern.compile(
            "[-−+]?(?:[1-9]\\d{0,2}(?:([." + GROUP_SIGNS + "])\\d{3})(?:\\1\\d{3})*(?:,\\d*)?|\\d+,?\\d*|,\\d+)");
    private static final Pattern THREE_DECIMALS = Pattern.compile("[-−+]?\\d*\\.\\d{3}");
    private static final Pattern WITHOUT_WHOLE = Pattern.compile("^(?<sign>[-−+]?)\\.(?=\\d+$)");
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
            number.appendReplacement(
                    points, plain(number.group(), true).map(NumberText::noGroup).orElse(number.group()));
        }
        return number.appendTail(points).toString();
    }

    /** Whether a cell is a number such as 1.234, of which a reader may take the point for the sign of thousands. */
    static boolean mayBeGroup(String cell) {
        return THREE_DECIMALS.matcher(cell).matches();
    }

    /** Returns a number with a decimal point as a text in which nobody takes the point for the sign of thousands. */
    static String noGroup(String number) {
        String whole = WITHOUT_WHOLE.matcher(number).replaceFirst("${sign}0.");
        return mayBeGroup(whole) ? whole + "0" : whole;
    }
}
