package org.polywire.bench;

import java.util.List;
import java.util.random.RandomGenerator;
import org.polywire.app.Progress;
import org.polywire.extract.Extractor;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Capture;
import org.polywire.model.Outlet;

/** Torments the extractor with damaged pages. */
final class ExtractionDamage {
    private static final int CUT_PAGES = 50;
    private static final int CUTS = 100;
    private static final int FLIPPED_PAGES = 1_000;

    private ExtractionDamage() {}

    /** Cuts off the first 50 pages, and flips bits in a copy of the first 1,000. */
    static Damage.Result of(List<TruePage> pages, RandomGenerator random, Progress progress) {
        Extractor extractor = new Extractor(LanguageIdentifier.load());
        Damage.Result result = Damage.NOTHING;
        int whole = Math.min(FLIPPED_PAGES, pages.size());
        for (int i = 0; i < whole; i++) {
            TruePage page = pages.get(i);
            int cuts = i < CUT_PAGES ? CUTS : 0;
            result = result.and(
                    Damage.of(page.id(), page.capture(), cuts, 1, random, capture -> read(extractor, capture)));
            progress.to(i + 1, whole);
        }
        return result;
    }

    /** As the newsroom reads a page, and as it is read to be explained. */
    static void read(Extractor extractor, Capture capture) {
        extractor.extract(capture, new Outlet("damaged", capture.address().resolve("/")));
        extractor.survey(capture);
    }
}
