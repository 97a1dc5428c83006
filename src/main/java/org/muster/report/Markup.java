package org.muster.report;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A language of pages: how text stands in it, whatever it contains. Templates use what is here beside what a page shows. */
abstract class Markup {

    /** A figure before the bracket that says who gives it, in escaped text; not the year in a name such as {@code war-1945}. */
    private static final Pattern CLAIMED =
            Pattern.compile("(?<![\\p{L}\\d-])(?:(?:[Aa]bout|[Nn]early|[Uu]p to|[Mm]ore than|[Ff]ewer than) )?"
                    + "\\d[\\d,.]*(?:\\x{2060}?–\\x{2060}?\\d[\\d,.]*)?(?: or more)?(?= \\()");

    /** Writes text so that it is shown, and does nothing else. */
    abstract String escaped(String text);

    /** Writes a text of the dossier so that it is shown untouched. */
    abstract String asWritten(String text);

    /** Writes an address of the web so that it can stand in a link. */
    abstract String address(String url);

    /** Percent-encodes the characters of an address that could end a link in Markdown or wikitext, or a cell. */
    static String withoutBrackets(String url) {
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if ("<>[]{}|\\`\"'^$".indexOf(c) >= 0) {
                address.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
            } else {
                address.append(c);
            }
        }
        return address.toString();
    }

    /** Returns what makes bold text of the figure of a match. */
    abstract String bold();

    /** In templates: a sentence, its claimed figures in bold. */
    Mustache.Lambda claimed() {
        return (fragment, out) -> out.write(CLAIMED.matcher(fragment.execute()).replaceAll(bold()));
    }

    /** In templates: a text of the dossier, put in without escaping. */
    Mustache.Lambda verbatim() {
        return (fragment, out) -> out.write(asWritten(fragment.execute()));
    }

    /** In templates: an address of the web, put in without escaping. */
    Mustache.Lambda link() {
        return (fragment, out) -> out.write(address(fragment.execute()));
    }

    /** Writes a page by the template of a name. */
    void write(String template, Object model, Writer out) throws IOException {
        Mustache.Compiler compiler = Mustache.compiler()
                .withEscaper(this::escaped)
                .emptyStringIsFalse(true)
                .withFormatter(Markup::text)
                .withCollector(new Parts())
                .withLoader(Markup::template);
        try (Reader page = template(template)) {
            compiler.compile(page).execute(model, this, out);
        } catch (MustacheException e) {
            if (e.getCause() instanceof IOException full) {
                throw full; // or whatever else keeps it from being written
            }
            throw e;
        }
    }

    /** The text of a value; jmustache asks for that of every section too, whose own would be long. */
    private static String text(Object value) {
        return value instanceof CharSequence || value instanceof Number
                ? value.toString()
                : value.getClass().getName();
    }

    /** Returns a template; jmustache reads it character by character, which takes long from a stream. */
    private static Reader template(String name) throws IOException {
        String file = "page/" + name + ".mustache";
        try (InputStream in = Objects.requireNonNull(Markup.class.getResourceAsStream(file), file)) {
            return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Finds the parts of what a page shows, which are methods of their names. */
    private static final class Parts extends DefaultCollector {
        @Override
        protected @Nullable Method getMethodOn(Class<?> type, String name) {
            try {
                Method method = type.getDeclaredMethod(name);
                method.setAccessible(true);
                return method;
            } catch (NoSuchMethodException e) {
                return null; // what it is part of may have it
            }
        }

        @Override
        protected @Nullable Field getField(Class<?> type, String name) {
            return null;
        }
    }
}
