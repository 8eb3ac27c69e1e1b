package org.polywire.model;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;

/**
 * The permanent name of an article: 12 characters of {@code a-z2-7}, 60 bits of the SHA-256 of its canonical address.
 *
 * <p>It depends on nothing but the address, so two machines give an article the same permalink.
 */
public record ArticleId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{12}");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 12;

    /**
     * @throws IllegalArgumentException if the value is not 12 characters of {@code a-z2-7}
     */
    public ArticleId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an article id: " + value);
        }
    }

    /** The id of the article at this canonical address. */
    public static ArticleId of(URI address) {
        byte[] digest = sha256(address.toASCIIString());
        StringBuilder id = new StringBuilder(LENGTH);
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits = bits << 8 | digest[i] & 0xff;
        }
        for (int i = 0; i < LENGTH; i++) {
            id.append(ALPHABET.charAt((int) (bits >>> (59 - 5 * i) & 31)));
        }
        return new ArticleId(id.toString());
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
