package org.polywire.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.translate.Abilities;
import org.polywire.translate.Answer;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Sentence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.Engine;
import org.polywire.translate.EnginePair;
import org.polywire.translate.Passage;
import org.polywire.translate.Passage.Run;

/** An engine from Spanish into Catalan that takes passages one by one, and finds no names. */
abstract class CatalanEngine implements Engine {
    private static final EnginePair PAIR = new EnginePair(
            new LanguageTag("es"),
            new LanguageTag("ca"),
            "es-ca",
            "1",
            Fitness.NEWS,
            60,
            EnginePair.SelfTest.PASSED,
            "");

    abstract Answer answer(List<String> sentences);

    @Override
    public String name() {
        return getClass().getSimpleName();
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
        return passages.stream()
                .map(passage -> answer(
                        passage.sentences().stream().map(CatalanEngine::text).toList()))
                .toList();
    }

    private static String text(List<Run> sentence) {
        return sentence.stream().map(Run::text).collect(Collectors.joining()).strip();
    }

    /** What says these sentences, of whose words it is not known where they come from. */
    static Answer sentences(List<String> wordings) {
        return new Answer.Sentences(
                wordings.stream().map(CatalanEngine::sentence).toList(), List.of());
    }

    private static Sentence sentence(String wording) {
        return new Sentence(Arrays.stream(wording.split(" ", -1))
                .map(word -> new Word(" ", word, List.of(), Evidence.GOOD))
                .toList());
    }

    @Override
    public void close() {}
}
