package org.polywire.gather;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.polywire.gather.Answer.Broken;
import org.polywire.gather.Answer.Response;
import org.polywire.model.Bytes;
import org.polywire.model.Reason;

/**
 * Reads the robots.txt of an authority as RFC 9309 says, section 2.3: 4xx allows everything, 5xx and silence forbid
 * everything, the first 500 KiB count, five redirects are followed. 429 is taken as 5xx, as Google does.
 */
final class RobotsFile {
    static final int LIMIT = 500 * 1024;
    private static final int REDIRECTS = 5;
    private static final String TOKEN = "polywire";

    private final Web web;
    private final Guard guard;

    /** What came of reading it. */
    sealed interface Reading {
        /** @param content what they were read from; empty if everything is allowed because there is nothing to read */
        record Rules(SimpleRobotRules rules, RobotsExtras extras, String contentType, Bytes content)
                implements Reading {
            private static Rules none() {
                return new Rules(
                        new SimpleRobotRules(RobotRulesMode.ALLOW_ALL), RobotsExtras.NONE, "text/plain", Bytes.EMPTY);
            }
        }

        /**
         * Nothing may be fetched.
         *
         * @param quiet how long the site asks us to stay away; zero if it does not
         */
        record Unreachable(Reason reason, String detail, Duration quiet) implements Reading {
            Unreachable(Reason reason, String detail) {
                this(reason, detail, Duration.ZERO);
            }
        }
    }

    RobotsFile(Web web, Guard guard) {
        this.web = web;
        this.guard = guard;
    }

    Reading read(Authority authority, Deadline deadline, Instant now) {
        URI address = authority.resolve("/robots.txt");
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            if (guard.objection(address).isPresent()) {
                return new Reading.Unreachable(Reason.ROBOTS_UNREACHABLE, "robots.txt redirects to a refused address");
            }
            switch (web.get(address, Validators.NONE, LIMIT, deadline)) {
                case Broken(Reason reason, String detail) -> {
                    return unreachable(reason, detail);
                }
                case Response response -> {
                    Optional<URI> next = Redirects.target(address, response);
                    if (next.isEmpty()) {
                        return judge(authority, response, now);
                    }
                    address = next.get();
                }
            }
        }
        return Reading.Rules.none();
    }

    /** A host that cannot be reached at all is reported as that: its page would have met the same end. */
    private static Reading unreachable(Reason reason, String detail) {
        return switch (reason) {
            case ADDRESS_REFUSED, UNREACHABLE, TLS_FAILED -> new Reading.Unreachable(reason, detail);
            default -> new Reading.Unreachable(Reason.ROBOTS_UNREACHABLE, "robots.txt: " + detail);
        };
    }

    private static Reading judge(Authority authority, Response response, Instant now) {
        int status = response.status();
        if (response.hasBody()) {
            String type = response.headers().first("content-type").orElse("text/plain");
            return rules(authority, type, wholeLines(response));
        }
        if (status == 429 || status >= 500) {
            Duration wait = Statuses.retryAfter(response.headers(), now);
            return new Reading.Unreachable(Reason.ROBOTS_UNREACHABLE, "robots.txt: HTTP " + status, wait);
        }
        return Reading.Rules.none();
    }

    /** What the content of a robots.txt says to us. */
    static Reading.Rules rules(Authority authority, String contentType, byte[] content) {
        if (content.length == 0) {
            return Reading.Rules.none();
        }
        URI address = authority.resolve("/robots.txt");
        return new Reading.Rules(
                parse(address, content, contentType, TOKEN),
                RobotsExtras.parse(address, content, TOKEN),
                contentType,
                Bytes.copyOf(content));
    }

    /**
     * The rules of the group for a crawler.
     *
     * @param token the crawler's product token in lower case
     */
    static SimpleRobotRules parse(URI address, byte[] content, String contentType, String token) {
        // The parser would forbid everything for a long Crawl-delay; Host caps it instead.
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, 0);
        return parser.parseContent(address.toString(), content, contentType, Set.of(token));
    }

    /** What was cut off at the limit ends in half a line, which could say more or less than its author meant. */
    private static byte[] wholeLines(Response response) {
        Bytes body = response.body();
        byte[] content = body.toArray();
        if (response.complete()) {
            return content;
        }
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(content, end);
    }
}
