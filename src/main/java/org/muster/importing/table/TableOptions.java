package org.muster.importing.table;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about a table before it is read; what is not known is found out.
 *
 * @param delimiter what stands between two cells
 * @param encoding the characters' encoding
 * @param decimalComma whether numbers are written with a decimal comma
 * @param header how many lines the header has
 * @param sheet the name of the sheet of an Excel file
 */
public record TableOptions(
        Optional<Character> delimiter,
        Optional<Charset> encoding,
        Optional<Boolean> decimalComma,
        OptionalInt header,
        Optional<String> sheet) {

    /** Nothing is known. */
    public static final TableOptions NONE = new TableOptions(
            Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty());
}
