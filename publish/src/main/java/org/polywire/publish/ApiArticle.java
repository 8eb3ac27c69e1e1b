package org.polywire.publish;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.Block.Figure;
import org.polywire.model.Byline;
import org.polywire.model.Inlines;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Route.Leg;
import org.polywire.model.Route.Machine;
import org.polywire.model.Route.Original;

/**
 * An article as the API and webhooks give it: its text under its notice, and beside it the notice as data ({@code disclosure}), which
 * no form of an article goes without (law 6).
 */
final class ApiArticle {
    private final Addresses addresses;

    ApiArticle(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Everything but the text. */
    Map<String, Object> summary(Notice notice) {
        Copy copy = notice.copy();
        Article article = copy.article();
        Map<String, Object> form = head(copy.resource(), status(copy), copy.entry());
        form.put("language", article.language().value());
        form.put("direction", Wording.direction(article.language()));
        form.put("headline", article.headline());
        put(form, "kicker", article.kicker());
        put(form, "standfirst", Inlines.text(article.standfirst()).strip());
        put(form, "section", article.section());
        form.put("tags", article.tags());
        form.put("bylines", article.bylines().stream().map(ApiArticle::byline).toList());
        picture(notice).ifPresent(picture -> form.put("picture", picture));
        form.put("disclosure", disclosure(notice));
        form.put("original", original(copy));
        form.put("links", links(copy));
        return form;
    }

    /** The word that a story's timeline has for it; what readers are not told of is no change. */
    private static String status(Copy copy) {
        if (!copy.revised()) {
            return "published";
        }
        return copy.updated() ? "updated" : "corrected";
    }

    /** Everything: the text is HTML in one element with language and direction, its notice first. */
    Map<String, Object> whole(Notice notice) {
        Map<String, Object> form = summary(notice);
        form.put("body", Map.of("html", Body.under(notice).markup()));
        return form;
    }

    /** What remains of an article that was taken down. */
    Map<String, Object> tombstone(Resource.Text place, Withdrawn withdrawn) {
        Map<String, Object> form = head(place, "withdrawn", withdrawn.entry());
        form.put("reason", withdrawn.reason().name());
        return form;
    }

    private Map<String, Object> head(Resource.Text place, String status, Entry entry) {
        OffsetDateTime first = entry.firstAt().atOffset(ZoneOffset.UTC);
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("id", entry.article().value());
        form.put("edition", place.edition().path());
        form.put("uri", FeedItem.identity(addresses, place, first));
        form.put("url", absolute(place));
        form.put("status", status);
        form.put("sequence", entry.sequence());
        form.put("version", entry.version());
        form.put("source", entry.source().value());
        form.put("firstPublished", entry.firstAt().toString());
        form.put("lastChanged", entry.at().toString());
        return form;
    }

    /** The machine mark: what {@code conventions} call the disclosure state, and the IPTC term beside it. */
    static Map<String, Object> disclosure(Notice notice) {
        Copy copy = notice.copy();
        Map<String, Object> form = new LinkedHashMap<>();
        switch (copy.translation().route()) {
            case Original() -> form.put("state", "none");
            case Machine machine -> {
                form.put("state", "machine_translated");
                form.put("translatedFrom", copy.translation().from().value());
                form.put("translatedAt", copy.translation().at().toString());
                form.put(
                        "engines",
                        copy.translation().legs().stream().map(ApiArticle::leg).toList());
                form.put("humanReviewed", copy.translation().humanReviewed());
            }
        }
        SourceType.of(copy.translation())
                .ifPresent(type -> form.put("digitalSourceType", type.inIptc().toString()));
        form.put("label", notice.plain());
        form.put("mark", notice.mark());
        return form;
    }

    private static Map<String, Object> leg(Leg leg) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("from", leg.from().value());
        form.put("to", leg.to().value());
        form.put("name", leg.engine());
        put(form, "version", leg.version());
        return form;
    }

    private static Map<String, Object> original(Copy copy) {
        Article article = copy.article();
        Map<String, Object> outlet = new LinkedHashMap<>();
        outlet.put("name", article.outlet().name());
        Target.ofPage(article.outlet().home()).ifPresent(home -> outlet.put("url", home));
        Map<String, Object> form = new LinkedHashMap<>();
        Target.ofPage(article.address()).ifPresent(address -> form.put("url", address));
        form.put("language", copy.translation().from().value());
        put(form, "headline", copy.originalHeadline());
        form.put("outlet", outlet);
        date(form, "published", article.dates().published());
        date(form, "modified", article.dates().modified());
        Target.ofPage(article.licence()).ifPresent(licence -> form.put("licence", licence));
        return form;
    }

    private Map<String, Object> links(Copy copy) {
        Map<String, Object> form = new LinkedHashMap<>();
        if (copy.comparable()) {
            form.put("comparison", absolute(copy.comparison()));
        }
        String self = addresses.api("editions/" + copy.edition().path() + "/articles/"
                + copy.entry().article());
        form.put("self", self);
        form.put("ninjs", self + "/ninjs");
        form.put("newsml", self + "/newsml");
        return form;
    }

    private static Map<String, Object> byline(Byline byline) {
        return Map.of("name", byline.name(), "kind", byline.kind().name().toLowerCase(Locale.ROOT));
    }

    private static Optional<Map<String, Object>> picture(Notice notice) {
        return notice.copy()
                .article()
                .leadFigure()
                .flatMap(figure -> notice.image(figure.picture()).map(image -> picture(figure, image)));
    }

    private static Map<String, Object> picture(Figure figure, Image image) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("url", image.source());
        if (image.width() > 0) {
            form.put("width", image.width());
            form.put("height", image.height());
        }
        put(form, "description", image.description());
        put(form, "caption", Inlines.text(figure.caption()).strip());
        put(form, "credit", figure.credit());
        return form;
    }

    private String absolute(Resource resource) {
        return addresses.absolute(resource).toASCIIString();
    }

    static void put(Map<String, Object> form, String name, String text) {
        if (!text.isBlank()) {
            form.put(name, text);
        }
    }

    private static void date(Map<String, Object> form, String name, @Nullable OffsetDateTime date) {
        if (date != null) {
            form.put(name, date.toString());
        }
    }
}
