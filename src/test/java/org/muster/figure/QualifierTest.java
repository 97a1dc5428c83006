package org.muster.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QualifierTest {

    @ParameterizedTest
    @EnumSource
    void theWordOfFilesNamesTheQualifier(Qualifier qualifier) {
        assertEquals(qualifier, Qualifier.of(qualifier.toString()));
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSoftAndOneSidedOrEitherWithoutANumber(Qualifier qualifier) {
        assertFalse(qualifier.isSoft() && qualifier.isOneSided());
        assertTrue(qualifier.hasNumber() || !(qualifier.isSoft() || qualifier.isOneSided()));
    }

    @Test
    void anUnknownWordIsNamedWithThoseAllowed() {
        Exception error = assertThrows(IllegalArgumentException.class, () -> Qualifier.of("atleast"));
        assertEquals(
                "qualifier \"atleast\" is not one of: exactly, about, nearly, rounded, at least, more than, at most,"
                        + " less than, unknown, words",
                error.getMessage());
    }
}
