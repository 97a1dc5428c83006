package org.muster.figure;

import java.util.ArrayList;
import java.util.List;
import org.muster.figure.Word.Kind;

/** Accounts for what lies between the figures of a text. */
final class Cover {

    private final Tokens tokens;
    private final List<IgnoredPart> parts = new ArrayList<>(0);
    private int token;
    private int footnote;

    private Cover(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Everything that is in no figure, in parts of one reason each. */
    static List<IgnoredPart> of(List<Draft> drafts, Tokens tokens) {
        Cover cover = new Cover(tokens);
        int start = 0;
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            cover.gap(start, tokens.start(draft.start), draft.start);
            start = tokens.end(draft.end - 1);
            cover.token = draft.end;
        }
        cover.gap(start, tokens.length, tokens.size());
        return switch (cover.parts.size()) {
            case 0 -> List.of();
            case 1 -> List.of(cover.parts.get(0));
            default -> cover.parts;
        };
    }

    private void gap(int start, int end, int tokenEnd) {
        if (start == end) {
            return;
        }
        while (footnote < tokens.footnoteEnds() && tokens.footnoteEdge(footnote) < start) {
            footnote += 2;
        }
        int at = start;
        Reason reason = Reason.PUNCTUATION;
        while (true) {
            boolean note = footnote < tokens.footnoteEnds() && tokens.footnoteEdge(footnote) < end;
            boolean more = token < tokenEnd;
            if (!note && !more) {
                break;
            }
            Reason next;
            int from;
            int to;
            if (note && !(more && tokens.start(token) < tokens.footnoteEdge(footnote))) {
                next = Reason.FOOTNOTE;
                from = tokens.footnoteEdge(footnote);
                to = tokens.footnoteEdge(footnote + 1);
                footnote += 2;
            } else {
                next = reason(token);
                from = tokens.start(token);
                to = tokens.end(token);
                token++;
            }
            if (next == reason || next == Reason.PUNCTUATION) {
                continue;
            }
            if (reason == Reason.PUNCTUATION && next == Reason.WORDS) {
                reason = next;
                continue;
            }
            if (from > at) {
                add(at, from, reason);
            }
            at = from;
            reason = next;
            if (isNumeric(next)) {
                while (token < tokenEnd && reason(token) == next) {
                    to = tokens.end(token);
                    token++;
                }
                add(at, to, next);
                at = to;
                reason = Reason.PUNCTUATION;
            }
        }
        if (end > at) {
            add(at, end, reason);
        }
    }

    private void add(int start, int end, Reason reason) {
        parts.add(new IgnoredPart(start, end, reason));
    }

    /** Reasons of parts that end where their tokens end, without what stands around them. */
    private static boolean isNumeric(Reason reason) {
        return reason != Reason.WORDS && reason != Reason.PUNCTUATION;
    }

    private Reason reason(int i) {
        Reason reason = tokens.reason(i);
        if (reason != null) {
            return reason;
        }
        if (tokens.is(i, TokenType.NUMBER)) {
            return Reason.UNREADABLE;
        }
        if (tokens.is(i, TokenType.UNREADABLE)) {
            return kindOfUnreadable(i);
        }
        if (tokens.isMark(i)) {
            return Reason.PUNCTUATION;
        }
        return tokens.is(i, TokenType.OTHER) && hasDigit(i) ? Reason.DESIGNATION : Reason.WORDS;
    }

    private boolean hasDigit(int token) {
        for (int i = tokens.start(token); i < tokens.end(token); i++) {
            if (Characters.isDigit(tokens.chars[i])) {
                return true;
            }
        }
        return false;
    }

    /** What digits are that were not taken for a number: letters with them make a name, or the size of a gun. */
    private Reason kindOfUnreadable(int token) {
        int end = tokens.end(token);
        int i = tokens.start(token);
        while (i < end && (Characters.isDigit(tokens.chars[i]) || tokens.chars[i] == ',' || tokens.chars[i] == '.')) {
            i++;
        }
        if (i == end || !(Characters.isLetter(tokens.chars[i]) || Characters.isHyphen(tokens.chars[i]))) {
            return Reason.UNREADABLE;
        }
        int word = Characters.isHyphen(tokens.chars[i]) ? i + 1 : i;
        long found = tokens.vocabulary.longestAt(tokens.chars, word);
        return found >= 0 && tokens.vocabulary.word((int) found).is(Kind.CALIBRE) ? Reason.CALIBRE : Reason.DESIGNATION;
    }
}
