package org.muster.reading;

/**
 * Verbs whose second part stands at the end of the clause, behind what is counted: kamen bei dem Unglück 41 Menschen um,
 * passèrent 600 hommes au fil de l'épée. The tables name them in one: kamen um.
 */
final class SplitVerbs {

    /** How many tokens may part the two. */
    private static final int REACH = 24;

    private static final Traits ENDS_OF_CLAUSE = TokenType.MARKS.and(PhraseKind.AND, PhraseKind.OR, TokenType.NONE);

    private static final Traits ENDS_OF_SENTENCE =
            Traits.of(TokenType.STOP, TokenType.LINE, TokenType.COLON, TokenType.NONE);

    private SplitVerbs() {}

    /** Gives the first part of a verb whose second part stands at a token, if there is one, the meaning of both. */
    static void join(Tokens tokens, int particle) {
        if (!tokens.is(particle + 1, ENDS_OF_CLAUSE)) {
            return;
        }
        for (int verb = particle - 1; verb > particle - REACH && !tokens.is(verb, ENDS_OF_SENTENCE); verb--) {
            boolean participle = tokens.is(verb, PhraseKind.STATE) && !tokens.is(verb, PhraseKind.VERB);
            Phrase both = tokens.isWord(verb) && !participle ? inOne(tokens, verb, particle) : Phrase.NONE;
            if (both != Phrase.NONE) {
                tokens.setPhrase(verb, both);
            }
            boolean ends = tokens.is(verb, PhraseKind.PARTICLE) && tokens.is(verb + 1, ENDS_OF_CLAUSE);
            if (ends || both != Phrase.NONE) {
                return;
            }
        }
    }

    /** What the two parts mean in one phrase of the tables. */
    private static Phrase inOne(Tokens tokens, int verb, int particle) {
        int first = tokens.length(verb);
        int end = first + 1 + tokens.length(particle);
        char[] both = new char[end + Tokens.ZEROS];
        System.arraycopy(tokens.chars(), tokens.start(verb), both, 0, first);
        both[first] = ' ';
        System.arraycopy(tokens.chars(), tokens.start(particle), both, first + 1, tokens.length(particle));
        Vocabulary.Match found = tokens.vocabulary().longestAt(both, 0);
        if (found == null
                || found.end() != end
                || (found.phrase().languages() & tokens.phrase(particle).languages()) == 0) {
            return Phrase.NONE;
        }
        boolean leads = found.phrase().isAny(MeasureWords.LEADING);
        return leads ? found.phrase().asVerb() : found.phrase(); // nahm 200 Soldaten auf: not captured
    }
}
