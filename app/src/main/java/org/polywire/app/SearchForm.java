package org.polywire.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.model.SourceId;
import org.polywire.publish.SearchTerms;
import org.polywire.publish.Site;
import org.polywire.search.Filters;
import org.polywire.search.SearchQuery;
import org.polywire.search.SearchQuery.Order;

/** What a reader sent from the search page. What makes no sense counts as left out: a reader can't be wrong. */
record SearchForm(Request request) {
    private static final int LONGEST = 200;

    SearchTerms terms() {
        return new SearchTerms(
                text("q"),
                valid("source", SourceId::new) == null ? "" : text("source"),
                text("section"),
                valid("original", LanguageTag::new) == null ? "" : text("original"),
                day("since") == null ? "" : text("since"),
                day("until") == null ? "" : text("until"),
                newest() ? "newest" : "");
    }

    SearchQuery query(LanguageTag edition) {
        return query(edition, newest() ? Order.NEWEST : Order.RELEVANCE, from(), Site.SEARCH_LENGTH);
    }

    /** The same for a feed, which has the newest and one page. */
    SearchQuery feed(LanguageTag edition) {
        return query(edition, Order.NEWEST, 0, Site.FEED_LENGTH);
    }

    private SearchQuery query(LanguageTag edition, Order order, int from, int count) {
        Filters filters = new Filters(
                valid("source", SourceId::new),
                text("section"),
                valid("original", LanguageTag::new),
                day("since"),
                day("until"));
        return new SearchQuery(text("q"), List.of(edition), filters, order, from, count);
    }

    private String text(String name) {
        return request.parameter(name)
                .orElse("")
                .codePoints()
                .limit(LONGEST)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private boolean newest() {
        return text("order").equals("newest");
    }

    private int from() {
        return Optional.of(text("from"))
                .filter(digits -> digits.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(from -> from <= SearchQuery.DEEPEST)
                .orElse(0);
    }

    private <T> @Nullable T valid(String name, Function<String, T> form) {
        try {
            return text(name).isEmpty() ? null : form.apply(text(name));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
