package org.polywire.gather;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Signal;

/**
 * What a robots.txt says beside RFC 9309: {@code Content-Usage} rules in groups (draft-ietf-aipref-attach, August 2026; the
 * longest path that matches counts) and {@code License} lines (RSL 1.0), which belong to no group.
 */
record RobotsExtras(List<Preference> preferences, List<URI> licences) {
    static final RobotsExtras NONE = new RobotsExtras(List.of(), List.of());

    private static final int MOST_LINES = 10_000;
    private static final int MOST_PREFERENCES = 500;

    /** Of a site with more licences than these, the first ones are read. */
    private static final int MOST_LICENCES = 2;

    private static final Pattern LINE = Pattern.compile("\\s*([A-Za-z-]+)\\s*:\\s*([^#]*)(?:#.*)?");
    private static final Pattern PATH_AND_PREFERENCE = Pattern.compile("(/\\S*)\\s+(.+)");

    /** A rule of a group for us. */
    record Preference(String path, String usage) {}

    static RobotsExtras parse(URI address, byte[] content, String token) {
        return new Reading(address, token)
                .read(new String(content, StandardCharsets.UTF_8).lines().limit(MOST_LINES));
    }

    Stream<Signal> preferencesFor(URI address) {
        return preferences.stream()
                .filter(rule -> PathPattern.of(rule.path()).matches(address))
                .max(Comparator.comparingInt(rule -> rule.path().length()))
                .map(rule -> ContentUsage.read("robots.txt Content-Usage", rule.usage()).stream())
                .orElseGet(Stream::empty);
    }

    /** The lines of one file, read in order. */
    private static final class Reading {
        private final URI address;
        private final String token;
        private final List<Preference> own = new ArrayList<>();
        private final List<Preference> everybody = new ArrayList<>();
        private final List<URI> licences = new ArrayList<>();
        private final Set<String> agents = new HashSet<>();
        private boolean naming;
        private boolean named;

        Reading(URI address, String token) {
            this.address = address;
            this.token = token;
        }

        RobotsExtras read(Stream<String> lines) {
            lines.map(LINE::matcher).filter(Matcher::matches).forEach(this::line);
            return new RobotsExtras(
                    List.copyOf(named ? own : everybody),
                    licences.stream().limit(MOST_LICENCES).toList());
        }

        private void line(Matcher line) {
            String value = line.group(2).strip();
            switch (line.group(1).toLowerCase(Locale.ROOT)) {
                case "user-agent" -> agent(value.toLowerCase(Locale.ROOT));
                case "content-usage" -> preference(value);
                case "license" -> Links.resolve(address, value).ifPresent(licences::add);
                case "sitemap" -> {
                    // Belongs to no group, and ends none.
                }
                default -> naming = false;
            }
        }

        private void agent(String name) {
            if (!naming) {
                agents.clear();
                naming = true;
            }
            agents.add(name.split("[/\\s]", 2)[0]);
            named |= agents.contains(token);
        }

        private void preference(String value) {
            naming = false;
            Matcher path = PATH_AND_PREFERENCE.matcher(value);
            Preference rule =
                    path.matches() ? new Preference(path.group(1), path.group(2)) : new Preference("/", value);
            Optional<List<Preference>> group = agents.contains(token)
                    ? Optional.of(own)
                    : agents.contains("*") ? Optional.of(everybody) : Optional.empty();
            group.filter(rules -> rules.size() < MOST_PREFERENCES).ifPresent(rules -> rules.add(rule));
        }
    }
}
