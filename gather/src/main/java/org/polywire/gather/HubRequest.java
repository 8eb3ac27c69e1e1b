package org.polywire.gather;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polywire.gather.Courier.Message;
import org.polywire.gather.Courier.Reply.Answered;
import org.polywire.gather.Courier.Reply.Unanswered;
import org.polywire.model.Bytes;

/**
 * Asks a hub for a subscription (WebSub, section 5.1). The hub asks back at the callback whether it was meant.
 *
 * @param topic by which the hub knows the feed
 * @param callback unguessable, and of this subscription alone
 * @param secret for the signatures of what is brought; empty to have it unsigned
 * @param lease how long it should hold; the hub decides
 */
public record HubRequest(URI hub, URI topic, URI callback, String secret, Duration lease) {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** A hub may send us on to another one (section 5.1.1), each of which is checked as the first was. */
    private static final int REDIRECTS = 3;

    /** What a hub says to the request. */
    public sealed interface Reply {
        /** It will ask back. */
        record Accepted() implements Reply {}

        /** It will not have it. */
        record Rejected(String detail) implements Reply {}

        /**
         * It could not be asked this time.
         *
         * @param after how long to stay away; zero if nobody said
         */
        record Unanswered(String detail, Duration after) implements Reply {}
    }

    /** Asks; what the hub says in its answer's body is not read. */
    public Reply send(Courier courier, Instant now) {
        URI target = hub;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            switch (courier.send(message(target))) {
                case Unanswered(var reason, String detail) -> {
                    return reason.passing()
                            ? new Reply.Unanswered(detail, Duration.ZERO)
                            : new Reply.Rejected(reason + ": " + detail);
                }
                case Answered answer -> {
                    Optional<URI> next = onward(target, answer);
                    if (next.isEmpty()) {
                        return judge(answer, now);
                    }
                    target = next.get();
                }
            }
        }
        return new Reply.Rejected("more than " + REDIRECTS + " redirects");
    }

    /** Only these two keep the method and the form; a secret goes to nobody else whose way is not secure. */
    private Optional<URI> onward(URI asked, Answered answer) {
        return answer.status() == 307 || answer.status() == 308
                ? answer.headers()
                        .first("location")
                        .flatMap(target -> Links.resolve(asked, target))
                        .filter(target -> target.getScheme().equals("https")
                                || Authority.of(target).equals(Authority.of(asked))
                                || (secret.isEmpty() && asked.getScheme().equals("http")))
                : Optional.empty();
    }

    private static Reply judge(Answered answer, Instant now) {
        int status = answer.status();
        String detail = "HTTP " + status;
        if (status / 100 == 2) {
            return new Reply.Accepted();
        }
        return status == 429 || status >= 500
                ? new Reply.Unanswered(detail, Statuses.retryAfter(answer.headers(), now))
                : new Reply.Rejected(detail);
    }

    private Message message(URI target) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("hub.mode", "subscribe");
        form.put("hub.topic", topic.toString());
        form.put("hub.callback", callback.toString());
        form.put("hub.lease_seconds", Long.toString(lease.toSeconds()));
        if (!secret.isEmpty()) {
            form.put("hub.secret", secret);
        }
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Message(
                "POST",
                target,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Bytes.copyOf(body.getBytes(StandardCharsets.UTF_8)),
                DEADLINE);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return callback + " follows " + topic + " at " + hub;
    }
}
