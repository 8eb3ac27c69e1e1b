package org.polywire.pipeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.Story;
import org.polywire.model.StoryId;
import org.polywire.model.Translation;
import org.polywire.store.KnownArticle;
import org.polywire.store.Standing;
import org.polywire.store.Store;
import org.polywire.store.Transaction;
import org.polywire.translate.Precedent;
import org.polywire.translate.Recollection;
import org.polywire.translate.TranslationMemory;

/**
 * What was translated before that a new translation may take sentences from: what persons translated, the article's earlier text, and
 * copies of it.
 */
final class Past {
    /** A story may have hundreds of copies; the first ones have all that the others have. */
    private static final int COPIES = 4;

    private final Store store;

    Past(Store store) {
        this.store = store;
    }

    Recollection of(KnownArticle known, Article article, LanguageTag edition) {
        return store.read(transaction -> new Recollection(
                precedents(transaction, known.id(), article.language(), edition),
                memory(transaction, known.id(), article, edition)));
    }

    /** The earlier text first, so that a correction changes nothing else. */
    private static List<Precedent> precedents(
            Transaction transaction, ArticleId article, LanguageTag language, LanguageTag edition) {
        return Stream.concat(Stream.of(article), copies(transaction, article, language))
                .flatMap(id -> last(transaction, id, edition).stream())
                .toList();
    }

    static TranslationMemory memory(Transaction transaction, ArticleId id, Article article, LanguageTag edition) {
        return transaction.memory().knows(article.language(), edition)
                ? TranslationMemory.of(
                        transaction
                                .memory()
                                .find(article.language(), edition, TranslationMemory.texts(article), id)
                                .stream()
                                .map(entry -> id.equals(entry.article()) ? entry : entry.elsewhere())
                                .toList())
                : TranslationMemory.EMPTY;
    }

    private static Stream<ArticleId> copies(Transaction transaction, ArticleId article, LanguageTag language) {
        return transaction.stories().find(new StoryId(article)).stream()
                .flatMap(story -> story.versions().stream())
                .filter(version -> version.language().equals(language))
                .map(Story.Version::article)
                .filter(id -> !id.equals(article))
                .limit(COPIES);
    }

    /** What was made last of an article for an edition, shown or kept back. */
    static Optional<Precedent> last(Transaction transaction, ArticleId article, LanguageTag edition) {
        return transaction
                .log()
                .lastText(edition, article)
                .flatMap(shown -> precedent(transaction, article, shown.version(), shown.translation()))
                .or(() -> held(transaction, article, edition));
    }

    private static Optional<Precedent> held(Transaction transaction, ArticleId article, LanguageTag edition) {
        Optional<Integer> version =
                transaction.standings().find(article, edition).map(Standing::version);
        return transaction
                .standings()
                .candidate(article, edition)
                .flatMap(candidate -> version.flatMap(number -> precedent(transaction, article, number, candidate)));
    }

    private static Optional<Precedent> precedent(
            Transaction transaction, ArticleId article, int version, Translation translation) {
        return transaction.revisions().document(article, version).map(source -> new Precedent(source, translation));
    }
}
