package org.polywire.connect;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.polywire.connect.Delivery.Done;
import org.polywire.connect.Delivery.Ended;
import org.polywire.connect.Delivery.Later;
import org.polywire.gather.Courier;
import org.polywire.gather.Courier.Message;
import org.polywire.gather.Courier.Reply.Answered;
import org.polywire.gather.Courier.Reply.Unanswered;
import org.polywire.model.Bytes;

/**
 * What a WebSub hub (W3C Recommendation, 23 January 2018) says to subscribers: it asks whether they meant it (section 5.3), and brings
 * them the feed when it has changed (section 7). Callbacks are strangers' addresses, so everything goes by the guarded courier.
 */
public final class Hub {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final int CHALLENGE_BYTES = 24;

    private final URI address;
    private final Courier courier;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /** @param address of the hub itself */
    public Hub(URI address, Courier courier, InstantSource clock) {
        this.address = address;
        this.courier = courier;
        this.clock = clock;
    }

    /** What a subscriber can ask for. */
    public enum Mode {
        SUBSCRIBE,
        UNSUBSCRIBE;

        /** As the protocol writes it. */
        String word() {
            return this == SUBSCRIBE ? "subscribe" : "unsubscribe";
        }
    }

    /** Whether who answers at the callback confirms the request, by repeating a challenge that it cannot guess. */
    public boolean confirmed(Mode mode, URI callback, URI topic, Duration lease) {
        byte[] bytes = new byte[CHALLENGE_BYTES];
        random.nextBytes(bytes);
        String challenge = HexFormat.of().formatHex(bytes);
        Map<String, String> query = new LinkedHashMap<>();
        query.put("hub.mode", mode.word());
        query.put("hub.topic", topic.toString());
        query.put("hub.challenge", challenge);
        if (mode == Mode.SUBSCRIBE) {
            query.put("hub.lease_seconds", Long.toString(lease.toSeconds()));
        }
        return courier.send(new Message("GET", with(callback, query), Map.of(), Bytes.EMPTY, DEADLINE))
                        instanceof Answered answer
                && Answers.fine(answer)
                && Answers.text(answer).strip().equals(challenge);
    }

    /** The callback with more parameters; those that it has stay (section 5.1). */
    private static URI with(URI callback, Map<String, String> more) {
        StringBuilder text = new StringBuilder(callback.toString());
        char next = callback.getRawQuery() == null ? '?' : '&';
        for (Map.Entry<String, String> one : more.entrySet()) {
            text.append(next).append(one.getKey()).append('=');
            text.append(URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8));
            next = '&';
        }
        return URI.create(text.toString());
    }

    /** @param secret for the signature; empty if the subscriber gave none */
    public Delivery distribute(URI callback, URI topic, String contentType, Bytes content, String secret) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", contentType);
        headers.put("Link", "<" + address + ">; rel=\"hub\", <" + topic + ">; rel=\"self\"");
        if (!secret.isEmpty()) {
            headers.put("X-Hub-Signature", "sha256=" + signature(content, secret));
        }
        return switch (courier.send(new Message("POST", callback, headers, content, DEADLINE))) {
            case Answered answer when Answers.fine(answer) -> new Done();
            case Answered answer when answer.status() == 410 -> new Ended("status 410");
            case Answered answer -> Answers.passing(answer, clock.instant());
            case Unanswered(var reason, String detail) ->
                new Later(Obstacle.UNREACHABLE, reason + ": " + detail, Duration.ZERO);
        };
    }

    private static String signature(Bytes content, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content.toArray()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
