package org.muster.reading;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a word may be in a sentence besides all that it means as a phrase. The tables of words use these names in lower case. */
enum Role {
    /**
     * Before a state it keeps it from what is counted, behind a verb it begins an object: under the wounded general, were
     * not killed, captured the fort.
     */
    DETERMINER,

    /** Begins a clause about something else: 300 people were told that the mayor had been killed. */
    CLAUSE,

    /** The number behind it is not what the verb before is about: captured the town with 300 men. */
    ASIDE,

    /**
     * Stands for what was counted before, for somebody else or again: those of the allies were 300, ours did not exceed
     * 40, they cannot have been fewer.
     */
    PRONOUN,

    /** Says where to, or with whom: up, across, with him. */
    DIRECTION,

    /** Leads into hands: into, in, aux. */
    INTO,

    /** Who falls or comes into them is captured: hands, captivity. */
    HANDS,

    /** A number beside it is one that another is compared with: the 1,000 mark, die Schwelle von 1.000. */
    MARK,

    /** A verb of a count that makes its number a lower bound: passed the 1,000 mark. */
    PASSING,

    /** A verb of a count that makes its number none: reached, hit. */
    REACHING,

    /** Between those counted and their number among others: women made up 61 of the dead. */
    MAKING,

    /** Names some of those that its item counts: officers among people, light tanks among tanks. */
    GROUP,

    /** Says that a range behind a number is that in which it may lie: CI, range. */
    LIMITS;

    private static final Map<String, Role> BY_NAME = new HashMap<>();

    static {
        for (Role role : values()) {
            BY_NAME.put(role.name().toLowerCase(Locale.ROOT), role);
        }
    }

    /** Returns the role with a name in a table, or null if there is none. */
    static @Nullable Role named(String name) {
        return BY_NAME.get(name);
    }
}
