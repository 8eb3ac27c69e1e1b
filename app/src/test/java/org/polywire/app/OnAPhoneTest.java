package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewPageOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Site;
import org.polywire.publish.SiteConfig;

/** The row of languages of a site that has more than fit beside each other, on a telephone, in a real Chromium. */
class OnAPhoneTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<Edition> EDITIONS = Stream.of("en", "ca", "es", "pt", "gl", "fr", "ar", "he", "zh", "hi")
            .map(language -> new Edition(new LanguageTag(language), "News", Fitness.NEWS, true))
            .toList();
    private static final Site SITE = new Site(
            new SiteConfig("News", URI.create("https://wire.example/"), "Association", "desk@wire.example", EDITIONS));

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

    private static Locator languages(String language) {
        Edition edition = EDITIONS.stream()
                .filter(one -> one.language().value().equals(language))
                .findFirst()
                .orElseThrow();
        Page page = browser.newPage(new NewPageOptions().setViewportSize(360, 640));
        page.setContent(new String(SITE.notFound(edition).body().toArray(), StandardCharsets.UTF_8));
        return page.locator(".tongues");
    }

    private static boolean isWithin(BoundingBox inner, BoundingBox outer) {
        return inner.x >= outer.x - 1 && inner.x + inner.width <= outer.x + outer.width + 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca", "ar", "hi"})
    void thePagesOwnLanguageIsSeenWithoutScrolling(String language) {
        Locator row = languages(language);
        assertThat(row.evaluate("row => row.scrollWidth > row.clientWidth")).isEqualTo(true);
        assertThat(isWithin(row.locator("[aria-current]").boundingBox(), row.boundingBox()))
                .isTrue();
    }

    /** A row that scrolls cuts off what stands out of it, above and below, too. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void theRingAroundWhatHasTheFocusIsNotCutOff(String language) {
        Locator row = languages(language);
        row.page().keyboard().press("Tab");
        Locator link = row.locator("a").first();
        link.focus();
        Object outside = link.evaluate(
                "link => { const style = getComputedStyle(link); return style.outlineStyle === 'none' ? 99 :"
                        + " parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth); }");
        assertThat(((Number) outside).doubleValue()).isZero();
    }
}
