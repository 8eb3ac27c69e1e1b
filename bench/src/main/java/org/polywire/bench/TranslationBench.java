package org.polywire.bench;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.Outlet;
import org.polywire.model.Translation;
import org.polywire.model.Unit;
import org.polywire.translate.Abilities;
import org.polywire.translate.Answer;
import org.polywire.translate.Engine;
import org.polywire.translate.EnginePair;
import org.polywire.translate.Passage;
import org.polywire.translate.TranslationOutcome;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;

/** Translates lines of text with one pair of an engine: by the engine alone, and by the whole path that articles go. */
final class TranslationBench {
    private static final URI NOWHERE = URI.create("https://bench.example/");
    /** After so long the Java machine has compiled what the path needs, with the options of the launcher; it is what a newsroom that runs has. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    /**
     * What a run gave.
     *
     * @param processorSeconds what this process and the engine's programs took of the processors, which other work on the machine disturbs
     *     less than the clock
     */
    record Run(String name, List<String> lines, double seconds, double processorSeconds, int links, int faults) {
        double perSecond(long count) {
            return count / seconds;
        }
    }

    private final Engine engine;
    private final Engine unknowing;
    private final EnginePair pair;
    private final List<String> source;
    private final LanguageIdentifier languages = LanguageIdentifier.load();

    /**
     * @param engine with what it remembers
     * @param unknowing the same one for text that was never seen: it knows no name from the run before, or each round would be the best case
     */
    TranslationBench(Engine engine, Engine unknowing, EnginePair pair, List<String> source) {
        this.engine = engine;
        this.unknowing = unknowing;
        this.pair = pair;
        this.source = source;
    }

    /**
     * The runs, in turns so that each meets the same weather on the machine; of each the fastest counts.
     *
     * @param rounds how often each is run
     */
    List<Run> runs(int rounds, Consumer<String> words) {
        try (Translator knowing = translator(engine);
                Translator first = translator(unknowing)) {
            List<Supplier<Run>> turns = turns(knowing, first);
            words.accept("warming up");
            long warm = System.nanoTime() + WARM_UP.toNanos();
            do {
                round(turns);
            } while (System.nanoTime() < warm);
            List<List<Run>> runs = new ArrayList<>();
            for (int i = 1; i <= rounds; i++) {
                words.accept("round " + i + " of " + rounds);
                runs.add(round(turns));
            }
            return IntStream.range(0, turns.size())
                    .mapToObj(
                            i -> least(runs.stream().map(round -> round.get(i)).toList()))
                    .toList();
        }
    }

    private Translator translator(Engine one) {
        return new Translator(List.of(new Unclosed(one)), languages, InstantSource.system());
    }

    private static List<Run> round(List<Supplier<Run>> turns) {
        return turns.stream().map(Supplier::get).toList();
    }

    private List<Supplier<Run>> turns(Translator knowing, Translator first) {
        Article plain = article(source, false);
        Article marked = article(source, true);
        return List.of(
                () -> timed("engine alone", this::bare, TranslationBench::result),
                () -> path("whole path", first, plain),
                () -> path("whole path, names known", knowing, plain),
                () -> path("whole path, with markup", first, marked));
    }

    private Run path(String name, Translator translator, Article article) {
        return timed(name, () -> articles(translator, article), TranslationBench::result);
    }

    /** The fastest of some runs, with the least of what they took of the processors: that may be another's. */
    private static Run least(List<Run> runs) {
        Run fastest =
                runs.stream().min(Comparator.comparingDouble(Run::seconds)).orElseThrow();
        double processors =
                runs.stream().mapToDouble(Run::processorSeconds).min().orElseThrow();
        return new Run(
                fastest.name(), fastest.lines(), fastest.seconds(), processors, fastest.links(), fastest.faults());
    }

    private record Result(List<String> lines, int links, int faults) {}

    /** Only the work is timed: what the bench makes of its outcome belongs to neither side, nor does asking what the processors did. */
    private static <T> Run timed(String name, Supplier<T> work, Function<T, Result> reading) {
        double processors = processorSeconds();
        long start = System.nanoTime();
        T outcome = work.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        double taken = processorSeconds() - processors;
        Result result = reading.apply(outcome);
        return new Run(name, result.lines(), seconds, taken, result.links(), result.faults());
    }

