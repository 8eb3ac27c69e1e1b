package org.polywire.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.Reason;
import org.polywire.model.Unit;
import org.polywire.store.Identities.Content;
import org.polywire.store.KnownArticle;
import org.polywire.store.Stage;
import org.polywire.store.Transaction;

/** Whether the text of a page is news: not known under another address, not published anew, not old. */
final class Novelty {
    /** Shorter texts are alike by chance. */
    private static final int SHORTEST = 200;

    private Novelty() {}

    /** Why a text is no news. */
    record Objection(Reason reason, String detail) {}

    /** What speaks against taking a text; it is noted down either way. */
    static Optional<Objection> objection(KnownArticle article, Article text, Transaction transaction) {
        if (article.version() > 0) {
            return Optional.empty();
        }
        Optional<Objection> twin = twin(article, text, transaction);
        if (twin.isPresent()) {
            return twin;
        }
        Content content = content(article, text);
        Optional<Objection> objection = old(article, text, transaction).or(() -> republished(content, transaction));
        if (objection.isEmpty()) {
            transaction.identities().save(content);
        }
        return objection;
    }

    /** One that was itself refused as a copy stands in nobody's way. */
    private static Optional<Objection> twin(KnownArticle article, Article text, Transaction transaction) {
        return other(article, text, transaction)
                .filter(other -> other.reason() != Reason.DUPLICATE)
                .map(Novelty::duplicate);
    }

    /**
     * The article that one which was taken before now says it is; empty if it is still its own. Only one whose text we have
     * counts: of the two, that one is followed.
     */
    static Optional<Objection> merged(KnownArticle article, Article text, Transaction transaction) {
        return article.stage() != Stage.EXTRACTED
                ? Optional.empty()
                : other(article, text, transaction)
                        .filter(other -> other.stage() == Stage.EXTRACTED)
                        .map(Novelty::duplicate);
    }

    private static Optional<KnownArticle> other(KnownArticle article, Article text, Transaction transaction) {
        return transaction
                .articles()
                .find(text.address())
                .filter(other -> !other.id().equals(article.id()));
    }

    private static Objection duplicate(KnownArticle other) {
        return new Objection(Reason.DUPLICATE, other.address().toString());
    }

    private static Optional<Objection> republished(Content content, Transaction transaction) {
        return transaction
                .identities()
                .sameWords(content)
                .flatMap(id -> transaction.articles().find(id))
                .map(other -> new Objection(Reason.DUPLICATE, "the same words as " + other.address()));
    }

    private static Optional<Objection> old(KnownArticle article, Article text, Transaction transaction) {
        Instant published = published(text);
        boolean fromTheStart = transaction
                .identities()
                .firstSighting(article.source())
                .filter(article.sightedAt()::isAfter)
                .isEmpty();
        return fromTheStart || published == null
                ? Optional.empty()
                : Freshness.past(transaction, article.source())
                        .filter(published::isBefore)
                        .map(past -> new Objection(Reason.OLD_NEWS, "its page is dated " + published));
    }

    private static Content content(KnownArticle article, Article text) {
        return new Content(article.id(), article.source(), published(text), letters(text.headline()), body(text));
    }

    private static @Nullable Instant published(Article text) {
        OffsetDateTime published = text.dates().published();
        return published == null ? null : published.toInstant();
    }

    private static String body(Article text) {
        String words = text.units().stream()
                .filter(unit -> unit.role() == Unit.Role.PARAGRAPH || unit.role() == Unit.Role.HEADING)
                .map(Unit::text)
                .collect(Collectors.joining(" "));
        String letters = letters(words);
        return letters.length() < SHORTEST ? "" : digest(letters);
    }

    /** Without case, spaces and punctuation, which change without a change of the news. */
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
