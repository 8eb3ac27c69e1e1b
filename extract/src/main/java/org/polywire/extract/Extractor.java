package org.polywire.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.polywire.extract.Explanation.Decision;
import org.polywire.extract.Explanation.Field;
import org.polywire.extract.Extraction.Extracted;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.Capture;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Reason;

/**
 * Takes the article out of a captured page.
 *
 * <p>A pure function of its arguments: no clock, no network, no state. Safe to share between threads. Limits: {@link
 * #MAX_BYTES}, {@link #MAX_DEPTH}, {@link #MAX_ELEMENTS}.
 */
public final class Extractor {
    /** Pages beyond this size are refused as {@link Reason#TOO_LARGE}. */
    public static final int MAX_BYTES = 5_000_000;
    /** Deeper elements are read as children of the deepest that is allowed. */
    public static final int MAX_DEPTH = 256;
    /** Pages with more elements are refused as {@link Reason#TOO_LARGE}. */
    public static final int MAX_ELEMENTS = 60_000;
    /** An extraction of less {@link Quality} ends as {@link Reason#EXTRACTION_DOUBTFUL}. */
    public static final double QUALITY_FLOOR = 0.7;

    private static final Phrases PHRASES = Phrases.load();
    private static final int MAX_TAGS = 40;

    /** Loaded when first needed: training reads pages with features that the present file may not know. */
    private static final class Trained {
        private static final Classifier CLASSIFIER = Classifier.load();
    }

    private final LanguageIdentifier identifier;

    public Extractor(LanguageIdentifier identifier) {
        this.identifier = identifier;
    }

    /** What became of the page, by itself alone. */
    public Extraction extract(Capture capture, Outlet outlet) {
        return extract(capture, outlet, HostTemplates.NONE).outcome();
    }

    /**
     * What became of the page, with what is known of its host.
     *
     * @param templates learnt from other pages of the same host; pages that are not read teach nothing
     */
    public Learnt<Extraction> extract(Capture capture, Outlet outlet, HostTemplates templates) {
        if (capture.body().size() > MAX_BYTES) {
            return new Learnt<>(
                    new NotAnArticle(Reason.TOO_LARGE, capture.body().size() + " bytes"), templates);
        }
        String type = capture.headers().first("content-type").orElse("");
        String html = Decoder.decode(capture.body().toArray(), type);
        Optional<NotAnArticle> other = Gate.notHtml(type, html);
        if (other.isPresent()) {
            return new Learnt<>(other.get(), templates);
        }
        return bounded(capture, html)
                .map(page -> extract(page, outlet, templates))
                .orElseGet(() -> new Learnt<>(
                        new NotAnArticle(Reason.TOO_LARGE, "more than " + MAX_ELEMENTS + " elements"), templates));
    }

    /** The page, unless it has more than {@link #MAX_ELEMENTS}; faulty markup can make more of them than there are tags. */
    private static Optional<Page> bounded(Capture capture, String html) {
        return Tags.end(html, MAX_ELEMENTS) < html.length()
                ? Optional.empty()
                : Optional.of(page(capture, html)).filter(page -> page.elements() <= MAX_ELEMENTS);
    }

    static Page page(Capture capture, String html) {
        Document document = Parser.htmlParser()
                .setMaxDepth(MAX_DEPTH)
                .parseInput(html, capture.address().toString());
        return new Page(capture, document);
    }

    /** Reads a page whatever it is and whatever its rights are, within {@link #MAX_BYTES} and {@link #MAX_ELEMENTS}: beyond them it is cut off. */
    public Survey survey(Capture capture) {
        return survey(capture, HostTemplates.NONE).outcome();
    }

    /** As {@link #survey(Capture)}, with what is known of the page's host. */
    public Learnt<Survey> survey(Capture capture, HostTemplates templates) {
        byte[] bytes = capture.body().toArray();
        byte[] read = bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
        String type = capture.headers().first("content-type").orElse("");
        String html = Decoder.decode(read, type);
        Page page = page(capture, html.substring(0, Tags.end(html, MAX_ELEMENTS)));
        Gate gate = new Gate(page, PHRASES);
        Access access = new Rights(page, PHRASES).access();
        Learnt<Reading> learnt = read(page, templates);
        Reading reading = learnt.outcome();
        Quality quality = Quality.of(page, reading);
        Choice language = new Choice("language");
        Languages.of(page, reading.text(), identifier, language);
        Survey survey = new Survey(
                gate.type(reading),
                access,
                reading.headline().kickerApart(),
                reading.headline().choice().value(),
                reading.standfirst().content(),
                reading.authors(),
                reading.published(),
                reading.body(),
                quality.value(),
                explanation(reading, quality, language));
        return new Learnt<>(survey, learnt.templates());
    }

