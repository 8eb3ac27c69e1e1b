package org.polywire.bench;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.polywire.app.Progress;
import org.polywire.extract.Extractor;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.Outlet;
import org.polywire.testkit.HostilePages;

/** Torments the extractor with damaged and hostile pages. */
final class ExtractionDamage {
    private static final int CUT_PAGES = 50;
    private static final int FLIPPED_PAGES = 1_000;
    private static final long SEED = 20_261_127;
    private static final URI ADDRESS = URI.create("https://hostile.example/2026/11/bridge");

    private final Extractor extractor = new Extractor(LanguageIdentifier.load());
    private final RandomGenerator random = new Random(SEED);

    /**
     * Cuts off the first 50 pages, and flips bits in a copy of the first 1,000.
     *
     * @param cuts at how many places, evenly dealt out, each is cut off
     */
    Damage.Result damaged(List<TruePage> pages, int cuts, Progress progress) {
        Damage.Result result = Damage.NOTHING;
        int whole = Math.min(FLIPPED_PAGES, pages.size());
        for (int i = 0; i < whole; i++) {
            TruePage page = pages.get(i);
            int own = i < CUT_PAGES ? cuts : 0;
            result = result.and(Damage.of(page.id(), page.capture(), own, 1, random, this::read));
            progress.to(i + 1, whole);
        }
        return result;
    }

    /** Reads pages that are huge in one respect. */
    Damage.Result hostile() {
        Damage.Result result = Damage.NOTHING;
        for (Map.Entry<String, Supplier<String>> page : HostilePages.all().entrySet()) {
            Bytes body = Bytes.copyOf(page.getValue().get().getBytes(StandardCharsets.UTF_8));
            Capture capture = new Capture(ADDRESS, ADDRESS, new Headers(Map.of()), body, Instant.EPOCH);
            result = result.and(Damage.read(page.getKey(), capture, this::extract))
                    .and(Damage.read(page.getKey() + ", explained", capture, extractor::survey));
        }
        return result;
    }

    private void read(Capture capture) {
        read(extractor, capture);
    }

    private void extract(Capture capture) {
        extract(extractor, capture);
    }

    private static void extract(Extractor extractor, Capture capture) {
        extractor.extract(capture, new Outlet("damaged", capture.address().resolve("/")));
    }

    /** As the newsroom reads a page, and as it is read to be explained. */
    static void read(Extractor extractor, Capture capture) {
        extract(extractor, capture);
        extractor.survey(capture);
    }
}
