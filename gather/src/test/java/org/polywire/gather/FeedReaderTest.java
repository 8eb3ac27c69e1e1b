package org.polywire.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.polywire.gather.Loopback.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.gather.FeedReading.Feed;
import org.polywire.gather.FeedReading.NotAFeed;
import org.polywire.model.Reason;
import org.polywire.testkit.Golden;
import org.polywire.testkit.RawServer;
import org.polywire.testkit.Seeded;

class FeedReaderTest {
    private static final Path FIXTURES = Path.of("src/test/resources/org/polywire/gather/feeds");
    private static final String ADDRESS = "https://news.example/dir/feed";

    private static FeedReading read(String text) {
        return FeedReader.read(capture(ADDRESS, "text/xml", text));
    }

    private static Feed feed(String text) {
        return (Feed) read(text);
    }

    private static Item onlyItem(String text) {
        List<Item> items = feed(text).items();
        assertThat(items).hasSize(1);
        return items.getFirst();
    }

    private static String rss(String item) {
        return "<rss version='2.0'><channel><title>T</title><item>" + item + "</item></channel></rss>";
    }

    private static String title(String escaped) {
        return onlyItem(rss("<link>/a</link><title>" + escaped + "</title>")).title();
    }

    static Stream<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(FIXTURES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static byte[] fixture(String name) {
        try (InputStream in = FeedReaderTest.class.getResourceAsStream("feeds/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everyKindOfFeedIsReadAlike(String name) {
        Golden.check(
                FIXTURES.resolve(name + ".txt"),
                described(FeedReader.read(capture(ADDRESS, "text/plain", fixture(name)))));
    }

    private static String described(FeedReading reading) {
        return switch (reading) {
            case Feed feed ->
                Stream.concat(
                                Stream.of(feed.title(), feed.home().toString(), feed.language(), ""),
                                feed.items().stream()
                                        .map(item -> item.address() + "\n  " + item.identity() + "\n  " + item.title()
                                                + "\n  " + item.published()))
                        .reduce("", (all, line) -> all + line + "\n");
            case FeedReading.Index(var parts) -> parts + "\n";
            case NotAFeed(Reason reason, String detail) -> reason + " " + detail + "\n";
        };
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aFeedCutOffAnywhereOrWithFlippedBytesIsReadOrRefusedButNeverThrows(String name) {
        byte[] whole = fixture(name);
        Seeded.run(60, random -> {
            byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> FeedReader.read(capture(ADDRESS, "text/xml", damaged)))
                    .doesNotThrowAnyException();
        });
    }

    @Test
    void aFeedCutOffKeepsTheItemsBeforeTheCut() {
        String whole = new String(fixture("rss20.xml"), StandardCharsets.UTF_8);
        Feed cut = feed(whole.substring(0, whole.lastIndexOf("</item>")));
        assertThat(cut.items()).isEqualTo(feed(whole).items());
    }

    static Stream<Arguments> titles() {
        return Stream.of(
                arguments("Plain", "Plain"),
                arguments("  two\n  lines&#160; ", "two lines"),
                arguments("AT&amp;T", "AT&T"),
                arguments("AT&T", "AT&T"),
                arguments("AT&amp;amp;T", "AT&T"),
                arguments("AT&amp;amp;amp;T", "AT&T"),
                arguments("caf&eacute; &#233; &amp;#233; &amp;eacute;", "café é é é"),
                arguments("&lt;b&gt;Bold&lt;/b&gt; &lt;br/&gt;move", "Bold move"),
                arguments("<![CDATA[<em>Very</em> much]]>", "Very much"),
                arguments("Inline <i>markup</i>", "Inline markup"),
                arguments("a &lt; b &amp;&amp; b &gt; c", "a < b && b > c"),
                arguments("the &lt;blink&gt; tag", "the <blink> tag"),
                arguments("&lt;script&gt;alert(1)&lt;/script&gt;News", "News"),
                arguments("\u202Bالخبر&amp;nbsp;العاجل", "\u202Bالخبر العاجل"),
                arguments("重要&amp;#26032;聞", "重要新聞"),
                arguments("नमस्ते &amp;amp; क्षि", "नमस्ते & क्षि"),
                arguments("", ""));
    }

    /** Each of these took minutes with a pattern that looks at every character from every other. */
    @ParameterizedTest
    @ValueSource(strings = {"&lt;b ", "<![CDATA[", "&amp;a", "&", "<!--", "<!DOCTYPE ", "</", "<?x "})
    void longRunsOfOpeningsAreReadInTime(String opening) {
        String run = opening.repeat(400_000 / opening.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(rss("<link>/a</link><title>" + run)));
    }

    @ParameterizedTest
    @MethodSource("titles")
    void titlesBecomePlainText(String escaped, String plain) {
        assertThat(title(escaped)).isEqualTo(plain);
    }

    @Test
    void aVeryLongTitleIsCut() {
        assertThat(title("\uD83D\uDE00".repeat(2000))).isEqualTo("\uD83D\uDE00".repeat(500));
    }

    @Test
    void plainTextInAtomIsNotTakenForMarkup() {
        String entry =
                "<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='/a'/><title%s</title></entry></feed>";
        assertThat(onlyItem(entry.formatted(">The &lt;b&gt; element")).title()).isEqualTo("The <b> element");
        assertThat(onlyItem(entry.formatted(" type='html'>The &lt;b&gt;big&lt;/b&gt; one"))
                        .title())
                .isEqualTo("The big one");
        assertThat(onlyItem(entry.formatted(" type='xhtml'><div>The <b>big</b> one</div>"))
                        .title())
                .isEqualTo("The big one");
    }

    static Stream<Arguments> links() {
        return Stream.of(
                arguments("<link>http://other.example/a</link>", "http://other.example/a"),
                arguments("<link> \n/a b?x=1&amp;y=é </link>", "https://news.example/a%20b?x=1&y=%C3%A9"),
                arguments("<link>a</link>", "https://news.example/dir/a"),
                arguments("<link><![CDATA[a]]></link>", "https://news.example/dir/a"),
                arguments("<link href='b'/>", "https://news.example/dir/b"),
                arguments("<guid>https://news.example/g</guid>", "https://news.example/g"),
                arguments("<guid isPermaLink='true'>https://news.example/g</guid>", "https://news.example/g"),
                arguments(
                        "<link/><a:link xmlns:a='http://www.w3.org/2005/Atom' href='c'/>",
                        "https://news.example/dir/c"),
                arguments("<link>/a?x=1&section=2&copy=3</link>", "https://news.example/a?x=1&section=2&copy=3"),
                arguments("<link><![CDATA[/a?x=1&y=2]]></link>", "https://news.example/a?x=1&y=2"),
                arguments("<link xml:base='http://b.example/x/'>c</link>", "https://news.example/dir/c"));
    }

    @ParameterizedTest
    @MethodSource("links")
    void itemsLeadToAbsoluteAddresses(String item, String address) {
        assertThat(onlyItem(rss(item)).address()).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title>x</title>",
                "<link></link>",
                "<link>mailto:a@b.example</link>",
                "<link>javascript:x</link>",
                "<guid isPermaLink='false'>https://news.example/g</guid>",
                "<guid>42</guid>",
                "<media:link>/a</media:link>",
                "<image><link>/a</link></image>",
                "<link>file:///etc/passwd</link>"
            })
    void anItemWithoutAPageIsLeftOut(String item) {
        assertThat(feed(rss(item)).items()).isEmpty();
    }

    @Test
    void everyXmlBaseCounts() {
        String text = """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://b.example/one/"><entry xml:base="two/">
                <link href="page"/></entry></feed>""";
        assertThat(onlyItem(text).address()).isEqualTo(URI.create("http://b.example/one/two/page"));
    }

    @Test
    void theBestOfSeveralAtomLinksIsTheWebPage() {
        String text = """
                <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:link rel="enclosure" href="/e.mp3"/>
                <a:link rel="self" href="/s"/><a:link rel="alternate" type="application/pdf" href="/p"/>
                <a:link rel="alternate" type="text/html" href="/h"/></a:entry></a:feed>""";
        assertThat(onlyItem(text).address()).isEqualTo(URI.create("https://news.example/h"));
    }

    @Test
    void elementsOfOtherVocabulariesAreNotMistaken() {
        String item = """
                <media:title xmlns:media="http://search.yahoo.com/mrss/">Picture</media:title>
                <itunes:title>Undeclared</itunes:title><title>Story</title><link>/a</link>""";
        assertThat(onlyItem(rss(item)).title()).isEqualTo("Story");
    }

    @Test
    void nothingOutsideTheDocumentIsLoaded() {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n\r\n<!ENTITY y 'loaded'>")) {
            String text = """
                    <?xml version="1.0"?><?xml-stylesheet href="%1$s"?>
                    <!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "%1$s" [
                    <!ENTITY x SYSTEM "file:///etc/hostname"> <!ENTITY %% p SYSTEM "%1$s"> %%p;
                    <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;"> <!ENTITY c "&b;&b;&b;&b;">]>
                    <rss version="0.91"><channel><title>&x;&y;&c;</title><item><title>t</title><link>/a</link></item></channel></rss>""".formatted(server.address("/dtd"));
            assertThat(feed(text).title()).isEqualTo("&x;&y;&c;");
            assertThat(feed(text).items()).hasSize(1);
            assertThat(server.connections()).isZero();
        }
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("UTF-8", "text/xml", ""),
                arguments("UTF-8", "text/xml; charset=utf-8", ""),
                arguments("UTF-8", "text/xml; charset=\"UTF-8\"", " encoding='windows-1252'"),
                arguments("UTF-8", "text/xml; charset=us-ascii", " encoding='utf-8'"),
                arguments("UTF-8", "text/xml; charset=nonsense", " encoding='utf-16'"),
                arguments("ISO-8859-1", "text/xml", " encoding='ISO-8859-1'"),
                arguments("ISO-8859-1", "text/xml; charset=iso-8859-1", " encoding='utf-8'"),
                arguments("ISO-8859-1", "text/xml; charset=utf-8", " encoding='iso-8859-1'"),
                arguments("ISO-8859-1", "text/xml", ""),
                arguments("UTF-16", "text/xml; charset=utf-8", ""),
                arguments("UTF-16LE", "text/xml", ""),
                arguments("UTF-16BE", "text/xml", " encoding='UTF-16'"),
                arguments("UTF-32", "text/xml", ""));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void theEncodingIsFoundOutEvenIfItIsMisnamed(String encoding, String contentType, String declared) {
        String text = "<?xml version='1.0'" + declared + "?>" + rss("<link>/a</link><title>Größe: naïve é</title>");
        byte[] bytes = text.getBytes(Charset.forName(encoding));
        Feed feed = (Feed) FeedReader.read(capture(ADDRESS, contentType, bytes));
        assertThat(feed.items().getFirst().title()).isEqualTo("Größe: naïve é");
    }

    @Test
    void otherAlphabetsAreDecodedToo() {
        for (String name : List.of("windows-1251", "Shift_JIS", "GB18030", "windows-1256", "EUC-KR")) {
            String title = switch (name) {
                case "windows-1251" -> "Новости";
                case "windows-1256" -> "الأخبار";
                case "EUC-KR" -> "뉴스";
                default -> "新聞";
            };
            String text = "<?xml version='1.0' encoding='" + name + "'?>"
                    + rss("<link>/a</link><title>" + title + "</title>");
            Feed feed = (Feed) FeedReader.read(capture(ADDRESS, "text/xml", text.getBytes(Charset.forName(name))));
            assertThat(feed.items().getFirst().title()).as(name).isEqualTo(title);
        }
    }

    @Test
    void bytesThatWereTakenForControlCharactersAreTheLettersThatTheyWere() {
        byte[] bytes = rss("<link>/a</link><title>\u0093Don\u0092t\u0094 \u0096 caf\u00E9\u0085</title>")
                .getBytes(StandardCharsets.UTF_8);
        Feed feed = (Feed) FeedReader.read(capture(ADDRESS, "text/xml; charset=utf-8", bytes));
        assertThat(feed.items().getFirst().title()).isEqualTo("“Don’t” – café…");
    }

    @Test
    void oneDamagedLetterDoesNotSpoilTheOthers() {
        byte[] bytes = rss("<link>/a</link><title>Größe § naïve?</title>").getBytes(StandardCharsets.UTF_8);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xff;
        Feed feed = (Feed) FeedReader.read(capture(ADDRESS, "text/xml", bytes));
        assertThat(feed.items().getFirst().title()).isEqualTo("Größe § naïve\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "<",
                "<!DOCTYPE html><html><head><title>t</title></head><body><p>News</p></body></html>",
                "<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>",
                "<opml version='2.0'/>",
                "<?xml version='1.0'?>",
                "{}",
                "{",
                "{\"version\": 1}",
                "{\"items\": []}",
                "[]",
                "\0\0\0",
                "Not found"
            })
    void somethingElseIsNoFeed(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        NotAFeed.class, not -> assertThat(not.reason()).isEqualTo(Reason.NOT_A_FEED));
    }

