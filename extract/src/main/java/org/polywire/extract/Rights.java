package org.polywire.extract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.model.Access;
import org.polywire.model.Reason;
import tools.jackson.databind.JsonNode;

/** Reads what the page says about what may be done with it. Every signal can only narrow. */
final class Rights {
    private static final Pattern LICENCE =
            Pattern.compile("(?i)creativecommons\\.org/(?:licenses|publicdomain)/([a-z-]+)");
    private static final Pattern NOINDEX = Pattern.compile("(?i)(?:^|[,\\s:])(?:noindex|none)(?:[,\\s]|$)");

    private static final Pattern LICENCE_LINK = Pattern.compile("(?i)\\blicense\\b");

    private static final Pattern NOTRANSLATE = Pattern.compile("(?i).*\\bnotranslate\\b.*");
    private static final Expression TRANSLATED = Expression.of("\\btranslated-(?:ltr|rtl)\\b");
    private static final int HIDDEN_TEXT = 200;
    /** How many elements count as the end of a page. */
    private static final int PAGE_END = 150;

    private final Page page;
    private final Phrases phrases;
    private final Optional<Withheld> wall;
    private final String licence;

    Rights(Page page, Phrases phrases) {
        this.page = page;
        this.phrases = phrases;
        licence = stated();
        wall = wall();
    }

    /** Why the page may not be taken, if so; the gravest reason first. */
    Optional<Withheld> refusal() {
        return reserved()
                .or(this::noIndex)
                .or(this::noTranslation)
                .or(this::licence)
                .or(() -> wall)
                .or(this::translated);
    }

    private static Optional<Withheld> withheld(Reason reason, String detail) {
        return Optional.of(new Withheld(reason, Texts.excerpt(detail)));
    }

    private Optional<Withheld> reserved() {
        String header = page.capture.headers().first("tdm-reservation").orElse("");
        String meta = page.meta.first("tdm-reservation");
        return header.strip().equals("1") || meta.equals("1")
                ? withheld(Reason.RIGHTS_RESERVED, "tdm-reservation: 1")
                : Optional.empty();
    }

    private Optional<Withheld> noIndex() {
        for (String value : page.meta.all("robots")) {
            if (NOINDEX.matcher(value).find()) {
                return withheld(Reason.NOINDEX, "meta robots: " + value);
            }
        }
        for (String value : page.capture.headers().all("x-robots-tag")) {
            boolean others = value.matches("(?i)\\s*[\\w-]*bot\\s*:.*");
            if (!others && NOINDEX.matcher(value).find()) {
                return withheld(Reason.NOINDEX, "X-Robots-Tag: " + value);
            }
        }
        return Optional.empty();
    }

    private Optional<Withheld> noTranslation() {
        if (page.meta.all("google").stream().anyMatch(value -> value.equalsIgnoreCase("notranslate"))
                || page.meta.all("robots").stream()
                        .anyMatch(value -> NOTRANSLATE.matcher(value).matches())) {
            return withheld(Reason.TRANSLATION_REFUSED, "meta: notranslate");
        }
        Element html = page.document.firstElementChild();
        boolean refused = html != null && Markup.attribute(html, "translate").equalsIgnoreCase("no")
                || Markup.attribute(page.document.body(), "translate").equalsIgnoreCase("no");
        return refused ? withheld(Reason.TRANSLATION_REFUSED, "translate=\"no\"") : Optional.empty();
    }

    private Optional<Withheld> licence() {
        var matcher = LICENCE.matcher(licence);
        boolean fixed = matcher.find() && List.of(matcher.group(1).split("-")).contains("nd");
        return fixed ? withheld(Reason.LICENCE_FORBIDS, licence) : Optional.empty();
    }

    /** The address of the licence that the page states for itself; empty if none. */
    String address() {
        return licence;
    }

    private String stated() {
        String stated = Stream.concat(page.tagged("link").stream(), page.related().stream())
                .filter(link -> Markup.has(link, "href") && isLicence(link))
                .min(Comparator.comparingInt(page::position))
                .map(link -> Markup.attribute(link, "href"))
                .orElseGet(() -> page.data.text("license"));
        return Addresses.web(page.base, stated).map(Object::toString).orElse("");
    }

    /** What the page states of its rights: the licence first, then notices, then what is reserved. */
    Choice statements() {
        String notice = Stream.of("copyrightYear", "copyrightHolder")
                .map(page.data::first)
                .flatMap(Optional::stream)
                .map(node -> StructuredData.text(node.isObject() ? node.path("name") : node))
                .collect(Collectors.joining(" "));
        return new Choice("rights")
                .offer("licence", address())
                .offer("jsonld.copyrightNotice", page.data.text("copyrightNotice"))
                .offer("jsonld.copyright", notice)
                .offer("jsonld.usageInfo", page.data.text("usageInfo"))
                .offer("jsonld.acquireLicensePage", page.data.text("acquireLicensePage"))
                .offer("meta", page.meta.first("dcterms.rights", "dc.rights", "copyright", "rights"))
                .offer("tdm-policy", page.meta.first("tdm-policy"))
                .offer("tdm-reservation", page.meta.first("tdm-reservation"))
                .offer("meta robots", page.meta.first("robots"))
                .offer("page", line())
                .first();
    }

