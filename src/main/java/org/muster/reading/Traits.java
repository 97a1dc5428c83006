package org.muster.reading;

/**
 * A set of traits, as an EnumSet keeps one: a bit for each member. Whether two sets meet is asked some hundred times for
 * each text.
 *
 * @param types a bit for each {@link TokenType}
 * @param kinds a bit for each {@link PhraseKind}
 */
@SuppressWarnings("EnumOrdinal") // no bit outlasts the run
record Traits(int types, long kinds) {

    static final Traits NONE = new Traits(0, 0);

    static Traits of(Trait... traits) {
        return NONE.and(traits);
    }

    /** Returns these traits and others. */
    Traits and(Trait... more) {
        Traits all = this;
        for (Trait trait : more) {
            all = all.and(
                    trait instanceof PhraseKind kind
                            ? new Traits(0, 1L << kind.ordinal())
                            : new Traits(1 << ((TokenType) trait).ordinal(), 0));
        }
        return all;
    }

    /** Returns these traits and others. */
    Traits and(Traits more) {
        return new Traits(types | more.types, kinds | more.kinds);
    }

    boolean has(TokenType type) {
        return has(types, type);
    }

    boolean has(PhraseKind kind) {
        return has(kinds, kind);
    }

    static boolean has(int types, TokenType type) {
        return (types & 1 << type.ordinal()) != 0;
    }

    static boolean has(long kinds, PhraseKind kind) {
        return (kinds & 1L << kind.ordinal()) != 0;
    }

    /** Returns whether these and others have a trait in common. */
    boolean meet(Traits others) {
        return meet(others.types, others.kinds);
    }

    boolean meet(int otherTypes, long otherKinds) {
        return (types & otherTypes) != 0 || (kinds & otherKinds) != 0;
    }
}
