package org.polywire.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.polywire.model.Article;

/**
 * What tells one text of an article from another: SHA-256 of its written form without what readers do not see as text
 * ({@link Article#textOnly}).
 *
 * <p>A page whose clock moved but whose words did not has the same fingerprint, so that it does not count as a correction.
 */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(Article article) {
        return HexFormat.of().formatHex(sha256(Documents.json(article.textOnly())));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
