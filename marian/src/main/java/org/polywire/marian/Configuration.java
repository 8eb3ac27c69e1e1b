package org.polywire.marian;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polywire.marian.BadModelException.Fault;

/**
 * What a model file says of its own shape. Everything that we do not run is refused, so that a model of another kind is never
 * run as if it were one of ours. The allowed values are those of all 137 models that Firefox Translations had published by
 * December 2025.
 *
 * @param width of a token's vector (dim-emb)
 * @param inner width of the feed-forward layers (transformer-dim-ffn)
 * @param sourceWords size of the source vocabulary
 * @param targetWords size of the target vocabulary
 */
record Configuration(int width, int inner, int encoders, int decoders, int sourceWords, int targetWords) {
    static final int HEADS = 8;
    private static final int MAX_WIDTH = 4096;
    private static final int MAX_INNER = 16_384;
    private static final int MAX_LAYERS = 64;
    private static final int MAX_WORDS = 1_000_000;

    /** Keys with the one value that is allowed; a file without the key has that value. */
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("type", "transformer"),
            Map.entry("dec-cell", "ssru"),
            Map.entry("transformer-decoder-autoreg", "rnn"),
            Map.entry("transformer-heads", String.valueOf(HEADS)),
            Map.entry("transformer-preprocess", ""),
            Map.entry("transformer-postprocess", "dan"),
            Map.entry("transformer-postprocess-emb", "d"),
            Map.entry("transformer-postprocess-top", ""),
            Map.entry("transformer-ffn-activation", "relu"),
            Map.entry("transformer-ffn-depth", "2"),
            Map.entry("transformer-decoder-ffn-depth", "0"),
            Map.entry("transformer-decoder-dim-ffn", "0"),
            Map.entry("transformer-train-position-embeddings", "false"),
            Map.entry("transformer-no-projection", "false"),
            Map.entry("transformer-rnn-projection", "false"),
            Map.entry("layer-normalization", "false"),
            Map.entry("output-omit-bias", "false"),
            Map.entry("transformer-tied-layers", ""),
            Map.entry("input-types", ""),
            Map.entry("lemma-dim-emb", "0"),
            Map.entry("factors-dim-emb", "0"),
            Map.entry("ulr-dim-emb", "0"),
            Map.entry("transformer-guided-alignment-layer", "last"));

    static Configuration of(String yaml) throws BadModelException {
        Map<String, List<String>> values = parse(yaml);
        for (Map.Entry<String, String> fixed : FIXED.entrySet()) {
            String value = String.join(" ", values.getOrDefault(fixed.getKey(), List.of(fixed.getValue())));
            if (!value.equals(fixed.getValue())) {
                throw new BadModelException(
                        Fault.UNSUPPORTED,
                        fixed.getKey() + " is '" + value + "', only '" + fixed.getValue() + "' can be run");
            }
        }
        List<Integer> words = numbers(values, "dim-vocabs", 2, MAX_WORDS);
        int width = number(values, "dim-emb", MAX_WIDTH);
        if (width % (2 * HEADS) != 0) {
            throw new BadModelException(Fault.UNSUPPORTED, "dim-emb " + width + " for " + HEADS + " heads");
        }
        return new Configuration(
                width,
                number(values, "transformer-dim-ffn", MAX_INNER),
                number(values, "enc-depth", MAX_LAYERS),
                number(values, "dec-depth", MAX_LAYERS),
                words.get(0),
                words.get(1));
    }

    /** The part of YAML that Marian writes: one level of {@code key: value}, and lists with an item a line. */
    private static Map<String, List<String>> parse(String yaml) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : yaml.lines().toList()) {
            String text = line.strip();
            int colon = line.indexOf(':');
            if (text.startsWith("- ")) {
                current.add(unquoted(text.substring(2)));
            } else if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
                current = new ArrayList<>();
                values.put(line.substring(0, colon), current);
                String value = line.substring(colon + 1).strip();
                if (!value.isEmpty() && !value.equals("[]")) {
                    current.add(unquoted(value));
                }
            }
        }
        return values;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static int number(Map<String, List<String>> values, String key, int most) throws BadModelException {
        return numbers(values, key, 1, most).getFirst();
    }

    private static List<Integer> numbers(Map<String, List<String>> values, String key, int count, int most)
            throws BadModelException {
        List<String> found = values.getOrDefault(key, List.of());
        List<Integer> numbers = new ArrayList<>();
        for (String text : found) {
            if (!text.matches("[1-9][0-9]{0,7}") || Integer.parseInt(text) > most) {
                throw new BadModelException(Fault.INCONSISTENT, key + " is " + text);
            }
            numbers.add(Integer.parseInt(text));
        }
        if (numbers.size() != count) {
            throw new BadModelException(Fault.INCONSISTENT, key + " has " + found.size() + " values");
        }
        return numbers;
    }
}
