package org.polywire.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.StoryId;
import org.polywire.model.Told;
import org.polywire.publish.Pages.Freshness;
import tools.jackson.databind.node.ObjectNode;

/**
 * The publication for programs: version 1 of the API, and the news formats ninjs and NewsML-G2. Pure functions from publications to
 * answers, like {@link Site}.
 *
 * <p>No form of an article leaves here without its disclosure: {@link ApiArticle}, {@link Ninjs} and {@link NewsMl} need a
 * {@link Notice}. Immutable but for what it remembers of catalogues; safe to share between threads.
 */
public final class Api {
    private static final String JSON_TYPE = "application/json";
    private static final String PROBLEM_TYPE = "application/problem+json";

    private final SiteConfig config;
    private final Addresses addresses;
    private final ApiArticle articles;
    private final ApiStory stories;
    private final Ninjs ninjs;
    private final NewsMl newsml;
    private final Map<LanguageTag, Wording> wordings = new ConcurrentHashMap<>();

    public Api(SiteConfig config, Addresses addresses) {
        this.config = config;
        this.addresses = addresses;
        articles = new ApiArticle(addresses);
        stories = new ApiStory(addresses);
        ninjs = new Ninjs(addresses);
        newsml = new NewsMl(config, addresses);
    }

    /** What the publication is and where the API's parts are. */
    public Page start() {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("title", config.title());
        form.put("operator", config.operator());
        form.put("contact", config.contact());
        form.put("url", config.address().toASCIIString());
        form.put(
                "links",
                Map.of(
                        "editions", addresses.api("editions"),
                        "search", addresses.api("search"),
                        "log", addresses.api("log"),
                        "openapi", addresses.api("openapi.json")));
        return json(Freshness.HOUSE, Optional.empty(), form);
    }

    public Page editions() {
        return json(
                Freshness.HOUSE,
                Optional.empty(),
                Map.of("editions", config.editions().stream().map(this::form).toList()));
    }

    public Page edition(Edition edition) {
        return json(Freshness.HOUSE, Optional.empty(), form(edition));
    }

    private Map<String, Object> form(Edition edition) {
        String self = "editions/" + edition.path();
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("edition", edition.path());
        form.put("language", edition.language().value());
        form.put("direction", Wording.direction(edition.language()));
        form.put("title", edition.title());
        form.put("url", addresses.absolute(new Resource.Front(edition)).toASCIIString());
        form.put(
                "links",
                Map.of(
                        "self", addresses.api(self),
                        "articles", addresses.api(self + "/articles"),
                        "stories", addresses.api(self + "/stories")));
        return form;
    }

