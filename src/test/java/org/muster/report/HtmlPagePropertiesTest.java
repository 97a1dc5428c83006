package org.muster.report;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.muster.compare.SmallDossiers;
import org.muster.dossier.Dossier;

/** Whatever a dossier says, its page is well-formed, its links lead somewhere, and every claim stands on it once. */
class HtmlPagePropertiesTest {

    @Property(tries = 30)
    @Domain(SmallDossiers.class)
    void everyClaimStandsOnThePageOnce(@ForAll Dossier dossier) {
        Page.of(dossier).check(dossier);
    }
}
