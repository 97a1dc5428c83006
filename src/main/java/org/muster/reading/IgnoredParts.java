package org.muster.reading;

import java.util.ArrayList;
import java.util.List;

/** Accounts for what lies between the figures of a text. */
final class IgnoredParts {

    private final Tokens tokens;
    private final List<IgnoredPart> parts = new ArrayList<>(4);
    /** The next token and the next footnote mark to account for. */
    private int token;

    private int footnote;
    /** The start of the current part, and why it is not a figure. */
    private int at;

    private Reason reason = Reason.PUNCTUATION;

    private IgnoredParts(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Returns everything outside the figures, split by reason. */
    static List<IgnoredPart> of(Tokens tokens, List<FigureCandidate> figures) {
        IgnoredParts ignored = new IgnoredParts(tokens);
        int start = 0;
        for (FigureCandidate figure : figures) {
            ignored.addGap(start, tokens.start(figure.start), figure.start);
            start = tokens.end(figure.end - 1);
            ignored.token = figure.end;
        }
        ignored.addGap(start, tokens.length(), tokens.size());
        return ignored.parts;
    }

    private void addGap(int start, int end, int tokenEnd) {
        if (start == end) {
            return;
        }
        at = start;
        reason = Reason.PUNCTUATION;
        while (isFootnoteBefore(start)) {
            footnote++; // inside a figure
        }
        while (token < tokenEnd) {
            addFootnotes(tokens.start(token));
            Reason next = tokens.reason(token);
            int first = token++;
            if (next == reason || next == Reason.PUNCTUATION) {
                continue;
            }
            if (next == Reason.WORDS) {
                reason = next;
                continue;
            }
            while (token < tokenEnd && tokens.reason(token) == next && !isFootnoteBefore(tokens.start(token))) {
                token++;
            }
            addWhole(tokens.start(first), tokens.end(token - 1), next);
        }
        addFootnotes(end);
        if (at < end) {
            parts.add(new IgnoredPart(at, end, reason));
        }
    }

    private boolean isFootnoteBefore(int place) {
        return footnote < tokens.footnotes().size()
                && tokens.footnotes().get(footnote).start() < place;
    }

    /** Adds the footnote marks that begin before a place. */
    private void addFootnotes(int end) {
        while (isFootnoteBefore(end)) {
            IgnoredPart mark = tokens.footnotes().get(footnote++);
            addWhole(mark.start(), mark.end(), Reason.FOOTNOTE);
        }
    }

    /** Ends the current part and adds one that ends where its tokens end. */
    private void addWhole(int start, int end, Reason why) {
        if (at < start) {
            parts.add(new IgnoredPart(at, start, reason));
        }
        parts.add(new IgnoredPart(start, end, why));
        at = end;
        reason = Reason.PUNCTUATION;
    }
}
