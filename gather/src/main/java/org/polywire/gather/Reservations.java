package org.polywire.gather;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.gather.Answer.Broken;
import org.polywire.gather.Answer.Response;
import org.polywire.model.Bytes;
import org.polywire.model.Headers;
import org.polywire.model.Signal;
import org.polywire.model.Signal.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reservations of text and data mining that a site declares in {@code /.well-known/tdmrep.json} (TDMRep, W3C Community
 * Group, section 6.1): of the rules whose location matches an address, the first one holds.
 *
 * <p>A file that is missing, broken or unreachable reserves nothing; the header of an answer and the page itself may still.
 */
record Reservations(List<Rule> rules) {
    static final Reservations NONE = new Reservations(List.of());
    static final int LIMIT = 500 * 1024;
    private static final int MOST_RULES = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * A location, and whether it is reserved.
     *
     * @param policy where a licence can be had; empty if it does not say
     */
    record Rule(PathPattern location, boolean reserved, String policy) {
        boolean matches(URI address) {
            return location.matches(address);
        }
    }

    /** The file of a site; empty if it has none that can be read whole. */
    static Bytes read(Web web, Authority authority, Deadline deadline) {
        return switch (web.get(authority.resolve("/.well-known/tdmrep.json"), Validators.NONE, LIMIT, deadline)) {
            case Response response -> response.hasBody() && response.complete() ? response.body() : Bytes.EMPTY;
            case Broken broken -> Bytes.EMPTY;
        };
    }

    static Reservations parse(byte[] json) {
        List<Rule> rules = new ArrayList<>();
        try {
            for (JsonNode rule : JSON.readTree(json)) {
                rule(rule).filter(read -> rules.size() < MOST_RULES).ifPresent(rules::add);
            }
        } catch (JacksonException e) {
            return NONE;
        }
        return new Reservations(List.copyOf(rules));
    }

    /** A rule with values that the standard does not know stands for nothing. */
    private static Optional<Rule> rule(JsonNode rule) {
        String location = rule.path("location").asString("");
        JsonNode reservation = rule.path("tdm-reservation");
        int value = reservation.canConvertToInt() ? reservation.intValue() : -1;
        return location.startsWith("/") && (value == 0 || value == 1)
                ? Optional.of(new Rule(
                        PathPattern.of(location),
                        value == 1,
                        rule.path("tdm-policy").asString("")))
                : Optional.empty();
    }

    boolean reserve(URI address) {
        return rules.stream()
                .filter(rule -> rule.matches(address))
                .findFirst()
                .map(Rule::reserved)
                .orElse(false);
    }

    /** What the file says of an address. */
    Stream<Signal> signals(URI address) {
        return rules.stream().filter(rule -> rule.matches(address)).limit(1).flatMap(rule -> {
            Kind kind = rule.reserved() ? Kind.TDM_RESERVED : Kind.TDM_FREE;
            Stream<Signal> policy = rule.policy().isEmpty()
                    ? Stream.empty()
                    : Stream.of(new Signal(Kind.TDM_POLICY, "tdmrep.json", rule.policy()));
            return Stream.concat(
                    Stream.of(new Signal(kind, "tdmrep.json", "tdm-reservation: " + (rule.reserved() ? 1 : 0))),
                    policy);
        });
    }

    /** What an answer's own header says. */
    static Stream<Signal> signals(Headers headers) {
        return Stream.concat(
                headers.all("tdm-reservation").stream().flatMap(value -> signal("header tdm-reservation", value)),
                headers.all("tdm-policy").stream().map(value -> new Signal(Kind.TDM_POLICY, "header", value)));
    }

    /** What a value of {@code tdm-reservation} says; values that the standard does not know say nothing. */
    static Stream<Signal> signal(String place, String value) {
        return switch (value.strip()) {
            case "1" -> Stream.of(new Signal(Kind.TDM_RESERVED, place, value));
            case "0" -> Stream.of(new Signal(Kind.TDM_FREE, place, value));
            default -> Stream.empty();
        };
    }

    /** Whether an answer's own header reserves it. */
    static boolean reservedBy(Headers headers) {
        return headers.all("tdm-reservation").stream()
                .anyMatch(value -> value.strip().equals("1"));
    }
}
