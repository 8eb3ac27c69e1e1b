package org.polywire.extract;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a page says about its article beside headline, people, dates and text, with what was considered for each. */
record Facts(Choice section, Choice labels, Choice address, Choice rights, Choice access) {
    private static final Pattern BETWEEN = Pattern.compile("[,;،、]");
    private static final int MAX_TAGS = 40;
    private static final int LONGEST_TAG = 80;

    static Facts of(Page page, Rights rights) {
        Choice labels = new Choice("tags");
        said(page).forEach(each -> labels.offer(each.source(), String.join(" | ", each.tags())));
        Choice address = new Choice("address")
                .offer("canonical", page.canonicalLink.map(URI::toString).orElse(""))
                .offer("og:url", page.meta.first("og:url"))
                .offer("fetched", page.capture.address().toString())
                .take(page.canonicalLink.isPresent() ? "canonical" : "fetched", page.address.toString());
        return new Facts(section(page), labels.first(), address, rights.statements(), rights.accessChoice());
    }

    static Choice section(Page page) {
        return new Choice("section")
                .offer("jsonld.articleSection", page.data.text("articleSection"))
                .offer("meta", page.meta.first("article:section", "parsely-section", "section", "cxenseparse:section"))
                .first();
    }

    /** What the first place says that has tags. */
    static List<String> tags(Page page) {
        return said(page)
                .map(Said::tags)
                .filter(tags -> !tags.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Stream<Said> said(Page page) {
        return Stream.of(
                        new Said("article:tag", page.meta.all("article:tag")),
                        new Said("jsonld.keywords", linked(page)),
                        new Said("news_keywords", page.meta.all("news_keywords")),
                        new Said("keywords", page.meta.all("keywords")))
                .map(said -> new Said(said.source(), tags(said.tags())));
    }

    /** The tags that one place of the page has. */
    private record Said(String source, List<String> tags) {}

    private static List<String> linked(Page page) {
        return StructuredData.each(page.data.article().path("keywords"))
                .map(StructuredData::text)
                .toList();
    }

    private static List<String> tags(List<String> said) {
        return said.stream()
                .flatMap(tag -> said.size() == 1 ? BETWEEN.splitAsStream(tag) : Stream.of(tag))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty() && tag.length() <= LONGEST_TAG)
                .distinct()
                .limit(MAX_TAGS)
                .toList();
    }
}
