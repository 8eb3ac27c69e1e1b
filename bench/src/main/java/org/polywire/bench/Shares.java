package org.polywire.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.polywire.bench.Prediction.Image;
import tools.jackson.databind.JsonNode;

/** How often each field was right, over the pages that have a truth for it. Filled page by page. */
final class Shares {
    private static final Pattern SIZES = Pattern.compile("(?i)[-_]?\\d{2,4}x\\d{2,4}|[?#].*|\\.\\w{3,4}$");

    private static final int DRAWS = 1_000;

    /** Of each field and each host how many were right, and how many there were. */
    private final Map<String, Map<String, int[]>> counts = new TreeMap<>();

    private String host = "";

    /**
     * How often a field was right.
     *
     * @param right a share, 0 to 1
     * @param spread the standard deviation of that share over 1,000 draws of as many hosts, with replacement, from a fixed seed: pages of
     *     one host are alike
     */
    record Share(double right, double spread) {}

    void add(TruePage page, Prediction prediction) {
        host = page.host();
        if (!page.text("title").isBlank()) {
            count("title", TruePage.normal(page.text("title")).equals(TruePage.normal(prediction.title())));
        }
        if (!page.text("date").isBlank()) {
            count("date", day(page.text("date")).equals(day(prediction.date())));
        }
        if (!page.authors().isEmpty()) {
            count("authors", page.authors().equals(TruePage.names(prediction.authors())));
        }
        segments("with", page.texts("with"), prediction);
        segments("without", page.texts("without"), prediction);
        page.line()
                .path("images")
                .valueStream()
                .filter(image -> image.path("cover").asBoolean(false))
                .limit(1)
                .forEach(cover -> picture(cover, prediction.images()));
    }

    private void segments(String name, List<String> segments, Prediction prediction) {
        String body = prediction.body().replaceAll("\\s+", " ");
        segments.forEach(segment -> count(name, body.contains(segment.replaceAll("\\s+", " ")) == name.equals("with")));
    }

    private void picture(JsonNode cover, List<Image> images) {
        List<String> addresses =
                TruePage.texts(cover.path("urls")).stream().map(Shares::file).toList();
        Image lead = images.isEmpty() ? new Image("", "", "") : images.getFirst();
        count("figure", addresses.contains(file(lead.url())));
        Image shown = images.stream()
                .filter(image -> addresses.contains(file(image.url())))
                .findFirst()
                .orElse(lead);
        String caption = TruePage.normal(cover.path("caption").asString(""));
        if (!caption.isEmpty()) {
            count("caption", caption.equals(TruePage.normal(shown.caption())));
        }
        Set<String> credit = words(String.join(" ", TruePage.texts(cover.path("credit"))));
        if (!credit.isEmpty()) {
            count("credit", credit.equals(words(shown.credit())));
        }
    }

    /** A credit says the same with its names in another order or one of them twice. */
    private static Set<String> words(String credit) {
        Set<String> words = new TreeSet<>(List.of(TruePage.normal(credit).split(" ")));
        words.remove("");
        return words;
    }

    /** What the addresses of all renditions of a picture have in common, mostly: the name of the file. */
    private static String file(String address) {
        String path = SIZES.matcher(address).replaceAll("");
        return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    private static String day(String date) {
        return date.substring(0, Math.min(10, date.length()));
    }

    private void count(String field, boolean right) {
        int[] count =
                counts.computeIfAbsent(field, unused -> new TreeMap<>()).computeIfAbsent(host, unused -> new int[2]);
        count[0] += right ? 1 : 0;
        count[1]++;
    }

    /** Each field with a truth, in alphabetical order. */
    Map<String, Share> shares() {
        Map<String, Share> shares = new TreeMap<>();
        counts.forEach((field, hosts) -> {
            List<int[]> each = List.copyOf(hosts.values());
            shares.put(field, new Share(share(each), spread(each)));
        });
        return shares;
    }

    private static double share(List<int[]> counts) {
        return (double) counts.stream().mapToInt(count -> count[0]).sum()
                / counts.stream().mapToInt(count -> count[1]).sum();
    }

    private static double spread(List<int[]> hosts) {
        Random random = new Random(1);
        double[] draws = new double[DRAWS];
        Arrays.setAll(
                draws,
                draw -> share(random.ints(hosts.size(), 0, hosts.size())
                        .mapToObj(hosts::get)
                        .toList()));
        double mean = Arrays.stream(draws).average().orElse(0);
        return Math.sqrt(Arrays.stream(draws)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }
}
