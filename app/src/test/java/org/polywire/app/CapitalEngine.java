package org.polywire.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.polywire.translate.EnginePair.SelfTest;
import org.polywire.translate.Passage;
import org.polywire.translate.Passage.Run;

/** An engine that writes in capitals: Spanish into Catalan well, into French for the gist, into Galician always in vain, into Portuguese not now. */
final class CapitalEngine implements Engine {
    private static EnginePair pair(String to, Fitness fitness) {
        return new EnginePair(
                new LanguageTag("es"), new LanguageTag(to), "es-" + to, "1", fitness, 50, SelfTest.PASSED, "");
    }

    @Override
    public String name() {
        return "Capitals";
    }

    @Override
    public Abilities abilities() {
        return new Abilities(Abilities.Markup.MARKS, false, 10, 6_000, 2, 0, true);
    }

    @Override
    public List<EnginePair> pairs() {
        return List.of(
                pair("ca", Fitness.NEWS), pair("fr", Fitness.GIST), pair("gl", Fitness.NEWS), pair("pt", Fitness.NEWS));
    }

    @Override
    public EnginePair prepare(EnginePair pair) {
        return pair;
    }

    @Override
    public List<Answer> translate(EnginePair pair, List<Passage> passages) {
        return passages.stream().map(passage -> answer(pair, passage)).toList();
    }

    private static Answer answer(EnginePair pair, Passage passage) {
        return switch (pair.to().value()) {
            case "gl" -> new Answer.Failed(Reason.ENGINE_FAILED, "always");
            case "pt" -> new Answer.Failed(Reason.ENGINE_PAUSED, "the budget is spent");
            default ->
                new Answer.Sentences(
                        passage.sentences().stream()
                                .map(CapitalEngine::sentence)
                                .toList(),
                        List.of());
        };
    }

    private static Sentence sentence(List<Run> runs) {
        List<Word> words = new ArrayList<>();
        for (Run run : runs) {
            List<Integer> marks = run.mark() > 0 ? List.of(run.mark()) : List.of();
            if (run.kept()) {
                words.add(new Word(" ", run.fixed(), marks, Evidence.KEPT));
                continue;
            }
            for (String word : run.text().strip().split("\\s+", -1)) {
                words.add(new Word(" ", word.toUpperCase(Locale.ROOT), marks, Evidence.GOOD));
            }
        }
        return new Sentence(
                words.stream().filter(word -> !word.text().isEmpty()).toList());
    }

    @Override
    public void close() {}
}
