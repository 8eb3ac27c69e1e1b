package org.polywire.connect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.polywire.connect.Delivery.Done;
import org.polywire.connect.Delivery.Ended;
import org.polywire.connect.Delivery.Later;
import org.polywire.connect.Delivery.Refused;
import org.polywire.gather.Courier;
import org.polywire.gather.Courier.Message;
import org.polywire.gather.Courier.Reply.Answered;
import org.polywire.gather.Courier.Reply.Unanswered;
import org.polywire.model.Bytes;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.publish.Api;

/**
 * Tells an address of each log entry, signed by "Standard Webhooks": {@code webhook-signature} is {@code v1,} and the Base64 of
 * HMAC-SHA256 over id, timestamp and body, joined by dots. The id is the entry's, so it is the same in every attempt and replay, and
 * a receiver that has seen it may ignore it.
 */
public final class Webhook implements Connector {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final String ENCODED_SECRET = "whsec_";

    private final String name;
    private final URI address;
    private final Secret secret;
    private final Set<LanguageTag> editions;
    private final Api api;
    private final Courier courier;
    private final InstantSource clock;

    /** @param secret {@code whsec_} and Base64 as the standard writes it, or any text */
    public Webhook(
            String name,
            URI address,
            Secret secret,
            Set<LanguageTag> editions,
            Api api,
            Courier courier,
            InstantSource clock) {
        this.name = name;
        this.address = address;
        this.secret = secret;
        this.editions = Set.copyOf(editions);
        this.api = api;
        this.courier = courier;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<LanguageTag> editions() {
        return editions;
    }

    @Override
    public Matter matter() {
        return Matter.ENTRIES;
    }

    @Override
    public Delivery deliver(Publication publication, @Nullable Counterpart counterpart) {
        byte[] body = api.event(publication).getBytes(StandardCharsets.UTF_8);
        String id = "log-" + publication.entry().sequence();
        Instant now = clock.instant();
        String timestamp = Long.toString(now.getEpochSecond());
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json",
                "webhook-id",
                id,
                "webhook-timestamp",
                timestamp,
                "webhook-signature",
                "v1," + signature(id + "." + timestamp + ".", body));
        return switch (courier.send(new Message("POST", address, headers, Bytes.copyOf(body), DEADLINE))) {
            case Answered answer -> judge(answer, now);
            case Unanswered(var reason, String detail) ->
                new Later(Obstacle.UNREACHABLE, reason + ": " + detail, Duration.ZERO);
        };
    }

    private static Delivery judge(Answered answer, Instant now) {
        if (Answers.fine(answer)) {
            return new Done();
        }
        return switch (answer.status()) {
            case 410 -> new Ended("status 410");
            case 400, 406, 409, 413, 415, 422 ->
                new Refused(Obstacle.REFUSED, "status " + answer.status() + " " + Answers.line(Answers.text(answer)));
            default -> Answers.passing(answer, now);
        };
    }

    private String signature(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private byte[] key() {
        String text = secret.value();
        return text.startsWith(ENCODED_SECRET)
                ? Base64.getDecoder().decode(text.substring(ENCODED_SECRET.length()))
                : secret.bytes();
    }
}
