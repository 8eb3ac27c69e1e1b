package org.polywire.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.RightsDecision;
import org.polywire.pipeline.Newsroom;
import org.polywire.pipeline.Whereabouts;
import org.polywire.store.Event;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
import org.polywire.store.Standing;
import tools.jackson.databind.node.ObjectNode;

/** The account of an article that {@code where} gives: what it is, where it stands, what happens next, what happened. */
final class Account {
    private Account() {}

    static String text(Whereabouts where) {
        KnownArticle article = where.article();
        return article.title() + "\n  " + article.address() + "\n  from "
                + where.source().name() + ", id " + article.id()
                + ", " + stage(article) + "\n"
                + part("Rights", where.rights().map(Account::lines).orElse(List.of()))
                + part(
                        "Editions",
                        where.standings().stream()
                                .map(Standing::told)
                                .map(Account::line)
                                .toList())
                + part("Translations", Routes.lines(where))
                + part("Story", Versions.lines(where))
                + part("Texts", Revisions.lines(where))
                + part("Next", next(where))
                + part("History", where.history().stream().map(Account::line).toList());
    }

    private static String part(String title, List<String> lines) {
        return lines.isEmpty()
                ? ""
                : "\n" + title + "\n"
                        + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    /** The decision, the operator's word, and each thing that the source says. */
    private static List<String> lines(RightsDecision rights) {
        Stream<String> decision = Stream.of(
                Words.of(rights.usage()) + "; the operator's grant for the source: " + Words.of(rights.grant()));
        Stream<String> signals = rights.signals().stream()
                .map(signal -> Words.of(signal.kind()) + ", leaves "
                        + Words.of(signal.kind().most()) + "  " + signal.place() + ": " + signal.evidence());
        return Stream.concat(decision, signals).toList();
    }

    private static ObjectNode json(RightsDecision rights) {
        ObjectNode node = Json.object()
                .put("usage", rights.usage().name())
                .put("grant", rights.grant().name());
        return node.set(
                "signals",
                Json.array(rights.signals().stream()
                        .map(signal -> Json.object()
                                .put("kind", signal.kind().name())
                                .put("leaves", signal.kind().most().name())
                                .put("place", signal.place())
                                .put("evidence", signal.evidence()))
                        .toList()));
    }

    private static String stage(KnownArticle article) {
        String why = Words.why(article.reason(), article.detail());
        return Words.of(article.stage()) + (why.isEmpty() ? "" : ": " + why);
    }

    private static String line(Standing standing) {
        String why = Words.why(standing.reason(), standing.detail());
        String findings = standing.findings().stream().map(Account::line).collect(Collectors.joining());
        return standing.edition() + "  " + Words.of(standing.state()) + (why.isEmpty() ? "" : ": " + why) + findings;
    }

    private static String line(Finding finding) {
        return "\n      " + finding.severity() + " " + finding.code() + " at " + finding.place() + ": "
                + finding.code().words() + (finding.evidence().isBlank() ? "" : " «" + finding.evidence() + "»");
    }

    private static String line(Event event) {
        return Stream.of(
                        Words.moment(event.at()),
                        Words.of(event.step()),
                        event.edition() == null ? "" : "in " + event.edition(),
                        event.code(),
                        event.detail())
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining("  "));
    }

    /** What happens next, in whole sentences; never empty. */
    static List<String> next(Whereabouts where) {
        List<String> sentences = new ArrayList<>(List.of(next(where.article())));
        boolean shown = where.article().stage() == Stage.EXTRACTED;
        where.standings().stream()
                .filter(standing -> shown || standing.state() != Standing.State.REFUSED)
                .map(Account::next)
                .filter(sentence -> !sentence.isEmpty())
                .forEach(sentences::add);
        return sentences;
    }

    private static String next(KnownArticle article) {
        Instant visit = article.nextVisit();
        String when = visit == null ? "" : Words.moment(visit);
        return switch (article.stage()) {
            case SIGHTED -> "Its page is fetched as soon as there is a turn for it at its server.";
            case EXTRACTED ->
                visit == null
                        ? "Its page is not looked at again by itself; a change in its feed would be followed."
                        : "Its page is looked at again at " + when + "; a correction or withdrawal will be followed.";
            case FAILED ->
                visit == null
                        ? "It was given up after " + article.attempts()
                                + " attempts; a change in its feed would be followed."
                        : "It is tried again at " + when + ", after " + article.attempts() + " attempts.";
            case REFUSED ->
                visit == null
                        ? "It stays refused; a change in its feed would be looked at."
                        : "Its page is looked at again at " + when + ".";
            case WITHDRAWN -> "Nothing; its permalinks say that it was withdrawn.";
        };
    }

    private static String next(Standing standing) {
        Instant nextTry = standing.nextTry();
        return switch (standing.state()) {
            case PENDING -> standing.edition() + ": it is translated as soon as there is a place for it.";
            case FAILED ->
                nextTry == null
                        ? standing.edition() + ": it was given up after " + standing.attempts() + " attempts."
                        : standing.edition() + ": it is tried again at " + Words.moment(nextTry) + ".";
            case HELD -> standing.edition() + ": it is kept back; when its source changes it, it is translated anew.";
            case REFUSED -> refused(standing);
            case PUBLISHED, WITHDRAWN -> "";
        };
    }

    private static String refused(Standing standing) {
        return standing.reason() == null || !Newsroom.REOPENED.contains(standing.reason())
                ? ""
                : standing.edition()
                        + ": it stays refused, unless other engines, floors or limits let it through when the newsroom next starts"
                        + " or has fetched models, and it is not too old by then.";
    }

    static ObjectNode json(Whereabouts where) {
        KnownArticle article = where.article();
        ObjectNode node = Json.object()
                .put("id", article.id().value())
                .put("address", article.address().toString())
                .put("title", article.title())
                .put("source", where.source().id().value())
                .put("stage", article.stage().name())
                .put("code", article.reason() == null ? "" : article.reason().name())
                .put("detail", article.detail())
                .put("version", article.version());
        where.rights().ifPresent(rights -> node.set("rights", json(rights)));
        node.set(
                "editions",
                Json.array(where.standings().stream()
                        .map(Standing::told)
                        .map(Account::json)
                        .toList()));
        node.set("translations", Routes.json(where));
        node.set("story", Versions.json(where));
        node.set("revisions", Revisions.json(where));
        node.set("next", Json.texts(next(where)));
        return node.set(
                "history",
                Json.array(where.history().stream().map(Account::json).toList()));
    }

    private static ObjectNode json(Standing standing) {
        ObjectNode node = Json.object()
                .put("edition", standing.edition().value())
                .put("state", standing.state().name())
                .put("code", standing.reason() == null ? "" : standing.reason().name())
                .put("detail", standing.detail())
                .put(
                        "nextTry",
                        standing.nextTry() == null ? "" : standing.nextTry().toString());
        return node.set(
                "findings",
                Json.array(standing.findings().stream()
                        .map(finding -> Json.object()
                                .put("code", finding.code().name())
                                .put("severity", finding.severity().name())
                                .put("place", finding.place().path())
                                .put("evidence", finding.evidence()))
                        .toList()));
    }

    private static ObjectNode json(Event event) {
        ObjectNode node = Json.object()
                .put("at", event.at().toString())
                .put("step", event.step().name())
                .put("code", event.code())
                .put("detail", event.detail());
        return event.edition() == null
                ? node
                : node.put("edition", event.edition().value());
    }
}
