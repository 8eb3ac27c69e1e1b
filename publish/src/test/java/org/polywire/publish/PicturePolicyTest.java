package org.polywire.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polywire.model.ArticleId;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Quote;
import org.polywire.model.Edition;
import org.polywire.model.Inlines;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Published;
import org.polywire.model.Reason;
import org.polywire.publish.PicturePolicy.Use;
import org.polywire.publish.Resource.Rendition;

/** What is done with a picture is decided once, and holds in every channel. */
class PicturePolicyTest {
    private static final String OURS = "https://wire.example/";
    private final Published published = Stories.ferry();
    private final Edition catalan = Press.edition("ca");

    @ParameterizedTest
    @EnumSource(Use.class)
    void everyChannelShowsThePictureAsTheRuleForItsSourceSays(Use use) {
        SiteConfig config = config(new PicturePolicy(other(use), Map.of(Press.SOURCE, use)));
        channels(config).forEach(text -> {
            assertThat(text.contains(Press.PICTURES)).isEqualTo(use == Use.LINK);
            assertThat(text.contains("/picture/")).isEqualTo(use == Use.PROXY);
        });
    }

    private static Use other(Use use) {
        return use == Use.OMIT ? Use.LINK : Use.OMIT;
    }

    @Test
    void noPageNamesAnotherServerForABrowserToAsk() {
        Site site = new Site(config(PicturePolicy.PROXY), Press.providers(false));
        for (Page page : pages(site)) {
            assertThat(page.headers().get("Content-Security-Policy")).contains("img-src 'self';");
            Document document = SiteTest.html(page);
            assertThat(document.select("[src], [srcset]")).isNotEmpty();
            for (Element element : document.select("[src], [srcset]")) {
                Stream.of(element.attr("src"), element.attr("srcset"))
                        .flatMap(value -> Stream.of(value.split(", ")))
                        .filter(value -> !value.isEmpty())
                        .forEach(value -> assertThat(value).startsWith("/ca/a/"));
            }
        }
    }

    @Test
    void whereOneSourceIsLinkedPagesMayShowItsPicturesWithoutSayingWhoReads() {
        Site site = new Site(config(new PicturePolicy(Use.OMIT, Map.of(Press.SOURCE, Use.LINK))));
        Page page = site.article(published, Set.of());
        assertThat(page.headers().get("Content-Security-Policy")).contains("img-src 'self' http: https:;");
        assertThat(SiteTest.html(page).select("img").eachAttr("referrerpolicy")).containsOnly("no-referrer");
    }