    @Test
    void anEmptyFeedIsAFeed() {
        assertThat(read("<rss/>")).isEqualTo(new Feed("", URI.create("https://news.example/"), "", List.of()));
    }

    @Test
    void ofTooManyItemsTheNewestAreKeptInTheOrderOfTheFeed() {
        StringBuilder items = new StringBuilder();
        IntStream.range(0, 700)
                .forEach(i -> items.append("<item><link>/" + i + "</link><pubDate>"
                        + Instant.ofEpochSecond(1_000_000L + i) + "</pubDate></item>"));
        List<Item> kept = feed("<rss><channel>" + items + "</channel></rss>").items();
        assertThat(kept).hasSize(FeedReader.MOST_ITEMS);
        assertThat(kept.getFirst().address()).hasPath("/200");
        assertThat(kept.getLast().address()).hasPath("/699");
        List<Item> undated = feed("<rss><channel>" + items.toString().replaceAll("<pubDate>.*?</pubDate>", "")
                        + "</channel></rss>")
                .items();
        assertThat(undated).hasSize(FeedReader.MOST_ITEMS);
        assertThat(undated.getFirst().address()).hasPath("/0");
    }

    @Test
    void floodsOfTagsAreTurnedAway() {
        assertThat(read("<rss>" + "<a>".repeat(XmlFeed.MOST_TAGS)))
                .isInstanceOfSatisfying(
                        NotAFeed.class, not -> assertThat(not.reason()).isEqualTo(Reason.FEED_TOO_LARGE));
        assertThat(read("<rss>" + "<item><link>/a</link>".repeat(30_000))).isInstanceOf(Feed.class);
        assertThat(read("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + "[".repeat(100_000)))
                .isInstanceOf(NotAFeed.class);
    }

    /** Runs over the feed parser corpus beside the repository, as far as it is about reading at all. */
    @Test
    void everyFeedOfTheCorpusIsRead() throws IOException {
        Path corpus = Path.of(System.getenv().getOrDefault("POLYWIRE_REPOSITORY", "."), "../shared/corpora/feeds");
        assumeTrue(Files.exists(corpus), "no corpus of feeds beside the repository");
        try (Stream<Path> files = Files.walk(corpus)) {
            List<Path> feeds =
                    files.filter(file -> file.toString().endsWith(".xml")).toList();
            assertThat(feeds).hasSizeGreaterThan(1400);
            assertThat(feeds)
                    .allSatisfy(
                            file -> assertThat(FeedReader.read(capture(ADDRESS, "text/xml", Files.readAllBytes(file))))
                                    .isInstanceOf(Feed.class));
        }
    }
}
