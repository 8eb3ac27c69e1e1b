package org.polywire.translate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.polywire.model.Fitness;
import org.polywire.model.Reason;
import org.polywire.translate.ApertiumText.Disguise;
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.PipelinePool.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule-based engine Apertium, as installed from the system's packages: separate programs, kept running. Safe to share between
 * threads.
 */
public final class Apertium implements Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Apertium.class);
    private static final Duration SWEEP = Duration.ofSeconds(30);

    /** A longer text brings nothing more: 6,000 characters keep all programs of a pipeline busy at the same time. */
    private static final int MOST_CHARACTERS = 6_000;

    private static final int MOST_PASSAGES = 100;

    private final Path modes;
    private final ApertiumConfig config;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final Map<String, ReentrantLock> tests = new ConcurrentHashMap<>();
    private final Map<String, EnginePair> pairs = new ConcurrentHashMap<>();
    private final Map<String, PipelinePool> translators = new ConcurrentHashMap<>();
    private final Map<String, PipelinePool> analysers = new ConcurrentHashMap<>();
    private final Map<String, String> scripts = new ConcurrentHashMap<>();
    private final Map<String, Errata> errata = new ConcurrentHashMap<>();

    public Apertium(ApertiumConfig config, InstantSource clock) {
        this.modes = config.modes();
        this.config = config;
        this.clock = clock;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("apertium-timer").factory());
        new ApertiumModes().in(modes).forEach(pair -> pairs.put(pair.code(), pair));
        var unused =
                timer.scheduleWithFixedDelay(this::closeIdle, SWEEP.toSeconds(), SWEEP.toSeconds(), TimeUnit.SECONDS);
    }

    /** The engine with the pairs that are installed on this machine; none if Apertium is not. */
    public static Apertium installed() {
        return new Apertium(ApertiumConfig.defaults(), InstantSource.system());
    }

    @Override
    public String name() {
        return "Apertium";
    }

    @Override
    public List<EnginePair> pairs() {
        return pairs.values().stream()
                .sorted((a, b) -> a.code().compareTo(b.code()))
                .toList();
    }

    @Override
    public EnginePair prepare(EnginePair pair) {
        EnginePair known = pairs.get(pair.code());
        if (known == null) {
            return pair.tested("it is not installed");
        }
        ReentrantLock test = tests.computeIfAbsent(pair.code(), code -> new ReentrantLock());
        test.lock();
        try {
            EnginePair now = pairs.getOrDefault(pair.code(), known);
            return now.selfTest() == SelfTest.NOT_YET ? test(now) : now;
        } finally {
            test.unlock();
        }
    }

    /** Tests a pair and remembers the outcome, unless the machine was only too slow to tell. */
    private EnginePair test(EnginePair pair) {
        try {
            String failure = new ApertiumSelfTest(this::translated).failure(pair);
            if (!failure.isEmpty()) {
                LOG.warn("Apertium's pair {} is not used: {}", pair.code(), failure);
            }
            EnginePair tested = pair.tested(failure);
            pairs.put(pair.code(), tested);
            return tested;
        } catch (Pipeline.SlowPipelineException e) {
            return pair.tested("its test took too long: " + e.getMessage());
        }
    }

    @Override
    public Abilities abilities() {
        return new Abilities(
                Abilities.Markup.MARKS, false, MOST_PASSAGES, MOST_CHARACTERS, config.pipelinesPerPair(), 0, true);
    }

    /** Sends the passages as one text, which is faster; if anything is wrong with the answer, one by one. */
    @Override
    public List<Answer> translate(EnginePair pair, List<Passage> passages) {
        if (passages.size() > 1) {
            Joined joined = new Joined(passages);
            if (attempt(pair, joined.whole(), Disguise.WORD, Set.of()) instanceof Answer.Sentences answer
                    && answer.faults().isEmpty()
                    && answer.sentences().size() == joined.whole().sentences().size()) {
                List<Answer> answers = new ArrayList<>();
                List<Answer.Sentences> parts = joined.parted(answer);
                for (int i = 0; i < parts.size(); i++) {
                    answers.add(protectedNames(pair, passages.get(i), parts.get(i)));
                }
                return answers;
            }
        }
        return passages.stream().map(passage -> translate(pair, passage)).toList();
    }

    private Answer translate(EnginePair pair, Passage passage) {
        Answer first = attempt(pair, passage, Disguise.WORD, Set.of());
        return first instanceof Answer.Sentences sentences ? protectedNames(pair, passage, sentences) : first;
    }

    /** Names are sent as they are at first, which disturbs the sentence least; those that were changed are disguised. */
    private Answer protectedNames(EnginePair pair, Passage passage, Answer.Sentences first) {
        Set<String> changed = changed(passage, first);
        if (changed.isEmpty()) {
            return first;
        }
        Answer second = attempt(pair, passage, Disguise.WORD, changed);
        if (second instanceof Answer.Sentences sentences && sentences.faults().isEmpty()) {
            Set<String> still = changed(passage, sentences);
            return still.isEmpty() ? sentences : withFaults(sentences, still);
        }
        return withFaults(first, changed);
    }

    private static Answer.Sentences withFaults(Answer.Sentences answer, Set<String> names) {
        List<String> faults = new ArrayList<>(answer.faults());
        names.stream().sorted().forEach(name -> faults.add("the name was changed: " + name));
        return new Answer.Sentences(answer.sentences(), faults);
    }

    private static Set<String> changed(Passage passage, Answer.Sentences answer) {
        if (passage.names().isEmpty()) {
            return Set.of();
        }
        StringBuilder source = new StringBuilder();
        passage.sentences()
                .forEach(sentence -> source.append(Passage.text(sentence)).append('\n'));
        StringBuilder target = new StringBuilder();
        answer.sentences().stream()
                .flatMap(sentence -> sentence.words().stream())
                .forEach(word -> target.append(word.before()).append(word.text()));
        Set<String> changed = new HashSet<>();
        for (String name : passage.names()) {
            Pattern pattern = ApertiumText.anyOf(Set.of(name));
            long expected = pattern.matcher(source).results().count();
            if (expected > 0 && pattern.matcher(target).results().count() < expected) {
                changed.add(name);
            }
        }
        return changed;
    }

    private Answer attempt(EnginePair pair, Passage passage, Disguise disguise, Set<String> disguisedNames) {
        ApertiumText request = new ApertiumText(passage, disguise, disguisedNames);
        String raw;
        try {
            raw = translators.computeIfAbsent(pair.code(), this::translator).ask(request.stream());
        } catch (Pipeline.SlowPipelineException e) {
            return new Answer.Failed(Reason.ENGINE_TIMEOUT, pair.code() + ": " + e.getMessage());
        } catch (IOException e) {
            return new Answer.Failed(Reason.ENGINE_FAILED, pair.code() + ": " + e.getMessage());
        }
        ApertiumAnswer answer = new ApertiumAnswer(raw, request, passage);
        if (!answer.wellFormed()) {
            return new Answer.Failed(Reason.ENGINE_FAILED, pair.code() + " gave no usable answer");
        }
        if (!answer.lost().isEmpty() && disguise == Disguise.WORD) {
            return attempt(pair, passage, Disguise.BLANK, disguisedNames);
        }
        List<String> faults = answer.lost().stream()
                .map(kept -> "kept text was lost: " + kept)
                .toList();
        return new Answer.Sentences(corrected(pair, passage, answer.sentences()), faults);
    }

    private List<Answer.Sentence> corrected(EnginePair pair, Passage passage, List<Answer.Sentence> sentences) {
        Errata rules = errata.computeIfAbsent(pair.code(), Errata::new);
        List<String> sources = passage.sentences().stream().map(Passage::text).toList();
        List<Answer.Sentence> corrected = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            String source = sentences.size() == sources.size() ? sources.get(i) : String.join(" ", sources);
            Answer.Sentence sentence = rules.corrected(sentences.get(i), source);
            corrected.add(pair.to().language().equals("ca") ? CatalanElision.in(sentence) : sentence);
        }
        return corrected;
    }

    private String translated(EnginePair pair, String text) throws IOException {
        return translators.computeIfAbsent(pair.code(), this::translator).ask(text);
    }

    @Override
    public Set<String> names(EnginePair pair, String text) {
        Passage.Run run = Passage.Run.free(text, 0);
        ApertiumText request = new ApertiumText(new Passage(List.of(List.of(run)), Set.of()), Disguise.WORD, Set.of());
        Set<String> names = new LinkedHashSet<>(ApertiumNames.in(analysed(pair, request)));
        pairs().stream()
                .filter(other -> other.from().equals(pair.from())
                        && other.fitness() == Fitness.NEWS
                        && !other.code().equals(pair.code()))
                .forEach(other -> names.addAll(ApertiumNames.withGivenName(analysed(other, request))));
        return names;
    }

    /** What the first stage of a pair says; the dictionary of one pair knows given names that another lacks. */
    private String analysed(EnginePair pair, ApertiumText request) {
        try {
            return analysers.computeIfAbsent(analyser(pair.code()), this::pool).ask(request.stream());
        } catch (IOException e) {
            LOG.warn("The analyser of {} failed, so names are not protected: {}", pair.code(), e.getMessage());
            return "";
        }
    }

    private PipelinePool translator(String code) {
        return new PipelinePool(
                scripts.computeIfAbsent(code, this::script),
                modes,
                config.pipelinesPerPair(),
                timer,
                clock,
                Limits.DEFAULT);
    }

    /** The script of a pair's first program by itself; pairs with the same dictionary share it. */
    private String analyser(String code) {
        String script = scripts.computeIfAbsent(code, this::script);
        int end = script.indexOf('|');
        return end < 0 ? script : script.substring(0, end);
    }

    private PipelinePool pool(String script) {
        return new PipelinePool(script, modes, 1, timer, clock, Limits.DEFAULT);
    }

    /** The shell pipeline of a mode, made to flush at NUL and to carry word-bound blanks. */
    private String script(String code) {
        try {
            Process tool = new ProcessBuilder(
                            "apertium-wblank-mode",
                            "-z",
                            modes.resolve(code + ".mode").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream output = tool.getInputStream()) {
                return new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            }
        } catch (IOException e) {
            LOG.warn("apertium-wblank-mode could not be run: {}", e.getMessage());
            return "exit 1";
        }
    }

    /** Closes the pipelines that have not been used for the configured time. */
    void closeIdle() {
        var since = clock.instant().minus(config.idleTime());
        translators.values().forEach(pool -> pool.closeIdleSince(since));
        analysers.values().forEach(pool -> pool.closeIdleSince(since));
    }

    /** The pipelines that are up for a pair. */
    List<Pipeline> pipelines(String code) {
        PipelinePool pool = translators.get(code);
        return pool == null ? List.of() : pool.pipelines();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        translators.values().forEach(PipelinePool::close);
        analysers.values().forEach(PipelinePool::close);
    }
}
