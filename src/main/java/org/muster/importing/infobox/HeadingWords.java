package org.muster.importing.infobox;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.muster.text.ResourceTable;

/** The words that identify headings and belligerents, from {@code headings.csv}. */
final class HeadingWords {

    /** A heading that begins with one of these names a claimant: according to. */
    static final Set<String> BEFORE_CLAIMANT = of("claimant before");

    /** A heading that ends with one of these names a claimant: estimate. */
    static final Set<String> AFTER_CLAIMANT = of("claimant after");

    /** A heading that begins with one of these names a claimant if a known party follows: by. */
    static final Set<String> BEFORE_PARTY = of("claimant before a party");

    /** Words around a name that carry no meaning. */
    static final Set<String> IDLE = of("idle");

    /** Words for a party's men. */
    static final Set<String> FORCE = of("force");

    /** Headings over belligerents that are not members of a side. */
    static final Set<String> SUPPORT = of("support");

    /** Words of a claim that say how many are counted, not what. */
    static final Set<String> AMOUNT = of("amount");

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
}
