package org.muster.dossier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muster.dossier.WrittenRule.Term;
import org.muster.exact.Sense;
import org.muster.figure.Measure;
import org.muster.text.CellText;
import org.muster.text.Excerpt;

/** Parses a written rule from left to right, in one pass. */
final class RuleParser {

    private static final int LONGEST_NUMBER = 40; // digits of a constant; no count has more

    private final String text;
    private final Map<Quantity, BigDecimal> factors = new LinkedHashMap<>();
    private BigDecimal left = BigDecimal.ZERO; // the constants, moved to the left side
    private int at;

    RuleParser(String text) {
        this.text = CellText.strip(text);
    }

    WrittenRule read() {
        side(BigDecimal.ONE);
        Sense sense = sense();
        side(BigDecimal.ONE.negate());
        if (at < text.length()) {
            throw expected("+, - or the end of the rule");
        }
        List<Term> terms = new ArrayList<>();
        factors.forEach((quantity, factor) -> {
            if (factor.signum() != 0) {
                terms.add(new Term(factor, quantity));
            }
        });
        return new WrittenRule("", text, terms, sense, left.negate(), "");
    }

    private void side(BigDecimal side) {
        BigDecimal sign = side;
        blanks();
        if (isMinus()) {
            at++;
            sign = sign.negate();
        }
        while (true) {
            term(sign);
            blanks();
            if (at < text.length() && text.charAt(at) == '+') {
                sign = side;
            } else if (isMinus()) {
                sign = side.negate();
            } else {
                return;
            }
            at++;
        }
    }

    private boolean isMinus() {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '−');
    }

    /** Parses a constant, a quantity, or both, with or without a multiplication sign between them. */
    private void term(BigDecimal sign) {
        blanks();
        BigDecimal factor = BigDecimal.ONE;
        boolean counted = isDigit();
        if (counted) {
            factor = number();
            blanks();
            boolean times = isTimes();
            if (times) {
                at++;
                blanks();
            }
            if (!isOpen()) {
                if (times) {
                    throw expected("a quantity in braces");
                }
                left = left.add(sign.multiply(factor));
                return;
            }
        }
        if (!isOpen()) {
            throw expected("a quantity in braces, such as {Japan | killed}, or a number");
        }
        Quantity quantity = quantity();
        blanks();
        if (isTimes()) {
            at++;
            blanks();
            if (counted || !isDigit()) {
                throw expected(counted ? "+, -, =, <= or >=: a quantity has one factor" : "a number");
            }
            factor = number();
        }
        factors.merge(quantity, sign.multiply(factor), BigDecimal::add);
    }

    private boolean isDigit() {
        return at < text.length() && (text.charAt(at) >= '0' && text.charAt(at) <= '9' || text.charAt(at) == '.');
    }

    private boolean isTimes() {
        return at < text.length() && "*·×".indexOf(text.charAt(at)) >= 0;
    }

    private boolean isOpen() {
        return at < text.length() && text.charAt(at) == '{';
    }

    private BigDecimal number() {
        int start = at;
        while (isDigit()) {
            at++;
        }
        String digits = text.substring(start, at);
        if (at < text.length() && (text.charAt(at) == ',' || Character.isLetter(text.charAt(at)))) {
            throw expected("a number in plain digits, such as 1500 or 0.5");
        }
        if (digits.length() > LONGEST_NUMBER || digits.equals(".") || digits.indexOf('.') != digits.lastIndexOf('.')) {
            at = start;
            throw expected("a number in plain digits, such as 1500 or 0.5");
        }
        return new BigDecimal(digits);
    }

    private Quantity quantity() {
        int open = at;
        int close = text.indexOf('}', at);
        int next = text.indexOf('{', at + 1);
        if (close < 0 || next >= 0 && next < close) {
            throw new IllegalArgumentException("character " + (open + 1) + ": the brace is not closed; expected }");
        }
        String[] names = text.substring(open + 1, close).split("\\|", -1);
        if (names.length < 2 || names.length > 4) {
            throw new IllegalArgumentException("character " + (open + 1) + ": "
                    + Excerpt.quoted(text.substring(open, close + 1))
                    + " does not name a quantity; expected {party | measure}, {party | place | measure} or"
                    + " {event | party | place | measure}");
        }
        at = close + 1;
        try {
            Measure measure = Measure.parse(names[names.length - 1]);
            return new Quantity(
                    names.length == 4 ? names[0] : "",
                    names.length == 4 ? names[1] : names[0],
                    names.length > 2 ? names[names.length - 2] : "",
                    measure,
                    "");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("character " + (open + 1) + ": " + e.getMessage(), e);
        }
    }

    private Sense sense() {
        if (text.startsWith("<=", at) || text.startsWith("≤", at)) {
            at += text.charAt(at) == '<' ? 2 : 1;
            return Sense.AT_MOST;
        }
        if (text.startsWith(">=", at) || text.startsWith("≥", at)) {
            at += text.charAt(at) == '>' ? 2 : 1;
            return Sense.AT_LEAST;
        }
        if (text.startsWith("=", at)) {
            at++;
            return Sense.EQUAL;
        }
        throw expected("+, -, =, <= or >=");
    }

    private void blanks() {
        while (at < text.length() && (CellText.isWhite(text.charAt(at)) || CellText.isWithoutWidth(text.charAt(at)))) {
            at++;
        }
    }

    private IllegalArgumentException expected(String what) {
        return new IllegalArgumentException("character " + (at + 1) + ": expected " + what + ", found "
                + (at < text.length() ? Excerpt.quoted(text.substring(at)) : "the end"));
    }
}
