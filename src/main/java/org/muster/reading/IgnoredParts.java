package org.muster.reading;

import java.util.Arrays;
import java.util.List;

/** Accounts for what lies between the figures of a text. */
final class IgnoredParts {

    private final Tokens tokens;
    private IgnoredPart[] parts = new IgnoredPart[8];
    private int size;
    /** The next token and the next footnote mark to account for. */
    private int token;

    private int footnote;
    /** Where the part that is open begins, and why it is no figure. */
    private int at;

    private Reason reason = Reason.PUNCTUATION;

    IgnoredParts(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Everything that is in no figure, in parts of one reason each. */
    List<IgnoredPart> of(List<FigureCandidate> drafts) {
        size = 0;
        token = 0;
        footnote = 0;
        int start = 0;
        for (int i = 0; i < drafts.size(); i++) {
            FigureCandidate draft = drafts.get(i);
            int from = tokens.start(draft.start);
            if (start < from) {
                gap(start, from, draft.start);
            }
            start = tokens.end(draft.end - 1);
            token = draft.end;
        }
        if (start < tokens.length) {
            gap(start, tokens.length, tokens.size());
        }
        return switch (size) {
            case 0 -> List.of();
            case 1 -> List.of(parts[0]);
            case 2 -> List.of(parts[0], parts[1]);
            default -> List.of(Arrays.copyOf(parts, size));
        };
    }

    private void gap(int start, int end, int tokenEnd) {
        at = start;
        reason = Reason.PUNCTUATION;
        boolean notes = tokens.footnoteEnds() > 0;
        if (notes) {
            while (footnote < tokens.footnoteEnds() && tokens.footnoteEdge(footnote) < start) {
                footnote += 2;
            }
        }
        while (token < tokenEnd) {
            if (notes) {
                addFootnotes(tokens.start(token));
            }
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
        if (notes) {
            addFootnotes(end);
        }
        if (at < end) {
            add(at, end, reason);
        }
    }

    private boolean isFootnoteBefore(int place) {
        return footnote < tokens.footnoteEnds() && tokens.footnoteEdge(footnote) < place;
    }

    /** Adds the footnote marks that begin before a place. */
    private void addFootnotes(int end) {
        while (isFootnoteBefore(end)) {
            addWhole(tokens.footnoteEdge(footnote), tokens.footnoteEdge(footnote + 1), Reason.FOOTNOTE);
            footnote += 2;
        }
    }

    /** Ends the part that is open and adds one that ends where its tokens end. */
    private void addWhole(int start, int end, Reason why) {
        if (at < start) {
            add(at, start, reason);
        }
        add(start, end, why);
        at = end;
        reason = Reason.PUNCTUATION;
    }

    private void add(int start, int end, Reason why) {
        if (size == parts.length) {
            parts = Arrays.copyOf(parts, size * 2);
        }
        parts[size++] = new IgnoredPart(start, end, why);
    }
}
