package org.polywire.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** The files that every page uses. */
record Assets(String stylesheet, String favicon) {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    /** A string, which stays; or what structures a stylesheet, with the white space around it that only people need. */
    private static final Pattern PIECE = Pattern.compile("(\"[^\"]*\")|\\s*([{};,])\\s*|(?<=:)\\s+");

    static Assets load() {
        return new Assets(small(read("site.css")), read("favicon.svg"));
    }

    /** Without comments and what white space it can do without: it travels with every page. */
    private static String small(String stylesheet) {
        String bare = COMMENT.matcher(stylesheet).replaceAll("");
        return PIECE.matcher(bare).replaceAll("$1$2").replace(";}", "}").strip();
    }

    /** What a Content-Security-Policy calls the stylesheet: a browser takes no other. */
    String stylesheetSource() {
        byte[] digest = Pages.sha256(stylesheet.getBytes(StandardCharsets.UTF_8));
        return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    }

    static String read(String name) {
        try (InputStream file = Assets.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
