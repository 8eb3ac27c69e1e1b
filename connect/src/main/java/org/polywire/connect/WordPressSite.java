package org.polywire.connect;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.polywire.connect.Delivery.Later;
import org.polywire.gather.Courier;
import org.polywire.gather.Courier.Message;
import org.polywire.gather.Courier.Reply.Answered;
import org.polywire.gather.Courier.Reply.Unanswered;
import org.polywire.model.Bytes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to a WordPress site's REST API (wp/v2), with an application password. Routes go by {@code ?rest_route=}, which every
 * WordPress understands whatever its permalinks.
 */
final class WordPressSite {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final URI address;
    private final String authorization;
    private final Courier courier;
    private final InstantSource clock;

    WordPressSite(URI address, String user, Secret password, Courier courier, InstantSource clock) {
        this.address = address;
        this.courier = courier;
        this.clock = clock;
        authorization = "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password.value()).getBytes(StandardCharsets.UTF_8));
    }

    /** Ends the work on an article; the reason goes to who called the connector. */
    static final class Stopped extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Delivery delivery;

        Stopped(Delivery delivery) {
            super(delivery.toString(), null, false, false);
            this.delivery = delivery;
        }

        Delivery delivery() {
            return delivery;
        }
    }

    /** An answer in JSON; {@code status} may be one that the caller can do something about. */
    record Result(int status, JsonNode body) {
        boolean fine() {
            return status >= 200 && status < 300;
        }

        String code() {
            return body.path("code").asString("");
        }
    }

    /**
     * Reads something.
     *
     * @throws Stopped if WordPress did not answer, or not sensibly
     */
    Result get(String route, Map<String, String> parameters) throws Stopped {
        return send("GET", route, parameters, Map.of(), Bytes.EMPTY);
    }

    /** Creates or changes something; see {@link #get}. */
    Result post(String route, Map<String, Object> fields) throws Stopped {
        byte[] body = JSON.writeValueAsBytes(fields);
        return send("POST", route, Map.of(), Map.of("Content-Type", "application/json"), Bytes.copyOf(body));
    }

    /** Hands over a file; see {@link #get}. */
    Result upload(String name, String type, Bytes content) throws Stopped {
        Map<String, String> headers =
                Map.of("Content-Type", type, "Content-Disposition", "attachment; filename=\"" + name + "\"");
        return send("POST", "/wp/v2/media", Map.of(), headers, content);
    }

    /** Takes something away, to the trash unless for good; see {@link #get}. */
    Result delete(String route, boolean forGood) throws Stopped {
        return send("DELETE", route, forGood ? Map.of("force", "true") : Map.of(), Map.of(), Bytes.EMPTY);
    }

    private Result send(
            String method, String route, Map<String, String> parameters, Map<String, String> headers, Bytes body)
            throws Stopped {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Authorization", authorization);
        all.put("Accept", "application/json");
        Message message = new Message(method, target(route, parameters), all, body, DEADLINE);
        return switch (courier.send(message)) {
            case Answered answer -> read(answer);
            case Unanswered(var reason, String detail) ->
                throw new Stopped(new Later(Obstacle.UNREACHABLE, reason + ": " + detail, Duration.ZERO));
        };
    }

    private URI target(String route, Map<String, String> parameters) {
        StringBuilder query = new StringBuilder("?rest_route=").append(encoded(route));
        parameters.forEach(
                (name, value) -> query.append('&').append(name).append('=').append(encoded(value)));
        return address.resolve(query.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2F", "/")
                .replace("%2C", ",");
    }

    /** Firewalls and plugins answer in HTML; only WordPress itself says in JSON what is wrong with a request. */
    private Result read(Answered answer) throws Stopped {
        try {
            JsonNode body = JSON.readTree(Answers.text(answer));
            Result result = new Result(answer.status(), body);
            boolean ours = !result.code().isEmpty() && answer.status() >= 400 && answer.status() < 500;
            if (result.fine() || ours && answer.status() != 401 && answer.status() != 429) {
                return result;
            }
            throw new Stopped(passing(answer, result.code()));
        } catch (JacksonException e) {
            throw new Stopped(
                    Answers.fine(answer)
                            ? new Later(Obstacle.NOT_UNDERSTOOD, "an answer that is not JSON", Duration.ZERO)
                            : passing(answer, ""));
        }
    }

    private Later passing(Answered answer, String code) {
        Later later = Answers.passing(answer, clock.instant());
        return code.isEmpty()
                ? later
                : new Later(later.obstacle(), later.detail() + " " + Answers.line(code), later.pause());
    }
}
