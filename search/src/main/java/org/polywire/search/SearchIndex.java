package org.polywire.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Entry;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Revision;
import org.polywire.model.Translation;

/**
 * The full-text index of a publication: a projection of its log, kept in a folder of its own.
 *
 * <p>Together with the documents the index keeps the sequence number of the last log entry that it knows, in the same commit. So
 * it is never ahead of itself or behind: after a crash it goes on from {@link #cursor()}, and an entry that is applied twice changes
 * nothing. Nothing is opened before it is needed. Safe to share between threads; one process at a time may write, and searches
 * see each change when {@link #apply} or {@link #rebuild} returns.
 */
public final class SearchIndex implements AutoCloseable {
    private static final String CURSOR = "sequence";

    /** Changes whenever documents are written in another way; an index of another form lies in another folder and is not looked at. */
    private static final String FORM = "form-2";

    private static final double WRITER_MEGABYTES = 16;

    private final Path folder;
    private final Analysers analysers = new Analysers();
    /** Held while the index is written to; never taken while {@code opening} is held. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Held while something is opened or closed, so only for moments: searches go on during a rebuild. */
    private final ReentrantLock opening = new ReentrantLock();

    private @Nullable FSDirectory directory;
    private volatile @Nullable IndexWriter writer;
    private @Nullable SearcherManager searchers;

    private SearchIndex(Path folder) {
        this.folder = folder.resolve(FORM);
    }

    /** The index in a folder, which need not exist yet. */
    public static SearchIndex in(Path folder) {
        return new SearchIndex(folder);
    }

