package org.muster.capture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Published lists of people. Their cells add up to what is published of them: 4,400 killings on four lists in Kosovo
 * (kosovo_aggregate of the R package LCMCR), 2,744 people in 18 combinations of five lists in the United Kingdom (UKdat_5 of
 * SparseMSE has 18 rows), 2,069 diabetics.
 */
final class PublishedLists {
    private PublishedLists() {}

    /**
     * Killings in Kosovo, March to June 1999: exhumations, and interviews by the American Bar Association, the OSCE and Human
     * Rights Watch (P. Ball, W. Betts, F. Scheuren, J. Dudukovich and J. Asher, Killings and Refugee Flow in Kosovo, March–June
     * 1999, AAAS and ABA/CEELI, 2002).
     */
    static CaptureHistories kosovo() {
        return histories(
                List.of("EXH", "ABA", "OSCE", "HRW"),
                "1111 27 0111 32 1011 42 0011 123 1101 18 0101 31 1001 106 0001 306 1110 181 0110 217 1010 228 0010 936 "
                        + "1100 177 0100 845 1000 1131");
    }

    /**
     * Potential victims of trafficking in the United Kingdom, 2013: local authorities, non-governmental organisations, police
     * and National Crime Agency, government organisations, the public (K. Bales, O. Hesketh and B. W. Silverman, Modern
     * slavery in the UK: How many victims?, Significance 12(3), 2015).
     */
    static CaptureHistories unitedKingdom() {
        return histories(
                List.of("LA", "NG", "PFNCA", "GO", "GP"),
                "10000 54 01000 463 00100 995 00010 695 00001 316 11000 15 10100 19 10010 3 01100 62 01010 19 01001 1 "
                        + "00110 76 00101 11 00011 8 11100 1 11010 1 01110 4 11110 1");
    }

    /**
     * Diabetics in Casale Monferrato, 1988: clinic, hospital, prescriptions, reimbursements (G. Bruno et al., Application of
     * capture-recapture to count diabetes, Diabetes Care 17, 1994).
     */
    static CaptureHistories diabetes() {
        return histories(
                List.of("clinic", "hospital", "prescriptions", "reimbursements"),
                "0001 10 0010 182 0011 8 0100 74 0101 7 0110 20 0111 14 1000 709 1001 12 1010 650 1011 46 1100 104 "
                        + "1101 18 1110 157 1111 58");
    }

    static CaptureHistories histories(List<String> lists, String combinationsAndCounts) {
        String[] words = combinationsAndCounts.split(" ");
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            counts.put(words[i], Long.valueOf(words[i + 1]));
        }
        return CaptureHistories.of(lists, counts);
    }
}
