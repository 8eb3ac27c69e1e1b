package org.polywire.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.Dates;

/**
 * What tells one text of an article from another: SHA-256 of its written form without what readers do not see as text (dates,
 * tags, access).
 *
 * <p>A page whose clock moved but whose words did not has the same fingerprint, so that it does not count as a correction.
 */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(Article article) {
        Article text = new Article(
                article.address(),
                article.outlet(),
                article.language(),
                article.kicker(),
                article.headline(),
                article.standfirst(),
                article.bylines(),
                Dates.UNKNOWN,
                article.section(),
                List.of(),
                article.licence(),
                Access.UNKNOWN,
                article.body());
        return HexFormat.of().formatHex(sha256(Documents.json(text)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
