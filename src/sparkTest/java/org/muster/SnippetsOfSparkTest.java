package org.muster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The document that needs Spark keeps its word, as {@link SnippetsTest} says of the others; its local run is for {@code .ci/spark}. */
class SnippetsOfSparkTest {

    @Test
    void document() throws IOException {
        assertTrue(Snippet.ofMarkdown(SnippetsTest.SPARK).stream()
                .anyMatch(block -> block.language().equals("java")));
        SnippetsTest.runDocument(SnippetsTest.SPARK);
    }
}
