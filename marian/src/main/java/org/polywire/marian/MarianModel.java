package org.polywire.marian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A model that is loaded and translates sentences from one language to another. Safe to share between threads: several may
 * translate at a time, each on a core of its own. Close it when none does any more; it holds memory outside the heap.
 */
public final class MarianModel implements AutoCloseable {
    /** The longest sentence, in {@code char}s. */
    public static final int MAX_SENTENCE = 100_000;

    /** From here on scripts of East Asia, which put no space between sentences. */
    private static final int FIRST_IDEOGRAPHIC = 0x2E80;

    private final Vocabulary source;
    private final Vocabulary target;
    private final Shortlist shortlist;
    private final Network network;
    private final String engine;

    private MarianModel(Vocabulary source, Vocabulary target, Shortlist shortlist, Network network, String engine) {
        this.source = source;
        this.target = target;
        this.shortlist = shortlist;
        this.network = network;
        this.engine = engine;
    }

    /**
     * The bytes of a model's files, unpacked.
     *
     * @param vocabularies one for both sides, or that of the source and that of the target
     */
    record Parts(byte[] model, byte[] shortlist, List<byte[]> vocabularies) {
        Parts {
            vocabularies = List.copyOf(vocabularies);
        }
    }

    /**
     * @throws BadModelException if a file is not sound, or one does not fit the others
     */
    static MarianModel of(Parts parts, Backend backend, Arithmetic arithmetic) throws BadModelException {
        return of(parts, () -> backend, arithmetic);
    }

    /**
     * The same with an engine that may still be looked for.
     *
     * @throws BadModelException if a file is not sound, or one does not fit the others
     */
    static MarianModel of(Parts parts, Supplier<Backend> backend, Arithmetic arithmetic) throws BadModelException {
        Weights weights = Weights.of(ModelFile.read(parts.model()));
        Aside<Network> network = Aside.begin(() -> backend.get().network(weights, arithmetic));
        try {
            Words words = words(parts, weights.configuration());
            String engine = backend.get().describe(arithmetic);
            return new MarianModel(words.source(), words.target(), words.shortlist(), network.get(), engine);
        } catch (BadModelException e) {
            network.get().close();
            throw e;
        }
    }

    private record Words(Vocabulary source, Vocabulary target, Shortlist shortlist) {}

    private static Words words(Parts parts, Configuration configuration) throws BadModelException {
        Vocabulary source = vocabulary(parts.vocabularies().getFirst(), configuration.sourceWords());
        boolean shared = parts.vocabularies().size() == 1;
        Vocabulary target = shared ? source : vocabulary(parts.vocabularies().get(1), configuration.targetWords());
        if (target.size() != configuration.targetWords()) {
            throw sizes(target.size(), configuration.targetWords());
        }
        return new Words(source, target, Shortlist.read(parts.shortlist(), configuration.targetWords(), shared));
    }

    private static Vocabulary vocabulary(byte[] bytes, int words) throws BadModelException {
        Vocabulary vocabulary = VocabularyReader.read(bytes);
        if (vocabulary.size() != words) {
            throw sizes(vocabulary.size(), words);
        }
        return vocabulary;
    }

    private static BadModelException sizes(int vocabulary, int words) {
        return new BadModelException(
                BadModelException.Fault.INCONSISTENT, "a vocabulary of " + vocabulary + " for a model of " + words);
    }

    /** What runs it, such as {@code ONNX Runtime 1.28.0 int8}. */
    public String engine() {
        return engine;
    }

    /**
     * Translates sentences, in order. A sentence's translation does not depend on the others.
     *
     * @throws IllegalArgumentException if a sentence is longer than {@link #MAX_SENTENCE}
     * @throws MarianException if the engine fails
     */
    public List<TranslatedSentence> translate(List<String> sentences) {
        List<Source> sources = sentences.stream().map(this::source).toList();
        List<int[]> parts =
                sources.stream().flatMap(text -> text.parts().stream()).toList();
        Greedy.Result[] results = new Greedy.Result[parts.size()];
        for (List<Integer> batch : Batches.of(parts, network.alone())) {
            List<int[]> words = batch.stream().map(parts::get).toList();
            List<int[]> allowed = words.stream().map(shortlist::allowed).toList();
            List<Greedy.Result> translated = Greedy.translate(network, words, allowed);
            IntStream.range(0, batch.size()).forEach(i -> results[batch.get(i)] = translated.get(i));
        }
        List<TranslatedSentence> all = new ArrayList<>();
        int next = 0;
        for (Source text : sources) {
            int size = text.parts().size();
            all.add(sentence(text, Arrays.asList(results).subList(next, next + size)));
            next += size;
        }
        return all;
    }

    /**
     * A sentence in numbers.
     *
     * @param parts each with the end of the sentence; none if there is nothing to translate
     * @param tokens of all parts
     */
    private record Source(List<int[]> parts, List<Token> tokens) {}

    private Source source(String text) {
        if (text.length() > MAX_SENTENCE) {
            throw new IllegalArgumentException("a sentence of " + text.length() + " characters");
        }
        Vocabulary.Tokens tokens = source.encode(text);
        if (tokens.size() == 0) {
            return new Source(List.of(), List.of());
        }
        List<int[]> parts = new ArrayList<>();
        List<Token> all = new ArrayList<>();
        int begin = 0;
        for (int end : Wrapping.ends(text, tokens)) {
            int[] ids = Arrays.copyOfRange(tokens.ids(), begin, end + 1);
            ids[end - begin] = Vocabulary.END;
            parts.add(ids);
            for (int i = begin; i < end; i++) {
                all.add(new Token(tokens.begins()[i], Math.max(tokens.begins()[i], tokens.ends()[i]), 0));
            }
            int place = tokens.ends()[end - 1];
            all.add(new Token(place, place, 0));
            begin = end;
        }
        return new Source(parts, all);
    }

    private TranslatedSentence sentence(Source text, List<Greedy.Result> results) {
        StringBuilder joined = new StringBuilder();
        List<Token> tokens = new ArrayList<>();
        boolean cutOff = false;
        for (Greedy.Result result : results) {
            if (!joined.isEmpty() && joined.codePointBefore(joined.length()) < FIRST_IDEOGRAPHIC) {
                joined.append(' ');
            }
            int begin = joined.length();
            Vocabulary.Text part = target.decode(result.words());
            joined.append(part.text());
            for (int i = 0; i < result.words().length; i++) {
                tokens.add(new Token(part.begins()[i], part.ends()[i], result.scores()[i]).moved(begin));
            }
            cutOff |= result.cutOff();
        }
        List<Alignment> alignments = IntStream.range(0, results.size())
                .mapToObj(i ->
                        Alignment.of(results.get(i).alignment(), text.parts().get(i).length))
                .toList();
        return new TranslatedSentence(joined.toString(), text.tokens(), tokens, Alignment.joined(alignments), cutOff);
    }

    @Override
    public void close() {
        network.close();
    }
}
