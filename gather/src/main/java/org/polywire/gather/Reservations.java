package org.polywire.gather;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polywire.gather.Answer.Broken;
import org.polywire.gather.Answer.Response;
import org.polywire.model.Headers;
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

    /** A location, as patterns of robots.txt match it, and whether it is reserved. */
    record Rule(SimpleRobotRules location, boolean reserved) {
        static Rule of(String location, boolean reserved) {
            SimpleRobotRules matcher = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);
            matcher.addRule(location, false);
            return new Rule(matcher, reserved);
        }

        boolean matches(URI address) {
            return !location.isAllowed(address.toString());
        }
    }

    static Reservations read(Wire wire, Authority authority, Deadline deadline) {
        return switch (wire.get(authority.resolve("/.well-known/tdmrep.json"), Validators.NONE, LIMIT, deadline)) {
            case Response response ->
                response.hasBody() && response.complete()
                        ? parse(response.body().toArray())
                        : NONE;
            case Broken broken -> NONE;
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
                ? Optional.of(Rule.of(location, value == 1))
                : Optional.empty();
    }

    boolean reserve(URI address) {
        return rules.stream()
                .filter(rule -> rule.matches(address))
                .findFirst()
                .map(Rule::reserved)
                .orElse(false);
    }

    /** Whether an answer's own header reserves it. */
    static boolean reservedBy(Headers headers) {
        return headers.all("tdm-reservation").stream()
                .anyMatch(value -> value.strip().equals("1"));
    }
}
