package org.polywire.bench;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An expectation of the feedparser corpus as far as it concerns a newsroom: a feed's title, home, language and rights; an
 * entry's title, link, name, dates, and its text.
 *
 * <p>Text is compared as words: feedparser hands out sanitised HTML, and we take no HTML from feeds. What else is expected is
 * set aside by the name of what it asks for.
 */
final class FeedClaim {
    private final FeedView view;
    private final URI base;
    private final List<String> aside = new ArrayList<>();

    /** How a claim ended. */
    enum Outcome {
        TRUE,
        FALSE,
        /** It asks for nothing that concerns a newsroom. */
        ASIDE
    }

    FeedClaim(FeedView view, URI base) {
        this.view = view;
        this.base = base;
    }

    /** What the claim asked for that was set aside. */
    List<String> aside() {
        return List.copyOf(aside);
    }

    Outcome check(JsonNode check) {
        if (check.has("value")) {
            return Outcome.TRUE; // Claims only that nothing breaks.
        }
        return switch (check.path("op").asString("")) {
            case "and" -> all(check.path("of"));
            case "==", "is" -> equal(check.path("of"));
            default -> setAside(check);
        };
    }

    private Outcome all(JsonNode parts) {
        List<Outcome> outcomes = parts.valueStream()
                .map(this::check)
                .filter(one -> one != Outcome.ASIDE)
                .toList();
        if (outcomes.isEmpty()) {
            return Outcome.ASIDE;
        }
        return outcomes.contains(Outcome.FALSE) ? Outcome.FALSE : Outcome.TRUE;
    }

    private Outcome setAside(JsonNode check) {
        aside.add(check.path("op").asString("path") + " " + names(check));
        return Outcome.ASIDE;
    }

    private static String names(JsonNode check) {
        return check.findValues("path").stream().map(FeedClaim::name).collect(Collectors.joining(" "));
    }

    /** A path without its numbers, such as {@code entries.title}. */
    private static String name(JsonNode path) {
        return path.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .collect(Collectors.joining("."));
    }

    /** Of two sides or more the last is the value. */
    private Outcome equal(JsonNode sides) {
        JsonNode last = sides.path(sides.size() - 1);
        if (!last.has("value")) {
            aside.add("two paths compared");
            return Outcome.ASIDE;
        }
        JsonNode expected = last.path("value");
        List<Outcome> outcomes = sides.valueStream()
                .limit(sides.size() - 1)
                .map(side -> equal(side.path("path"), expected))
                .filter(one -> one != Outcome.ASIDE)
                .toList();
        if (outcomes.isEmpty()) {
            return Outcome.ASIDE;
        }
        return outcomes.contains(Outcome.FALSE) ? Outcome.FALSE : Outcome.TRUE;
    }

    private Outcome equal(JsonNode path, JsonNode expected) {
        Optional<Outcome> outcome = path.path(0).asString("").equals("entries")
                ? entry(path).flatMap(entry -> compare(entry, field(path, 2), expected))
                : feed(path, expected);
        return outcome.orElseGet(() -> {
            aside.add(name(path));
            return Outcome.ASIDE;
        });
    }

    private Optional<FeedView.Entry> entry(JsonNode path) {
        int index = path.path(1).asInt(-1);
        return index < 0
                ? Optional.empty()
                : Optional.of(
                        index < view.entries().size()
                                ? view.entries().get(index)
                                : new FeedView.Entry("", "", "", null, null, ""));
    }

    /** The names from a step on, without the numbers of lists that begin with nothing. */
    private static String field(JsonNode path, int from) {
        return path.valueStream()
                .skip(from)
                .map(step -> step.isString() ? step.stringValue() : step.asString())
                .collect(Collectors.joining("."));
    }

    private Optional<Outcome> feed(JsonNode path, JsonNode expected) {
        if (!List.of("feed", "channel").contains(path.path(0).asString(""))) {
            return Optional.empty();
        }
        return switch (field(path, 1)) {
            case "title", "title_detail.value" -> words(view.title(), expected);
            case "link" -> link(view.link(), expected);
            case "language" -> same(view.language().equalsIgnoreCase(expected.asString("")));
            case "rights", "copyright", "rights_detail.value", "copyright_detail.value" ->
                words(view.rights(), expected);
            default -> Optional.empty();
        };
    }

    private Optional<Outcome> compare(FeedView.Entry entry, String field, JsonNode expected) {
        return switch (field) {
            case "title", "title_detail.value" -> words(entry.title(), expected);
            case "link" -> link(entry.link(), expected);
            case "id", "guid" ->
                same(entry.id().equals(expected.asString(""))
                        || resolved(expected).equals(entry.id()));
            case "description", "summary", "summary_detail.value", "content.0.value" ->
                words(entry.summary(), expected);
            case "published_parsed", "issued_parsed", "created_parsed" -> moment(entry.published(), expected);
            case "updated_parsed", "modified_parsed", "date_parsed" ->
                moment(entry.updated() == null ? entry.published() : entry.updated(), expected);
            default -> Optional.empty();
        };
    }

    private static Optional<Outcome> same(boolean same) {
        return Optional.of(same ? Outcome.TRUE : Outcome.FALSE);
    }

    private static Optional<Outcome> words(String ours, JsonNode expected) {
        return same(words(ours).equals(words(expected.asString(""))));
    }

    /** The words of text or HTML, however often it was escaped. */
    private static String words(String html) {
        String text = html;
        for (int i = 0; i < 3; i++) {
            text = text.indexOf('<') < 0
                    ? Parser.unescapeEntities(text, false)
                    : Jsoup.parseBodyFragment(text).text();
        }
        return text.replaceAll("[\\s\\p{Cc}\\u00A0\\u2028\\u2029]+", " ").strip();
    }

    private Optional<Outcome> link(String ours, JsonNode expected) {
        return same(ours.equals(expected.asString("")) || ours.equals(resolved(expected)));
    }

    private String resolved(JsonNode expected) {
        try {
            return base.resolve(expected.asString("")).toString();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Optional<Outcome> moment(@Nullable Instant ours, JsonNode expected) {
        return same(ours != null && ours.equals(instant(expected)));
    }

    /** Of year, month, day, hour, minute, second. */
    private static @Nullable Instant instant(JsonNode numbers) {
        try {
            return LocalDateTime.of(
                            numbers.path(0).asInt(),
                            numbers.path(1).asInt(),
                            numbers.path(2).asInt(),
                            numbers.path(3).asInt(),
                            numbers.path(4).asInt(),
                            numbers.path(5).asInt())
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
