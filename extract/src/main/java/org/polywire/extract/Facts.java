package org.polywire.extract;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What a page says about its article beside headline, people, dates and text, with what was considered for each. */
record Facts(Choice section, List<String> tags, Choice labels, Choice address, Choice rights, Choice access) {
    private static final int MAX_TAGS = 40;
    private static final int LONGEST_TAG = 80;

    static Facts of(Page page, Rights rights) {
        Choice section = new Choice("section")
                .offer("jsonld.articleSection", page.data.text("articleSection"))
                .offer("meta", page.meta.first("article:section", "parsely-section", "section", "cxenseparse:section"))
                .first();
        Choice labels = new Choice("tags")
                .offer("article:tag", String.join(" | ", tags(page.meta.all("article:tag"))))
                .offer("jsonld.keywords", String.join(" | ", tags(linked(page))))
                .offer("news_keywords", String.join(" | ", tags(page.meta.all("news_keywords"))))
                .offer("keywords", String.join(" | ", tags(page.meta.all("keywords"))))
                .first();
        Choice address = new Choice("address")
                .offer("canonical", page.canonicalLink().map(URI::toString).orElse(""))
                .offer("og:url", page.meta.first("og:url"))
                .offer("fetched", page.capture.address().toString())
                .take(page.canonicalLink().isPresent() ? "canonical" : "fetched", page.address.toString());
        return new Facts(section, tags(page), labels, address, rights.statements(), rights.accessChoice());
    }

    private static List<String> linked(Page page) {
        return StructuredData.each(page.data.article().path("keywords"))
                .map(StructuredData::text)
                .toList();
    }

    private static List<String> tags(Page page) {
        return Stream.of(
                        page.meta.all("article:tag"),
                        linked(page),
                        page.meta.all("news_keywords"),
                        page.meta.all("keywords"))
                .map(Facts::tags)
                .filter(tags -> !tags.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> tags(List<String> said) {
        return said.stream()
                .flatMap(tag -> said.size() == 1 ? Stream.of(tag.split("[,;،、]")) : Stream.of(tag))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty() && tag.length() <= LONGEST_TAG)
                .distinct()
                .limit(MAX_TAGS)
                .toList();
    }
}
