package org.muster.reading;

import java.util.EnumSet;
import java.util.Set;

/** A set of traits. */
final class Traits {

    private final Set<TokenType> types = EnumSet.noneOf(TokenType.class);
    private final Set<PhraseKind> kinds = EnumSet.noneOf(PhraseKind.class);

    private Traits() {}

    static Traits of(Trait... traits) {
        return new Traits().and(traits);
    }

    /** Returns these traits and others. */
    Traits and(Trait... more) {
        Traits all = and(new Traits());
        for (Trait trait : more) {
            if (trait instanceof TokenType type) {
                all.types.add(type);
            } else if (trait instanceof PhraseKind kind) {
                all.kinds.add(kind);
            }
        }
        return all;
    }

    /** Returns these traits and others. */
    Traits and(Traits more) {
        Traits all = new Traits();
        all.types.addAll(types);
        all.types.addAll(more.types);
        all.kinds.addAll(kinds);
        all.kinds.addAll(more.kinds);
        return all;
    }

    /** Returns whether a token has any of these traits. */
    boolean fit(Token token) {
        return types.contains(token.type()) || token.type() == TokenType.PHRASE && fit(token.phrase());
    }

    /** Returns whether a phrase has any of these traits. */
    boolean fit(Phrase phrase) {
        return phrase.isAny(kinds);
    }
}
