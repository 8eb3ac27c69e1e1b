package org.polywire.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Reason;
import org.polywire.translate.Answer;
import org.polywire.translate.EnginePair;

/** Says what it was told of each text that it gets as a sentence, right or wrong. */
final class ByHeart extends CatalanEngine {
    private final String name;
    private final Map<String, String> answers;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean installed = true;
    private volatile @Nullable Supplier<Allowance> allowance;
    private volatile @Nullable Instant turn;
    private volatile String fault = "";
    private volatile String pause = "";

    ByHeart(String name, Map<String, String> answers) {
        this.name = name;
        this.answers = new ConcurrentHashMap<>(answers);
    }

    /** From now on it says something else for a sentence. */
    void say(String sentence, String answer) {
        answers.put(sentence, answer);
    }

    @Override
    public String name() {
        return name;
    }

    /** Whether it is there at all. */
    void install(boolean there) {
        installed = there;
    }

    @Override
    public List<EnginePair> pairs() {
        return installed ? super.pairs() : List.of();
    }

    /** From now on it may be sent so much. */
    void allow(Supplier<Allowance> budget) {
        allowance = budget;
    }

    @Override
    public Optional<Allowance> allowance() {
        return Optional.ofNullable(allowance).map(Supplier::get);
    }

    /** From now on it says that there is no room before this. */
    void resume(Instant time) {
        turn = time;
    }

    @Override
    public Optional<Instant> resumes(long characters) {
        return allowance().filter(budget -> characters > budget.left()).flatMap(budget -> Optional.ofNullable(turn));
    }

    /** From now on it is paused, for this reason. */
    void pause(String words) {
        pause = words;
    }

    /** From now on its test fails, if there is a fault. */
    void spoil(String words) {
        fault = words;
    }

    @Override
    public EnginePair prepare(EnginePair pair) {
        return fault.isEmpty()
                ? pair
                : new EnginePair(
                        pair.from(),
                        pair.to(),
                        pair.code(),
                        pair.version(),
                        pair.fitness(),
                        pair.chrF2(),
                        EnginePair.SelfTest.FAILED,
                        fault);
    }

    /** The sentences that it got, in that order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    Answer answer(List<String> sentences) {
        if (!pause.isEmpty()) {
            return new Answer.Failed(Reason.ENGINE_PAUSED, pause);
        }
        asked.addAll(sentences);
        return answers.keySet().containsAll(sentences)
                ? sentences(sentences.stream()
                        .map(text -> answers.getOrDefault(text, ""))
                        .toList())
                : new Answer.Failed(Reason.ENGINE_FAILED, "never told of: " + sentences);
    }
}
