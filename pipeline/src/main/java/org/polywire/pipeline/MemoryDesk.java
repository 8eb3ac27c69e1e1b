package org.polywire.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;
import org.polywire.model.Reason;
import org.polywire.model.Revision;
import org.polywire.store.Event;
import org.polywire.store.KnownArticle;
import org.polywire.store.Memory;
import org.polywire.store.Revisions.TextVersion;
import org.polywire.store.Stage;
import org.polywire.store.Standing;
import org.polywire.store.Store;
import org.polywire.store.Transaction;
import org.polywire.translate.Precedent;
import org.polywire.translate.TranslationMemory;

/**
 * The operator's desk for what persons translated. It needs no newsroom, and works beside one that is at work on the same folder: an
 * article that a person edited is then translated and checked anew by that one.
 */
public final class MemoryDesk implements AutoCloseable {
    /** What a version says of itself that exists because a person edited a translation: its text is the one before. */
    private static final Revision EDITED = new Revision(Revision.Kind.RETRANSLATION, List.of(), "");

    /** Of so many entries that share runs of characters with a text the likeness is worked out. */
    private static final int CANDIDATES = 50;

    private final Store store;

    private MemoryDesk(Store store) {
        this.store = store;
    }

    /** Opens the memory of the newsroom in a folder; creates both if they are not there. */
    public static MemoryDesk open(Path data) {
        return new MemoryDesk(Store.open(data));
    }

    /** An article that is translated anew in an edition. */
    public record Reissue(ArticleId article, LanguageTag edition) {}

    /** An entry that is like a text: 1 is the same text, 0 nothing in common. */
    public record Alike(long number, MemoryEntry entry, double likeness) {}

    public List<Memory.Count> counts() {
        return store.read(transaction -> transaction.memory().counts());
    }

    /**
     * Remembers sentences, all or none. The editions of articles that some were made for get them at once: what is shown or held there is
     * translated anew.
     *
     * @throws IllegalArgumentException if one was not made by a person
     */
    public List<Reissue> add(List<MemoryEntry> entries, Instant now) {
        if (entries.stream().anyMatch(entry -> !entry.provenance().byPerson())) {
            throw new IllegalArgumentException("the memory holds what persons made");
        }
        List<Reissue> reissues = new ArrayList<>();
        new Chronicle(store).write((transaction, events) -> {
            entries.forEach(transaction.memory()::save);
            for (Reissue wanted : wanted(entries, transaction)) {
                if (reissue(wanted, now, transaction, events)) {
                    reissues.add(wanted);
                }
            }
        });
        return reissues;
    }

    private static Set<Reissue> wanted(List<MemoryEntry> entries, Transaction transaction) {
        Set<Reissue> wanted = new LinkedHashSet<>();
        for (MemoryEntry entry : entries) {
            ArticleId article = entry.article();
            if (article != null) {
                transaction.standings().of(article).stream()
                        .map(Standing::edition)
                        .filter(edition -> entry.isFor(entry.from(), edition))
                        .forEach(edition -> wanted.add(new Reissue(article, edition)));
            }
        }
        return wanted;
    }

    /** The log has one entry for a version in an edition, so that another text of it needs another version. */
    private static boolean reissue(Reissue wanted, Instant now, Transaction transaction, Consumer<Event> events) {
        Optional<KnownArticle> article =
                transaction.articles().find(wanted.article()).filter(known -> known.stage() == Stage.EXTRACTED);
        Optional<Standing> standing = transaction.standings().find(wanted.article(), wanted.edition());
        if (article.isEmpty() || standing.isEmpty()) {
            return false;
        }
        return switch (standing.get().state()) {
            case PUBLISHED, HELD -> renew(article.get(), wanted, now, transaction, events);
            case PENDING, FAILED -> true;
            case REFUSED ->
                standing.get().reason() == Reason.TOO_LATE && renew(article.get(), wanted, now, transaction, events);
            case WITHDRAWN -> false;
        };
    }

    private static boolean renew(
            KnownArticle article, Reissue wanted, Instant now, Transaction transaction, Consumer<Event> events) {
        KnownArticle next = article.edited();
        transaction
                .revisions()
                .add(
                        next.id(),
                        new TextVersion(next.version(), now, EDITED),
                        transaction.articles().document(next.id()).orElseThrow());
        transaction.articles().save(next);
        transaction.standings().save(Standing.pending(next.id(), wanted.edition(), next.version()));
        events.accept(new Event(
                next.id(),
                wanted.edition(),
                now,
                Event.Step.CHANGED,
                Provenance.POST_EDITED.name(),
                "a person edited the translation"));
        return true;
    }

    /** What is remembered for the sentences of any text. */
    public TranslationMemory of(Article text, LanguageTag to) {
        return store.read(transaction -> Past.memory(transaction, ArticleId.of(text.address()), text, to));
    }

    /**
     * The sentences of an article as an edition shows them, or holds them, for a person to read over; empty if it has none.
     *
     * @param idOrAddress its id, its address, or one of its permalinks
     */
    public List<MemoryEntry> sentences(String idOrAddress, LanguageTag edition) {
        return store.read(transaction -> Archive.find(transaction, idOrAddress.strip())
                .flatMap(article -> Past.last(transaction, article.id(), edition)
                        .map(precedent -> sentences(precedent, article.id())))
                .orElse(List.of()));
    }

    private static List<MemoryEntry> sentences(Precedent precedent, ArticleId article) {
        return TranslationMemory.entries(precedent, article);
    }

    /** What persons made for a pair of languages; for all if none are named. */
    public List<MemoryEntry> entries(Optional<LanguageTag> from, Optional<LanguageTag> to) {
        return store.read(transaction -> transaction.memory().all(from, to));
    }

    /** Entries whose originals are like a text, the likest first. */
    public List<Alike> like(String text, LanguageTag from, Optional<LanguageTag> to, int limit) {
        return store.read(transaction -> transaction.memory().like(from, to, text, CANDIDATES)).stream()
                .map(found -> new Alike(
                        found.number(),
                        found.entry(),
                        TranslationMemory.likeness(text, found.entry().sourceText())))
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed())
                .limit(limit)
                .toList();
    }

    /** Forgets an entry; says whether there was one. What was published with it stays as it is. */
    public boolean remove(long number) {
        return store.change(transaction -> transaction.memory().remove(number));
    }

    @Override
    public void close() {
        store.close();
    }
}
