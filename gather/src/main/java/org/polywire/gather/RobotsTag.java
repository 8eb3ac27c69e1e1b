package org.polywire.gather;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Signal;
import org.polywire.model.Signal.Kind;

/**
 * Reads the rules of {@code X-Robots-Tag} and {@code <meta name="robots">}: those for every robot, and those for ours.
 *
 * <p>Rules as Google documents them, with {@code noai} and {@code noimageai} as in use since 2022. The most restrictive of
 * several wins, as each is a signal that narrows.
 */
final class RobotsTag {
    /** A robot's name before its rules, which no rule of its own looks like. */
    private static final Pattern ROBOT = Pattern.compile("\\s*([A-Za-z][\\w.*-]*)\\s*:\\s*(.*)", Pattern.DOTALL);

    private static final Pattern RULE_WITH_VALUE =
            Pattern.compile("(?i)(?:unavailable_after|max-(?:snippet|image-preview|video-preview))");

    /** Dates hold commas, so this rule ends only where another begins. */
    private static final Pattern AFTER =
            Pattern.compile("unavailable_after\\s*:\\s*(.{6,60}?)\\s*(?:,\\s*[a-z-]+(?:[:,].*)?)?$");

    private static final String OURS = "polywire";

    private RobotsTag() {}

    static Stream<Signal> header(List<String> fields, Instant now) {
        return fields.stream()
                .flatMap(field -> ours(field).stream().flatMap(rules -> read("X-Robots-Tag", rules, now)));
    }

    /** The rules, if they are for every robot or for ours. */
    private static Optional<String> ours(String field) {
        Matcher robot = ROBOT.matcher(field);
        if (!robot.matches() || RULE_WITH_VALUE.matcher(robot.group(1)).matches()) {
            return Optional.of(field);
        }
        return Optional.of(robot.group(2)).filter(rules -> robot.group(1).equalsIgnoreCase(OURS));
    }

    static Stream<Signal> read(String place, String rules, Instant now) {
        String lower = rules.toLowerCase(Locale.ROOT);
        Stream<Kind> kinds = Stream.of(lower.split("[,\\s]+")).flatMap(rule -> kind(rule).stream());
        return Stream.concat(kinds, expired(lower, now)).distinct().map(kind -> new Signal(kind, place, rules));
    }

    private static Optional<Kind> kind(String rule) {
        return switch (rule) {
            case "noindex", "none" -> Optional.of(Kind.NOINDEX);
            case "noarchive", "nocache" -> Optional.of(Kind.NO_ARCHIVE);
            case "nosnippet", "max-snippet:0" -> Optional.of(Kind.NO_SNIPPET);
            case "notranslate" -> Optional.of(Kind.NO_TRANSLATION);
            case "noai" -> Optional.of(Kind.NO_AI);
            case "noimageai" -> Optional.of(Kind.NO_IMAGE_AI);
            default -> Optional.empty();
        };
    }

    private static Stream<Kind> expired(String rules, Instant now) {
        Matcher after = AFTER.matcher(rules);
        return after.find()
                ? FeedDates.parse(after.group(1)).filter(date -> !date.isAfter(now)).map(date -> Kind.EXPIRED).stream()
                : Stream.empty();
    }
}
