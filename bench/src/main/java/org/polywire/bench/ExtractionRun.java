package org.polywire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.polywire.app.Progress;
import org.polywire.extract.Extractor;
import org.polywire.extract.HostTemplates;
import org.polywire.model.Capture;
import org.polywire.model.Outlet;

/**
 * Reads the pages of a corpus one by one with our extractor, the baseline and the bare parser. For one thread, whose processor time is
 * what is reported, so that a loaded machine does not distort it.
 */
final class ExtractionRun {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Readings before the first that counts. The parser is compiled after a few hundred; our own code, which is far more methods that each
     * run more rarely, only after some thousand.
     */
    private static final int WARM_UP = 4_000;

    /** How many pages are read again and again for that. */
    private static final int WARMING = 400;

    private static final int TRIES = 5;

    private final Extractor extractor;
    private final boolean baseline;
    private final Map<String, HostTemplates> templates = new HashMap<>();

    ExtractionRun(Extractor extractor, boolean baseline) {
        this.extractor = extractor;
        this.baseline = baseline;
    }

    /**
     * One page as it was taken.
     *
     * @param parse milliseconds that jsoup alone needs to parse the same bytes; as ours, the median of several tries in turn
     */
    record Result(TruePage page, Prediction ours, List<Prediction> theirs, double parse) {}

    /** So that no page is measured on code that is not yet compiled. */
    void warmUp(List<TruePage> pages, Progress progress) {
        List<Capture> captures =
                pages.stream().limit(WARMING).map(TruePage::capture).toList();
        for (int i = 0; i < WARM_UP && !captures.isEmpty(); i++) {
            Capture capture = captures.get(i % captures.size());
            extractor.extract(capture, new Outlet("warm-up", capture.address().resolve("/")));
            parse(capture);
            progress.to(i + 1, WARM_UP);
        }
    }

    /** Takes what the pages teach of their hosts; from then on each is read with it, its own part left out. */
    void learn(List<TruePage> pages) {
        pages.forEach(page -> templates.put(
                page.host(), extractor.survey(page.capture(), known(page)).templates()));
    }

    private HostTemplates known(TruePage page) {
        return templates.getOrDefault(page.host(), HostTemplates.NONE);
    }

    Result run(TruePage page) {
        Capture capture = page.capture();
        double[] parse = new double[TRIES];
        double[] milliseconds = new double[TRIES];
        Outlet outlet = new Outlet(page.host(), capture.address().resolve("/"));
        for (int i = 0; i < TRIES; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            parse(capture);
            long parsed = THREADS.getCurrentThreadCpuTime();
            extractor.extract(capture, outlet, known(page));
            milliseconds[i] = (THREADS.getCurrentThreadCpuTime() - parsed) / 1e6;
            parse[i] = (parsed - start) / 1e6;
        }
        Prediction ours =
                Prediction.of(page.id(), extractor.survey(capture, known(page)).outcome(), median(milliseconds));
        return new Result(page, ours, baseline ? List.of(theirs(page, capture)) : List.of(), median(parse));
    }

    private static double median(double[] values) {
        return Arrays.stream(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Document parse(Capture capture) {
        try (InputStream bytes = capture.body().stream()) {
            return Jsoup.parse(bytes, null, capture.address().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Prediction theirs(TruePage page, Capture capture) {
        return Baseline.predict(
                page.id(), capture.address().toString(), parse(capture).outerHtml());
    }
}
