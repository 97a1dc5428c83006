package org.muster.importing.table;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.muster.text.Excerpt;

/** A regular expression of a mapping, which may take only so many steps in a cell. */
final class LimitedRegex {

    private static final int STEPS = 100_000;
    private static final int STEPS_PER_CHARACTER = 100;
    private static final long MOST_REPEATS = 10_000; // of groups within groups: empty ones repeat without a step
    private static final int MOST_EXCEEDED = 1000;
    private static final Pattern REPEATS = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

    private final String expression;
    private final Pattern pattern;
    private int exceeded;

    private LimitedRegex(String expression, Pattern pattern) {
        this.expression = expression;
        this.pattern = pattern;
    }

    /** @throws IllegalArgumentException if the expression is not well formed, or repeats groups too often */
    static LimitedRegex of(String expression) {
        long repeats = 1;
        Matcher counts = REPEATS.matcher(expression);
        while (counts.find()) {
            String most = counts.group(2) == null || counts.group(2).isEmpty() ? counts.group(1) : counts.group(2);
            repeats = most.length() > 5 ? MOST_REPEATS + 1 : repeats * Math.max(1, Integer.parseInt(most));
            if (repeats > MOST_REPEATS) {
                throw new IllegalArgumentException(
                        "/" + Excerpt.of(expression) + "/ repeats more than " + MOST_REPEATS + " times");
            }
        }
        try {
            return new LimitedRegex(expression, Pattern.compile(expression));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "/" + Excerpt.of(expression) + "/ is no regular expression: " + e.getDescription(), e);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("/" + Excerpt.of(expression) + "/ is nested too deeply", e);
        }
    }

    /** Forgets how often it took too many steps, in another table. */
    void forget() {
        exceeded = 0;
    }

    /**
     * Returns the first group of the first match, all of it where there is no group; blank where nothing matches.
     *
     * @return empty if that takes too many steps
     * @throws IllegalArgumentException if that happens again and again
     */
    Optional<String> first(String text) {
        try {
            Matcher match = pattern.matcher(new Steps(text, STEPS + (long) STEPS_PER_CHARACTER * text.length()));
            if (!match.find()) {
                return Optional.of("");
            }
            String group = match.group(match.groupCount() > 0 ? 1 : 0);
            return Optional.of(group == null ? "" : group);
        } catch (TooManySteps | StackOverflowError e) {
            exceeded++;
            if (exceeded > MOST_EXCEEDED) {
                throw new IllegalArgumentException(
                        this + " takes too many steps in more than " + MOST_EXCEEDED + " cells; expected a simpler one",
                        e);
            }
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "/" + expression + "/";
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    /** A text that lets only so many of its characters be looked at. */
    private static final class Steps implements CharSequence {
        private final String text;
        private long left;

        Steps(String text, long left) {
            this.text = text;
            this.left = left;
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
