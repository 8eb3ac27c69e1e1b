package org.polywire.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * What hostile sources write: texts that would become more than text wherever something forgets to escape them, and addresses that
 * would run something. All of them call {@code alert}. Written after the OWASP cheat sheets on cross-site scripting and on evading
 * filters, and for the contexts that our outputs have: elements, attributes, comments, raw text, foreign content, XML, JSON in HTML,
 * templates and message formats.
 */
public final class Attacks {
    private Attacks() {}

    /** Pieces of HTML, each whole in itself, so that a page around it stays one. */
    public static List<String> markup() {
        return lines("markup.txt");
    }

    /** Ways out of where a text stands. */
    private static List<String> escapes() {
        return lines("escapes.txt");
    }

    /** Characters that no output may hold, and that no file of ours could. */
    private static Stream<String> characters() {
        return Stream.of(
                "\u0000\u0008<script>\u001Falert(1)</script>\u007F",
                "\uD800<script>alert(1)</script>\uFFFE",
                "safe\u202Eevil\u202C \u2066x\u2069");
    }

    /** Everything that is a text. */
    public static List<String> texts() {
        return Stream.of(markup().stream(), escapes().stream(), characters())
                .flatMap(all -> all)
                .toList();
    }

    /** Addresses that nothing of ours may lead to or load from. */
    public static List<URI> addresses() {
        return lines("addresses.txt").stream().map(URI::create).toList();
    }

    private static List<String> lines(String name) {
        try (InputStream file = Attacks.class.getResourceAsStream("attacks/" + name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
