package org.polywire.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.polywire.app.Parameters.Wrong;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Api;
import org.polywire.publish.Page;
import org.polywire.publish.Problem;
import org.polywire.search.Filters;
import org.polywire.search.SearchQuery;
import org.polywire.search.SearchQuery.Order;

/** Version 1 of the API, made from the publication log whenever it is asked. Safe to share between threads. */
final class PublicApi {
    static final String ROOT = "/api/v1";

    private static final int LIST = 20;
    private static final int MOST = 100;
    private static final int SUGGESTIONS = 8;
    private static final int MOST_SUGGESTIONS = 20;
    private static final int LONGEST_BEGINNING = 60;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15})-([a-z2-7]{12})");

    private final Api api;
    private final List<Edition> editions;
    private final Archive archive;
    private final SearchDesk search;

    PublicApi(Api api, List<Edition> editions, Archive archive, SearchDesk search) {
        this.api = api;
        this.editions = editions;
        this.archive = archive;
        this.search = search;
    }

    /** Whether a path is the API's to answer. */
    static boolean owns(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The answer to a GET, also where it is a problem. */
    Page at(Request request) {
        try {
            return answer(request);
        } catch (Wrong e) {
            return api.problem(e.problem());
        }
    }

    /** Why there is no answer to a request that could not be read, may not be made or went wrong. */
    Page failed(int status) {
        Problem.Kind kind = Problem.Kind.of(status);
        return api.problem(Problem.of(kind, advice(kind)));
    }

    private static String advice(Problem.Kind kind) {
        return switch (kind) {
            case BAD_REQUEST -> "The request does not have the form that HTTP asks for.";
            case NOT_FOUND, WITHDRAWN -> "Begin at " + ROOT + ", which has links to everything that there is.";
            case METHOD_NOT_ALLOWED -> "Use GET or HEAD.";
            case TOO_LONG -> "An address may have " + Counter.LONGEST_ADDRESS + " characters.";
            case HEADER_TOO_LONG -> "Send fewer headers, or shorter ones.";
            case INTERNAL_ERROR -> "Please try again in a moment.";
        };
    }

    private Page answer(Request request) throws Wrong {
        String path = request.path();
        List<String> steps = path.startsWith(ROOT)
                ? Pattern.compile("/")
                        .splitAsStream(path.substring(ROOT.length()))
                        .filter(step -> !step.isEmpty())
                        .toList()
                : List.of("?");
        Parameters parameters = new Parameters(request);
        return switch (steps.isEmpty() ? "" : steps.getFirst()) {
            case "editions" -> editions(steps.subList(1, steps.size()), parameters);
            case "articles" -> steps.size() == 2 ? everywhere(article(steps.get(1)), parameters) : nothing();
            case "stories" -> steps.size() == 2 ? story(new StoryId(article(steps.get(1))), parameters) : nothing();
            case "search" -> steps.size() == 1 ? search(parameters) : nothing();
            case "suggestions" -> steps.size() == 1 ? suggestions(parameters) : nothing();
            case "log" -> steps.size() == 1 ? log(parameters) : nothing();
            case "openapi.json" -> steps.size() == 1 ? plain(parameters, api.openApi()) : nothing();
            case "" -> plain(parameters, api.start());
            default -> nothing();
        };
    }

    private static Page plain(Parameters parameters, Page page) throws Wrong {
        parameters.only(Set.of()).check();
        return page;
    }

    private Page editions(List<String> steps, Parameters parameters) throws Wrong {
        if (steps.isEmpty()) {
            return plain(parameters, api.editions());
        }
        Edition edition = edition(steps.getFirst()).orElseThrow(PublicApi::missing);
        if (steps.size() == 1) {
            return plain(parameters, api.edition(edition));
        }
        if (steps.get(1).equals("stories") && steps.size() == 2) {
            return stories(edition, parameters);
        }
        if (!steps.get(1).equals("articles") || steps.size() > 4) {
            return nothing();
        }
        if (steps.size() == 2) {
            return articles(edition, parameters);
        }
        Publication publication =
                archive.find(edition.language(), article(steps.get(2))).orElseThrow(PublicApi::missing);
        return switch (steps.size() == 3 ? "" : steps.get(3)) {
            case "" -> plain(parameters, api.article(publication));
            case "ninjs" -> plain(parameters, api.ninjs(publication));
            case "newsml" -> plain(parameters, api.newsml(publication));
            default -> nothing();
        };
    }

    /** A place in the order of an edition's articles. */
    private record Place(Instant firstAt, ArticleId article) {
        static Optional<Place> of(String text) {
            return Optional.of(CURSOR.matcher(text))
                    .filter(form -> form.matches())
                    .map(form -> new Place(
                            Instant.ofEpochMilli(Long.parseLong(form.group(1))), new ArticleId(form.group(2))));
        }

        static String after(Entry entry) {
            return entry.firstAt().toEpochMilli() + "-" + entry.article();
        }
    }

    private Page articles(Edition edition, Parameters parameters) throws Wrong {
        Part part = part(
                parameters, (from, limit) -> archive.older(edition.language(), from.firstAt(), from.article(), limit));
        return api.articles(edition, part.page(), part.next());
    }

    private Page stories(Edition edition, Parameters parameters) throws Wrong {
        Part part = part(
                parameters, (from, limit) -> archive.shared(edition.language(), from.firstAt(), from.article(), limit));
        List<ArticleId> leads =
                part.page().stream().map(lead -> lead.entry().article()).toList();
        return api.stories(edition, part.page(), archive.told(languages(), leads), part.next());
    }

    private List<LanguageTag> languages() {
        return editions.stream().map(Edition::language).toList();
    }

    /** A page of a list, and the cursor of the next; empty on the last. */
    private record Part(List<Publication> page, String next) {}

    private static Part part(Parameters parameters, BiFunction<Place, Integer, List<Publication>> list) throws Wrong {
        int limit = parameters.number("limit", 1, MOST, LIST);
        Place from = parameters
                .value("cursor", "must be the \"next\" of the page before", Place::of)
                .orElse(new Place(Instant.ofEpochMilli(Long.MAX_VALUE), new ArticleId("777777777777")));
        parameters.only(Set.of("limit", "cursor")).check();
        List<Publication> listed = list.apply(from, limit + 1);
        boolean more = listed.size() > limit;
        List<Publication> page = more ? listed.subList(0, limit) : listed;
        return new Part(page, more ? Place.after(page.getLast().entry()) : "");
    }

    /** By its name, by that of one which was found to be a part of it, or by any of its articles. */
    private Page story(StoryId asked, Parameters parameters) throws Wrong {
        parameters.only(Set.of()).check();
        StoryId story = archive.storyNameOf(asked.first()).orElseThrow(PublicApi::missing);
        List<Publication> shown = new ArrayList<>();
        List<Publication> entries = new ArrayList<>();
        for (Edition edition : editions) {
            shown.addAll(archive.ofStory(edition.language(), story));
            entries.addAll(archive.entries(edition.language(), story, MOST));
        }
        Comparator<Publication> inOrder =
                Comparator.comparingLong(publication -> publication.entry().sequence());
        entries.sort(inOrder.reversed());
        return entries.isEmpty() ? nothing() : api.story(story, shown, entries);
    }

    private Page everywhere(ArticleId article, Parameters parameters) throws Wrong {
        parameters.only(Set.of()).check();
        List<Publication> found = editions.stream()
                .flatMap(edition -> archive.find(edition.language(), article).stream())
                .toList();
        return found.isEmpty() ? nothing() : api.everywhere(found);
    }

    private Page log(Parameters parameters) throws Wrong {
        long after = parameters.sequence("after");
        int limit = parameters.number("limit", 1, MOST, LIST);
        parameters.only(Set.of("after", "limit")).check();
        List<Publication> read = archive.log(after, limit + 1);
        List<Publication> page = read.size() > limit ? read.subList(0, limit) : read;
        long next = page.isEmpty() ? after : page.getLast().entry().sequence();
        List<Publication> carried = new ArrayList<>(page);
        // An edition that the operator gave up has no words any more.
        carried.removeIf(publication -> edition(publication.entry().edition()).isEmpty());
        return api.log(carried, next, read.size() <= limit);
    }

    private Page search(Parameters parameters) throws Wrong {
        Filters filters = new Filters(
                parameters
                        .value("source", "is not the name of a source", text -> Optional.of(new SourceId(text)))
                        .orElse(null),
                parameters.text("section", SearchQuery.LONGEST_TEXT),
                parameters
                        .value("original", "is not a language tag (BCP 47)", text -> Optional.of(new LanguageTag(text)))
                        .orElse(null),
                parameters.day("since").orElse(null),
                parameters.day("until").orElse(null));
        String text = parameters.text("q", SearchQuery.LONGEST_TEXT);
        List<LanguageTag> where = where(parameters);
        Order order = parameters
                .value("order", "must be \"relevance\" or \"newest\"", PublicApi::order)
                .orElse(Order.RELEVANCE);
        int from = parameters.number("from", 0, SearchQuery.DEEPEST, 0);
        int limit = parameters.number("limit", 1, SearchQuery.MOST, LIST);
        parameters
                .only(Set.of(
                        "q", "edition", "source", "section", "original", "since", "until", "order", "from", "limit"))
                .check();
        return api.search(search.find(new SearchQuery(text, where, filters, order, from, limit)));
    }

    private static Optional<Order> order(String text) {
        return switch (text) {
            case "relevance" -> Optional.of(Order.RELEVANCE);
            case "newest" -> Optional.of(Order.NEWEST);
            default -> Optional.empty();
        };
    }

    private List<LanguageTag> where(Parameters parameters) {
        return parameters
                .value("edition", "is not an edition of this publication", this::edition)
                .map(edition -> List.of(edition.language()))
                .orElseGet(this::languages);
    }

    private Page suggestions(Parameters parameters) throws Wrong {
        String beginning = parameters.text("beginning", LONGEST_BEGINNING);
        int limit = parameters.number("limit", 1, MOST_SUGGESTIONS, SUGGESTIONS);
        List<LanguageTag> where = where(parameters);
        parameters.only(Set.of("beginning", "limit", "edition")).check();
        return api.suggestions(beginning, search.completions(beginning, where, limit));
    }

    private Optional<Edition> edition(String path) {
        return editions.stream().filter(edition -> edition.path().equals(path)).findFirst();
    }

    private Optional<Edition> edition(LanguageTag language) {
        return editions.stream()
                .filter(edition -> edition.language().equals(language))
                .findFirst();
    }

    private static ArticleId article(String text) throws Wrong {
        if (!text.matches("[a-z2-7]{12}")) {
            throw missing();
        }
        return new ArticleId(text);
    }

    private static Wrong missing() {
        return new Wrong(Problem.of(Problem.Kind.NOT_FOUND, advice(Problem.Kind.NOT_FOUND)));
    }

    private static Page nothing() throws Wrong {
        throw missing();
    }
}
