package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Byline;
import org.polywire.model.Dates;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Publication.Published;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.testkit.Attacks;

/** What a source or an engine writes is text, whatever it looks like, in every field and every output. */
class HostileTest {
    private static final Pattern MARK = Pattern.compile("⟦[a-z]+⟧");
    private static final Pattern SCHEME = Pattern.compile("\\s*([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tag");

    /** Attributes and fields that programs follow or load. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(.*@)?(href|src|srcset|action|formaction|cite|poster|url|uri|reluri|ref|.*_url|self|ninjs|newsml|comparison)");

    /** Elements and attributes that run something, load something or lead somewhere by themselves. */
    private static final Pattern ACTS = Pattern.compile(
            "html ((iframe|object|embed|applet|frame|svg|math|base|template|noscript|xmp|plaintext|audio|video)"
                    + "|script (?!application/ld\\+json).*|[a-z0-9]+@(on.*|style|srcdoc|formaction|background|xlink:href))");

    private static final Map<Channel, Set<String>> HARMLESS = harmless();

    private final Site site = Press.site();

    static List<String> texts() {
        return Attacks.texts();
    }

    static List<URI> addresses() {
        return Attacks.addresses();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void noFieldBecomesMarkupInAnyChannelAndEachIsReadBackToTheLetter(String attack) {
        Scene scene = Scene.of(everywhere(attack), attack);
        for (Channel channel : Channel.values()) {
            List<Opened> opened = opened(channel, scene);
            assertThat(shape(opened)).as("shape of %s", channel).isEqualTo(HARMLESS.get(channel));
            for (Opened output : opened) {
                assertThat(leading(output)).as("addresses in %s", channel).isEmpty();
                assertToTheLetter(Plain.clean(attack), output, channel);
            }
        }
    }

    @Test
    void nothingThatActsIsInAnyChannelWhoeverWroteTheWords() {
        HARMLESS.forEach((channel, shape) -> assertThat(shape)
                .as(channel.name())
                .noneMatch(name -> ACTS.matcher(name).matches()));
    }

    private static Map<Channel, Set<String>> harmless() {
        Scene scene = Scene.of(everywhere("words"), "words");
        Map<Channel, Set<String>> shapes = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            shapes.put(channel, shape(opened(channel, scene)));
        }
        return shapes;
    }

    private static List<Opened> opened(Channel channel, Scene scene) {
        return channel.outputs(scene).stream().map(Opened::of).toList();
    }

