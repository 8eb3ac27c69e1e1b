package org.polywire.extract;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.extract.Captured.Readable;
import org.polywire.extract.Captured.Unreadable;
import org.polywire.extract.Explanation.Decision;
import org.polywire.extract.Explanation.Field;
import org.polywire.extract.Extraction.Elsewhere;
import org.polywire.extract.Extraction.Extracted;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.extract.Serial.Joined.Stopped;
import org.polywire.extract.Serial.Joined.Whole;
import org.polywire.language.LanguageIdentifier;
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
    /** An article that goes on over more pages ends as {@link Reason#INCOMPLETE}. */
    public static final int MAX_PAGES = 10;
    /** An extraction of less {@link Quality} ends as {@link Reason#EXTRACTION_DOUBTFUL}. */
    public static final double QUALITY_FLOOR = 0.7;

    private static final Phrases PHRASES = Phrases.load();

    /** Loaded when first needed: training reads pages with features that the present file may not know. */
    private static final class Trained {
        private static final Classifier CLASSIFIER = Classifier.load();
    }

    private final LanguageIdentifier identifier;
    private final boolean explains;

    /** One that does not explain what it takes, which would be more work: {@link Explanation#NONE}. */
    public Extractor(LanguageIdentifier identifier) {
        this(identifier, false);
    }

    private Extractor(LanguageIdentifier identifier, boolean explains) {
        this.identifier = identifier;
        this.explains = explains;
    }

    /** The same, explaining what it takes. */
    public Extractor explaining() {
        return new Extractor(identifier, true);
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
        return extract(List.of(capture), outlet, templates);
    }

    /**
     * The same for an article that needs further pages.
     *
     * @param pages the article's own, then those that {@link Extraction.Elsewhere} asked for, in the order in which it did
     */
    public Learnt<Extraction> extract(List<Capture> pages, Outlet outlet, HostTemplates templates) {
        return switch (Captured.of(pages.getFirst())) {
            case Unreadable(NotAnArticle why) -> new Learnt<>(why, templates);
            case Readable(Page page) -> extract(page, pages.subList(1, pages.size()), outlet, templates);
        };
    }

    /** Reads a page whatever it is and whatever its rights are, within {@link #MAX_BYTES} and {@link #MAX_ELEMENTS}: beyond them it is cut off. */
    public Survey survey(Capture capture) {
        return survey(capture, HostTemplates.NONE).outcome();
    }

    /** As {@link #survey(Capture)}, with what is known of the page's host. */
    public Learnt<Survey> survey(Capture capture, HostTemplates templates) {
        Page page = Captured.anyway(capture);
        Gate gate = new Gate(page, PHRASES);
        Rights rights = new Rights(page, PHRASES);
        Learnt<Reading> learnt = explaining().read(page, templates);
        Reading reading = learnt.outcome();
        Quality quality = Quality.of(page, reading);
        Choice language = new Choice("language");
        Languages.of(page, reading.text(), identifier, language);
        Survey survey = new Survey(
                gate.type(reading),
                rights.access(),
                reading.headline().kickerApart(),
                reading.headline().choice().value(),
                reading.standfirst().content(),
                reading.authors(),
                reading.published(),
                reading.body(),
                quality.value(),
                explanation(page, Facts.of(page, rights), reading, quality, language));
        return new Learnt<>(survey, learnt.templates());
    }

    /** The page as the classifier of its pieces sees it. */
    public Specimen specimen(Capture capture) {
        return new PageReader(Captured.anyway(capture), PHRASES, false).specimen();
    }

    private Learnt<Reading> read(Page page, HostTemplates templates) {
        return new PageReader(page, PHRASES, explains).read(Trained.CLASSIFIER, templates);
    }

    private Learnt<Extraction> extract(Page page, List<Capture> others, Outlet outlet, HostTemplates templates) {
        Gate gate = new Gate(page, PHRASES);
        Rights rights = new Rights(page, PHRASES);
        Optional<? extends Extraction> refusal = gate.beforeReading();
        if (refusal.isPresent()) {
            return new Learnt<>(refusal.get(), templates);
        }
        Optional<? extends Extraction> withheld = rights.refusal();
        Optional<Facts> facts = explains ? Optional.of(Facts.of(page, rights)) : Optional.empty();
        Learnt<Reading> learnt = read(page, templates);
        Optional<NotAnArticle> surely =
                gate.afterReading(learnt.outcome()).filter(no -> no.reason() == Reason.NOT_AN_ARTICLE);
        Optional<? extends Extraction> before = surely.isPresent() ? surely : withheld;
        Extraction extraction = before.map(Extraction.class::cast)
                .orElseGet(() -> whole(page, learnt.outcome(), others, outlet, rights, facts));
        return new Learnt<>(extraction, learnt.templates());
    }

    /** The article with the pages on which it goes on. */
    private Extraction whole(
            Page page, Reading first, List<Capture> others, Outlet outlet, Rights rights, Optional<Facts> facts) {
        Serial serial = new Serial(
                page, first, PHRASES, other -> read(other, HostTemplates.NONE).outcome());
        return switch (serial.join(first, others)) {
            case Stopped(Extraction outcome) -> outcome;
            case Whole(Reading reading) -> {
                Extraction extraction = judged(page, outlet, rights, reading, facts);
                boolean poor = extraction instanceof NotAnArticle no && no.reason() == Reason.EXTRACTION_DOUBTFUL;
                yield poor && !serial.isLong() ? plainer(page, (NotAnArticle) extraction, others, outlet) : extraction;
            }
        };
    }

    private Extraction judged(Page page, Outlet outlet, Rights rights, Reading reading, Optional<Facts> facts) {
        Gate gate = new Gate(page, PHRASES);
        Stream<Optional<? extends Extraction>> obstacles =
                Stream.of(gate.truncated(reading), gate.afterReading(reading));
        return obstacles
                .flatMap(Optional::stream)
                .map(Extraction.class::cast)
                .findFirst()
                .orElseGet(() -> accepted(page, outlet, rights, reading, facts));
    }

    /** A page that says too little is looked for in its plainer form (AMP), which must name the page as its own. */
    private Extraction plainer(Page page, NotAnArticle doubt, List<Capture> others, Outlet outlet) {
        Optional<URI> address = Sequels.plainer(page);
        if (address.isEmpty()) {
            return doubt;
        }
        if (others.isEmpty()) {
            return new Elsewhere(address.get(), doubt);
        }
        return switch (extract(others.getFirst(), outlet)) {
            case Extracted extracted -> extracted.article().address().equals(page.address) ? extracted : doubt;
            case Withheld withheld -> withheld;
            case NotAnArticle none -> doubt;
            case Elsewhere further -> doubt;
        };
    }

    private Extraction accepted(Page page, Outlet outlet, Rights rights, Reading reading, Optional<Facts> facts) {
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
                Facts.section(page).value(),
                Facts.tags(page),
                rights.address(),
                rights.access(),
                reading.body());
        Explanation explanation = facts.map(each -> explanation(page, each, reading, quality, language))
                .orElse(Explanation.NONE);
        return new Extracted(article, quality.value(), explanation);
    }

    private static Explanation explanation(Page page, Facts facts, Reading reading, Quality quality, Choice language) {
        List<Field> fields = List.of(
                reading.headline().choice().field(),
                new Choice("kicker")
                        .offer("h1", reading.headline().kickerApart())
                        .first()
                        .field(),
                reading.standfirst().choice().field(),
                reading.bylines().choice().field(),
                reading.aboutAuthors(),
                reading.dates().choice().field(),
                reading.dates().changed().field(),
                facts.section().field(),
                facts.labels().field(),
                facts.address().field(),
                facts.access().field(),
                facts.rights().field(),
                link("next page", Sequels.next(page, page.capture.address(), 1)),
                link("plainer page", Sequels.plainer(page)),
                language.field(),
                new Field(
                        "body",
                        reading.locator(),
                        "certainty " + Math.round(reading.certainty() * 100) + " of 100",
                        List.of()));
        List<Decision> decisions = reading.judged().stream()
                .map(each -> new Decision(
                        each.kept(), each.rule(), Texts.beginning(each.piece().label())))
                .toList();
        return new Explanation(fields, decisions, quality.parts());
    }

    private static Field link(String name, Optional<URI> address) {
        return new Choice(name)
                .offer("link", address.map(URI::toString).orElse(""))
                .first()
                .field();
    }
}
