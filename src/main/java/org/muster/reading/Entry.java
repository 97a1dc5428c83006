package org.muster.reading;

/** What the tables say of a word or phrase. */
class Entry {

    /** The entry of all that is not in the tables. */
    static final Entry NONE = new Entry(new char[0]);

    /** What follows its first word, in lower case. */
    final char[] rest;

    /** The first letter of its second word, or what follows its first without a blank; a blank if the hyphen at its end does. */
    final char next;

    /** What it can mean; {@link Phrase#NONE} if it is in the tables for another reason. */
    Phrase phrase = Phrase.NONE;

    /** The rank of the language that it has this meaning in. */
    int language;

    /** What it is in a sentence besides what it means, a bit for each {@link Role}, and the language that says so. */
    int roles;

    private int languageOfRoles;

    /** The languages in which it says nothing but in which language a text is, a bit for each. */
    int common;

    Entry(char[] rest) {
        this.rest = rest;
        boolean word = rest.length > 1 && rest[0] == ' ';
        next = rest.length == 0 ? 0 : rest[word ? 1 : 0];
    }

    /** Adds what it is in a sentence of a language, given as a bit; the first language to say so stands. */
    @SuppressWarnings("EnumOrdinal") // no bit outlasts the run
    void add(Role role, int language) {
        if (roles == 0 || languageOfRoles == language) {
            roles |= 1 << role.ordinal();
            languageOfRoles = language;
        }
    }

    /** Whether roles, a bit for each, have one among them. */
    @SuppressWarnings("EnumOrdinal")
    static boolean has(int roles, Role role) {
        return (roles >> role.ordinal() & 1) != 0;
    }

    /** Whether it has a role in a sentence of some languages, a bit for each. */
    boolean is(Role role, int languages) {
        return has(roles, role) && (languageOfRoles & languages) != 0;
    }
}
