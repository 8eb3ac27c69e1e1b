package org.polywire.gather;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import java.net.URI;
import java.util.Optional;

/**
 * Addresses as robots.txt describes them (RFC 9309, section 2.2.2): a path with {@code *} and {@code $}, which TDMRep, RSL and
 * usage preferences have taken over. A pattern with a host matches on that host only.
 */
final class PathPattern {
    private final Optional<String> host;
    private final SimpleRobotRules matcher = new SimpleRobotRules(RobotRulesMode.ALLOW_SOME);

    private PathPattern(Optional<String> host, String path) {
        this.host = host;
        matcher.addRule(path, false);
    }

    static PathPattern of(String pattern) {
        String text = pattern.strip();
        int path = text.matches("(?i)https?://.*") ? text.indexOf('/', text.indexOf("//") + 2) : 0;
        if (path == 0) {
            return new PathPattern(Optional.empty(), text.isEmpty() ? "/" : text);
        }
        return new PathPattern(
                Links.absolute(path < 0 ? text : text.substring(0, path))
                        .map(Authority::of)
                        .map(Authority::host),
                path < 0 ? "/" : text.substring(path));
    }

    boolean matches(URI address) {
        return host.map(Authority.of(address).host()::equals).orElse(true) && !matcher.isAllowed(address.toString());
    }
}
