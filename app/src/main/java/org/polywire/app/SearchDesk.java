package org.polywire.app;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.polywire.model.LanguageTag;
import org.polywire.pipeline.Archive;
import org.polywire.publish.Found;
import org.polywire.search.SearchIndex;
import org.polywire.search.SearchQuery;
import org.polywire.search.SearchResults;
import org.polywire.search.SearchResults.Hit;
import org.polywire.search.SearchResults.Run;

/** Finds articles with the index and shows them as they are now. Safe to share between threads. */
final class SearchDesk {
    private final SearchIndex index;
    private final Archive archive;
    private final InstantSource clock;

    SearchDesk(SearchIndex index, Archive archive, InstantSource clock) {
        this.index = index;
        this.archive = archive;
        this.clock = clock;
    }

    Found find(SearchQuery query) {
        SearchResults results = index.search(query, clock.instant());
        List<Found.Hit> hits = results.hits().stream().flatMap(this::shown).toList();
        return new Found(results.total(), results.exact(), results.corrected(), hits, query.from());
    }

    /** What was withdrawn a moment ago may still be in the index. */
    private Stream<Found.Hit> shown(Hit hit) {
        return archive.find(hit.edition(), hit.article()).stream()
                .map(publication -> new Found.Hit(publication, runs(hit.headline()), runs(hit.excerpt())));
    }

    private static List<Found.Run> runs(List<Run> runs) {
        return runs.stream().map(run -> new Found.Run(run.text(), run.found())).toList();
    }

    List<String> completions(String beginning, List<LanguageTag> editions, int count) {
        return index.completions(beginning, editions, count);
    }

    /** The languages that an edition's articles were written in. */
    List<LanguageTag> originals(LanguageTag edition) {
        return index.originals(edition).stream().map(LanguageTag::new).toList();
    }

    List<String> sections(LanguageTag edition) {
        return index.sections(edition);
    }
}
