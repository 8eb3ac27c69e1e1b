package org.polywire.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polywire.model.ArticleId;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Published;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Overview;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
import org.polywire.store.Standing;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a newsroom has done, in numbers.
 *
 * @param reasons why articles were refused before any edition, with how many each
 * @param times from sighting to site, by edition, shortest first
 */
public record Summary(
        Overview overview,
        List<Edition> editions,
        Map<String, Integer> reasons,
        Map<LanguageTag, List<Duration>> times) {
    private static final int PAGE = 200;

    public Summary {
        editions = List.copyOf(editions);
        reasons = Map.copyOf(reasons);
        times = Map.copyOf(times);
    }

    public static Summary of(Archive archive, List<Edition> editions) {
        Map<ArticleId, KnownArticle> articles = new HashMap<>();
        archive.articles().forEach(article -> articles.put(article.id(), article));
        Map<String, Integer> reasons = new TreeMap<>();
        articles.values().stream()
                .filter(article -> article.stage() == Stage.REFUSED)
                .forEach(article -> reasons.merge(String.valueOf(article.reason()), 1, Integer::sum));
        Map<LanguageTag, List<Duration>> times = times(archive, articles);
        return new Summary(archive.overview(), editions, reasons, times);
    }

    private static Map<LanguageTag, List<Duration>> times(Archive archive, Map<ArticleId, KnownArticle> articles) {
        Map<LanguageTag, List<Duration>> times = new HashMap<>();
        List<Publication> page = archive.log(0, PAGE);
        while (!page.isEmpty()) {
            for (Publication publication : page) {
                KnownArticle article = articles.get(publication.entry().article());
                if (publication instanceof Published && publication.entry().version() == 1 && article != null) {
                    times.computeIfAbsent(publication.entry().edition(), edition -> new ArrayList<>())
                            .add(Duration.between(
                                    article.sightedAt(), publication.entry().firstAt()));
                }
            }
            page = archive.log(page.getLast().entry().sequence(), PAGE);
        }
        times.replaceAll((edition, durations) -> durations.stream().sorted().toList());
        return times;
    }

    public int failed() {
        int onTheWayIn = overview.stages().getOrDefault(Stage.FAILED, 0);
        return onTheWayIn
                + editions.stream()
                        .mapToInt(edition -> count(edition, Standing.State.FAILED))
                        .sum();
    }

    /** The time within which a share of the articles was on the site; zero if there was none. */
    Duration within(double share, List<Duration> sorted) {
        return sorted.isEmpty() ? Duration.ZERO : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    private List<Duration> allTimes() {
        return times.values().stream().flatMap(List::stream).sorted().toList();
    }

    private int count(Edition edition, Standing.State state) {
        return overview.editions().getOrDefault(edition.language(), Map.of()).getOrDefault(state, 0);
    }

    @Override
    public String toString() {
        TextTable table =
                new TextTable("EDITION", "PUBLISHED", "HELD", "REFUSED", "FAILED", "WITHDRAWN", "MEDIAN", "95 %");
        for (Edition edition : editions) {
            List<Duration> sorted = times.getOrDefault(edition.language(), List.of());
            table.row(
                    edition.language(),
                    count(edition, Standing.State.PUBLISHED),
                    count(edition, Standing.State.HELD),
                    count(edition, Standing.State.REFUSED),
                    count(edition, Standing.State.FAILED),
                    count(edition, Standing.State.WITHDRAWN),
                    sorted.isEmpty() ? "" : Words.seconds(within(0.5, sorted)),
                    sorted.isEmpty() ? "" : Words.seconds(within(0.95, sorted)));
        }
        return "Sighted " + overview.sighted() + ", refused before any edition "
                + overview.stages().getOrDefault(Stage.REFUSED, 0)
                + (reasons.isEmpty() ? "" : " " + new TreeMap<>(reasons))
                + ", could not be fetched " + overview.stages().getOrDefault(Stage.FAILED, 0) + ".\n"
                + "From sighting to site: median " + Words.seconds(within(0.5, allTimes()))
                + ", 95 % within " + Words.seconds(within(0.95, allTimes())) + ".\n\n" + table;
    }

    public ObjectNode json() {
        ObjectNode node = Json.object().put("sighted", overview.sighted());
        ObjectNode stages = node.putObject("stages");
        overview.stages().forEach((stage, count) -> stages.put(Words.of(stage), count));
        ObjectNode refusals = node.putObject("refusedBeforeAnyEdition");
        reasons.forEach(refusals::put);
        node.put("medianMillis", within(0.5, allTimes()).toMillis())
                .put("p95Millis", within(0.95, allTimes()).toMillis());
        ObjectNode all = node.putObject("editions");
        for (Edition edition : editions) {
            List<Duration> sorted = times.getOrDefault(edition.language(), List.of());
            ObjectNode one = all.putObject(edition.language().value());
            for (Standing.State state : Standing.State.values()) {
                one.put(Words.of(state), count(edition, state));
            }
            one.put("medianMillis", within(0.5, sorted).toMillis())
                    .put("p95Millis", within(0.95, sorted).toMillis());
        }
        return node;
    }
}
