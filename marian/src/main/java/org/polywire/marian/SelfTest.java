package org.polywire.marian;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Whether this machine's fastest engine gives what Java alone gives, tried with the smallest model there can be: its weights are random and
 * come with the library.
 *
 * @param engine as it calls itself
 * @param difference of the logarithms of the first words' probabilities, on average
 */
public record SelfTest(String engine, double difference) {
    /** What a reference differs from itself by if its values are disturbed by a millionth ({@code README.md}, "Is it right?"). */
    private static final double NOISE = 0.04;

    static final List<String> TEXTS = List.of("ba", "do ke", "mi nu ra", "so", "ta be di", "ku", "lo ma", "ne");

    /** False if the engine makes other numbers on this machine: its translations are not to be trusted. */
    public boolean passed() {
        return difference <= NOISE;
    }

    /**
     * Takes a tenth of a second; the runtime's library is loaded if it is not yet.
     *
     * @throws MarianException if the engine fails
     */
    static SelfTest run(Backend backend) {
        try {
            MarianModel.Parts parts =
                    new MarianModel.Parts(resource("model.bin"), resource("lex.bin"), List.of(resource("vocab.spm")));
            try (MarianModel fast = MarianModel.of(parts, backend, Arithmetic.INT_8);
                    MarianModel plain = MarianModel.of(parts, Backend.JAVA, Arithmetic.INT_8)) {
                return new SelfTest(fast.engine(), difference(fast.translate(TEXTS), plain.translate(TEXTS)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double difference(List<TranslatedSentence> left, List<TranslatedSentence> right) {
        double sum = 0;
        for (int i = 0; i < left.size(); i++) {
            sum += Math.abs(first(left.get(i)) - first(right.get(i)));
        }
        return sum / left.size();
    }

    private static double first(TranslatedSentence sentence) {
        return sentence.target().getFirst().logProbability();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = SelfTest.class.getResourceAsStream("selftest/" + name)) {
            if (in == null) {
                throw new IOException("no " + name);
            }
            return in.readAllBytes();
        }
    }
}
