package org.polywire.publish;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Found.Run;

/**
 * The search page: a form that is filled as it was sent, and what was found.
 *
 * @param action where the form goes
 * @param said how much was found, or that nothing was; none before the first search
 * @param previous the address of the page before this one; empty if there is none, likewise {@code next}
 */
record SearchView(
        Frame frame,
        SearchTerms terms,
        String action,
        List<Choice> sources,
        List<Choice> sections,
        List<Choice> originals,
        Html said,
        List<Result> results,
        String previous,
        String next) {

    /** What can be chosen in the form. */
    public record Choice(String value, String name, boolean chosen) {}

    /**
     * An article that was found.
     *
     * @param mark what the copy is, in a few words; never blank
     */
    record Result(
            String href,
            Html headline,
            Html excerpt,
            String outlet,
            LanguageTag outletLanguage,
            boolean machine,
            String mark,
            Html time) {
        Result {
            if (mark.isBlank()) {
                throw new IllegalArgumentException("a result that does not say what it is");
            }
        }

        static Result of(Copy copy, Wording wording, Found.Hit hit, Instant now, Function<Resource, String> href) {
            Instant first = copy.entry().firstAt();
            return new Result(
                    href.apply(copy.resource()),
                    marked(hit.headline()),
                    marked(hit.excerpt()),
                    copy.article().outlet().name(),
                    copy.translation().from(),
                    copy.translation().byMachine(),
                    Notice.mark(copy, wording),
                    Html.time(first.toString(), wording.recent(first, now)));
        }

        private static Html marked(List<Run> runs) {
            return new Html(runs.stream()
                    .map(run -> run.found() ? "<mark>" + Html.escape(run.text()) + "</mark>" : Html.escape(run.text()))
                    .collect(Collectors.joining()));
        }
    }

    static Html said(Wording wording, SearchTerms terms, Found found) {
        if (found.total() == 0) {
            return Html.text(wording.say("search.none"));
        }
        String count = found.exact()
                ? wording.say("search.count", Map.of("count", found.total()))
                : wording.say("search.many", Map.of("count", found.total()));
        if (found.corrected().isEmpty()) {
            return Html.text(count);
        }
        Html corrected = wording.sentence(
                        "search.corrected", Map.of("typed", quoted(terms.text()), "instead", quoted(found.corrected())))
                .html();
        return new Html(corrected.markup() + " " + Html.escape(count));
    }

    private static Slot quoted(String text) {
        return new Slot(text, new Html("<q><bdi>" + Html.escape(text) + "</bdi></q>"));
    }
}