    /** Another process writes to the index. */
    public static final class IndexInUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        IndexInUse(Path folder, Throwable cause) {
            super("another process writes to the search index in " + folder, cause);
        }
    }

    /** Whether there is an index; it may not know the whole log. */
    public boolean exists() {
        return Files.isDirectory(folder);
    }

    /**
     * The sequence number of the last log entry in the index; 0 if it is empty.
     *
     * @throws IndexInUse if another process writes to it
     */
    public long cursor() {
        return using(() -> cursor(commitData(writer())));
    }

    /** The sequence number that stands in what was committed together with the documents. */
    static long cursor(Map<String, String> data) {
        return Long.parseLong(data.getOrDefault(CURSOR, "0"));
    }

    private static Map<String, String> commitData(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /**
     * Takes in the next entries of the log; on the disk when it returns.
     *
     * @param entries in order, following the cursor
     * @throws IndexInUse if another process writes to it
     */
    public void apply(List<Publication> entries) {
        if (entries.isEmpty()) {
            return;
        }
        whole(index -> {
            for (Publication publication : entries) {
                write(index, publication);
            }
            return entries.getLast().entry().sequence();
        });
    }

    /**
     * Makes the index anew. Until it returns searches find what they found before; if it fails nothing has changed.
     *
     * @param log every entry from the first, in order
     * @param progress is told the sequence number of each further entry that is done
     * @throws IndexInUse if another process writes to it
     */
    public void rebuild(Iterator<Publication> log, LongConsumer progress) {
        whole(index -> {
            index.deleteAll();
            long last = 0;
            while (log.hasNext()) {
                Publication publication = log.next();
                write(index, publication);
                last = publication.entry().sequence();
                progress.accept(last);
            }
            return last;
        });
    }

    /** A change of the index up to an entry of the log, whose sequence number it returns. */
    private interface Change {
        long make(IndexWriter index) throws IOException;
    }

    /** A change is there wholly or not at all; after one that failed, as on a full disk, the next begins with a new writer. */
    private void whole(Change change) {
        doing(() -> {
            IndexWriter index = writer();
            try {
                commit(index, change.make(index));
            } catch (IOException | RuntimeException e) {
                writer = null;
                index.rollback();
                throw e;
            }
        });
    }

    private static void write(IndexWriter index, Publication publication) throws IOException {
        switch (publication) {
            case Published(Entry entry, Translation translation) ->
                index.updateDocument(Entries.key(publication), Entries.document(entry, translation));
            case Corrected(Entry entry, Translation translation, Revision revision) ->
                index.updateDocument(Entries.key(publication), Entries.document(entry, translation));
            case Withdrawn withdrawn -> index.deleteDocuments(Entries.key(publication));
        }
    }

    private void commit(IndexWriter index, long sequence) throws IOException {
        index.setLiveCommitData(Map.of(CURSOR, Long.toString(sequence)).entrySet());
        index.commit();
        refresh();
    }

    private void refresh() throws IOException {
        opening.lock();
        try {
            if (searchers != null) {
                searchers.maybeRefreshBlocking();
            }
        } finally {
            opening.unlock();
        }
    }

    /**
     * What matches. Where a word occurs nowhere, the likeliest one that does is looked for instead, and the results say so.
     *
     * @param now for how new an article is
     */
    public SearchResults search(SearchQuery query, Instant now) {
        return searching(searcher -> new Inquiry(searcher, analysers, query, now).answer(), Inquiry.NOTHING);
    }

    /** Words of the editions that begin like this, the most frequent first; for completing what a reader types. */
    public List<String> completions(String beginning, List<LanguageTag> editions, int count) {
        String start = beginning.strip();
        return start.isEmpty()
                ? List.of()
                : searching(
                        searcher -> new Spelling(searcher.getIndexReader()).completions(start, editions, count),
                        List.of());
    }

    /** The sections that an edition's articles stand in, each in its most frequent spelling, in the order of their names. */
    public List<String> sections(LanguageTag edition) {
        return searching(searcher -> new Spelling(searcher.getIndexReader()).sections(edition), List.of());
    }

    /** The languages that an edition's articles were written in, without regions, in the order of their tags. */
    public List<String> originals(LanguageTag edition) {
        return searching(searcher -> new Spelling(searcher.getIndexReader()).originals(edition), List.of());
    }

    private interface Search<T> {
        T in(IndexSearcher searcher) throws IOException;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private interface Deed {
        void run() throws IOException;
    }

    private <T> T searching(Search<T> search, T withoutIndex) {
        try {
            Optional<SearcherManager> open = searchers();
            if (open.isEmpty()) {
                return withoutIndex;
            }
            IndexSearcher searcher = open.get().acquire();
            try {
                return search.in(searcher);
            } finally {
                open.get().release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the search index in " + folder, e);
        }
    }

    /** Empty if there is no index yet. */
    private Optional<SearcherManager> searchers() throws IOException {
        opening.lock();
        try {
            if (searchers == null && DirectoryReader.indexExists(directory())) {
                searchers = new SearcherManager(directory(), null);
            } else if (searchers != null && writer == null) {
                // Somebody else writes.
                searchers.maybeRefresh();
            }
            return Optional.ofNullable(searchers);
        } finally {
            opening.unlock();
        }
    }

    private FSDirectory directory() throws IOException {
        opening.lock();
        try {
            FSDirectory open = directory == null ? FSDirectory.open(folder) : directory;
            directory = open;
            return open;
        } finally {
            opening.unlock();
        }
    }

    private IndexWriter writer() throws IOException {
        IndexWriter open = writer;
        if (open == null) {
            open = new IndexWriter(directory(), new IndexWriterConfig(analysers).setRAMBufferSizeMB(WRITER_MEGABYTES));
            writer = open;
        }
        return open;
    }

    private void doing(Deed deed) {
        boolean done = using(() -> {
            deed.run();
            return true;
        });
        assert done;
    }

    private <T> T using(Work<T> work) {
        writing.lock();
        try {
            return work.run();
        } catch (LockObtainFailedException e) {
            throw new IndexInUse(folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException("the search index in " + folder, e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void close() {
        doing(() -> {
            opening.lock();
            try {
                IOUtils.close(searchers, writer, directory);
            } finally {
                searchers = null;
                writer = null;
                directory = null;
                opening.unlock();
            }
        });
    }
}
