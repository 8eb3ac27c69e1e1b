package org.polywire.app;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.store.Event;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells what happens in a newsroom as it happens, a line for each event. What no edition could ever have had (no engine for the
 * languages) is told as JSON only: {@code where} has it, and people would see little else. Safe to share between threads.
 */
final class Teller implements Consumer<Event> {
    private static final int LONGEST_TITLE = 70;
    private static final int REMEMBERED = 500;
    private static final Set<String> COMMON = Set.of("NO_ROUTE", "BELOW_FLOOR", "ORIGINAL_NOT_CARRIED");

    private final House house;
    private final PrintWriter out;
    private final boolean json;

    /** The source and title of the articles that were seen last. */
    private final Map<ArticleId, Subject> subjects = new LinkedHashMap<>();

    private record Subject(String source, String title) {}

    /**
     * @param json whether each line is a JSON object
     */
    Teller(House house, PrintWriter out, boolean json) {
        this.house = house;
        this.out = out;
        this.json = json;
    }

    @Override
    public void accept(Event event) {
        if (event.step() != Event.Step.UNCHANGED && (json || !COMMON.contains(event.code()))) {
            Subject subject = subject(event.article());
            tell(json ? json(event, subject).toString() : line(event, subject));
        }
    }

    private synchronized void tell(String line) {
        out.println(line);
        out.flush();
    }

    private synchronized Subject subject(ArticleId article) {
        if (subjects.size() > REMEMBERED) {
            subjects.remove(subjects.keySet().iterator().next());
        }
        return subjects.computeIfAbsent(
                article,
                id -> house.archive()
                        .where(id.value())
                        .map(where -> new Subject(
                                where.source().id().value(), where.article().title()))
                        .orElseGet(() -> new Subject("", "")));
    }

    private String line(Event event, Subject subject) {
        LanguageTag edition = event.edition();
        boolean explained = !event.code().isEmpty();
        String title = explained || event.detail().isEmpty() ? subject.title : event.detail();
        String link = edition != null && isOnTheSite(event) ? "  " + house.permalink(edition, event.article()) : "";
        return String.format(
                Locale.ROOT,
                "%s  %-9s  %-5s  %s  %s%s%s",
                Words.clock(event.at()),
                Words.of(event.step()),
                edition == null ? "" : edition.value(),
                subject.source,
                shortened(title),
                explained ? "  " + event.code() + " " + event.detail() : "",
                link);
    }

    private static boolean isOnTheSite(Event event) {
        return event.step() == Event.Step.PUBLISHED || event.step() == Event.Step.CORRECTED;
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE).stripTrailing() + "…";
    }

    private static ObjectNode json(Event event, Subject subject) {
        ObjectNode node = Json.object()
                .put("at", event.at().toString())
                .put("step", event.step().name())
                .put("article", event.article().value())
                .put("source", subject.source)
                .put("title", subject.title)
                .put("code", event.code())
                .put("detail", event.detail());
        return event.edition() == null
                ? node
                : node.put("edition", event.edition().value());
    }
}
