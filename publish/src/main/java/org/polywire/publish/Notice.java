package org.polywire.publish;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polywire.model.Article;
import org.polywire.model.Block.Picture;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Provenance;
import org.polywire.model.Revision;
import org.polywire.model.Route.Leg;
import org.polywire.model.Route.Machine;
import org.polywire.model.Route.Original;
import org.polywire.model.Translation;

/**
 * What every copy says about itself before its first word (law 6): made by a machine or carried unchanged, from which language,
 * by which engine, when, whose work it is, where the original is, where to report an error.
 *
 * <p>The words come from catalogues that people wrote, never from an engine. {@link Body} needs a notice and writes it first, and
 * nothing else in this module can write an article's text: an output without its notice cannot be built.
 */
final class Notice {
    private final Copy copy;
    private final Wording wording;
    private final List<Slot> sentences;
    private final Html comparison;
    private final List<Html> links;
    private final Function<Resource, String> href;

    /**
     * @param href writes the addresses: paths within the site, or whole addresses where the text leaves it
     */
    Notice(Copy copy, Wording wording, SiteConfig config, Function<Resource, String> href) {
        this.copy = copy;
        this.wording = wording;
        this.href = href;
        sentences = sentences();
        comparison = Html.link(href.apply(copy.comparison()), Html.text(wording.say("link.compare")));
        links = links(config, href);
    }

    Copy copy() {
        return copy;
    }

    Wording wording() {
        return wording;
    }

    /** A picture of the article as it is shown where this notice is; nothing where it must not be. */
    Optional<Image> image(Picture picture) {
        return Image.of(copy, picture, href);
    }

    /** The same for the lead picture. */
    Optional<Image> leadImage() {
        return copy.picture(href);
    }

    /** The whole notice as a block of its own, with language and direction. */
    Html html() {
        return html(links);
    }

    /** The same on the page where the text lies beside its original, which needs no way to itself. */
    Html besideOriginal() {
        return html(links.stream().filter(link -> !link.equals(comparison)).toList());
    }

    private Html html(List<Html> shown) {
        return new Html("<div class=\"notice\" role=\"note\"" + Html.in(wording.language()) + marks(copy)
                + " aria-label=\"" + Html.escape(wording.say("notice.label")) + "\"><p>"
                + Html.join(" ", sentences.stream().map(Slot::html).toList()).markup() + "</p><ul><li>"
                + Html.join("</li><li>", shown).markup() + "</li></ul></div>");
    }

    /**
     * The same for machines, as attributes: it is in every text that leaves the house, on our pages and in feeds and on other sites
     * alike, where scripts such as JSON-LD do not survive.
     */
    static String marks(Copy copy) {
        Translation translation = copy.translation();
        StringBuilder marks = new StringBuilder();
        if (translation.byMachine()) {
            mark(marks, "translated-from", translation.from().value());
            mark(marks, "translated-at", translation.at().toString());
            mark(marks, "human-reviewed", Boolean.toString(translation.humanReviewed()));
        }
        SourceType.of(translation)
                .ifPresent(
                        type -> mark(marks, "digital-source-type", type.inIptc().toString()));
        Target.ofPage(copy.article().address()).ifPresent(original -> mark(marks, "original", original));
        return marks.toString();
    }

    private static void mark(StringBuilder marks, String name, String value) {
        marks.append(" data-")
                .append(name)
                .append("=\"")
                .append(Html.escape(value))
                .append('"');
    }

    /** The notice's sentences where there can be no markup. */
    String plain() {
        return sentences.stream().map(Slot::plain).collect(Collectors.joining(" "));
    }

    /** The same in a few words, for where an article is only named: a card, a summary. */
    String mark() {
        return mark(copy, wording);
    }

    static String mark(Copy copy, Wording wording) {
        return switch (copy.translation().route()) {
            case Original() -> wording.say("mark.original");
            case Machine machine ->
                wording.say(
                        "mark.machine",
                        Map.of("language", wording.nameOf(copy.translation().from())));
        };
    }

    private List<Slot> sentences() {
        List<Slot> said = new ArrayList<>();
        switch (copy.translation().route()) {
            case Original() -> said.add(wording.sentence("notice.original", Map.of("outlet", outlet())));
            case Machine(List<Leg> legs) -> {
                said.add(machine());
                if (legs.size() > 1) {
                    said.add(wording.sentence("notice.pivot", Map.of("languages", Slot.text(between(legs)))));
                }
            }
        }
        if (copy.revised()) {
            said.add(wording.sentence(
                    revised(copy.revision().kind()),
                    Map.of("date", date(copy.entry().at().atOffset(ZoneOffset.UTC)))));
        }
        return List.copyOf(said);
    }

    private static String revised(Revision.Kind kind) {
        return switch (kind) {
            case COSMETIC, UPDATE -> "notice.updated";
            case CORRECTION, RETRACTION -> "notice.corrected";
            case RETRANSLATION -> "notice.retranslated";
        };
    }

    private Slot machine() {
        Map<String, Slot> slots = new LinkedHashMap<>();
        slots.put("language", Slot.text(wording.nameOf(copy.translation().from())));
        slots.put("engine", engines(copy.translation().legs(), wording));
        slots.put("date", date(copy.translation().at().atOffset(ZoneOffset.UTC)));
        slots.put("outlet", outlet());
        return wording.sentence(reviewed(copy.translation()), slots);
    }

    /** The names of the engines, each once. */
    static Slot engines(List<Leg> legs, Wording wording) {
        String engines = wording.list(legs.stream().map(Leg::engine).distinct().toList());
        return new Slot(engines, Html.foreign(engines));
    }

    /** What a person did about it: edited every sentence, some, or none. */
    private static String reviewed(Translation translation) {
        if (translation.humanReviewed()) {
            return "notice.reviewed";
        }
        return translation.sentences().stream().anyMatch(pair -> pair.provenance() == Provenance.POST_EDITED)
                ? "notice.edited"
                : "notice.machine";
    }

    private String between(List<Leg> legs) {
        List<LanguageTag> middle =
                legs.subList(0, legs.size() - 1).stream().map(Leg::to).toList();
        return wording.list(middle.stream().map(wording::nameOf).toList());
    }

    private Slot date(OffsetDateTime time) {
        String day = wording.day(time);
        return new Slot(day, Html.time(time.toLocalDate().toString(), day));
    }

    private Slot outlet() {
        Article article = copy.article();
        Outlet outlet = article.outlet();
        return new Slot(outlet.name(), Html.leaving(article.address(), outletName()));
    }

    private Html outletName() {
        return Html.foreign(copy.article().outlet().name(), copy.translation().from());
    }

    private List<Html> links(SiteConfig config, Function<Resource, String> href) {
        List<Html> made = new ArrayList<>();
        made.add(Html.leaving(
                copy.article().address(),
                wording.sentence(
                                "link.original",
                                Map.of(
                                        "language",
                                        Slot.text(wording.nameOf(
                                                copy.translation().from()))))
                        .html()));
        if (copy.comparable()) {
            made.add(comparison);
        }
        made.add(Html.link(report(config), Html.text(wording.say("link.report"))));
        made.add(Html.link(href.apply(new Resource.About(copy.edition())), Html.text(wording.say("about"))));
        return List.copyOf(made);
    }

    /** A mail that already names the article, or the operator's page. */
    private String report(SiteConfig config) {
        String contact = config.contactLink().toASCIIString();
        String name = copy.edition().path() + "/" + copy.entry().article();
        return contact.startsWith("mailto:")
                ? contact + "?subject=" + encoded(wording.say("report.subject") + " " + name)
                : contact;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
