package org.polywire.translate;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The first program of a pair by itself, which says what each word may be: what names its dictionary sees. The dictionary of one pair
 * knows given names that another lacks. Safe to share between threads.
 */
final class ApertiumAnalyser implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApertiumAnalyser.class);

    private final PipelinePool pool;
    private final KnownReadings names;
    private final KnownReadings given;
    private final KnownReadings withGivenName;

    /**
     * @param pool is closed with it
     * @param characters that it is shown at once
     * @param most answers that are remembered, for each of its uses
     */
    ApertiumAnalyser(PipelinePool pool, int characters, int most) {
        this.pool = pool;
        names = new KnownReadings(this::analysed, ApertiumNames::in, characters, most);
        given = new KnownReadings(this::analysed, ApertiumNames::given, characters, most);
        withGivenName = new KnownReadings(this::analysed, ApertiumNames::withGivenName, characters, most);
    }

    /** All names in these places. */
    Set<String> names(Collection<String> candidates) {
        return names.in(candidates);
    }

    /** Each word that may begin a name is shown by itself, and then only the candidates that have a given name: few, and a word stands in many. */
    Set<String> withGivenName(Collection<String> candidates) {
        Set<String> known = given.in(NameCandidates.beginnings(candidates));
        return withGivenName.in(NameCandidates.having(known, candidates));
    }

    private String analysed(String request) {
        try {
            return pool.ask(request);
        } catch (IOException e) {
            LOG.warn("An analyser failed, so names are not protected: {}", e.getMessage());
            return "";
        }
    }

    /** What was said of names: the dictionary may be another now, which only programs that start anew read. */
    void forget() {
        pool.renew();
        names.forget();
        given.forget();
        withGivenName.forget();
    }

    void closeIdleSince(Instant instant) {
        pool.closeIdleSince(instant);
    }

    @Override
    public void close() {
        pool.close();
    }
}
