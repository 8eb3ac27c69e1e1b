package org.polywire.app;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.Inline;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Reason;
import org.polywire.model.Translation;
import org.polywire.translate.Manuscript;
import org.polywire.translate.Recollection;
import org.polywire.translate.TranslationMemory;
import org.polywire.translate.TranslationOutcome;
import org.polywire.translate.TranslationOutcome.EngineFailed;
import org.polywire.translate.TranslationOutcome.NoRoute;
import org.polywire.translate.TranslationOutcome.Translated;
import org.polywire.translate.Translator;

/**
 * Translates manuscripts as the newsroom translates articles: on the same ways, with the same protection of names and the same glossary. Safe to
 * share between threads.
 *
 * @param floor the least that a way must be good for
 * @param memory what persons translated of a text into a language
 */
record TextDesk(Translator translator, Fitness floor, BiFunction<Article, LanguageTag, TranslationMemory> memory) {
    private static final URI NOWHERE = URI.create("about:blank");

    /** An article has a headline; this one has nothing to translate. */
    private static final String NO_HEADLINE = "-";

    /** One without a memory. */
    TextDesk(Translator translator, Fitness floor) {
        this(translator, floor, (article, to) -> TranslationMemory.EMPTY);
    }

    /** How it ended. */
    sealed interface Outcome {
        /**
         * All are translated.
         *
         * @param texts the manuscripts in the other language
         * @param original all their runs as one article, which {@code translation} translates
         */
        record Done(List<String> texts, Article original, Translation translation) implements Outcome {
            public Done {
                texts = List.copyOf(texts);
            }
        }

        /**
         * None is translated.
         *
         * @param lasting whether another try is of no use
         */
        record Failed(Reason reason, String detail, boolean lasting) implements Outcome {}
    }

    /** Translates all manuscripts or none. Texts that are in the language already come back as they are. */
    Outcome translate(List<Manuscript> manuscripts, LanguageTag from, LanguageTag to) {
        List<Block> body = manuscripts.stream()
                .flatMap(manuscript -> manuscript.runs().stream())
                .<Block>map(Paragraph::new)
                .toList();
        Article original = Article.of(NOWHERE, new Outlet("", NOWHERE), from, NO_HEADLINE, body);
        TranslationOutcome outcome = translator.translate(
                original, new Edition(to, "", floor, true), new Recollection(List.of(), memory.apply(original, to)));
        return switch (outcome) {
            case Translated(Translation translation) ->
                new Outcome.Done(texts(manuscripts, translation), original, translation);
            case NoRoute(Reason reason, String detail) -> new Outcome.Failed(reason, detail, true);
            case EngineFailed(Reason reason, String detail, var again) -> new Outcome.Failed(reason, detail, false);
        };
    }

    private static List<String> texts(List<Manuscript> manuscripts, Translation translation) {
        List<List<Inline>> runs =
                translation.article().body().stream().map(TextDesk::content).toList();
        List<String> texts = new ArrayList<>();
        int next = 0;
        for (Manuscript manuscript : manuscripts) {
            int end = next + manuscript.runs().size();
            texts.add(manuscript.write(
                    runs.subList(next, end), translation.article().language()));
            next = end;
        }
        return texts;
    }

    private static List<Inline> content(Block block) {
        if (block instanceof Paragraph(List<Inline> content)) {
            return content;
        }
        throw new IllegalStateException("a run came back as " + block);
    }
}
