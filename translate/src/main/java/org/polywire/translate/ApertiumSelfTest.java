package org.polywire.translate;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Translates three paragraphs of news with a pair before it is used. Some packaged pairs translate a greeting but give nothing for
 * real text (rus-ukr 0.2.1 in Debian 12).
 */
final class ApertiumSelfTest {
    /** A translation that keeps more of the source's words than this is a copy. */
    private static final double COPY = 0.85;

    /** Sends one escaped block to a pair's pipeline. */
    interface Sender {
        String send(EnginePair pair, String text) throws IOException;
    }

    private final Sender sender;

    ApertiumSelfTest(Sender sender) {
        this.sender = sender;
    }

    /**
     * Why the pair cannot be used; empty if it can.
     *
     * @throws Pipeline.SlowPipelineException if that could not be found out in time
     */
    String failure(EnginePair pair) throws Pipeline.SlowPipelineException {
        String file = "selftest/" + pair.from().language() + ".txt";
        if (!Lines.exists(file)) {
            return "there is no text in " + pair.from() + " to test it with";
        }
        try {
            for (String paragraph : paragraphs(file)) {
                String failure = failure(paragraph, sender.send(pair, paragraph));
                if (!failure.isEmpty()) {
                    return failure;
                }
            }
            return "";
        } catch (Pipeline.SlowPipelineException e) {
            throw e;
        } catch (IOException e) {
            return "it fails on real text: " + e.getMessage();
        }
    }

    private static List<String> paragraphs(String file) {
        return Lines.text(file).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String failure(String source, String target) {
        List<String> words = words(source);
        List<String> translated = words(target);
        if (translated.size() < words.size() / 2) {
            return "it gives nothing, or next to nothing, for real text";
        }
        long copied = words.stream().filter(translated::contains).count();
        return copied > words.size() * COPY ? "it copies real text instead of translating it" : "";
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{M}]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
