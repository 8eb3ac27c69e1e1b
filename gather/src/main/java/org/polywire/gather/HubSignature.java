package org.polywire.gather;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.polywire.model.Bytes;

/**
 * The signature of what a hub brings: {@code X-Hub-Signature: method=HEX}, an HMAC of the bytes as they came (WebSub, section 7.1).
 *
 * <p>SHA-1 counts, too: many hubs know nothing else, and what is known against it does not touch its use in an HMAC.
 */
public final class HubSignature {
    /** The name of the field. */
    public static final String FIELD = "X-Hub-Signature";

    private static final Map<String, String> METHODS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /**
     * Whether a signature was made of this content with this secret; takes as long for one that is nearly right as for any other.
     *
     * @param signature empty if there was none, which is no signature of anything
     */
    public static boolean isOf(String signature, Bytes content, String secret) {
        int equals = signature.indexOf('=');
        String method =
                METHODS.get(signature.substring(0, Math.max(0, equals)).strip().toLowerCase(Locale.ROOT));
        if (method == null || secret.isEmpty()) {
            return false;
        }
        try {
            byte[] claimed =
                    HexFormat.of().parseHex(signature.substring(equals + 1).strip());
            return MessageDigest.isEqual(claimed, digest(method, content, secret));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] digest(String method, Bytes content, String secret) {
        try {
            Mac mac = Mac.getInstance(method);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), method));
            return mac.doFinal(content.toArray());
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + method, e);
        }
    }
}
