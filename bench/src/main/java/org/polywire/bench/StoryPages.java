package org.polywire.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.SourceId;

/**
 * News pages of the development corpora by their true texts, as their papers printed them and once as another paper copied them.
 *
 * <p>An event is a page; where two papers report one event ({@link #REPORTED_TWICE}), it is one.
 */
final class StoryPages {
    /** The number of the first event; those of NTREX and the sample press are smaller. */
    private static final int FIRST = 20_000;

    private static final int LEAST_LETTERS = 400;
    private static final int LEAST_LINES = 4;
    private static final int COPYING_PAPERS = 100;

    /**
     * Pages of {@code naeb} that tell one event, found among the pairs of one week with the most words in common, by reading: Florida State
     * sues the Atlantic Coast Conference, higher tariffs on cars from China, Manchester City wins the Club World Cup, a dress of
     * Diana's is sold.
     */
    private static final List<List<String>> REPORTED_TWICE = List.of(
            List.of("03cd3aebcf9436d1e57e847b9bc399f2", "fed691ece5355f4d8e3900231d69f044"),
            List.of("c1c23fb2a0d54008e49c648a9740584a", "a679ccfe90e3cfa99c27764a56a4ec35"),
            List.of("8b96b341e1b6d5f481d6e75fe8e8533a", "612027102d943c8a1e3cb57300ba2bf5"),
            List.of("5980f0f97175d43bf021cdc8c348b16c", "6ca2124d5eb17aafe197de237a793e2f"));

    private final Random random;
    private int texts;
    private final Map<String, Integer> events = new TreeMap<>();

    private StoryPages(long seed) {
        random = new Random(seed);
    }

    static List<StoryTrial> of(List<Path> folders, long seed) {
        StoryPages pages = new StoryPages(seed);
        return folders.stream()
                .flatMap(folder -> TruePage.load(folder).stream())
                .filter(StoryPages::hasText)
                .flatMap(pages::printedTwice)
                .toList();
    }

    private static boolean hasText(TruePage page) {
        return page.text("body").length() >= LEAST_LETTERS
                && !page.text("title").isBlank()
                && page.language().length() > 1
                && lines(page).size() >= LEAST_LINES;
    }

    private Stream<StoryTrial> printedTwice(TruePage page) {
        int text = FIRST + texts++;
        int event = events.computeIfAbsent(event(page), any -> text);
        List<String> lines = lines(page);
        StoryTrial.Copy copy = StoryTrial.Copy.values()[random.nextInt(StoryTrial.Copy.values().length)];
        String copier = "paper-" + random.nextInt(COPYING_PAPERS);
        return Stream.of(
                trial(text, event, StoryTrial.OWN, page.host(), Trial.article(page.language(), lines)),
                trial(text, event, copy.name(), copier, Trial.article(page.language(), copy.of(lines, random))));
    }

    private static StoryTrial trial(int text, int event, String kind, String paper, Article article) {
        SourceId source = new SourceId(paper.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
        return StoryTrial.of("page/" + text + "/" + kind, source, text, event, kind, article);
    }

    private static String event(TruePage page) {
        return REPORTED_TWICE.stream()
                .filter(pages -> pages.contains(page.id()))
                .findFirst()
                .map(List::getFirst)
                .orElse(page.folder().getFileName() + "/" + page.id());
    }

    /** The headline and the paragraphs; the sentences where the truth has no paragraphs. */
    private static List<String> lines(TruePage page) {
        List<String> paragraphs = parted(page.text("body"), "\n+");
        List<String> lines = new ArrayList<>(List.of(page.text("title").strip()));
        lines.addAll(paragraphs.size() >= LEAST_LINES - 1 ? paragraphs : parted(page.text("body"), "(?<=[.!?])\\s+"));
        return lines;
    }

    private static List<String> parted(String text, String separator) {
        return Arrays.stream(text.split(separator, -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
