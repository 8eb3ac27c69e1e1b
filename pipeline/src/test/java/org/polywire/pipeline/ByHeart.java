package org.polywire.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.translate.Abilities;
import org.polywire.translate.Answer;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.Engine;
import org.polywire.translate.EnginePair;
import org.polywire.translate.Passage;
import org.polywire.translate.Passage.Run;

/** An engine from Spanish into Catalan that says what it was told of each text that it gets as a sentence, right or wrong. */
record ByHeart(Map<String, String> answers) implements Engine {
    private static final EnginePair PAIR = new EnginePair(
            new LanguageTag("es"),
            new LanguageTag("ca"),
            "es-ca",
            "1",
            Fitness.NEWS,
            60,
            EnginePair.SelfTest.PASSED,
            "");

    @Override
    public String name() {
        return "ByHeart";
    }

    @Override
    public List<EnginePair> pairs() {
        return List.of(PAIR);
    }

    @Override
    public EnginePair prepare(EnginePair pair) {
        return pair;
    }

    @Override
    public Set<String> names(EnginePair pair, String text) {
        return Set.of();
    }

    @Override
    public Abilities abilities() {
        return new Abilities(Abilities.Markup.MARKS, false, 1, 6_000, 1, 0, true);
    }

    @Override
    public List<Answer> translate(EnginePair pair, List<Passage> passages) {
        return passages.stream().map(this::answer).toList();
    }

    private Answer answer(Passage passage) {
        List<String> texts = passage.sentences().stream()
                .map(runs -> runs.stream()
                        .map(Run::text)
                        .collect(Collectors.joining())
                        .strip())
                .toList();
        return answers.keySet().containsAll(texts)
                ? new Answer.Sentences(
                        texts.stream()
                                .map(text -> sentence(answers.getOrDefault(text, "")))
                                .toList(),
                        List.of())
                : new Answer.Failed(Reason.ENGINE_FAILED, "never told of: " + texts);
    }

    private static Sentence sentence(String words) {
        return new Sentence(Arrays.stream(words.split(" ", -1))
                .map(word -> new Word(" ", word, List.of(), Evidence.GOOD))
                .toList());
    }

    @Override
    public void close() {}
}