    /** The elements, attributes and fields, without what they hold. */
    private static Set<String> shape(List<Opened> opened) {
        return opened.stream()
                .flatMap(output -> output.places().stream())
                .map(HostileTest::shape)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shape(Opened.Place place) {
        String name = place.kind() + " " + place.name();
        return name.equals("html script") ? name + " " + place.value() : name;
    }

    private static void assertToTheLetter(String text, Opened opened, Channel channel) {
        Set<String> shown = opened.told().stream()
                .flatMap(told -> MARK.matcher(told).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        assertThat(shown).as("fields in %s", channel).contains("⟦headline⟧");
        for (String mark : shown) {
            assertThat(opened.told()).as("%s in %s", mark, channel).anyMatch(told -> told.contains(text + " " + mark));
        }
    }

    /** The addresses whose scheme is not one that we write. */
    private static List<String> leading(Opened opened) {
        return opened.places().stream()
                .filter(place -> ADDRESS.matcher(place.name()).matches())
                .map(Opened.Place::value)
                .filter(value -> SCHEME.matcher(value)
                        .results()
                        .anyMatch(match -> !SCHEMES.contains(match.group(1).toLowerCase(Locale.ROOT))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void nothingThatRunsOrIsNotOfTheWebIsLinkedOrNamedInAnyChannel(URI target) {
        String address = target.toString();
        Scene scene = Scene.of(leadingTo(target), "words");
        for (Channel channel : Channel.values()) {
            for (Output output : channel.outputs(scene)) {
                assertThat(Opened.of(output).told())
                        .as(channel.name())
                        .noneMatch(told ->
                                told.strip().toLowerCase(Locale.ROOT).startsWith(address.toLowerCase(Locale.ROOT)));
            }
        }
        Document page = SiteTest.html(site.article(scene.published(), Set.of()));
        assertThat(page.select(".text > p").text()).isEqualTo("the words");
        assertThat(page.text()).doesNotContain("a caption");
    }

    @Test
    void aLinkThatLeavesSaysNothingInOurName() {
        Document page = SiteTest.html(site.article(Stories.ferry(), Set.of()));
        assertThat(page.select("a[href^=http]").eachAttr("rel")).isNotEmpty().containsOnly("nofollow noopener");
    }

    @Test
    void noTextCanTurnTheWordsAroundIt() {
        Scene scene = Scene.of(everywhere("safe\u202Eevil\u202C \u2066x\u2069"), "\u202Ewords");
        for (Channel channel : Channel.values()) {
            for (Output output : channel.outputs(scene)) {
                assertThat(String.join("", Opened.of(output).told()))
                        .as(channel.name())
                        .doesNotContainPattern("[\u202A-\u202E\u2066-\u2069]");
            }
        }
    }

    @Test
    void joinersAndMarksThatWritingNeedsStay() {
        String persian = "می\u200Cخواهم \u200Fو\u200D";
        assertThat(Plain.clean(persian)).isSameAs(persian);
    }

    /** The same text in every field that a source or an engine fills, each with its name after it. */
    static Published everywhere(String text) {
        Article article = new Article(
                URI.create("https://faro.example/x?a=%22%3E%3Cb&c='"),
                new Outlet(text + " ⟦outlet⟧", URI.create("https://faro.example/")),
                new LanguageTag("en"),
                text + " ⟦kicker⟧",
                text + " ⟦headline⟧",
                words(text, "standfirst"),
                List.of(
                        new Byline(text + " ⟦author⟧", Byline.Kind.PERSON),
                        new Byline(text + " ⟦agency⟧", Byline.Kind.ORGANISATION)),
                Dates.UNKNOWN,
                text + " ⟦section⟧",
                List.of(text + " ⟦tag⟧"),
                text + " ⟦licence⟧",
                Access.FREE,
                body(text));
        LanguageTag spanish = new LanguageTag("es");
        Leg leg = new Leg(spanish, new LanguageTag("en"), text + " ⟦engine⟧", text + " ⟦version⟧");
        SentencePair pair = new SentencePair(
                Place.HEADLINE,
                text + " ⟦original⟧",
                text + " ⟦headline⟧",
                List.of(text + " ⟦unknown⟧"),
                List.of(text + " ⟦fault⟧"));
        Translation translation =
                new Translation(article, spanish, new Route.Machine(List.of(leg)), Press.NOW, List.of(pair));
        return new Published(Press.entry("en", article, 1), translation);
    }

    private static List<Block> body(String text) {
        URI picture = URI.create("https://faro.example/p'.jpg?%22%3E%3Cb");
        return List.of(
                new Figure(
                        new Picture(picture, 1200, 800, text + " ⟦alt⟧"), words(text, "caption"), text + " ⟦credit⟧"),
                new Paragraph(words(text, "paragraph")),
                new Paragraph(List.of(new Verbatim(text + " ⟦verbatim⟧"))),
                new Paragraph(List.of(new Link(URI.create("https://faro.example/y'(%22)"), words(text, "link")))),
                new Heading(2, words(text, "heading")),
                new Quote(List.of(new Paragraph(words(text, "quote")))),
                new Listing(true, List.of(List.of(new Paragraph(words(text, "item"))))),
                new Table(
                        words(text, "table"),
                        List.of(List.of(new Cell(true, words(text, "head")), new Cell(false, words(text, "cell"))))),
                new Embed(URI.create("https://faro.example/v?'=%3E"), text + " ⟦provider⟧"));
    }

    private static List<Inline> words(String text, String name) {
        return Inlines.ofText(text + " ⟦" + name + "⟧");
    }

    /** The same address in every place that has one. */
    private static Published leadingTo(URI target) {
        List<Block> body = List.of(
                new Figure(new Picture(target, 0, 0, "a picture"), Inlines.ofText("a caption"), ""),
                new Paragraph(List.of(new Link(target, Inlines.ofText("the words")))),
                new Embed(target, "Player"));
        Article article = new Article(
                target,
                new Outlet("Outlet", target),
                new LanguageTag("en"),
                "",
                "H",
                List.of(),
                List.of(),
                Dates.UNKNOWN,
                "Section",
                List.of(),
                target.toString(),
                Access.FREE,
                body);
        LanguageTag spanish = new LanguageTag("es");
        return new Published(
                Press.entry("en", article, 1),
                new Translation(article, spanish, Press.apertium("es", "en"), Press.NOW, List.of()));
    }
}
