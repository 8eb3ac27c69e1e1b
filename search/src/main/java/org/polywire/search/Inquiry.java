package org.polywire.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.search.Marking.Marked;
import org.polywire.search.SearchQuery.Order;
import org.polywire.search.SearchResults.Hit;

/** One search of a reader in the index as it is at a moment. For one thread. */
final class Inquiry {
    static final SearchResults NOTHING = new SearchResults(0, true, List.of(), "", 0);

    /** Up to here results are counted; beyond it is said that there are more. */
    private static final int COUNTED = 1_000;

    private static final Set<String> IDENTITY = Set.of(Entries.EDITION, Entries.ARTICLE);

    private final IndexSearcher searcher;
    private final Analysers analysers;
    private final Plan plan;
    private final SearchQuery wanted;
    private final Instant now;

    Inquiry(IndexSearcher searcher, Analysers analysers, SearchQuery wanted, Instant now) {
        this.searcher = searcher;
        this.analysers = analysers;
        this.plan = new Plan(analysers);
        this.wanted = wanted;
        this.now = now;
    }

    SearchResults answer() throws IOException {
        List<Clause> clauses = Clause.of(wanted.text());
        SearchResults found = answer(clauses, "");
        if (!found.empty() || clauses.isEmpty()) {
            return found;
        }
        Optional<List<Clause>> corrected =
                new Spelling(searcher.getIndexReader()).corrected(clauses, wanted.editions());
        if (corrected.isEmpty()) {
            return found;
        }
        String text =
                String.join(" ", corrected.get().stream().map(Clause::written).toList());
        SearchResults instead = answer(corrected.get(), text);
        return instead.empty() ? found : instead;
    }

    private SearchResults answer(List<Clause> clauses, String corrected) throws IOException {
        Optional<Query> words = plan.words(wanted.editions(), clauses);
        if (words.isEmpty()) {
            return NOTHING;
        }
        TopDocs top = top(plan.query(wanted, words.get(), now));
        return new SearchResults(
                top.totalHits.value(),
                top.totalHits.relation() == TotalHits.Relation.EQUAL_TO,
                hits(words.get(), top.scoreDocs),
                corrected,
                known());
    }

    private long known() throws IOException {
        return SearchIndex.cursor(
                ((DirectoryReader) searcher.getIndexReader()).getIndexCommit().getUserData());
    }

    private TopDocs top(Query query) throws IOException {
        int count = wanted.from() + wanted.count();
        boolean newest = wanted.order() == Order.NEWEST || wanted.text().isBlank();
        return newest
                ? searcher.search(
                        query,
                        new TopFieldCollectorManager(
                                new Sort(LongField.newSortField(Entries.TIME, true, SortedNumericSelector.Type.MAX)),
                                count,
                                COUNTED))
                : searcher.search(query, new TopScoreDocCollectorManager(count, COUNTED));
    }

    /** A document that was found. */
    private record Place(int document, LanguageTag edition, ArticleId article) {}

    /** Those after the pages before this one. All of an edition are marked at once: to see where words stand takes most of a search. */
    private List<Hit> hits(Query words, ScoreDoc[] found) throws IOException {
        List<Place> places = places(found);
        Map<LanguageTag, List<Integer>> editions = new LinkedHashMap<>();
        places.forEach(place -> editions.computeIfAbsent(place.edition(), any -> new ArrayList<>())
                .add(place.document()));
        Map<Integer, Marked> marked = new HashMap<>();
        for (Map.Entry<LanguageTag, List<Integer>> edition : editions.entrySet()) {
            marked.putAll(new Marking(searcher, analysers, edition.getKey()).of(words, edition.getValue()));
        }
        return places.stream()
                .map(place -> hit(place, marked.getOrDefault(place.document(), Marked.NOTHING)))
                .toList();
    }

    private static Hit hit(Place place, Marked marked) {
        return new Hit(place.edition(), place.article(), marked.headline(), marked.excerpt());
    }

    private List<Place> places(ScoreDoc[] found) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Place> places = new ArrayList<>();
        for (ScoreDoc one : Arrays.asList(found).subList(Math.min(wanted.from(), found.length), found.length)) {
            Document document = stored.document(one.doc, IDENTITY);
            places.add(new Place(
                    one.doc,
                    new LanguageTag(document.get(Entries.EDITION)),
                    new ArticleId(document.get(Entries.ARTICLE))));
        }
        return places;
    }
}
