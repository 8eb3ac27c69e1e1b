package org.polywire.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.util.normalizer.AggregateCharSequenceNormalizer;
import opennlp.tools.util.normalizer.CharSequenceNormalizer;
import opennlp.tools.util.normalizer.EmojiCharSequenceNormalizer;
import opennlp.tools.util.normalizer.NumberCharSequenceNormalizer;
import opennlp.tools.util.normalizer.ShrinkCharSequenceNormalizer;
import opennlp.tools.util.normalizer.TwitterCharSequenceNormalizer;
import opennlp.tools.util.normalizer.UrlCharSequenceNormalizer;
import org.polywire.model.LanguageTag;

/**
 * Tells in which of about a hundred languages a text is written: OpenNLP's character n-gram model, narrowed by the
 * script ({@link Scripts}), then the grammar words of close languages ({@link FunctionWords}).
 *
 * <p>The model (about 10 MB of heap, under a second) is read when the first text comes and shared by the whole process.
 * Safe to share between threads.
 */
public final class LanguageIdentifier {
    /** Characters of a text that are looked at; more does not change the answer. */
    static final int LOOKED_AT = 3_000;

    /** The model's confidences are far too even; this power has the least log loss on NTREX lines 1–1000, whole and cut. */
    private static final double SHARPNESS = 14;

    /** Sharpened, this share of the highest is less than a billionth of it (0.2 to the power of 14 is 1.6e-10). */
    private static final double NEGLIGIBLE = 0.2;

    private static final double LEAST_CONFIDENCE = 0.005;
    private static final int MOST_GUESSES = 5;

    private LanguageIdentifier() {}

    /** An identifier; cheap, as the model is read later. */
    public static LanguageIdentifier load() {
        return new LanguageIdentifier();
    }

    /** Reads the model now, so that the first text need not wait for it. */
    public void prepare() {
        Objects.requireNonNull(Loaded.WEIGHTS);
    }

    /** The likely languages of a text, best first; empty if it has no letters and so nothing can be told. */
    public List<Guess> guesses(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        if (start.codePoints().noneMatch(Character::isLetter)) {
            return List.of();
        }
        Map<String, Double> confidences = likely(byCharacters(start), Loaded.SCRIPTS.fitting(start));
        return best(Loaded.FUNCTION_WORDS.settle(start, sharpened(confidences)));
    }

    private static List<Guess> best(Map<String, Double> confidences) {
        return confidences.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_CONFIDENCE)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_GUESSES)
                .map(entry -> new Guess(Objects.requireNonNull(Loaded.LANGUAGES.get(entry.getKey())), entry.getValue()))
                .toList();
    }

    /** A text as those were made of which the model was learned. */
    static String normalized(String text) {
        return (mayHaveLinksOrEmoji(text) ? Loaded.NORMALIZER : Loaded.OF_WORDS)
                .normalize(text)
                .toString();
    }

    /** Whether OpenNLP's expressions for emoji, which take a hyphen and all characters from the surrogates on for one, or those for links may find something. */
    private static boolean mayHaveLinksOrEmoji(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '-' || character == '@' || character >= Character.MIN_SURROGATE) {
                return true;
            }
        }
        return text.contains("http");
    }

    /** What the model says of each of its outcomes. */
    private static double[] byCharacters(String text) {
        return Loaded.WEIGHTS.shares(normalized(text));
    }

    /** Of the languages that fit, or of all if none does, those of which sharpening would leave something. */
    private static Map<String, Double> likely(double[] outcomes, Predicate<String> fits) {
        double[] fitting = IntStream.range(0, outcomes.length)
                .mapToDouble(i -> fits.test(Loaded.TAGS.get(i)) ? outcomes[i] : 0)
                .toArray();
        double highest = Arrays.stream(fitting).max().orElse(0);
        return highest > 0 ? atLeast(highest * NEGLIGIBLE, fitting) : atLeast(0, outcomes);
    }

    private static Map<String, Double> atLeast(double least, double[] outcomes) {
        Map<String, Double> confidences = new HashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (outcomes[i] >= least) {
                confidences.merge(Loaded.TAGS.get(i), outcomes[i], Math::max);
            }
        }
        return confidences;
    }

    /** The same order with a sum of 1 and the confidence that the answers deserve. */
    private static Map<String, Double> sharpened(Map<String, Double> flat) {
        double highest = Collections.max(flat.values());
        Map<String, Double> sharp = new HashMap<>();
        flat.forEach((language, confidence) -> sharp.put(language, Math.pow(confidence / highest, SHARPNESS)));
        double sum = sharp.values().stream().mapToDouble(Double::doubleValue).sum();
        sharp.replaceAll((language, confidence) -> confidence / sum);
        return sharp;
    }

    /** Read by the class loader at first use, once. */
    private static final class Loaded {
        /** The model without OpenNLP's own objects, and without {@code LanguageDetectorME}, which would make a sorted list of all languages for each text. */
        static final GramWeights WEIGHTS = weights();

        /** What was done to the texts that the model was made of (OpenNLP's {@code LanguageDetectorFactory}). */
        static final CharSequenceNormalizer NORMALIZER = new AggregateCharSequenceNormalizer(
                EmojiCharSequenceNormalizer.getInstance(),
                UrlCharSequenceNormalizer.getInstance(),
                TwitterCharSequenceNormalizer.getInstance(),
                NumberCharSequenceNormalizer.getInstance(),
                ShrinkCharSequenceNormalizer.getInstance());

        /** The same for a text without emoji and links. */
        static final CharSequenceNormalizer OF_WORDS = new AggregateCharSequenceNormalizer(
                TwitterCharSequenceNormalizer.getInstance(),
                NumberCharSequenceNormalizer.getInstance(),
                ShrinkCharSequenceNormalizer.getInstance());

        /** The primary tag of each outcome of the model. */
        static final List<String> TAGS = WEIGHTS.languages().stream()
                .map(outcome -> PrimaryTags.of(outcome).value())
                .toList();

        static final Scripts SCRIPTS = Scripts.load();
        static final FunctionWords FUNCTION_WORDS = FunctionWords.load();

        /** Every language that may be told; to make a tag of a text takes longer than to weigh it. */
        static final Map<String, LanguageTag> LANGUAGES = Stream.concat(
                        TAGS.stream(), FUNCTION_WORDS.languages().stream())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(tag -> tag, LanguageTag::new));

        private static GramWeights weights() {
            try (InputStream in = LanguageIdentifier.class.getResourceAsStream("/langdetect-183.bin");
                    ZipInputStream file =
                            new ZipInputStream(Objects.requireNonNull(in, "opennlp-models-langdetect is missing"))) {
                ZipEntry entry = file.getNextEntry();
                while (entry != null && !entry.getName().equals("langdetect.model")) {
                    entry = file.getNextEntry();
                }
                return new GramWeights(new DataInputStream(new BufferedInputStream(file, 1 << 16)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
