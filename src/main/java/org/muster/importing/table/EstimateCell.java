package org.muster.importing.table;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell with an estimate and, in brackets behind it, the range that it lies in: {@code 1,200 (950–1,600)}, {@code 15 [95% CI
 * 10 to 20]}. Numbers in brackets that do not span the one before them are parts of it or something else.
 *
 * @param best the estimate, with a decimal point and without groups, as the ends
 * @param low the low end
 * @param high the high end
 */
record EstimateCell(String best, String low, String high) {

    private static final String NUMBER = "(\\d(?:[\\d.,'\\u00A0\\u202F ]{0,29}\\d)?)";
    private static final Pattern CELL = Pattern.compile(NUMBER
            + "\\s*+[(\\[]\\s*+(?:\\d\\d ?% ?)?(?:(?:CI|CrI|UI|KI|IC)\\b[:,]?\\s*+)?"
            + NUMBER
            + "(?: ?[–—-] ?| to | bis |[,;] )"
            + NUMBER
            + "\\s*+[)\\]]");
    private static final int LONGEST = 120;

    /** Reads a cell with decimal points. */
    static Optional<EstimateCell> of(String cell) {
        Matcher matcher = CELL.matcher(cell);
        if (cell.length() > LONGEST || cell.indexOf('(') < 0 && cell.indexOf('[') < 0 || !matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> best = NumberText.plain(matcher.group(1), false);
        Optional<String> low = NumberText.plain(matcher.group(2), false);
        Optional<String> high = NumberText.plain(matcher.group(3), false);
        if (best.isEmpty() || low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal middle = new BigDecimal(best.get());
        BigDecimal least = new BigDecimal(low.get());
        BigDecimal greatest = new BigDecimal(high.get());
        boolean isSpanned =
                least.compareTo(middle) <= 0 && middle.compareTo(greatest) <= 0 && least.compareTo(greatest) < 0;
        return isSpanned ? Optional.of(new EstimateCell(best.get(), low.get(), high.get())) : Optional.empty();
    }
}
