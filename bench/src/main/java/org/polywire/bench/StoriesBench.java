package org.polywire.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;
import org.polywire.samples.Expectation;
import org.polywire.samples.Pace;
import org.polywire.samples.SamplePress;
import org.polywire.samples.Truth;
import org.polywire.story.Placement;
import org.polywire.story.Sketch;
import org.polywire.story.Text;
import org.polywire.story.Window;
import org.polywire.translate.Apertium;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;

/**
 * Places articles whose events are known and compares the stories that come of it, pair by pair.
 *
 * <p>An event is an article of NTREX-128: its human translations, copies of them as papers make them, and translations by Apertium,
 * made on the spot; or it is what the sample press tells. Where two papers of the set report one event ({@link #REPORTED_TWICE}), it is one. All are placed as articles of
 * their own, in an order of chance, among articles of other events.
 */
final class StoriesBench {
    private static final Instant START = Instant.parse("2026-01-05T06:00:00Z");
    private static final Duration APART = Duration.ofMinutes(1);

    /**
     * Documents of NTREX-128 that tell one event, by their numbers; found by reading the headlines of its first 63 documents: the vote on
     * Macedonia's name, the tsunami in Indonesia, the hurricane Rosa, Livingston against Rangers, Trump's rally in West Virginia, North
     * Korea's speech at the United Nations.
     */
    private static final List<Set<Integer>> REPORTED_TWICE = List.of(
            Set.of(1, 33), Set.of(7, 9, 27, 28), Set.of(13, 24), Set.of(20, 50), Set.of(26, 36, 45), Set.of(41, 48));

    /** Those of the articles, if no others are asked for. */
    static final List<String> LANGUAGES = List.of("en", "es", "fr", "de", "ca", "pt", "ru", "ar");

    /** The first number of an event of the sample press; those of documents are smaller. */
    private static final int PRESS = 10_000;

    private final ParallelText text;
    private final List<String> languages;
    private final long seed;

    StoriesBench(ParallelText text, List<String> languages, long seed) {
        this.text = text;
        this.languages = List.copyOf(languages);
        this.seed = seed;
    }

    /** Each event in each language, and once copied in each. */
    List<StoryTrial> labelled(boolean heldOut) {
        Random random = new Random(seed);
        List<StoryTrial> trials = new ArrayList<>();
        for (int event = 0; event < text.documents().size(); event++) {
            if (ParallelText.heldOut(event) == heldOut
                    && text.documents().get(event).size() > 3) {
                for (String language : languages) {
                    List<String> lines = lines(event, language);
                    StoryTrial.Copy copy = StoryTrial.Copy.values()[random.nextInt(StoryTrial.Copy.values().length)];
                    trials.add(trial(event, language, StoryTrial.OWN, text.paper(event), lines));
                    String other = text.paper(random.nextInt(text.documents().size()));
                    trials.add(trial(event, language, copy.name(), other, copy.of(lines, random)));
                }
            }
        }
        return trials;
    }

    private List<String> lines(int event, String language) {
        return text.documents().get(event).stream()
                .map(text.news(language)::get)
                .toList();
    }

    private static StoryTrial trial(int document, String language, String kind, String paper, List<String> lines) {
        SourceId source = new SourceId(paper + "-" + language);
        Article article = Trial.article(language, lines);
        return StoryTrial.of(name(document, language, kind), source, document, event(document), kind, article);
    }

    /**
     * The articles of the sample press. Each of its papers has its own few places and persons and tells of something else each time;
     * what two papers have from an agency is one event.
     */
    static List<StoryTrial> press() {
        List<StoryTrial> trials = new ArrayList<>();
        Map<String, Integer> wires = new HashMap<>();
        try (SamplePress press = SamplePress.start(Pace.atOnce(InstantSource.system()))) {
            for (Expectation expectation : press.expectations()) {
                int number = PRESS + trials.size();
                int event = expectation.wire().isEmpty()
                        ? number
                        : wires.computeIfAbsent(expectation.wire(), any -> number);
                trials.add(printed(number, event, expectation));
            }
        }
        return trials;
    }

    private static StoryTrial printed(int number, int event, Expectation expectation) {
        Truth truth = expectation.truth();
        List<String> lines = Stream.of(
                        List.of(truth.headline(), truth.standfirst()),
                        truth.paragraphs(),
                        truth.headings(),
                        truth.items())
                .flatMap(List::stream)
                .filter(line -> !line.isEmpty())
                .toList();
        return StoryTrial.of(
                "press/" + number + "/" + truth.language() + "/own",
                new SourceId(expectation.paper()),
                number,
                event,
                StoryTrial.OWN,
                Trial.article(truth.language(), lines));
    }