    /** The page as the classifier of its pieces sees it. */
    public Specimen specimen(Capture capture) {
        String type = capture.headers().first("content-type").orElse("");
        Page page = page(capture, Decoder.decode(capture.body().toArray(), type));
        return new PageReader(page, PHRASES).specimen();
    }

    private static Learnt<Reading> read(Page page, HostTemplates templates) {
        return new PageReader(page, PHRASES).read(Trained.CLASSIFIER, templates);
    }

    private Learnt<Extraction> extract(Page page, Outlet outlet, HostTemplates templates) {
        Gate gate = new Gate(page, PHRASES);
        Rights rights = new Rights(page, PHRASES);
        Optional<? extends Extraction> refusal = gate.beforeReading();
        if (refusal.isPresent()) {
            return new Learnt<>(refusal.get(), templates);
        }
        Optional<? extends Extraction> withheld = rights.refusal();
        String section = section(page);
        Learnt<Reading> learnt = read(page, templates);
        Reading reading = learnt.outcome();
        Optional<NotAnArticle> doubt = gate.afterReading(reading);
        boolean surely =
                doubt.filter(no -> no.reason() == Reason.NOT_AN_ARTICLE).isPresent();
        Stream<Optional<? extends Extraction>> obstacles =
                surely ? Stream.of(doubt) : Stream.of(withheld, gate.truncated(reading), doubt);
        Extraction extraction = obstacles
                .flatMap(Optional::stream)
                .map(Extraction.class::cast)
                .findFirst()
                .orElseGet(() -> accepted(page, outlet, rights, reading, section));
        return new Learnt<>(extraction, learnt.templates());
    }

    private Extraction accepted(Page page, Outlet outlet, Rights rights, Reading reading, String section) {
        Choice language = new Choice("language");
        Optional<LanguageTag> tag = Languages.of(page, reading.text(), identifier, language);
        if (tag.isEmpty()) {
            return new NotAnArticle(Reason.LANGUAGE_UNKNOWN, "declared: " + language.candidates());
        }
        Quality quality = Quality.of(page, reading);
        if (quality.value() < QUALITY_FLOOR) {
            return new NotAnArticle(
                    Reason.EXTRACTION_DOUBTFUL, "quality " + Math.round(quality.value() * 100) + " of 100");
        }
        Article article = new Article(
                page.address,
                outlet,
                tag.get(),
                reading.headline().kickerApart(),
                reading.headline().choice().value(),
                reading.standfirst().content(),
                reading.authors(),
                reading.published(),
                section,
                tags(page),
                rights.address(),
                rights.access(),
                reading.body());
        return new Extracted(article, quality.value(), explanation(reading, quality, language));
    }

    private static String section(Page page) {
        String linked = page.data.text("articleSection");
        return linked.isEmpty()
                ? page.meta.first("article:section", "parsely-section", "section", "cxenseparse:section")
                : linked;
    }

    private static List<String> tags(Page page) {
        List<String> tags = new ArrayList<>(page.meta.all("article:tag"));
        if (tags.isEmpty()) {
            StructuredData.each(page.data.article().path("keywords"))
                    .map(StructuredData::text)
                    .forEach(tags::add);
        }
        if (tags.isEmpty()) {
            tags.addAll(page.meta.all("news_keywords"));
        }
        if (tags.isEmpty()) {
            tags.addAll(page.meta.all("keywords"));
        }
        return tags.stream()
                .flatMap(tag -> tags.size() == 1 ? Stream.of(tag.split("[,;،、]")) : Stream.of(tag))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty() && tag.length() <= 80)
                .distinct()
                .limit(MAX_TAGS)
                .toList();
    }

    private static Explanation explanation(Reading reading, Quality quality, Choice language) {
        List<Field> fields = List.of(
                reading.headline().choice().field(),
                reading.standfirst().choice().field(),
                reading.bylines().choice().field(),
                reading.dates().choice().field(),
                language.field(),
                new Field(
                        "body",
                        reading.locator(),
                        "certainty " + Math.round(reading.certainty() * 100) + " of 100",
                        List.of()));
        List<Decision> decisions = reading.judged().stream()
                .map(each -> new Decision(
                        each.kept(), each.rule(), Texts.beginning(each.piece().text())))
                .toList();
        return new Explanation(fields, decisions, quality.parts());
    }
}
