package org.muster.reading;

/** A trait of tokens that can be searched for: a type, or a kind of phrase. */
sealed interface Trait permits TokenType, PhraseKind {}