    private static String name(int document, String language, String kind) {
        String ending = kind.equals(StoryTrial.OWN) || kind.equals(StoryTrial.MACHINE) ? kind : "copy";
        return document + "/" + language + "/" + ending.toLowerCase(Locale.ROOT);
    }

    /** The same events as Apertium tells them in another language, where it is installed. */
    List<StoryTrial> translated(List<StoryTrial> trials, Map<String, String> ways, PrintWriter words) {
        List<StoryTrial> translated = new ArrayList<>();
        try (Translator translator =
                new Translator(List.of(Apertium.installed()), LanguageIdentifier.load(), InstantSource.system())) {
            for (StoryTrial trial : trials) {
                String to = ways.get(trial.language());
                if (to != null && trial.kind().equals(StoryTrial.OWN)) {
                    Edition edition = new Edition(new LanguageTag(to), to, Fitness.GIST, false);
                    if (translator.translate(trial.article(), edition) instanceof Translated(var translation)) {
                        Article article = translation.article();
                        translated.add(StoryTrial.of(
                                name(trial.text(), to, StoryTrial.MACHINE),
                                trial.source(),
                                trial.text(),
                                trial.event(),
                                StoryTrial.MACHINE,
                                article));
                    }
                }
            }
        }
        words.println("Translated by Apertium: " + translated.size());
        words.flush();
        return translated;
    }

    /** The stories of articles that come in an order of chance. */
    static Map<StoryTrial, StoryId> placed(List<StoryTrial> trials, long seed) {
        List<StoryTrial> order = new ArrayList<>(trials);
        Collections.shuffle(order, new Random(seed));
        Window window = new Window();
        Map<StoryTrial, StoryId> stories = new HashMap<>();
        Instant at = START;
        for (StoryTrial trial : order) {
            Article article = trial.article();
            Text placed = new Text(trial.id(), trial.source(), article.language(), true, at, Sketch.of(article));
            Placement placement = window.place(placed);
            placement.merged().forEach(other -> {
                window.merge(other, placement.story());
                stories.replaceAll((some, story) -> story.equals(other) ? placement.story() : story);
            });
            window.keep(placed, placement.story());
            stories.put(trial, placement.story());
            at = at.plus(APART);
        }
        return stories;
    }

    /**
     * Pairs of articles that belong together, and that were put together.
     *
     * @param both of these the ones that were and should be
     */
    record Pairs(long wanted, long found, long both) {
        double precision() {
            return found == 0 ? 1 : (double) both / found;
        }

        double recall() {
            return wanted == 0 ? 1 : (double) both / wanted;
        }

        double f1() {
            return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }

    /** The number of the first document that tells the event of one. */
    private static int event(int document) {
        return REPORTED_TWICE.stream()
                .filter(documents -> documents.contains(document))
                .findFirst()
                .map(Collections::min)
                .orElse(document);
    }

    /** What two articles of one event are to each other: a copy in some way, a translation, or two papers' own reports. */
    static String relation(StoryTrial one, StoryTrial other) {
        if (one.text() != other.text()) {
            return "other words";
        }
        if (!one.language().equals(other.language())) {
            return "translation";
        }
        return (one.kind().equals(StoryTrial.OWN) ? other : one).kind().toLowerCase(Locale.ROOT);
    }

    /** Of the pairs of articles that are to be counted. */
    static Pairs pairs(Map<StoryTrial, StoryId> stories, BiPredicate<StoryTrial, StoryTrial> counted) {
        List<StoryTrial> all = List.copyOf(stories.keySet());
        long wanted = 0;
        long found = 0;
        long both = 0;
        for (int i = 0; i < all.size(); i++) {
            for (StoryTrial other : all.subList(0, i)) {
                StoryTrial one = all.get(i);
                if (counted.test(one, other)) {
                    boolean want = one.event() == other.event();
                    boolean find = Objects.equals(stories.get(one), stories.get(other));
                    wanted += want ? 1 : 0;
                    found += find ? 1 : 0;
                    both += want && find ? 1 : 0;
                }
            }
        }
        return new Pairs(wanted, found, both);
    }

    static boolean sameLanguage(StoryTrial one, StoryTrial other) {
        return one.language().equals(other.language());
    }
}
