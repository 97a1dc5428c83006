package org.muster.importing.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.text.ResourceTable;

/**
 * A period that the name of a column names: {@code 2019-03}, {@code Mar 2019}, {@code killed_1915}, {@code 2019 Q1}.
 *
 * @param text the period as it is written
 * @param date the month, year or day in ISO 8601; blank if the period is none of these, or lacks a year
 * @param rest what else the name says
 */
record PeriodName(String text, String date, String rest) {

    private static final Pattern TOKEN = Pattern.compile("\\p{L}+|\\p{Nd}+");
    private static final Pattern YEAR = Pattern.compile("(?:1\\d|20)\\d\\d");
    private static final Pattern PART_OF_YEAR = Pattern.compile("[qhw]|quarter|quartal|week|woche|kw");
    private static final Map<String, Integer> MONTHS = months();
    private static final int LONGEST = 200;

    /** A word or number of a name. */
    private record Token(String text, int from, int to) {

        boolean isYear() {
            return YEAR.matcher(text).matches();
        }

        boolean isNumber() {
            return text.length() <= 2 && Character.isDigit(text.charAt(0));
        }

        boolean isPartOfYear() {
            return PART_OF_YEAR.matcher(text).matches();
        }
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (List<String> row : ResourceTable.rows(PeriodName.class, "months.csv", "month", "words")) {
            for (String word : ResourceTable.phrases(row.get(1))) {
                months.put(word, Integer.valueOf(row.get(0)));
            }
        }
        return months;
    }

    /**
     * Finds the period in the name of a column: words and numbers next to one another, with a year or the name of a month.
     *
     * @param hasYears whether the rows have years of their own, so that the name may be a part of the year, such as Q1
     */
    static Optional<PeriodName> in(String name, boolean hasYears) {
        List<Token> run = new ArrayList<>();
        if (name.length() <= LONGEST) {
            Matcher token = TOKEN.matcher(name);
            while (token.find()) {
                Token next = new Token(token.group().toLowerCase(Locale.ROOT), token.start(), token.end());
                boolean isBeforeDigit = next.to < name.length() && Character.isDigit(name.charAt(next.to));
                boolean isOfPeriod = next.isYear()
                        || next.isNumber()
                        || next.isPartOfYear() && (isBeforeDigit || next.text.length() > 2)
                        || MONTHS.containsKey(next.text)
                        || next.text.equals("x") && isBeforeDigit && run.isEmpty(); // R writes X2019.03
                if (isOfPeriod) {
                    run.add(next);
                } else if (isPeriod(run, hasYears)) {
                    break;
                } else {
                    run.clear();
                }
            }
        }
        if (!isPeriod(run, hasYears)) {
            return Optional.empty();
        }
        List<Token> named = run.get(0).text.equals("x") ? run.subList(1, run.size()) : run;
        int from = run.get(0).from;
        int to = run.get(run.size() - 1).to;
        return Optional.of(new PeriodName(
                name.substring(named.get(0).from, to),
                date(named),
                (name.substring(0, from) + " " + name.substring(to))
                        .replaceAll("[\\s._/-]+", " ")
                        .strip()));
    }

    private static boolean isPeriod(List<Token> run, boolean hasYears) {
        return run.stream()
                .anyMatch(token -> token.isYear()
                        || MONTHS.containsKey(token.text)
                        || hasYears && token.isPartOfYear() && run.size() > 1);
    }

    /** The date of a year, of a month, or of a day written from the year down or with the name of the month. */
    private static String date(List<Token> tokens) {
        List<String> years = new ArrayList<>();
        List<Integer> months = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (Token token : tokens) {
            if (token.isYear()) {
                years.add(token.text);
            } else if (token.isNumber()) {
                numbers.add(Integer.valueOf(token.text));
            } else if (MONTHS.containsKey(token.text)) {
                months.add(MONTHS.get(token.text));
            } else {
                return "";
            }
        }
        boolean isYearFirst = tokens.get(0).isYear();
        if (months.isEmpty() && !numbers.isEmpty() && (isYearFirst || numbers.size() == 1)) {
            months.add(numbers.remove(0));
        }
        if (years.size() != 1 || months.size() > 1 || numbers.size() > 1) {
            return "";
        }
        String date = years.get(0)
                + (months.isEmpty() ? "" : String.format(Locale.ROOT, "-%02d", months.get(0)))
                + (numbers.isEmpty() ? "" : String.format(Locale.ROOT, "-%02d", numbers.get(0)));
        String pattern = "yyyy-MM-dd".substring(0, date.length());
        return DatePattern.of(pattern).read(date, OptionalInt.empty()).orElse("");
    }
}
