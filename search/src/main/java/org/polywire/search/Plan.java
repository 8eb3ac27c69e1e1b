package org.polywire.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.model.SectionName;

/** Makes Lucene's query of a reader's. */
final class Plan {
    /** A word in the headline says more than one in the text; names stand between. */
    private static final float HEADLINE = 3f;

    private static final float NAMES = 1.5f;

    /** What newness adds to a score at most, and the age at which it adds half of that. News of a month ago still counts. */
    private static final float NEWNESS = 1.5f;

    private static final long HALF_NEW = 30L * 24 * 3600 * 1000;

    private final Analysers analysers;

    Plan(Analysers analysers) {
        this.analysers = analysers;
    }

    /** The whole query: the words, the filters and, for the order of relevance, the newness. */
    Query query(SearchQuery wanted, Query words, Instant now) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, Occur.MUST);
        filter(wanted, all);
        if (wanted.order() == SearchQuery.Order.RELEVANCE) {
            all.add(
                    LongField.newDistanceFeatureQuery(Entries.TIME, NEWNESS, now.toEpochMilli(), HALF_NEW),
                    Occur.SHOULD);
        }
        return all.build();
    }

    /**
     * The clauses alone, as they are also marked where they were found.
     *
     * @return empty if no clause holds anything that is searched for (all stop words or punctuation)
     */
    Optional<Query> words(List<LanguageTag> editions, List<Clause> clauses) {
        if (clauses.isEmpty()) {
            return Optional.of(new MatchAllDocsQuery());
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean wanted = false;
        for (Clause clause : clauses) {
            Optional<Query> query = clause(editions, clause);
            query.ifPresent(found -> all.add(found, clause.unwanted() ? Occur.MUST_NOT : Occur.MUST));
            wanted |= query.isPresent() && !clause.unwanted();
        }
        return wanted ? Optional.of(all.build()) : Optional.empty();
    }

    /** A clause in any field of any edition, read by that edition's analyser; empty if it is only stop words in all of them. */
    private Optional<Query> clause(List<LanguageTag> editions, Clause clause) {
        List<Query> places = editions.stream()
                .map(LanguageTag::language)
                .distinct()
                .flatMap(language -> fields(language, clause))
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(places, 0.1f));
    }

    private Stream<Query> fields(String language, Clause clause) {
        QueryBuilder builder = new QueryBuilder(analysers);
        // What an analyser cuts into several terms (Chinese, l'Ajuntament, a date) must stand together even where it is
        // one word.
        return Stream.of(
                        boosted(builder.createPhraseQuery(Analysers.HEADLINE + language, clause.text()), HEADLINE),
                        builder.createPhraseQuery(Analysers.TEXT + language, clause.text()),
                        boosted(builder.createPhraseQuery(Analysers.NAMES + language, clause.text()), NAMES))
                .filter(Objects::nonNull);
    }

    private static @Nullable Query boosted(@Nullable Query query, float boost) {
        return query == null ? null : new BoostQuery(query, boost);
    }

    private static void filter(SearchQuery wanted, BooleanQuery.Builder all) {
        all.add(editions(wanted.editions()), Occur.FILTER);
        Filters filters = wanted.filters();
        if (filters.source() != null) {
            all.add(term(Entries.SOURCE, filters.source().value()), Occur.FILTER);
        }
        if (!filters.section().isBlank()) {
            all.add(term(Entries.SECTION, SectionName.of(filters.section()).folded()), Occur.FILTER);
        }
        if (filters.original() != null) {
            all.add(term(Entries.ORIGINAL, filters.original().language()), Occur.FILTER);
        }
        if (filters.since() != null || filters.until() != null) {
            all.add(LongField.newRangeQuery(Entries.TIME, from(filters.since()), to(filters.until())), Occur.FILTER);
        }
    }

    private static Query editions(List<LanguageTag> editions) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        editions.forEach(edition -> any.add(term(Entries.EDITION, edition.value()), Occur.SHOULD));
        return any.build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static long from(@Nullable LocalDate day) {
        return day == null ? Long.MIN_VALUE : start(day);
    }

    private static long to(@Nullable LocalDate day) {
        return day == null ? Long.MAX_VALUE : start(day.plusDays(1)) - 1;
    }

    private static long start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
