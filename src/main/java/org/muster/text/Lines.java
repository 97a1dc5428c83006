package org.muster.text;

import java.util.Arrays;
import java.util.BitSet;

/** A text as lines, which end in CR LF, LF or CR and are counted from 1. */
public final class Lines {

    private final String text;
    private final char[] chars; // a fresh JVM reads an array much faster than a string
    private final BitSet broken;
    private final int[] starts;
    private final int before;

    /**
     * Splits a text into lines.
     *
     * @param text the text
     * @param broken the lines that could not be decoded
     */
    public Lines(String text, BitSet broken) {
        this(text, broken, 0);
    }

    /** Splits a part of a text that has lines before it; they count only where a line is named. */
    Lines(String text, BitSet broken, int before) {
        this.before = before;
        this.text = text;
        this.chars = text.toCharArray();
        this.broken = broken;
        int[] found = new int[16];
        int count = 0;
        int start = 0;
        while (start < chars.length) {
            if (count == found.length) {
                found = Arrays.copyOf(found, 2 * count);
            }
            found[count++] = start;
            int end = start;
            while (end < chars.length && chars[end] != '\n' && chars[end] != '\r') {
                end++;
            }
            boolean two = end + 1 < chars.length && chars[end] == '\r' && chars[end + 1] == '\n';
            start = two ? end + 2 : end + 1;
        }
        starts = Arrays.copyOf(found, count);
    }

    /**
     * Returns how many lines there are.
     *
     * @return the number of lines
     */
    public int count() {
        return starts.length;
    }

    /**
     * Returns whether any of several lines could not be decoded.
     *
     * @param first the first line, from 1
     * @param last the last line
     * @return whether one of them is broken
     */
    public boolean isBroken(int first, int last) {
        int next = broken.nextSetBit(first);
        return next >= 0 && next <= last;
    }

    /**
     * Returns the whole text.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /** Returns the number by which a line is named. */
    int number(int line) {
        return before + line;
    }

    /** Returns the characters of the text, which must not be modified. */
    char[] chars() {
        return chars;
    }

    /** Returns where a line starts in the text. */
    int start(int line) {
        return starts[line - 1];
    }

    boolean isBlank(int line) {
        return between(line, line).isBlank();
    }

    /**
     * Returns several lines without the final line break.
     *
     * @param first the first line, from 1
     * @param last the last line
     * @return their text
     */
    public String between(int first, int last) {
        int end = last < starts.length ? starts[last] : chars.length;
        while (end > starts[first - 1] && (chars[end - 1] == '\n' || chars[end - 1] == '\r')) {
            end--;
        }
        return text.substring(starts[first - 1], end);
    }
}
