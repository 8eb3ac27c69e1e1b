package org.polywire.publish;

import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.Byline;
import org.polywire.model.Edition;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication.Entry;

/**
 * An article as IPTC's NewsML-G2 2.35, with the text as XHTML under its notice. Like ninjs it has no word for a translation: the
 * original is linked with our own relation.
 */
final class NewsMl {
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** Our markup closes every element but these, and no attribute value holds a bare {@code >}. */
    private static final Pattern UNCLOSED = Pattern.compile("<(br|hr|img|col)\\b([^>]*)>");

    private final SiteConfig config;
    private final Addresses addresses;

    NewsMl(SiteConfig config, Addresses addresses) {
        this.config = config;
        this.addresses = addresses;
    }

    String article(Notice notice) {
        Copy copy = notice.copy();
        Xml xml = open(copy.edition(), copy.entry());
        rights(notice, xml);
        itemMeta(copy.edition(), copy.entry(), "stat:usable", xml, notice);
        contentMeta(notice, xml);
        xml.open("contentSet").open("inlineXML", "contenttype", "application/xhtml+xml");
        text(notice, xml);
        return xml.close("inlineXML").close("contentSet").close("newsItem").toString();
    }

    /** The order to take an article down: the same item again, cancelled, without content. */
    String cancelled(Edition edition, Entry entry) {
        Xml xml = open(edition, entry);
        itemMeta(edition, entry, "stat:canceled", xml, null);
        return xml.close("newsItem").toString();
    }

    private Xml open(Edition edition, Entry entry) {
        LanguageTag language = edition.language();
        Resource.Text place = new Resource.Text(edition, entry.article());
        return new Xml()
                .open(
                        "newsItem",
                        "xmlns",
                        "http://iptc.org/std/nar/2006-10-01/",
                        "guid",
                        FeedItem.identity(addresses, place, entry.firstAt().atOffset(ZoneOffset.UTC)),
                        "version",
                        Long.toString(entry.sequence()),
                        "standard",
                        "NewsML-G2",
                        "standardversion",
                        "2.35",
                        "conformance",
                        "power",
                        "xml:lang",
                        language.value(),
                        "dir",
                        Wording.direction(language))
                .empty("catalogRef", "href", "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml");
    }

    private static void rights(Notice notice, Xml xml) {
        Article article = notice.copy().article();
        xml.open("rightsInfo");
        Target.ofPage(article.outlet().home())
                .ifPresentOrElse(
                        home -> xml.open("copyrightHolder", "uri", home),
                        () -> xml.open(
                                "copyrightHolder", "literal", article.outlet().name()));
        xml.text("name", article.outlet().name()).close("copyrightHolder");
        Target.ofPage(article.licence()).ifPresent(licence -> xml.text("usageTerms", licence));
        xml.close("rightsInfo");
    }

    private void itemMeta(Edition edition, Entry entry, String status, Xml xml, @Nullable Notice notice) {
        xml.open("itemMeta")
                .empty("itemClass", "qcode", "ninat:text")
                .open("provider", "uri", config.address().toASCIIString())
                .text("name", config.operator())
                .close("provider")
                .text("versionCreated", entry.at().toString())
                .text("firstCreated", entry.firstAt().toString())
                .empty("pubStatus", "qcode", status)
                .text("generator", "Polywire")
                .text("title", edition.title());
        if (notice != null) {
            Copy copy = notice.copy();
            xml.text("edNote", notice.plain());
            String relation = copy.translation().byMachine() ? "translatedFrom" : "copyOf";
            Target.ofPage(copy.article().address())
                    .ifPresent(address -> xml.empty("link", "reluri", addresses.relation(relation), "href", address));
        }
        xml.close("itemMeta");
    }

    private static void contentMeta(Notice notice, Xml xml) {
        Copy copy = notice.copy();
        Article article = copy.article();
        xml.open("contentMeta");
        SourceType.of(copy.translation())
                .ifPresent(type ->
                        xml.empty("digitalSourceType", "uri", type.inIptc().toString()));
        xml.open("infoSource", "literal", article.outlet().name())
                .text("name", article.outlet().name())
                .close("infoSource");
        for (Byline byline : article.bylines()) {
            xml.open("creator", "literal", byline.name())
                    .text("name", byline.name())
                    .close("creator");
        }
        xml.empty("language", "tag", article.language().value());
        if (!article.section().isBlank()) {
            xml.open("subject", "literal", article.section())
                    .text("name", article.section())
                    .close("subject");
        }
        xml.text("headline", article.headline());
        String standfirst = Inlines.text(article.standfirst()).strip();
        if (!standfirst.isEmpty()) {
            xml.text("description", standfirst);
        }
        xml.close("contentMeta");
    }

    /** The article as a whole XHTML document, as the format wants it. */
    private static void text(Notice notice, Xml xml) {
        Article article = notice.copy().article();
        String language = article.language().value();
        xml.open(
                        "html",
                        "xmlns",
                        XHTML,
                        "lang",
                        language,
                        "xml:lang",
                        language,
                        "dir",
                        Wording.direction(article.language()))
                .open("head")
                .text("title", article.headline())
                .close("head")
                .open("body")
                .text("h1", article.headline())
                .markup(closed(Body.under(notice).markup()))
                .close("body")
                .close("html");
    }

    private static String closed(String html) {
        return UNCLOSED.matcher(html).replaceAll("<$1$2/>");
    }
}
