package org.muster.reading;

/** What a token can be looked for by: its type, or a kind of its phrase. */
sealed interface Trait permits TokenType, PhraseKind {}
