package org.polywire.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.app.Configuration.Network;
import org.polywire.model.Grant;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.pipeline.Rhythm;
import org.polywire.samples.Pace;
import org.polywire.samples.SamplePress;
import org.polywire.store.Event;

/** A reader's walk through the site of a newsroom at work on the sample press, in Debian's Chromium. */
class SiteInABrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final String EDITION = "ca";
    private static final int ARTICLES = 3;
    private static final long PATIENCE_SECONDS = 60;
    private static final int LOOKS = 240;

    @TempDir
    static Path data;

    private static SamplePress press;
    private static House house;
    private static WebServer server;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void publish() throws Exception {
        assumeTrue(Files.isExecutable(CHROMIUM), "no Chromium; install it with: apt-get install chromium");
        assumeTrue(DebianPackages.missing("demo").isEmpty(), "no Apertium; install it with: ./polywire demo");
        press = SamplePress.start(new Pace(Duration.ofMillis(100), Duration.ofMinutes(5), InstantSource.system()));
        house = House.build(configuration(), Rhythm.brisk(), InstantSource.system());
        server = house.serve();
        CountDownLatch published = new CountDownLatch(ARTICLES);
        house.newsroom().listen(event -> {
            if (event.step() == Event.Step.PUBLISHED && EDITION.equals(String.valueOf(event.edition()))) {
                published.countDown();
            }
        });
        press.papers().stream()
                .filter(paper -> paper.language().startsWith("es"))
                .forEach(paper -> house.follow(
                        new Source(new SourceId(paper.id()), paper.name(), paper.home(), paper.feed(), Grant.FULL)));
        house.start();
        assertThat(published.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("articles are on the site")
                .isTrue();
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private static Configuration configuration() {
        int port = Temporary.freePort();
        List<String> hosts = press.papers().stream()
                .map(paper -> paper.home().getAuthority())
                .toList();
        return new Configuration(
                "Polywire",
                URI.create("http://localhost:" + port),
                Configuration.DEFAULT_BIND,
                port,
                data,
                "The tests",
                "tests@polywire.example",
                DemoCommand.editions(),
                List.of(),
                new Network(hosts, Network.DEFAULT.delay(), Network.DEFAULT.stopAfter()));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
        if (house != null) {
            server.close();
            house.close();
            press.close();
        }
    }

    @Test
    void aReaderWalksFromTheFrontPageToTheOriginalSideBySide() {
        Page page = browser.newPage();
        page.navigate(house.configuration().address() + "/" + EDITION + "/");
        assertThat(page.locator("html")).hasAttribute("lang", EDITION);
        Locator headline = page.locator("main :is(h2, h3) a[href*='/a/']").first();
        String words = headline.innerText().strip();

        headline.click();
        assertThat(page.locator("h1")).hasText(words);
        assertThat(page.locator("main")).containsText("Apertium");
        String permalink = page.url();

        page.locator("a[href$='/original']").first().click();
        assertThat(page.url()).isEqualTo(permalink + "/original");
        assertThat(page.locator("[lang^='es']").first()).isVisible();
        assertThat(page.locator("main")
                        .locator("[lang='" + EDITION + "'], [lang^='es']")
                        .count())
                .isGreaterThan(4);
    }

    @Test
    void aReaderFindsTheFeedsWhereThePageDeclaresThem() {
        Page page = browser.newPage();
        page.navigate(house.configuration().address() + "/" + EDITION + "/");
        List<Locator> feeds = page.locator("link[rel=alternate][type*='xml']").all();
        assertThat(feeds).hasSizeGreaterThanOrEqualTo(2);
        for (Locator feed : feeds) {
            APIResponse answer = page.request()
                    .get(house.configuration()
                            .address()
                            .resolve(feed.getAttribute("href"))
                            .toString());
            assertThat(answer).isOK();
            assertThat(answer.headers().get("content-type")).contains("xml");
            assertThat(answer.text()).contains("/" + EDITION + "/a/");
        }
    }

    /** Where scripts are switched off, a reader reads, lays the text beside its original, changes the language and searches. */
    @Test
    void aReaderNeedsNoScriptForAnything() {
        Page page = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
        page.navigate(articleOn(house.configuration().address() + "/" + EDITION + "/"));
        String headline = page.locator("h1").innerText().strip();
        String permalink = page.url();
        assertThat(page.locator("script:not([type='application/ld+json'])")).hasCount(0);
        assertThat(page.locator(".details")).containsText("Apertium");

        page.locator(".notice a[href$='/original']").click();
        assertThat(page.locator(".pairs .from").first()).isVisible();
        page.locator(".back a").first().click();
        assertThat(page.url()).isEqualTo(permalink);

        page.locator("nav.tongues a[hreflang='es']").click();
        assertThat(page.url()).isEqualTo(permalink.replace("/" + EDITION + "/a/", "/es/a/"));
        assertThat(page.locator("html")).hasAttribute("lang", "es");
        page.locator("nav.tongues a[hreflang='" + EDITION + "']").click();

        page.locator("a[rel=search]").click();
        page.locator("#q").fill(headline);
        page.locator(".search button").click();
        // The index follows the log within moments.
        for (int look = 0; look < LOOKS && page.locator(".results h2").count() == 0; look++) {
            page.waitForTimeout(250);
            page.reload();
        }
        assertThat(page.locator(".results h2").allInnerTexts()).contains(headline);
    }

    /** With everything but the page itself kept back, the page is there, styled. */
    @Test
    void aPageIsPaintedFromOneRequest() {
        String front = house.configuration().address() + "/" + EDITION + "/";
        Page page = browser.newPage();
        page.route("**/*", route -> {
            if (route.request().resourceType().equals("document")) {
                route.resume();
            } else {
                route.abort();
            }
        });
        for (String path : List.of(front, front + "about", articleOn(front))) {
            page.navigate(path);
            // Asked once: the page's policy would not let a question be asked again and again.
            page.evaluate("() => new Promise(painted => new PerformanceObserver("
                    + "list => list.getEntriesByName('first-contentful-paint').forEach(painted))"
                    + ".observe({type: 'paint', buffered: true}))");
            assertThat(page.locator(".nameplate")).hasCSS("text-align", "center");
        }
    }

    @Test
    void nothingIsAskedOfThirdParties() {
        String front = house.configuration().address() + "/" + EDITION + "/";
        List<String> asked = new CopyOnWriteArrayList<>();
        Page page = browser.newPage();
        page.onRequest(request -> asked.add(request.url()));
        for (String path : List.of(front, front + "search?q=port", articleOn(front), articleOn(front) + "/original")) {
            page.navigate(path);
        }
        assertThat(asked)
                .hasSizeGreaterThan(4)
                .allMatch(url -> url.startsWith(house.configuration().address().toString()));
    }

    private static String articleOn(String front) {
        Page page = browser.newPage();
        page.navigate(front);
        String path = page.locator("main a[href*='/a/']").first().getAttribute("href");
        page.close();
        return house.configuration().address().resolve(path).toString();
    }

    @Test
    void aNarrowScreenNeedsNoScrollingSideways() {
        Page page = browser.newPage();
        page.setViewportSize(360, 740);
        page.navigate(house.configuration().address() + "/" + EDITION + "/");
        String article = page.locator("main a[href*='/a/']").first().getAttribute("href");
        for (String path : List.of(article, article + "/original", "/ca/search?q=port", "/ar/search", "/ar/")) {
            page.navigate(house.configuration().address().resolve(path).toString());
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as(path)
                    .isEqualTo(true);
        }
    }

    /** WCAG 2.2 AA by axe; the whole matrix of pages and scripts is {@code ./polywire bench site}. */
    @Test
    void noPageHasAnAccessibilityViolation() throws IOException {
        String axe;
        try (InputStream file = Objects.requireNonNull(
                SiteInABrowserTest.class.getResourceAsStream("/axe.min.js"), "axe.min.js is not on the class path")) {
            axe = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        Page page = browser.newPage(new NewPageOptions().setBypassCSP(true).setColorScheme(ColorScheme.DARK));
        page.setViewportSize(360, 740);
        page.navigate(house.configuration().address() + "/" + EDITION + "/");
        String article = page.locator("main :is(h2, h3) a[href*='/a/']").first().getAttribute("href");
        for (String path : List.of("/", "/ca/", article, article + "/original", "/ca/about", "/ar/", "/ca/nowhere")) {
            page.navigate(house.configuration().address() + path);
            page.evaluate(axe);
            Object violations = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa',"
                    + " 'wcag22aa']}).then(result => result.violations.map(one => one.id + ' ' +"
                    + " one.nodes.map(node => node.target).join(' | ')))");
            assertThat(violations).as(path).isEqualTo(List.of());
        }
    }

    @Test
    void theArabicEditionReadsFromRightToLeft() {
        Page page = browser.newPage();
        page.navigate(house.configuration().address() + "/ar/");
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    }
}
