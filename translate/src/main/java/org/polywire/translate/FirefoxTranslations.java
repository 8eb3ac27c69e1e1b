package org.polywire.translate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.polywire.marian.InstalledModel;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianModel;
import org.polywire.marian.ModelsException;
import org.polywire.marian.Token;
import org.polywire.marian.TranslatedSentence;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.model.SentencePair;
import org.polywire.translate.AlignedSentence.Link;
import org.polywire.translate.EnginePair.SelfTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The neural models of Firefox Translations that are installed here, run in this Java machine. A model is loaded when it is first
 * needed, and leaves the memory when it has not been for ten minutes, or when more than eight would be there. Safe to share between
 * threads.
 */
public final class FirefoxTranslations implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(FirefoxTranslations.class);
    private static final String TRIAL = "2026, 2027.";
    private static final int MOST_PASSAGES = 16;
    private static final int MOST_CHARACTERS = 4_000;

    /** A model takes some 50 to 150 MB; a newsroom of eight pairs at once is a large one. */
    private static final int MOST_LOADED = 8;

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final Duration TIDYING = Duration.ofMinutes(1);

    /** A token of the source is behind one of the target if it has the greatest share of its alignment, or at least this one. */
    private static final double LEAST_SHARE = 0.4;

    private final Marian marian;
    private final Map<String, EnginePair> tested = new ConcurrentHashMap<>();
    private final LoadedModels loaded = new LoadedModels(this::load, MOST_LOADED, IDLE, InstantSource.system());

    /** By pair, as of the last look into the folder. */
    private volatile Map<String, Installed> installed = Map.of();

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("neural-idle").factory());

    /**
     * @param marian is closed together with the engine
     */
    public FirefoxTranslations(Marian marian) {
        this.marian = marian;
        renew();
        var unused = timer.scheduleWithFixedDelay(
                loaded::closeIdle, TIDYING.toMillis(), TIDYING.toMillis(), TimeUnit.MILLISECONDS);
    }

    private record Installed(InstalledModel model, EnginePair pair) {}

    @Override
    public void renew() {
        Map<String, Installed> found = new LinkedHashMap<>();
        try {
            // The preferred architecture of a pair comes first.
            for (InstalledModel model : marian.installed()) {
                String code = model.key().toString();
                found.putIfAbsent(code, new Installed(model, pair(code, model)));
            }
        } catch (ModelsException e) {
            LOG.warn("The installed models cannot be read: {}", e.getMessage());
            return;
        }
        installed = Collections.unmodifiableMap(found);
    }

    /** What a pair's model is good for, be it installed or not: publishable where it was measured, else gist. */
    public static Fitness fitness(String pair) {
        return NeuralFitness.of(pair);
    }

    private static EnginePair pair(String code, InstalledModel model) {
        return new EnginePair(
                new LanguageTag(model.key().from()),
                new LanguageTag(model.key().to()),
                code,
                model.architecture() + " " + model.version(),
                NeuralFitness.of(code),
                0,
                SelfTest.NOT_YET,
                "");
    }

    @Override
    public String name() {
        return "Firefox Translations";
    }

    @Override
    public Abilities abilities() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Abilities(Abilities.Markup.ALIGNMENTS, true, MOST_PASSAGES, MOST_CHARACTERS, cores, 0, true);
    }

    @Override
    public List<EnginePair> pairs() {
        return installed.values().stream()
                .map(Installed::pair)
                .map(pair -> tested.getOrDefault(pair.code(), pair))
                .toList();
    }

    @Override
    public EnginePair prepare(EnginePair pair) {
        Installed known = installed.get(pair.code());
        return known == null
                ? pair.tested("it is not installed")
                : tested.computeIfAbsent(pair.code(), code -> known.pair().tested(failure(code)));
    }

    private String failure(String code) {
        try {
            TranslatedSentence trial = loaded.translate(code, List.of(TRIAL)).getFirst();
            return trial.text().isBlank() || trial.cutOff() ? "it says nothing, or never ends" : "";
        } catch (ModelsException | IllegalStateException e) {
            LOG.warn("The pair {} is not used: {}", code, e.getMessage());
            return String.valueOf(e.getMessage());
        }
    }

    @Override
    public List<Answer> translate(EnginePair pair, List<Passage> passages) {
        List<String> texts = passages.stream()
                .flatMap(passage -> passage.sentences().stream())
                .map(Passage::text)
                .toList();
        try {
            List<TranslatedSentence> translated = loaded.translate(pair.code(), texts);
            List<Answer> answers = new ArrayList<>();
            int begin = 0;
            for (Passage passage : passages) {
                int end = begin + passage.sentences().size();
                answers.add(answer(passage, texts.subList(begin, end), translated.subList(begin, end)));
                begin = end;
            }
            return answers;
        } catch (ModelsException | IllegalStateException e) {
            Answer failed = new Answer.Failed(Reason.ENGINE_FAILED, String.valueOf(e.getMessage()));
            return Collections.nCopies(passages.size(), failed);
        }
    }

    private MarianModel load(String code) throws ModelsException {
        Installed known = installed.get(code);
        if (known == null) {
            throw new IllegalStateException("it is not installed");
        }
        return marian.load(known.model());
    }

    private static Answer answer(Passage passage, List<String> texts, List<TranslatedSentence> translated) {
        List<AlignedSentence> aligned = IntStream.range(0, texts.size())
                .mapToObj(i -> aligned(texts.get(i), translated.get(i)))
                .toList();
        Answer answer = AlignedSentence.answer(passage, aligned);
        if (answer instanceof Answer.Sentences(List<Answer.Sentence> sentences, List<String> faults)
                && translated.stream().anyMatch(TranslatedSentence::cutOff)) {
            List<String> more = new ArrayList<>(faults);
            more.add(SentencePair.BROKEN_OFF);
            return new Answer.Sentences(sentences, more);
        }
        return answer;
    }

    private static AlignedSentence aligned(String source, TranslatedSentence translated) {
        List<Link> links = new ArrayList<>();
        for (int target = 0; target < translated.target().size(); target++) {
            Token token = translated.target().get(target);
            int start = start(translated.text(), token);
            if (start < token.end()) {
                for (Token behind : behind(source, translated, target)) {
                    links.add(new Link(start, token.end(), start(source, behind), behind.end()));
                }
            }
        }
        return new AlignedSentence(translated.text(), links);
    }

    /** The tokens of the source that one of the target comes from, the best first. */
    private static List<Token> behind(String source, TranslatedSentence translated, int target) {
        List<Integer> best = IntStream.range(0, translated.source().size())
                .filter(i -> start(source, translated.source().get(i))
                        < translated.source().get(i).end())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -translated.alignment().share(target, i)))
                .toList();
        return IntStream.range(0, best.size())
                .filter(i -> i == 0 || translated.alignment().share(target, best.get(i)) >= LEAST_SHARE)
                .mapToObj(i -> translated.source().get(best.get(i)))
                .toList();
    }

    /** Where a token begins; the space before a word belongs to its token, but not to the word. */
    private static int start(String text, Token token) {
        int start = token.begin();
        while (start < token.end() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        loaded.close();
        marian.close();
    }
}
