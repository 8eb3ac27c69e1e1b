package org.polywire.publish;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.SectionName;
import org.polywire.publish.Pages.Freshness;
import org.polywire.publish.SearchView.Choice;

/** The page where readers search an edition. */
final class SearchPage {
    private final Workshop workshop;

    SearchPage(Workshop workshop) {
        this.workshop = workshop;
    }

    Page of(Edition edition, SearchTerms terms, Optional<Found> found, Site.Filters filters, Instant now) {
        Wording wording = workshop.wording(edition);
        String action = workshop.path(new Resource.Search(edition));
        Frame frame = workshop.frames().search(edition, wording, terms);
        SearchView view = new SearchView(
                frame,
                terms,
                action,
                sources(filters.sources(), terms.source()),
                choices(filters.sections(), name -> name, name -> name, spelled(filters.sections(), terms.section())),
                choices(filters.originals(), LanguageTag::value, wording::nameOf, terms.original()),
                found.map(some -> SearchView.said(wording, terms, some)).orElse(Html.NONE),
                found.map(some -> results(edition, wording, some, now)).orElse(List.of()),
                found.map(some -> turn(action, terms, some, -Site.SEARCH_LENGTH))
                        .orElse(""),
                found.map(some -> turn(action, terms, some, Site.SEARCH_LENGTH)).orElse(""));
        return workshop.page(200, wording, Freshness.LIST, false, Optional.empty(), "search", view);
    }

    private static List<Choice> sources(Map<String, String> names, String chosen) {
        return names.entrySet().stream()
                .map(one ->
                        new Choice(one.getKey(), one.getValue(), one.getKey().equals(chosen)))
                .toList();
    }

    /** A section as it is offered, also where it was asked for by another spelling. */
    private static String spelled(List<String> sections, String asked) {
        return sections.stream()
                .filter(name -> SectionName.of(name).equals(SectionName.of(asked)))
                .findFirst()
                .orElse(asked);
    }

    private static <T> List<Choice> choices(
            Collection<T> all, Function<T, String> value, Function<T, String> name, String chosen) {
        return all.stream()
                .map(one -> new Choice(
                        value.apply(one), name.apply(one), value.apply(one).equals(chosen)))
                .toList();
    }

    private List<SearchView.Result> results(Edition edition, Wording wording, Found found, Instant now) {
        return found.hits().stream()
                .flatMap(hit -> Copy.of(edition, hit.publication(), workshop.config()).stream()
                        .map(copy -> SearchView.Result.of(copy, wording, hit, now, workshop::path)))
                .toList();
    }

    /** The address of the page before or after; empty if there is none. */
    private static String turn(String action, SearchTerms terms, Found found, int by) {
        int from = found.from() + by;
        return from < 0 || from >= found.total()
                ? ""
                : action + "?" + terms.query() + (from == 0 ? "" : "&from=" + from);
    }
}
