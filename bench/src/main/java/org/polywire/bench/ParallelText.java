package org.polywire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * News in many languages, line by line, and what engines made of it ({@code ../shared/corpora/translation}).
 *
 * <p>Every fourth article of NTREX-128 and the last third of newstest2013 are held out: nothing is fitted to them.
 */
final class ParallelText {
    /** Lines of newstest2013 from here on are held out. */
    static final int HELD_OUT_NEWSTEST = 2_000;

    /** Lines of newstest2013. */
    static final int NEWSTEST_LINES = 3_000;

    private static final int HELD_OUT_EVERY = 4;

    private static final Map<String, String> CODES = new TreeMap<>(Map.ofEntries(
            Map.entry("ar", "arb"),
            Map.entry("ca", "cat"),
            Map.entry("da", "dan"),
            Map.entry("de", "deu"),
            Map.entry("en", "eng"),
            Map.entry("es", "spa"),
            Map.entry("fa", "fas"),
            Map.entry("fr", "fra"),
            Map.entry("gl", "glg"),
            Map.entry("he", "heb"),
            Map.entry("hi", "hin"),
            Map.entry("it", "ita"),
            Map.entry("ja", "jpn"),
            Map.entry("ko", "kor"),
            Map.entry("nb", "nob"),
            Map.entry("nl", "nld"),
            Map.entry("nn", "nno"),
            Map.entry("pt", "por"),
            Map.entry("ru", "rus"),
            Map.entry("sv", "swe"),
            Map.entry("tr", "tur"),
            Map.entry("uk", "ukr"),
            Map.entry("vi", "vie"),
            Map.entry("zh", "zho")));

    /** Languages of newstest2013. */
    static final List<String> NEWSTEST = List.of("cs", "de", "en", "es", "fr", "ru");

    private final Path folder;
    private static final Pattern WORD = Pattern.compile("[^\\p{L}\\p{M}]+");

    private final Map<String, List<String>> lines = new TreeMap<>();
    private final Map<String, Set<String>> small = new TreeMap<>();
    private final List<String> names;
    private final List<List<Integer>> documents;

    ParallelText(Path folder) {
        this.folder = folder;
        this.names = read("ntrex.documents.txt");
        this.documents = documents(names);
    }

    /** The paper that a document of NTREX-128 was taken from, such as {@code bbc}. */
    String paper(int document) {
        String name = names.get(documents.get(document).getFirst());
        return name.substring(0, name.indexOf('.')).toLowerCase(Locale.ROOT);
    }

    static List<String> languages() {
        return List.copyOf(CODES.keySet());
    }

    /** The lines of NTREX-128 in a language. */
    List<String> news(String language) {
        return lines.computeIfAbsent(language, any -> read("ntrex." + CODES.get(language) + ".txt"));
    }

    /** The words that NTREX-128 writes small in a language. */
    Set<String> smallWords(String language) {
        return small.computeIfAbsent(
                language,
                any -> WORD.splitAsStream(String.join(" ", news(language)))
                        .filter(word -> !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    List<String> newstest(String language) {
        return lines.computeIfAbsent("newstest " + language, any -> read("newstest2013." + language + ".txt"));
    }

    /** What a model made of newstest2013; empty if there is no such output. */
    List<String> output(String from, String to, String architecture) {
        Path file = folder.resolve("engines/newstest2013." + from + "-" + to + "." + architecture + ".txt.gz");
        if (!Files.exists(file)) {
            return List.of();
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The numbers of the lines of each article of NTREX-128. */
    List<List<Integer>> documents() {
        return documents;
    }

    static boolean heldOut(int document) {
        return document % HELD_OUT_EVERY == HELD_OUT_EVERY - 1;
    }

    private static List<List<Integer>> documents(List<String> names) {
        Map<String, List<Integer>> documents = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            documents.computeIfAbsent(names.get(i), any -> new ArrayList<>()).add(i);
        }
        return List.copyOf(documents.values());
    }

    private List<String> read(String name) {
        Path file = folder.resolve(name);
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("no corpus in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static List<String> read(InputStream in) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return List.of(whole.split("\n", -1));
    }
}
