package org.polywire.publish;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.polywire.model.Byline;
import org.polywire.model.Inlines;

/** An article as both kinds of feed carry it. */
record FeedItem(Notice notice, Addresses addresses) {

    static FeedItem of(Copy copy, Wording wording, SiteConfig config, Addresses addresses) {
        Function<Resource, String> absolute =
                resource -> addresses.absolute(resource).toASCIIString();
        return new FeedItem(new Notice(copy, wording, config, absolute), addresses);
    }

    Copy copy() {
        return notice.copy();
    }

    /** Permanent, opaque, and another one in each edition: a tag URI (RFC 4151) of the site, article and language. */
    String identity() {
        return identity(addresses, copy().resource(), copy().entry().firstAt().atOffset(ZoneOffset.UTC));
    }

    static String identity(Addresses addresses, Resource.Text text, OffsetDateTime first) {
        return "tag:" + addresses.absolute(text).getHost() + "," + first.getYear() + ":" + text.article() + ":"
                + text.edition().language();
    }

    String address() {
        return addresses.absolute(copy().resource()).toASCIIString();
    }

    /** The whole text under its notice, with language and direction, as readers lose the feed's own. */
    String content() {
        return Body.under(notice).markup();
    }

    /** The short mark and the standfirst. */
    String summary() {
        String standfirst = Inlines.text(copy().article().standfirst()).strip();
        return "<div" + Html.in(copy().language()) + "><p>" + Html.escape(notice.mark()) + " · "
                + Html.foreign(outlet(), copy().translation().from()).markup() + "</p>"
                + (standfirst.isEmpty() ? "" : "<p>" + Html.escape(standfirst) + "</p>") + "</div>";
    }

    /** What it is, in a few words, and its standfirst. */
    String mark() {
        String standfirst = Inlines.text(copy().article().standfirst()).strip();
        return notice.mark() + " · " + outlet() + (standfirst.isEmpty() ? "" : " — " + standfirst);
    }

    /** The name and version of each engine that translated it, in order; empty for an original. */
    List<String> engines() {
        return copy().translation().legs().stream()
                .map(leg -> (leg.engine() + " " + leg.version()).strip())
                .toList();
    }

    String outlet() {
        return copy().article().outlet().name();
    }

    /** Who is credited: the persons and bodies named, or the outlet. */
    String creator() {
        return copy().article().bylines().isEmpty()
                ? outlet()
                : notice.wording()
                        .list(copy().article().bylines().stream()
                                .map(Byline::name)
                                .toList());
    }

    Optional<String> original() {
        return Target.ofPage(copy().article().address());
    }

    String originalLanguage() {
        return copy().translation().from().value();
    }

    Optional<Image> picture() {
        return notice.leadImage();
    }
}
