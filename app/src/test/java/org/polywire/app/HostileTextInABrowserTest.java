package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Table;
import org.polywire.model.Byline;
import org.polywire.model.Bytes;
import org.polywire.model.Dates;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.SentencePair;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.publish.Page;
import org.polywire.publish.Resource.Feed;
import org.polywire.publish.Resource.Format;
import org.polywire.publish.Resource.Front;
import org.polywire.publish.Resource.Section;
import org.polywire.publish.Site;
import org.polywire.publish.SiteConfig;

/** Attacks in every field that a source or an engine fills, on every kind of page, in a real Chromium: nothing of them runs. */
class HostileTextInABrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final LanguageTag ENGLISH = new LanguageTag("en");
    private static final Edition EDITION = new Edition(ENGLISH, "The Wire", Fitness.NEWS, true);
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    /** Ways to run a script from text, by context: element, attribute, address, comment, raw text, template, foreign content. */
    private static final List<String> ATTACKS = List.of(
            "<script>attack()</script>",
            "</script><script>attack()</script>",
            "<!--<script>attack()",
            "\"><img src=x onerror=attack()>",
            "' autofocus onfocus='attack()",
            "\" onmouseover=\"attack()\" x=\"",
            "</title></head><body onload=attack()>",
            "</style><svg onload=attack()>",
            "<svg><animate onbegin=attack() attributeName=x dur=1s>",
            "<math><mtext></table><img src=x onerror=attack()>",
            "<iframe srcdoc='<script>parent.attack()</script>'>",
            "<details open ontoggle=attack()>",
            "<base href=javascript:attack()//>",
            "<meta http-equiv=refresh content='0;url=javascript:attack()'>",
            "<a href=javascript:attack()>x</a>",
            "javascript:attack()",
            "${attack()}{{attack()}}<%= attack() %>",
            "&lt;script&gt;attack()&lt;/script&gt;",
            "<img src=x onerror=\u2028attack()>",
            "]]><script xmlns='http://www.w3.org/1999/xhtml'>attack()</script>",
            "<xmp></xmp><noscript><p title=\"</noscript><img src=x onerror=attack()>\">");

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void open() {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium; install it with: apt-get install chromium");
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
    }

    @Test
    void nothingThatASourceWritesRuns() {
        Map<String, Page> pages = pages();
        List<String> ran = new ArrayList<>();
        try (WebServer server = WebServer.start("localhost", 0, new Fixed(pages))) {
            com.microsoft.playwright.Page tab = tab();
            tab.onDialog(dialog -> {
                ran.add("a dialog: " + dialog.message());
                dialog.dismiss();
            });
            for (String path : pages.keySet()) {
                tab.navigate("http://localhost:" + server.port() + path);
                if (tab.evaluate("window.attacked === true").equals(true)
                        || !tab.url().endsWith(path)) {
                    ran.add(path + " at " + tab.url());
                }
            }
        }
        assertThat(pages).hasSizeGreaterThan(100);
        assertThat(ran).isEmpty();
    }

    /** Without the site's policy, so that escaping alone must hold, and without the network. */
    private static com.microsoft.playwright.Page tab() {
        com.microsoft.playwright.Page tab = browser.newPage(new NewPageOptions().setBypassCSP(true));
        tab.addInitScript("window.attack = () => { window.attacked = true; }");
        tab.route("https://**", request -> request.abort());
        return tab;
    }

    /** The net has no hole. */
    @Test
    void anAttackThatRunsIsSeen() {
        com.microsoft.playwright.Page tab = tab();
        tab.navigate("data:text/html,<p>x</p><script>attack()</script>");
        assertThat(tab.evaluate("window.attacked === true")).isEqualTo(true);
    }

    private static Map<String, Page> pages() {
        Site site = new Site(
                new SiteConfig("T", URI.create("https://wire.example/"), "O", "a@wire.example", List.of(EDITION)),
                Map.of());
        Map<String, Page> pages = new LinkedHashMap<>();
        for (int i = 0; i < ATTACKS.size(); i++) {
            String attack = ATTACKS.get(i);
            List<Publication> latest = List.of(everywhere(attack, i));
            String at = "/" + i + "/";
            pages.put(at + "article", site.article(latest.getFirst(), Set.of()));
            pages.put(at + "comparison", site.comparison(latest.getFirst()));
            pages.put(at + "front", site.frontPage(EDITION, latest, NOW));
            pages.put(at + "section", site.section(new Section(EDITION, "x"), latest, latest, NOW));
            for (Format format : List.of(Format.RSS, Format.ATOM)) {
                pages.put(at + format, site.feed(new Feed(new Front(EDITION), format), latest));
            }
        }
        return pages;
    }

    private static Published everywhere(String text, int number) {
        List<Inline> words = Inlines.ofText(text);
        URI address = URI.create("https://faro.example/" + number + "?a=%22%3E%3Cscript%3E&c='");
        Article article = new Article(
                address,
                new Outlet(text, URI.create("https://faro.example/")),
                ENGLISH,
                text,
                text,
                words,
                List.of(new Byline(text, Byline.Kind.PERSON)),
                Dates.UNKNOWN,
                text,
                List.of(text),
                text,
                Access.FREE,
                List.of(
                        new Figure(new Picture(URI.create("https://faro.example/p'.jpg"), 1, 1, text), words, text),
                        new Paragraph(words),
                        new Paragraph(List.of(new Verbatim(text))),
                        new Paragraph(List.of(new Link(URI.create("javascript:attack()"), words))),
                        new Table(words, List.of(List.of(new Cell(true, words), new Cell(false, words)))),
                        new Embed(URI.create("https://faro.example/v"), text)));
        LanguageTag from = new LanguageTag("es");
        Translation translation = new Translation(
                article,
                from,
                new Route.Machine(List.of(new Leg(from, ENGLISH, text, text))),
                NOW,
                List.of(new SentencePair(Place.HEADLINE, text, text, List.of(), List.of())));
        return new Published(new Entry(1, ENGLISH, ArticleId.of(address), new SourceId("s"), 1, NOW, NOW), translation);
    }

    private record Fixed(Map<String, Page> pages) implements Pages {
        @Override
        public Page at(Request request) {
            return pages.getOrDefault(
                    request.path(),
                    new Page(404, "text/plain", Map.of(), Bytes.copyOf("no".getBytes(StandardCharsets.UTF_8))));
        }

        @Override
        public Page failed(String path) {
            throw new IllegalStateException(path);
        }
    }
}