    /**
     * A page of an edition's articles, the newest first, without their texts.
     *
     * @param next the cursor of the page after this one; empty on the last
     */
    public Page articles(Edition edition, List<Publication> listed, String next) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("articles", summaries(edition, listed));
        form.put("next", next.isEmpty() ? null : next);
        Page page = json(Freshness.LIST, Pages.lastChange(listed), form);
        return next.isEmpty()
                ? page
                : linked(page, addresses.api("editions/" + edition.path() + "/articles?cursor=" + next));
    }

    private List<Map<String, Object>> summaries(Edition edition, List<Publication> listed) {
        return Copy.all(edition, listed, config).stream()
                .map(copy -> articles.summary(notice(copy)))
                .toList();
    }

    /**
     * A page of the stories that several articles of an edition tell, the newest first.
     *
     * @param leads the articles that have the stories' places
     * @param told their stories
     * @param next the cursor of the page after this one; empty on the last
     */
    public Page stories(Edition edition, List<Publication> leads, Map<ArticleId, Told> told, String next) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put(
                "stories",
                Copy.all(edition, leads, config).stream()
                        .flatMap(copy -> Optional.ofNullable(
                                        told.get(copy.entry().article()))
                                .stream()
                                .map(story -> listed(copy, story)))
                        .toList());
        form.put("next", next.isEmpty() ? null : next);
        Page page = json(Freshness.LIST, Pages.lastChange(leads), form);
        return next.isEmpty()
                ? page
                : linked(page, addresses.api("editions/" + edition.path() + "/stories?cursor=" + next));
    }

    private Map<String, Object> listed(Copy copy, Told told) {
        return stories.listed(copy.edition(), told.story(), told.articles(), articles.summary(notice(copy)));
    }

    /**
     * A story in all editions: its articles without their texts, and what happened to them; where all were withdrawn, a problem
     * (410).
     *
     * @param shown what editions show of it, edition by edition
     * @param entries what the log says of its articles, the newest first
     */
    public Page story(StoryId story, List<Publication> shown, List<Publication> entries) {
        if (shown.isEmpty()) {
            return problem(Problem.of(Problem.Kind.WITHDRAWN, "All articles of the story were taken down."));
        }
        List<Edition> pages = shown.stream().map(this::edition).distinct().toList();
        List<Map<String, Object>> summaries =
                shown.stream().map(one -> articles.summary(notice(one))).toList();
        return json(Freshness.LIST, Pages.lastChange(entries), stories.whole(story, pages, summaries, entries));
    }

    private static Page linked(Page page, String next) {
        return Pages.with(page, "Link", "<" + next + ">; rel=\"next\"");
    }

    /** An article with its text; where it was withdrawn, a problem (410) that holds its tombstone. */
    public Page article(Publication publication) {
        return withdrawn(publication)
                .map(this::gone)
                .orElseGet(() -> json(Freshness.TEXT, changed(publication), whole(publication)));
    }

    private Page gone(Withdrawn withdrawn) {
        Problem problem = Problem.of(Problem.Kind.WITHDRAWN, withdrawn.reason().words());
        Map<String, Object> form = form(problem);
        form.put("article", tombstone(withdrawn));
        return problem(problem, form);
    }

    /** The same article in every edition that has it; withdrawn ones as tombstones. */
    public Page everywhere(List<Publication> publications) {
        return json(
                Freshness.TEXT,
                Pages.lastChange(publications),
                Map.of("articles", publications.stream().map(this::form).toList()));
    }

    /** As ninjs 3.1; a withdrawn article as the order to cancel it (410). */
    public Page ninjs(Publication publication) {
        Map<String, Object> item = withdrawn(publication)
                .map(withdrawn -> ninjs.cancelled(edition(publication), withdrawn.entry()))
                .orElseGet(() -> ninjs.article(notice(publication)));
        return Pages.data(status(publication), JSON_TYPE, Freshness.TEXT, changed(publication), Forms.json(item));
    }

    /** As NewsML-G2 2.35; a withdrawn article as the order to cancel it (410). */
    public Page newsml(Publication publication) {
        String item = withdrawn(publication)
                .map(withdrawn -> newsml.cancelled(edition(publication), withdrawn.entry()))
                .orElseGet(() -> newsml.article(notice(publication)));
        return Pages.data(
                status(publication),
                "application/vnd.iptc.g2.newsitem+xml; charset=utf-8",
                Freshness.TEXT,
                changed(publication),
                item);
    }

    /**
     * Entries of the publication log, in order: each article as it was then, with its text.
     *
     * @param next the sequence number to go on from
     * @param complete whether there are no further entries now
     */
    public Page log(List<Publication> entries, long next, boolean complete) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("entries", entries.stream().map(this::form).toList());
        form.put("next", next);
        form.put("complete", complete);
        Page page = json(Freshness.LIST, Optional.empty(), form);
        return complete ? page : linked(page, addresses.api("log?after=" + next));
    }

    /** What a search found. */
    public Page search(Found found) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("total", found.total());
        form.put("exact", found.exact());
        form.put("corrected", found.corrected().isEmpty() ? null : found.corrected());
        form.put("from", found.from());
        List<Map<String, Object>> hits = new ArrayList<>();
        for (Found.Hit hit : found.hits()) {
            Copy.of(edition(hit.publication()), hit.publication(), config).ifPresent(copy -> hits.add(hit(copy, hit)));
        }
        form.put("hits", hits);
        return json(Freshness.LIST, Optional.empty(), form);
    }

    private Map<String, Object> hit(Copy copy, Found.Hit hit) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("article", articles.summary(notice(copy)));
        form.put("headline", hit.headline().stream().map(Api::run).toList());
        form.put("excerpt", hit.excerpt().stream().map(Api::run).toList());
        return form;
    }

    private static Map<String, Object> run(Found.Run run) {
        return Map.of("text", run.text(), "found", run.found());
    }

    /** How words that begin so may go on. */
    public Page suggestions(String beginning, List<String> words) {
        return json(
                Freshness.LIST, Optional.empty(), new LinkedHashMap<>(Map.of("beginning", beginning, "words", words)));
    }

    /** The API's own description, as OpenAPI 3.1. */
    public Page openApi() {
        ObjectNode description = (ObjectNode) Forms.read(Assets.read("openapi.json"));
        description.putArray("servers").addObject().put("url", origin());
        ((ObjectNode) description.path("info")).putObject("contact").put("name", config.operator());
        return Pages.data(200, JSON_TYPE, Freshness.HOUSE, Optional.empty(), description.toString());
    }

    /** Where the paths of the description begin: they have the slash. */
    private String origin() {
        return config.address().toASCIIString().replaceFirst("/$", "");
    }

    /** Why there is no other answer. */
    public Page problem(Problem problem) {
        return problem(problem, form(problem));
    }

    private Page problem(Problem problem, Map<String, Object> form) {
        int status = problem.kind().status();
        return Pages.data(status, PROBLEM_TYPE, Pages.kept(status, Freshness.LIST), Optional.empty(), Forms.json(form));
    }

    private Map<String, Object> form(Problem problem) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("type", addresses.api("problems/" + problem.kind().path()));
        form.put("title", problem.kind().title());
        form.put("status", problem.kind().status());
        form.put("detail", problem.detail());
        if (!problem.parameters().isEmpty()) {
            form.put(
                    "errors",
                    problem.parameters().stream()
                            .map(one -> Map.of("parameter", one.name(), "detail", one.detail()))
                            .toList());
        }
        return form;
    }

    /** A log entry as a webhook's payload, see the OpenAPI description; the text is the article's of that moment. */
    public String event(Publication publication) {
        Map<String, Object> form = new LinkedHashMap<>();
        String type = switch (publication) {
            case Publication.Published published -> "article.published";
            case Publication.Corrected corrected -> "article.corrected";
            case Withdrawn withdrawn -> "article.withdrawn";
        };
        form.put("type", type);
        form.put("timestamp", publication.entry().at().toString());
        form.put("data", form(publication));
        return Forms.json(form);
    }

    private Map<String, Object> form(Publication publication) {
        return withdrawn(publication).map(this::tombstone).orElseGet(() -> whole(publication));
    }

    private Map<String, Object> whole(Publication publication) {
        return articles.whole(notice(publication));
    }

    private Map<String, Object> tombstone(Withdrawn withdrawn) {
        Resource.Text place =
                new Resource.Text(edition(withdrawn), withdrawn.entry().article());
        return articles.tombstone(place, withdrawn);
    }

    private static Optional<Withdrawn> withdrawn(Publication publication) {
        return publication instanceof Withdrawn withdrawn ? Optional.of(withdrawn) : Optional.empty();
    }

    private static int status(Publication publication) {
        return publication instanceof Withdrawn ? 410 : 200;
    }

    private static Optional<Instant> changed(Publication publication) {
        return Optional.of(publication.entry().at());
    }

    private Notice notice(Publication publication) {
        return notice(Copy.of(edition(publication), publication, config).orElseThrow());
    }

    private Notice notice(Copy copy) {
        Function<Resource, String> absolute =
                resource -> addresses.absolute(resource).toASCIIString();
        Wording wording = wordings.computeIfAbsent(copy.edition().language(), Wording::new);
        return new Notice(copy, wording, config, absolute);
    }

    private Edition edition(Publication publication) {
        LanguageTag language = publication.entry().edition();
        return config.editions().stream()
                .filter(edition -> edition.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no edition in " + language));
    }

    private static Page json(Freshness freshness, Optional<Instant> changed, Map<String, Object> form) {
        return Pages.data(200, JSON_TYPE, freshness, changed, Forms.json(form));
    }
}
