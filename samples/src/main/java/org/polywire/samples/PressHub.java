package org.polywire.samples;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A WebSub hub on loopback (W3C Recommendation of 23 January 2018): whoever asks for a feed is asked whether it was meant, and from then
 * on until the end of the lease brought the whole feed, signed, each time that it is published.
 *
 * <p>Safe to share between threads.
 */
public final class PressHub implements AutoCloseable {
    /** What a lease is unless the subscriber asks for less. */
    private static final Duration LEASE = Duration.ofDays(10);

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int LONGEST_FORM = 16 * 1024;

    private final Loopback server;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<URI, Subscriber> subscribers = new ConcurrentHashMap<>();
    private final Set<URI> denied = ConcurrentHashMap.newKeySet();

    /** Who is brought a topic at a callback. */
    private record Subscriber(URI topic, URI callback, String secret, Instant end) {}

    private PressHub(Loopback server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Opens a hub.
     *
     * @param port 0 for any free one
     * @param clock for leases
     */
    public static PressHub start(int port, InstantSource clock) {
        PressHub hub = new PressHub(new Loopback(port), clock);
        hub.server.serve(hub::answer);
        return hub;
    }

    /** Where it is asked. */
    public URI address() {
        return server.home();
    }

    /** Whether somebody is brought a topic now. */
    public boolean brings(URI topic) {
        return current(topic).isPresent();
    }

    /** How long the subscription to a topic lasts from now; zero if there is none. */
    public Duration left(URI topic) {
        return current(topic)
                .map(one -> Duration.between(clock.instant(), one.end()))
                .orElse(Duration.ZERO);
    }

    private Optional<Subscriber> current(URI topic) {
        return subscribers.values().stream()
                .filter(one -> one.topic().equals(topic) && one.end().isAfter(clock.instant()))
                .findFirst();
    }

    /** Ends every subscription to a topic with a word to the subscribers, and takes none any more. */
    public void deny(URI topic) {
        denied.add(topic);
        subscribers.values().stream().filter(one -> one.topic().equals(topic)).forEach(this::deny);
    }

    private void deny(Subscriber one) {
        subscribers.remove(one.callback());
        get(
                one.callback(),
                Map.of("hub.mode", "denied", "hub.topic", one.topic().toString(), "hub.reason", "closed"));
    }

    /**
     * Fetches a topic and brings it to everybody who asked for it.
     *
     * @return whether everybody took it, so that it need not be brought again; one that is not there now keeps its lease
     */
    public boolean publish(URI topic) {
        try {
            return publish(topic, send(HttpRequest.newBuilder(topic)));
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private boolean publish(URI topic, HttpResponse<byte[]> feed) {
        String type = feed.headers().firstValue("Content-Type").orElse("application/octet-stream");
        return subscribers.values().stream()
                .filter(one -> one.topic().equals(topic) && one.end().isAfter(clock.instant()))
                .map(one -> bring(one, type, feed.body()))
                .reduce(true, Boolean::logicalAnd);
    }

    private boolean bring(Subscriber one, String type, byte[] content) {
        HttpRequest.Builder request = HttpRequest.newBuilder(one.callback())
                .header("Content-Type", type)
                .header("Link", "<" + address() + ">; rel=\"hub\", <" + one.topic() + ">; rel=\"self\"")
                .POST(BodyPublishers.ofByteArray(content));
        if (!one.secret().isEmpty()) {
            request.header("X-Hub-Signature", "sha256=" + signature(content, one.secret()));
        }
        try {
            int status = send(request).statusCode();
            if (status == 410) {
                subscribers.remove(one.callback());
            }
            return status == 410 || status / 100 == 2;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String signature(byte[] content, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.sendResponseHeaders(405, -1);
            return;
        }
        Map<String, String> form = form(exchange);
        Optional<URI> topic = Optional.ofNullable(form.get("hub.topic")).map(URI::create);
        Optional<URI> callback = Optional.ofNullable(form.get("hub.callback")).map(URI::create);
        String mode = form.getOrDefault("hub.mode", "");
        boolean known = Set.of("subscribe", "unsubscribe").contains(mode);
        if (!known || topic.isEmpty() || callback.isEmpty()) {
            exchange.sendResponseHeaders(400, -1);
            return;
        }
        exchange.sendResponseHeaders(202, -1);
        Duration lease = lease(form.getOrDefault("hub.lease_seconds", ""));
        Subscriber one = new Subscriber(
                topic.get(),
                callback.get(),
                form.getOrDefault("hub.secret", ""),
                clock.instant().plus(lease));
        Thread.ofVirtual().start(() -> ask(one, mode, lease));
    }

    private static Map<String, String> form(HttpExchange exchange) throws IOException {
        Map<String, String> form = new TreeMap<>();
        try (InputStream body = exchange.getRequestBody()) {
            String text = new String(body.readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
            for (String field : text.split("&", -1)) {
                String[] words = field.split("=", 2);
                if (words.length == 2) {
                    form.put(words[0], URLDecoder.decode(words[1], StandardCharsets.UTF_8));
                }
            }
        }
        return form;
    }

    private static Duration lease(String seconds) {
        Duration wanted = seconds.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(seconds)) : LEASE;
        return wanted.compareTo(LEASE) > 0 ? LEASE : wanted;
    }

    private void ask(Subscriber one, String mode, Duration lease) {
        if (denied.contains(one.topic())) {
            deny(one);
            return;
        }
        String challenge = UUID.randomUUID().toString();
        Map<String, String> query = new TreeMap<>(Map.of(
                "hub.mode",
                mode,
                "hub.topic",
                one.topic().toString(),
                "hub.challenge",
                challenge,
                "hub.lease_seconds",
                Long.toString(lease.toSeconds())));
        HttpResponse<byte[]> answer = get(one.callback(), query);
        if (answer.statusCode() / 100 == 2 && new String(answer.body(), StandardCharsets.UTF_8).equals(challenge)) {
            if (mode.equals("subscribe")) {
                subscribers.put(one.callback(), one);
            } else {
                subscribers.remove(one.callback());
            }
        }
    }

    private HttpResponse<byte[]> get(URI callback, Map<String, String> query) {
        StringBuilder address = new StringBuilder(callback.toString());
        query.forEach((name, value) -> address.append(address.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return send(HttpRequest.newBuilder(URI.create(address.toString())));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(DEADLINE).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        server.close();
        client.shutdownNow();
    }
}