    @Test
    void aCaptionNeverStandsWithoutItsPicture() {
        Site site = new Site(config(new PicturePolicy(Use.OMIT, Map.of())));
        assertThat(SiteTest.html(site.article(published, Set.of())).select("figure, figcaption"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 320 640 1280", "200, 320", "320, 320", "321, 320 640", "1280, 320 640 1280", "4000, 320 640 1280"})
    void noSizeIsOfferedThatThePictureDoesNotHave(int width, String widths) {
        Copy copy = copy();
        Picture picture = new Picture(URI.create("https://faro.example/p.jpg"), width, width / 2, "");
        List<Integer> served = Darkroom.WIDTHS.stream()
                .filter(each -> Image.of(copy, picture, resource -> "" + ((Rendition) resource).width())
                        .orElseThrow()
                        .sizes()
                        .contains(new Image.Size("" + each, width == 0 ? each : Math.min(each, width))))
                .toList();
        assertThat(served.stream().map(String::valueOf).toList()).containsExactly(widths.split(" "));
    }

    @Test
    void whatIsShownIsNeverSaidToBeLargerThanItIs() {
        Picture picture = new Picture(URI.create("https://faro.example/p.jpg"), 3000, 2000, "");
        Image image = Image.of(copy(), picture, resource -> "x").orElseThrow();
        assertThat(image.width()).isEqualTo(1280);
        assertThat(image.height()).isEqualTo(853);
    }

    @ParameterizedTest
    @CsvSource({"svg", "SVG", "svgz", "webp", "avif"})
    void whatCannotBeMadeSmallerIsLeftOutAltogether(String end) {
        Picture picture = new Picture(URI.create("https://faro.example/p." + end), 300, 200, "");
        assertThat(Image.of(copy(), picture, resource -> "x")).isEmpty();
        assertThat(Image.of(copy().with(Use.LINK), picture, resource -> "x")).isPresent();
    }

    @Test
    void onlyThePicturesOfAStandingArticleAreServed() {
        Site site = Press.site();
        Rendition own = rendition(site);
        assertThat(site.pictureOf(published, own)).contains(URI.create(Press.PICTURES + "one.png"));
        Publication gone = Press.withdrawn(published, Reason.SOURCE_WITHDREW);
        assertThat(site.pictureOf(gone, own)).isEmpty();
        ArticleId article = published.entry().article();
        assertThat(site.pictureOf(published, new Rendition(catalan, article, "0123456789abcdef", 640)))
                .isEmpty();
        for (Use use : List.of(Use.LINK, Use.OMIT)) {
            assertThat(new Site(config(new PicturePolicy(use, Map.of()))).pictureOf(published, own))
                    .isEmpty();
        }
    }

    @Test
    void picturesInsideQuotationsAreServedToo() {
        Picture picture = new Picture(URI.create("https://faro.example/deep.jpg"), 900, 600, "");
        Figure figure = new Figure(picture, Inlines.ofText("c"), "");
        var article = Stories.article("ca", "one");
        Published deep = Press.original(with(article, new Quote(List.of(figure))), 1);
        Page page = Press.site().article(deep, Set.of());
        String path = SiteTest.html(page).expectFirst("blockquote img").attr("src");
        Rendition rendition = (Rendition) Press.site().addresses().at(path).orElseThrow();
        assertThat(Press.site().pictureOf(deep, rendition)).contains(picture.address());
    }

    private static org.polywire.model.Article with(org.polywire.model.Article article, org.polywire.model.Block block) {
        return new org.polywire.model.Article(
                article.address(),
                article.outlet(),
                article.language(),
                article.kicker(),
                article.headline(),
                article.standfirst(),
                article.bylines(),
                article.dates(),
                article.section(),
                article.tags(),
                article.licence(),
                article.access(),
                List.of(block));
    }

    private Rendition rendition(Site site) {
        String path = SiteTest.html(site.article(published, Set.of()))
                .expectFirst("figure img")
                .attr("src");
        return (Rendition) site.addresses().at(path).orElseThrow();
    }

    private Copy copy() {
        return Copy.of(catalan, published, Press.config()).orElseThrow();
    }

    private static SiteConfig config(PicturePolicy pictures) {
        SiteConfig plain = Press.config();
        return new SiteConfig(
                plain.title(), plain.address(), plain.operator(), plain.contact(), plain.editions(), pictures);
    }

    private List<Page> pages(Site site) {
        return List.of(site.article(published, Set.of()), site.frontPage(catalan, List.of(published), Press.NOW));
    }

    /** The article in each form in which it leaves: pages, feeds, news formats, the API, another system. */
    private Stream<String> channels(SiteConfig config) {
        Site site = new Site(config);
        Api api = new Api(config, site.addresses());
        List<Publication> one = List.of(published);
        Stream<Page> pages = Stream.concat(
                pages(site).stream(),
                Stream.of(
                        Press.rss(site, catalan, one),
                        Press.atom(site, catalan, one),
                        Press.json(site, catalan, one),
                        api.article(published),
                        api.ninjs(published),
                        api.newsml(published)));
        String parcel = new Parcels(config, site.addresses())
                .pack(published, Parcel.Pictures.LINK)
                .orElseThrow()
                .html();
        return Stream.concat(pages.map(NoticeTest::text), Stream.of(parcel));
    }

    @Test
    void elsewhereThePictureHasAWholeAddressOfOurs() {
        Site site = Press.site();
        assertThat(NoticeTest.text(Press.rss(site, catalan, List.of(published))))
                .containsPattern("<media:content url=\"" + OURS + "ca/a/[a-z2-7]{12}/picture/[0-9a-f]{16}/1280.jpg\"")
                .contains("width=\"1200\" height=\"800\"");
    }

    @ParameterizedTest
    @EnumSource(Use.class)
    void onlyWhatMayBeCopiedIsHandedOverToAnotherSystem(Use use) {
        SiteConfig config = config(new PicturePolicy(use, Map.of()));
        Parcel parcel = new Parcels(config, new Site(config).addresses())
                .pack(published, Parcel.Pictures.UPLOAD)
                .orElseThrow();
        assertThat(parcel.picture() != null).isEqualTo(use == Use.PROXY);
        assertThat(parcel.html()).doesNotContain("<img");
    }
}
