package org.polywire.translate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
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
import org.polywire.model.Fitness;
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
    private final Map<String, ApertiumAnalyser> analysers = new ConcurrentHashMap<>();
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
    public void renew() {
        analysers.values().forEach(ApertiumAnalyser::forget);
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

    /** Sends the passages as one text, which is faster; what went wrong in it goes again, in smaller parts or in another disguise. */
    @Override
    public List<Answer> translate(EnginePair pair, List<Passage> passages) {
        Errata rules = errata.computeIfAbsent(pair.code(), Errata::new);
        return new ApertiumBatch(pair, rules, text -> translated(pair, text)).translate(passages);
    }

    private String translated(EnginePair pair, String text) throws IOException {
        return translators.computeIfAbsent(pair.code(), this::translator).ask(text);
    }

    /** What the pair's own analyser sees no name in is shown to those of other pairs, whose dictionaries know other given names. */
    @Override
    public Set<String> names(EnginePair pair, String text) {
        Set<String> candidates = NameCandidates.in(text);
        Set<String> names = new LinkedHashSet<>(analyser(pair).names(candidates));
        List<String> rest = NameCandidates.without(names, candidates);
        // The analysers work side by side, since what was translated waits for the names.
        othersFrom(pair).parallelStream()
                .map(other -> analyser(other).withGivenName(rest))
                .toList()
                .forEach(names::addAll);
        return names;
    }

    /** Good pairs from the same language, each with another dictionary. */
    private List<EnginePair> othersFrom(EnginePair pair) {
        Set<String> different = new HashSet<>(Set.of(firstProgram(pair.code())));
        return pairs().stream()
                .filter(other -> other.from().equals(pair.from()) && other.fitness() == Fitness.NEWS)
                .filter(other -> different.add(firstProgram(other.code())))
                .toList();
    }

    private PipelinePool translator(String code) {
        return pool(scripts.computeIfAbsent(code, this::script));
    }

    private ApertiumAnalyser analyser(EnginePair pair) {
        return analysers.computeIfAbsent(
                firstProgram(pair.code()),
                script -> new ApertiumAnalyser(pool(script), MOST_CHARACTERS, config.knownNames()));
    }

    /** The script of a pair's first program by itself; pairs with the same dictionary share it. */
    private String firstProgram(String code) {
        String script = scripts.computeIfAbsent(code, this::script);
        int end = script.indexOf('|');
        return end < 0 ? script : script.substring(0, end);
    }

    private PipelinePool pool(String script) {
        return new PipelinePool(script, modes, config.pipelinesPerPair(), timer, clock, Limits.DEFAULT);
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
        analysers.values().forEach(analyser -> analyser.closeIdleSince(since));
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
        analysers.values().forEach(ApertiumAnalyser::close);
    }
}