    /** The last line of the page that reserves its rights, among the elements at its end. */
    private String line() {
        return page.all().reversed().stream()
                .limit(PAGE_END)
                .filter(element -> element.firstElementChild() == null)
                .map(Texts::line)
                .filter(text -> !text.isEmpty() && phrases.starts(Phrases.Group.RIGHTS, text))
                .findFirst()
                .orElse("");
    }

    private static boolean isLicence(Element link) {
        String relation = Markup.attribute(link, "rel");
        return link.tagName().equals("link")
                ? relation.equalsIgnoreCase("license")
                : !relation.isEmpty() && LICENCE_LINK.matcher(relation).find();
    }

    private Optional<Withheld> wall() {
        String tier = tier();
        if (tier.equals("locked")) {
            return withheld(Reason.PAYWALLED, "article:content_tier: locked");
        }
        List<Element> walls = page.signed(Sign.PAYWALL)
                .filter(Rights::isHidden)
                .sorted(Comparator.comparingInt(page::position))
                .toList();
        if (!walls.isEmpty() && hidden(walls) > HIDDEN_TEXT) {
            return withheld(Reason.PAYWALLED, "a part of the text is hidden behind a wall");
        }
        JsonNode free = page.data.article().path("isAccessibleForFree");
        boolean open = free.isMissingNode() || !isFalse(free);
        boolean part = free.isMissingNode()
                && StructuredData.each(page.data.article().path("hasPart"))
                        .anyMatch(node -> isFalse(node.path("isAccessibleForFree")));
        return open && !part ? Optional.empty() : withheld(Reason.PAYWALLED, "isAccessibleForFree: false");
    }

    private static int hidden(List<Element> walls) {
        return new Elements(walls)
                .select("p").stream()
                        .mapToInt(paragraph -> Texts.of(paragraph).length())
                        .sum();
    }

    private static boolean isHidden(Element element) {
        return Markup.has(element, "hidden")
                || Texts.lower(Markup.attribute(element, "style")).contains("display:none")
                || Markup.attribute(element, "aria-hidden").strip().equalsIgnoreCase("true");
    }

    private String tier() {
        return Texts.lower(page.meta.first("article:content_tier"));
    }

    private static boolean isFalse(JsonNode node) {
        return StructuredData.text(node).equalsIgnoreCase("false");
    }

    /** {@link #access} with what it was told by. */
    Choice accessChoice() {
        Choice choice = new Choice("access")
                .offer("article:content_tier", tier())
                .offer(
                        "jsonld.isAccessibleForFree",
                        StructuredData.text(page.data.article().path("isAccessibleForFree")));
        wall.ifPresent(withheld -> choice.offer("wall", withheld.detail()));
        String source = choice.candidates().stream()
                .findFirst()
                .map(Explanation.Candidate::source)
                .orElse("");
        return choice.take(source, access().name());
    }

    Access access() {
        if (tier().equals("metered")) {
            return Access.METERED;
        }
        if (wall.isPresent()) {
            return Access.PARTIAL;
        }
        boolean free = tier().equals("free")
                || StructuredData.text(page.data.article().path("isAccessibleForFree"))
                        .equalsIgnoreCase("true");
        return free ? Access.FREE : Access.UNKNOWN;
    }

    private Optional<Withheld> translated() {
        Element html = page.document.firstElementChild();
        String lang = html == null ? "" : Texts.lower(Markup.attribute(html, "lang"));
        boolean marked = lang.contains("-x-mtfrom-") || html != null && TRANSLATED.isIn(Markup.classes(html));
        if (marked) {
            return withheld(Reason.MACHINE_TRANSLATED, "marked on the html element; lang " + lang);
        }
        boolean tool = StructuredData.each(page.data.article().path("translator"))
                .map(page.data::resolve)
                .anyMatch(node -> StructuredData.types(node).anyMatch("SoftwareApplication"::equalsIgnoreCase));
        if (tool
                || page.meta
                        .first("translation", "dcterms.translator")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains("machine")) {
            return withheld(Reason.MACHINE_TRANSLATED, "structured data names a program as translator");
        }
        String words = phrases.machineNotices().mayBeIn(page.document.body())
                ? phrases.machineNotices().in(page.document.body().text())
                : "";
        return words.isEmpty() ? Optional.empty() : withheld(Reason.MACHINE_TRANSLATED, words);
    }
}
