package org.muster.reading;

import java.util.Objects;

/**
 * A part of a text that is not a figure.
 *
 * @param start index of its first character in the text
 * @param end index after its last character
 * @param reason why it is not a figure
 */
public record IgnoredPart(int start, int end, Reason reason) {

    /**
     * Checks the span.
     *
     * @param start index of its first character
     * @param end index after its last character
     * @param reason why it is not a figure
     * @throws IllegalArgumentException if the part is empty, or start is negative
     */
    public IgnoredPart {
        Objects.requireNonNull(reason, "reason");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("start " + start + " and end " + end + " span no text");
        }
    }
}
