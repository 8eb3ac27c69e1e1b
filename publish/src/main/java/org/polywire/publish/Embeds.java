package org.polywire.publish;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.polywire.model.Edition;
import org.polywire.publish.Pages.Freshness;

/**
 * An article or story as a card on a page elsewhere (oEmbed 1.0): headline, outlet, and what the copy is, with the machine mark. No
 * script, no frame, no picture of ours that would tell us who reads the other page, but a thumbnail's address for whoever wants one.
 */
final class Embeds {
    private final SiteConfig config;
    private final Function<Resource, String> absolute;

    Embeds(SiteConfig config, Addresses addresses) {
        this.config = config;
        absolute = resource -> addresses.absolute(resource).toASCIIString();
    }

    Page article(Copy copy, Wording wording, Embedding wish) {
        Notice notice = new Notice(copy, wording, config, absolute);
        Html link = Html.link(
                absolute.apply(copy.resource()), Html.text(copy.article().headline()));
        Map<String, Object> form = form(notice, copy.article().headline(), card(notice, link, Html.NONE), wish);
        notice.leadImage().filter(image -> image.width() > 0).ifPresent(image -> {
            form.put("thumbnail_url", image.source());
            form.put("thumbnail_width", image.width());
            form.put("thumbnail_height", image.height());
        });
        return page(copy, form, wish);
    }

    /** @param count how many articles tell it, in words */
    Page story(Resource.Story story, Copy first, String count, Wording wording, Embedding wish) {
        Notice notice = new Notice(first, wording, config, absolute);
        String headline = first.article().headline();
        Html link = Html.link(absolute.apply(story), Html.text(headline));
        return page(first, form(notice, headline, card(notice, link, Html.text(" · " + count)), wish), wish);
    }

    private Map<String, Object> form(Notice notice, String title, Html card, Embedding wish) {
        Edition edition = notice.copy().edition();
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("version", "1.0");
        form.put("type", "rich");
        form.put("title", title);
        form.put("author_name", notice.copy().article().outlet().name());
        Target.ofPage(notice.copy().article().address()).ifPresent(address -> form.put("author_url", address));
        form.put("provider_name", edition.title());
        form.put("provider_url", absolute.apply(new Resource.Front(edition)));
        form.put("cache_age", Freshness.TEXT.seconds());
        form.put("html", card.markup());
        form.put("width", wish.width());
        form.put("height", wish.height());
        return form;
    }

    private static Html card(Notice notice, Html link, Html more) {
        Copy copy = notice.copy();
        String day = notice.wording().day(copy.entry().firstAt().atOffset(ZoneOffset.UTC));
        Html outlet =
                Html.foreign(copy.article().outlet().name(), copy.translation().from());
        return new Html("<blockquote class=\"polywire\"" + Html.in(copy.language()) + Notice.marks(copy) + "><p>"
                + link.markup() + more.markup() + "</p><p>" + Html.escape(notice.plain()) + "</p><footer>"
                + outlet.markup() + " · "
                + Html.time(copy.entry().firstAt().toString(), day).markup() + "</footer></blockquote>");
    }

    private static Page page(Copy copy, Map<String, Object> form, Embedding wish) {
        return switch (wish.form()) {
            case JSON -> Pages.data(200, "application/json", Freshness.TEXT, changed(copy), Forms.json(form));
            case XML -> Pages.data(200, "text/xml; charset=utf-8", Freshness.TEXT, changed(copy), xml(form));
        };
    }

    private static Optional<Instant> changed(Copy copy) {
        return Optional.of(copy.entry().at());
    }

    private static String xml(Map<String, Object> form) {
        Xml xml = new Xml().open("oembed");
        form.forEach((name, value) -> xml.text(name, value.toString()));
        return xml.close("oembed").toString();
    }

    /** Why there is none, for the person who wrote the other page. */
    static Page none(int status, String why) {
        return Pages.data(status, "text/plain; charset=utf-8", Freshness.TEXT, Optional.empty(), why + "\n");
    }
}
