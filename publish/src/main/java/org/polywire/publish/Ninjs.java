package org.polywire.publish;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polywire.model.Article;
import org.polywire.model.Byline;
import org.polywire.model.Edition;
import org.polywire.model.Inlines;
import org.polywire.model.Publication.Entry;

/**
 * An article as IPTC's ninjs 3.1. ninjs has no word for a translation: the original is an association with our own relation, and
 * {@code digitalSourceType}, {@code edNote} and the body's first element say how the text came about.
 */
final class Ninjs {
    private final Addresses addresses;

    Ninjs(Addresses addresses) {
        this.addresses = addresses;
    }

    Map<String, Object> article(Notice notice) {
        Copy copy = notice.copy();
        Article article = copy.article();
        Map<String, Object> item = head(copy.edition(), copy.entry(), "usable");
        item.put("representationType", article.body().isEmpty() ? "partial" : "full");
        item.put("headlines", List.of(Map.of("role", "main", "value", article.headline())));
        String standfirst = Inlines.text(article.standfirst()).strip();
        if (!standfirst.isEmpty()) {
            item.put("descriptions", List.of(Map.of("role", "summary", "value", standfirst)));
        }
        item.put("bodies", List.of(body(notice)));
        item.put("by", by(notice));
        if (!article.section().isBlank()) {
            item.put("subjects", List.of(Map.of("name", article.section())));
        }
        rights(notice, item);
        origin(copy, item);
        return item;
    }

    /** The order to take an article down: the same item again, cancelled. */
    Map<String, Object> cancelled(Edition edition, Entry entry) {
        return head(edition, entry, "canceled");
    }

    private Map<String, Object> head(Edition edition, Entry entry, String status) {
        Resource.Text place = new Resource.Text(edition, entry.article());
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("uri", FeedItem.identity(addresses, place, entry.firstAt().atOffset(ZoneOffset.UTC)));
        item.put(
                "standard",
                Map.of(
                        "name",
                        "ninjs",
                        "version",
                        "3.1",
                        "schema",
                        "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"));
        item.put("type", "text");
        // The log's number grows with each correction and with the withdrawal.
        item.put("version", Long.toString(entry.sequence()));
        item.put("firstCreated", entry.firstAt().toString());
        item.put("versionCreated", entry.at().toString());
        item.put("pubStatus", status);
        item.put("language", edition.language().value());
        item.put("altIds", List.of(Map.of("role", "permalink", "value", absolute(place))));
        return item;
    }

    private static Map<String, Object> body(Notice notice) {
        return Map.of(
                "role",
                "main",
                "contentType",
                "text/html",
                "value",
                Body.under(notice).markup());
    }

    private static String by(Notice notice) {
        Article article = notice.copy().article();
        return article.bylines().isEmpty()
                ? article.outlet().name()
                : notice.wording()
                        .list(article.bylines().stream().map(Byline::name).toList());
    }

    private void rights(Notice notice, Map<String, Object> item) {
        Article article = notice.copy().article();
        item.put("copyrightHolder", article.outlet().name());
        Target.ofPage(article.licence()).ifPresent(licence -> item.put("usageTerms", licence));
        item.put("edNote", notice.plain());
        item.put(
                "trustIndicators",
                List.of(Map.of(
                        "role",
                        "publishingPrinciples",
                        "title",
                        notice.wording().say("about"),
                        "href",
                        absolute(new Resource.About(notice.copy().edition())))));
    }

    private void origin(Copy copy, Map<String, Object> item) {
        Article article = copy.article();
        SourceType.of(copy.translation())
                .ifPresent(type -> item.put(
                        "digitalSourceType",
                        Map.of("name", type.term(), "uri", type.inIptc().toString())));
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("name", article.outlet().name());
        Target.ofPage(article.outlet().home()).ifPresent(home -> source.put("uri", home));
        item.put("infoSources", List.of(source));
        original(copy).ifPresent(original -> item.put("associations", List.of(original)));
    }

    private Optional<Map<String, Object>> original(Copy copy) {
        String relation = copy.translation().byMachine() ? "translatedFrom" : "copyOf";
        return Target.ofPage(copy.article().address()).map(address -> {
            Map<String, Object> original = new LinkedHashMap<>();
            original.put("name", "original");
            original.put("rel", addresses.relation(relation));
            original.put("uri", address);
            original.put("type", "text");
            original.put("language", copy.translation().from().value());
            return original;
        });
    }

    private String absolute(Resource resource) {
        return addresses.absolute(resource).toASCIIString();
    }
}