    private static double processorSeconds() {
        ProcessHandle own = ProcessHandle.current();
        return Stream.concat(Stream.of(own), own.descendants())
                .mapToDouble(process ->
                        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
                .sum();
    }

    /**
     * The engine as fast as it can: batches as large as it takes, as many side by side as it wants, by the same pipelines that the whole path
     * with known names uses; text never seen has as many of its own. Its requests hold the same bytes but for the borders of sentences.
     */
    private List<Answer> bare() {
        Abilities abilities = engine.abilities();
        List<List<Passage>> batches = new ArrayList<>();
        long size = Integer.MAX_VALUE;
        for (String line : source) {
            if (size + line.length() > abilities.characters()
                    || batches.getLast().size() == abilities.passages()) {
                batches.add(new ArrayList<>());
                size = 0;
            }
            batches.getLast().add(new Passage(List.of(List.of(Passage.Run.free(line, 0))), Set.of()));
            size += line.length();
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(abilities.parallel())) {
            List<Future<List<Answer>>> answers = batches.stream()
                    .map(batch -> threads.submit(() -> engine.translate(pair, batch)))
                    .toList();
            List<Answer> translations = new ArrayList<>();
            for (Future<List<Answer>> future : answers) {
                translations.addAll(future.get());
            }
            return translations;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the engine threw", e.getCause());
        }
    }

    private static Result result(List<Answer> answers) {
        return new Result(answers.stream().map(TranslationBench::text).toList(), 0, 0);
    }

    private static String text(Answer answer) {
        StringBuilder text = new StringBuilder();
        if (answer instanceof Answer.Sentences sentences) {
            sentences
                    .sentences()
                    .forEach(sentence -> sentence.words()
                            .forEach(word -> text.append(word.before()).append(word.text())));
        }
        return text.toString().strip();
    }

    private Translation articles(Translator translator, Article article) {
        Edition edition = new Edition(pair.to(), "", Fitness.GIST, false);
        TranslationOutcome outcome = translator.translate(article, edition);
        return switch (outcome) {
            case Translated(Translation translation) -> translation;
            case NoRoute noRoute -> throw new IllegalStateException(noRoute.toString());
            case EngineFailed failed -> throw new IllegalStateException(failed.toString());
        };
    }

    private static Result result(Translation translation) {
        List<Unit> units = translation.article().units();
        int links = units.stream()
                .mapToInt(unit -> Inlines.links(unit.content()).size())
                .sum();
        int faults = translation.sentences().stream()
                .mapToInt(sentence -> sentence.faults().size())
                .sum();
        return new Result(units.stream().map(Unit::text).toList(), links, faults);
    }

    /** All lines as one article: the first is its headline, the others are its paragraphs. */
    private Article article(List<String> lines, boolean markup) {
        Random random = new Random(1);
        List<Block> body = lines.stream()
                .skip(1)
                .<Block>map(line -> new Block.Paragraph(markup ? marked(line, random) : Inlines.ofText(line)))
                .toList();
        return Article.of(NOWHERE, new Outlet("Bench", NOWHERE), pair.from(), lines.getFirst(), body);
    }

    /** A link round one to three words of a line, and a strong word now and then (italics would make titles of them). */
    static List<Inline> marked(String line, Random random) {
        String[] words = line.split(" ", -1);
        int from = random.nextInt(words.length);
        int to = Math.min(words.length, from + 1 + random.nextInt(3));
        List<Inline> content = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            String word = words[i] + (i + 1 < words.length ? " " : "");
            if (i == from) {
                String linked = String.join(" ", List.of(words).subList(from, to));
                if (!linked.isBlank()) {
                    content.add(
                            new Inline.Link(NOWHERE.resolve("/" + random.nextInt(1_000_000)), Inlines.ofText(linked)));
                }
                if (to < words.length) {
                    content.add(new Inline.Text(" "));
                }
                i = to - 1;
            } else if (i % 11 == 7 && !words[i].isBlank()) {
                content.add(new Inline.Strong(Inlines.ofText(words[i])));
                content.add(new Inline.Text(" "));
            } else if (!word.isEmpty()) {
                content.add(new Inline.Text(word));
            }
        }
        return content;
    }

    /** An engine that others go on using. */
    private record Unclosed(Engine engine) implements Engine {
        @Override
        public String name() {
            return engine.name();
        }

        @Override
        public Abilities abilities() {
            return engine.abilities();
        }

        @Override
        public List<EnginePair> pairs() {
            return engine.pairs();
        }

        @Override
        public EnginePair prepare(EnginePair pair) {
            return engine.prepare(pair);
        }

        @Override
        public Set<String> names(EnginePair pair, String text) {
            return engine.names(pair, text);
        }

        @Override
        public List<Answer> translate(EnginePair pair, List<Passage> passages) {
            return engine.translate(pair, passages);
        }

        @Override
        public void close() {}
    }
}
