package org.polywire.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.polywire.testkit.SyntheticMarian;

/**
 * What models of random weights are tried with: a vocabulary, a shortlist for it, and sentences.
 *
 * @param what where it comes from, in plain words
 */
record NeuralMaterial(String what, byte[] vocabulary, byte[] shortlist, List<String> sentences) {
    /** Pieces of every vocabulary. */
    static final int WORDS = 32_000;

    private static final int LEAST_WORDS = 6;
    private static final int MORE_WORDS = 24;
    private static final int MOST_SYLLABLES = 4;

    /** The most that the newsroom gives to the engine at a time ({@code FirefoxTranslations}), in characters. */
    private static final int ARTICLE = 4_000;

    /** Real ones where the folder has them: newstest2013 in English, and what Bergamot's English-German model was published with. */
    static NeuralMaterial of(Path corpora, int count) throws IOException {
        Path text = corpora.resolve("translation/newstest2013.en.txt");
        Path shortlist = corpora.resolve("marian/lex.50.50.ende.s2t.bin.gz");
        Path vocabulary = corpora.resolve("marian/vocab.deen.spm.gz");
        return Files.exists(text) && Files.exists(shortlist) && Files.exists(vocabulary)
                ? new NeuralMaterial(
                        "news, and a published vocabulary and shortlist, from " + corpora,
                        unpacked(vocabulary),
                        unpacked(shortlist),
                        Files.readAllLines(text).stream()
                                .filter(line -> !line.isBlank())
                                .limit(count)
                                .toList())
                : invented(count);
    }

    /** Sentences of six to thirty words that the vocabulary can put together; the same each time. */
    static NeuralMaterial invented(int count) {
        Random random = new Random(1);
        return new NeuralMaterial(
                "made up, as there are no corpora",
                SyntheticMarian.vocabulary(WORDS, 1),
                SyntheticMarian.shortlist(WORDS, WORDS, 1),
                IntStream.range(0, count)
                        .mapToObj(i -> SyntheticMarian.sentence(
                                LEAST_WORDS + random.nextInt(MORE_WORDS), MOST_SYLLABLES, random))
                        .toList());
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return in.readAllBytes();
        }
    }

    NeuralMaterial first(int count) {
        return new NeuralMaterial(what, vocabulary, shortlist, sentences.subList(0, Math.min(count, sentences.size())));
    }

    /** Sentences in heaps as large as the newsroom gives them to the engine. */
    static List<List<String>> articles(List<String> sentences) {
        List<List<String>> articles = new ArrayList<>();
        List<String> article = new ArrayList<>();
        int size = 0;
        for (String sentence : sentences) {
            if (size + sentence.length() > ARTICLE) {
                articles.add(article);
                article = new ArrayList<>();
                size = 0;
            }
            article.add(sentence);
            size += sentence.length();
        }
        articles.add(article);
        return articles;
    }

    static long words(List<String> sentences) {
        return sentences.stream()
                .mapToLong(sentence -> sentence.split(" ").length)
                .sum();
    }
}
