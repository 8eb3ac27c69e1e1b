package org.polywire.translate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.translate.Abilities.Markup;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.Passage.Run;

/** An engine that writes words in capitals and turns the words of each sentence round, or does as it is told. */
final class ScriptedEngine implements Engine {
    final AtomicInteger requests = new AtomicInteger();
    final List<String> prepared = new CopyOnWriteArrayList<>();
    private final List<EnginePair> pairs = new ArrayList<>();
    private String name = "Scripted";
    private Abilities abilities = new Abilities(Markup.MARKS, false, 1, 6_000, 2, 0, true);
    private Optional<Allowance> allowance = Optional.empty();
    private Optional<Instant> turn = Optional.empty();
    private UnaryOperator<EnginePair> preparation =
            pair -> pair.tested(pair.code().startsWith("xx") ? "told so" : "");
    private BiFunction<Passage, Answer, Answer> script = (passage, answer) -> answer;

    static EnginePair pair(String from, String to, Fitness fitness, double chrF2) {
        return new EnginePair(
                new LanguageTag(from), new LanguageTag(to), from + "-" + to, "1", fitness, chrF2, SelfTest.NOT_YET, "");
    }

    ScriptedEngine with(EnginePair pair) {
        pairs.add(pair);
        return this;
    }

    ScriptedEngine answering(BiFunction<Passage, Answer, Answer> change) {
        script = change;
        return this;
    }

    ScriptedEngine named(String other) {
        name = other;
        return this;
    }

    ScriptedEngine costing(double price) {
        abilities = new Abilities(Markup.MARKS, false, 1, 6_000, 2, price, price == 0);
        return this;
    }

    ScriptedEngine leaving(long characters, long month) {
        allowance = Optional.of(new Allowance(characters, month));
        return this;
    }

    ScriptedEngine resuming(Instant time) {
        turn = Optional.of(time);
        return this;
    }

    ScriptedEngine preparing(UnaryOperator<EnginePair> outcome) {
        preparation = outcome;
        return this;
    }

    static Answer failure() {
        return new Answer.Failed(Reason.ENGINE_FAILED, "as told");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<EnginePair> pairs() {
        return List.copyOf(pairs);
    }

    @Override
    public EnginePair prepare(EnginePair pair) {
        prepared.add(pair.code());
        return preparation.apply(pair);
    }

    @Override
    public Optional<Allowance> allowance() {
        return allowance;
    }

    @Override
    public Optional<Instant> resumes(long characters) {
        return turn;
    }

    @Override
    public Abilities abilities() {
        return abilities;
    }

    @Override
    public List<Answer> translate(EnginePair pair, List<Passage> passages) {
        return passages.stream().map(this::translate).toList();
    }

    private Answer translate(Passage passage) {
        requests.incrementAndGet();
        List<Sentence> sentences =
                passage.sentences().stream().map(ScriptedEngine::sentence).toList();
        return script.apply(passage, new Answer.Sentences(sentences, List.of()));
    }

    private static Sentence sentence(List<Run> runs) {
        List<Word> words = new ArrayList<>();
        for (Run run : runs) {
            for (String word :
                    run.kept() ? new String[] {run.fixed()} : run.text().split("\\s+")) {
                if (!word.isEmpty()) {
                    words.addFirst(new Word(
                            " ",
                            run.kept() ? word : word.toUpperCase(Locale.ROOT),
                            run.mark() > 0 ? List.of(run.mark()) : List.of(),
                            run.kept() ? Evidence.KEPT : Evidence.GOOD));
                }
            }
        }
        return new Sentence(words);
    }

    @Override
    public void close() {}
}
