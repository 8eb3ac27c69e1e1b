package org.polywire.bench;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polywire.model.Finding;
import org.polywire.model.Publication;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.pipeline.Archive;
import org.polywire.pipeline.Whereabouts;
import org.polywire.store.KnownArticle;
import org.polywire.store.Standing;

/**
 * What became of every page of a corpus.
 *
 * @param lines one for each page and edition
 * @param lost pages that were never sighted
 * @param untranslated sentences of five words or more that were published as they stood in the original
 */
record PressReport(List<Line> lines, Set<URI> lost, int sentences, int untranslated, Times times) {
    private static final int WORDS = 5;

    /**
     * How one page ended in one edition.
     *
     * @param outcome published, held, refused, failed, or stuck
     * @param code of the reason or of the gravest findings; empty if published
     */
    record Line(URI address, String title, String edition, String outcome, String code, String detail) {}

    static PressReport of(Archive archive, Set<URI> served) {
        List<Line> lines = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        int[] sentences = new int[2];
        for (KnownArticle article : archive.articles()) {
            Whereabouts where = archive.where(article.address().toString()).orElseThrow();
            lines.addAll(lines(where));
            for (Publication publication : where.publications().values()) {
                times.add(Duration.between(
                        article.sightedAt(), publication.entry().firstAt()));
                count(publication, sentences);
            }
        }
        Set<URI> lost = served.stream()
                .filter(address -> archive.where(address.toString()).isEmpty())
                .collect(Collectors.toSet());
        return new PressReport(List.copyOf(lines), lost, sentences[0], sentences[1], Times.of(times));
    }

    private static List<Line> lines(Whereabouts where) {
        KnownArticle article = where.article();
        if (where.standings().isEmpty()) {
            String outcome = switch (article.stage()) {
                case SIGHTED, EXTRACTED -> "stuck";
                case REFUSED, WITHDRAWN -> "refused";
                case FAILED -> "failed";
            };
            return List.of(new Line(
                    article.address(),
                    article.title(),
                    "-",
                    outcome,
                    String.valueOf(article.reason()),
                    article.detail()));
        }
        return where.standings().stream()
                .map(standing -> line(article, standing))
                .toList();
    }

    private static Line line(KnownArticle article, Standing standing) {
        String code = standing.findings().stream()
                .filter(finding -> finding.severity() != Finding.Severity.NOTE)
                .map(finding -> finding.code().name())
                .distinct()
                .sorted()
                .collect(Collectors.joining("+"));
        String detail = standing.findings().stream()
                .filter(finding -> finding.severity() != Finding.Severity.NOTE)
                .map(finding -> finding.code() + " " + finding.place() + " " + finding.evidence())
                .collect(Collectors.joining("; "));
        return switch (standing.state()) {
            case PENDING -> line(article, standing, "stuck", "", "");
            case PUBLISHED -> line(article, standing, "published", "", "");
            case HELD -> line(article, standing, "held", code, detail);
            case REFUSED, WITHDRAWN ->
                line(article, standing, "refused", String.valueOf(standing.reason()), standing.detail());
            case FAILED -> line(article, standing, "failed", String.valueOf(standing.reason()), standing.detail());
        };
    }

    private static Line line(KnownArticle article, Standing standing, String outcome, String code, String detail) {
        return new Line(article.address(), article.title(), standing.edition().value(), outcome, code, detail);
    }

    private static void count(Publication publication, int[] sentences) {
        switch (publication) {
            case Publication.Published(var entry, Translation translation) -> count(translation, sentences);
            case Publication.Corrected(var entry, Translation translation, var revision) ->
                count(translation, sentences);
            case Publication.Withdrawn withdrawn -> {}
        }
    }

    private static void count(Translation translation, int[] sentences) {
        for (SentencePair pair : translation.sentences()) {
            if (pair.source().split("\\s+").length >= WORDS) {
                sentences[0]++;
                sentences[1] += pair.source().equals(pair.target()) ? 1 : 0;
            }
        }
    }

    /** How many lines ended how, by outcome and code, in each edition. */
    Map<String, Map<String, Integer>> counts() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Line line : lines) {
            String key = line.code().isEmpty() ? line.outcome() : line.outcome() + " " + line.code();
            counts.computeIfAbsent(line.edition(), edition -> new TreeMap<>()).merge(key, 1, Integer::sum);
        }
        return counts;
    }

    /** Whether no page is lost, stuck or left failing. */
    boolean whole() {
        return lost.isEmpty()
                && lines.stream()
                        .noneMatch(line ->
                                line.outcome().equals("stuck") || line.outcome().equals("failed"));
    }
}
