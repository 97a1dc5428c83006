package org.muster.importing.infobox;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.muster.text.ResourceTable;

/** The words that identify headings and belligerents, from {@code headings.csv}. */
final class HeadingWords {

    /** A heading that begins with one of these names a claimant: according to. */
    static final Set<String> BEFORE_CLAIMANT = of("claimant before");

    /** A heading that ends with one of these names a claimant: estimate. */
    static final Set<String> AFTER_CLAIMANT = of("claimant after");

    /** A heading that begins with one of these names a claimant if a name follows: confirmed by. */
    static final Set<String> BEFORE_NAME = of("claimant before a name");

    /** A heading that begins with one of these names a claimant if a known party follows: by. */
    static final Set<String> BEFORE_PARTY = of("claimant before a party");

    /** Words around a name that carry no meaning. */
    static final Set<String> IDLE = of("idle");

    /** Words for a party's men. */
    static final Set<String> FORCE = of("force");

    /** Words of a heading that says which part of a party's men is counted, or when: Navy, Morning. */
    static final Set<String> PART = of("part");

    /** Words for services, which are no measure even where they stand beside one: Army and Militia. */
    static final Set<String> SERVICE = of("service");

    /** A heading that begins with one of these says when or where: On 1 July. */
    static final Set<String> BEFORE_PART = of("part before");

    /** Words of a heading that names an event: Operation, Battle. */
    static final Set<String> EVENT = of("event");

    /** Headings over belligerents that are not members of a side. */
    static final Set<String> SUPPORT = of("support");

    /** Words of a claim that say how many are counted, not what. */
    static final Set<String> AMOUNT = of("amount");

    /** Words behind what is counted, after which other things are named: 600 lost to privateers. */
    static final Set<String> STOP = of("stop");

    /** Words between two things that are counted together. */
    static final Set<String> AND = of("and");

    /** Words in a bracket that make those before them a claimant: opposition claim. */
    static final Set<String> CLAIM = of("claim");

    /** Headings over totals, beside those that the reader of figures knows. */
    static final Set<String> TOTAL = of("total");

    /** Words for the size of ships. */
    static final Set<String> TONS = of("tons");

    /** Words for people of whom something else is said than a loss: refugees. */
    static final Set<String> NO_LOSS = of("no loss");

    /** Words between a number and that of which it is a share, which is no loss: 2 of 5 ships sunk. */
    static final Set<String> BEFORE_WHOLE = of("before a whole");

    /** Words for people who were killed, wounded or captured, it is not said which: 400 neutralized. */
    static final Set<String> PUT_OUT_OF_ACTION = of("put out of action");

    /** Last words of the name of a place, which is no party: Northern Valley. */
    static final Set<String> LAND = of("land");

    /** Words for what was done, which is neither people nor things: sorties. */
    static final Set<String> ACTION = of("action");

    /** Words that make a number that of each: 3 ships of 4,000 tons each. */
    static final Set<String> EACH = of("of each");

    /** Words for those who attack in an attack. */
    static final Set<String> PERPETRATOR = of("perpetrator");

    /** Ends of words for a people, behind the beginning of their country's name: Athenians. */
    static final Set<String> PEOPLE_ENDS = of("end of a people");

    /** A bracket that begins with one of these names a part of what is counted. */
    static final Set<String> INCLUDING = of("including");

    /** What follows one of these is not among what is counted. */
    static final Set<String> EXCLUDING = of("excluding");

    /** Words before "estimate" that name nobody, and with it are a claimant: modern estimates. */
    static final Set<String> NOBODY = of("nobody");

    /** Words of institutions, whose name in a bracket is a claimant: Ministry of Defence. */
    static final Set<String> INSTITUTION = of("institution");

    /** Ancient and medieval authors who are known by one name, and are claimants wherever they stand. */
    static final Set<String> ANCIENT_AUTHOR = of("ancient author");

    /** Words behind a number that say when or how, not what. */
    static final Set<String> ADVERB = of("adverb");

    /** Words of a heading over what happened after the fighting, to whichever party. */
    static final Set<String> AFTERMATH = of("aftermath");

    /** Words between a number and the party whose men it counts: 1,500 of the Swedish army. */
    static final Set<String> OF = of("of");

    /** Words behind a number for a service whose men it counts: 25,000 army. */
    static final Set<String> ONE_SERVICE = of("service in the singular");

    private HeadingWords() {}

    private static Set<String> of(String kind) {
        Set<String> words = new LinkedHashSet<>();
        for (List<String> row : ResourceTable.rows(HeadingWords.class, "headings.csv", "kind", "phrases")) {
            if (row.get(0).equals(kind)) {
                words.addAll(ResourceTable.phrases(row.get(1)));
            }
        }
        return Collections.unmodifiableSet(words);
    }

    /** Returns whether a heading is over belligerents that are not members of a side: Supported by, Air defence support. */
    static boolean isSupport(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        return SUPPORT.contains(lower) || lower.endsWith(" support");
    }

    /** Returns whether one of the words of a text is in a set. */
    static boolean hasOne(Set<String> set, String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+", -1)) {
            if (set.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
