package org.polywire.publish;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.Byline;

/** An article for machines: schema.org's NewsArticle as JSON-LD, saying what the page says. */
final class StructuredData {
    private final Copy copy;
    private final Notice notice;
    private final Changes changes;
    private final SiteConfig config;
    private final Addresses addresses;

    private StructuredData(Notice notice, Changes changes, SiteConfig config, Addresses addresses) {
        this.copy = notice.copy();
        this.notice = notice;
        this.changes = changes;
        this.config = config;
        this.addresses = addresses;
    }

    /** The script element's content. No character in it can end the element or the string that it stands in. */
    static Html of(Notice notice, Changes changes, SiteConfig config, Addresses addresses) {
        return script(new StructuredData(notice, changes, config, addresses).article());
    }

    /** A page that lists others, in order. */
    static Html list(String title, String address, String language, List<String> items) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "CollectionPage");
        data.put("url", address);
        data.put("name", title);
        data.put("inLanguage", language);
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("@type", "ItemList");
        list.put(
                "itemListElement",
                IntStream.range(0, items.size())
                        .mapToObj(i -> element(i + 1, items.get(i)))
                        .toList());
        data.put("mainEntity", list);
        return script(data);
    }

    private static Map<String, Object> element(int position, String address) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", "ListItem");
        data.put("position", position);
        data.put("url", address);
        return data;
    }

    private static Html script(Map<String, Object> data) {
        String json = Forms.json(data);
        return new Html(json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029"));
    }

    private Map<String, Object> article() {
        Article article = copy.article();
        String address = addresses.absolute(copy.resource()).toASCIIString();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@context", "https://schema.org");
        data.put("@type", "NewsArticle");
        data.put("@id", address + "#article");
        data.put("mainEntityOfPage", address);
        data.put("url", address);
        data.put("headline", article.headline());
        data.put("inLanguage", article.language().value());
        data.put("datePublished", copy.entry().firstAt().toString());
        data.put("dateModified", copy.entry().at().toString());
        picture().ifPresent(picture -> data.put("image", picture));
        data.put("author", authors(article));
        data.put("publisher", publisher());
        if (article.access() == Access.FREE) {
            data.put("isAccessibleForFree", true);
        }
        rights(article, data);
        origin(data);
        return data;
    }

    private void rights(Article article, Map<String, Object> data) {
        data.put("creditText", article.outlet().name());
        Target.ofPage(article.licence()).ifPresent(licence -> data.put("license", licence));
    }

    private void origin(Map<String, Object> data) {
        Target.ofPage(copy.article().address()).ifPresent(address -> data.put("isBasedOn", address));
        if (copy.translation().byMachine()) {
            data.put("translator", organisation());
            data.put("translationOfWork", original());
        }
        SourceType.of(copy.translation())
                .ifPresent(
                        type -> data.put("digitalSourceType", type.inSchemaOrg().toString()));
        data.put("backstory", notice.plain());
        List<Map<String, Object>> corrections =
                changes.corrections().stream().map(this::correction).toList();
        if (!corrections.isEmpty()) {
            data.put("correction", corrections);
        }
    }

    private Map<String, Object> original() {
        Article article = copy.article();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", "NewsArticle");
        Target.ofPage(article.address()).ifPresent(address -> data.put("url", address));
        if (!copy.originalHeadline().isBlank()) {
            data.put("headline", copy.originalHeadline());
        }
        data.put("inLanguage", copy.translation().from().value());
        data.put("author", authors(article));
        data.put("publisher", outlet(article));
        date(article.dates().published()).ifPresent(date -> data.put("datePublished", date));
        Target.ofPage(article.licence()).ifPresent(licence -> data.put("license", licence));
        return data;
    }

    /** When, and as far as it was recorded what was said before and what is said now. */
    private Map<String, Object> correction(Changes.Step step) {
        Wording wording = notice.wording();
        String text = Stream.concat(
                        Stream.of(step.said().plain(), step.note()),
                        step.differences().stream()
                                .flatMap(one -> Stream.of(
                                        labelled("history.before", one.before(), wording),
                                        labelled("history.after", one.after(), wording))))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", "CorrectionComment");
        data.put("text", text);
        data.put("datePublished", step.at().toString());
        return data;
    }

    private static String labelled(String key, String text, Wording wording) {
        return text.isEmpty() ? "" : wording.say(key) + ": " + text;
    }

    private static List<Map<String, Object>> authors(Article article) {
        return article.bylines().isEmpty()
                ? List.of(outlet(article))
                : article.bylines().stream().map(StructuredData::author).toList();
    }

    private static Map<String, Object> author(Byline byline) {
        String type = switch (byline.kind()) {
            case PERSON -> "Person";
            case ORGANISATION -> "Organization";
        };
        return named(type, byline.name());
    }

    private static Map<String, Object> outlet(Article article) {
        Map<String, Object> data = named("Organization", article.outlet().name());
        Target.ofPage(article.outlet().home()).ifPresent(home -> data.put("url", home));
        return data;
    }

    private Map<String, Object> organisation() {
        Map<String, Object> data = named("Organization", config.operator());
        data.put("url", config.address().toString());
        return data;
    }

    private Map<String, Object> publisher() {
        Map<String, Object> data = organisation();
        data.put("@type", "NewsMediaOrganization");
        data.put(
                "publishingPrinciples",
                addresses.absolute(new Resource.About(copy.edition())).toString());
        return data;
    }

    private static Map<String, Object> named(String type, String name) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("@type", type);
        data.put("name", name);
        return data;
    }

    private Optional<String> picture() {
        return copy.picture(resource -> addresses.absolute(resource).toASCIIString())
                .map(Image::source);
    }

    private static Optional<String> date(@Nullable OffsetDateTime date) {
        return date == null ? Optional.empty() : Optional.of(date.toInstant().toString());
    }
}
