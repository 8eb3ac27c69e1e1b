package org.polywire.marian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.polywire.marian.BadModelException.Fault;
import org.polywire.testkit.Seeded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HostileFilesTest {
    private static final MarianModel.Parts SOUND = SyntheticFiles.micro(0);

    /** Reads one of the three files. */
    private interface Reader {
        void read(byte[] bytes) throws BadModelException;
    }

    private static void model(byte[] bytes) throws BadModelException {
        Weights.of(ModelFile.read(bytes));
    }

    private static void shortlist(byte[] bytes) throws BadModelException {
        int[] allowed = Shortlist.read(bytes, SyntheticFiles.WORDS, true).allowed(new int[] {0, 1, 999});
        assertThat(allowed).isSorted().hasSizeLessThanOrEqualTo(SyntheticFiles.WORDS);
    }

    private static void vocabulary(byte[] bytes) throws BadModelException {
        Vocabulary vocabulary = VocabularyReader.read(bytes);
        vocabulary.decode(vocabulary.encode("The council, 12 of them.").ids());
    }

    @Test
    void aModelCutOffAnywhereIsRefused() {
        byte[] whole = SOUND.model();
        int header = 64 * 1024;
        for (int length = 0; length < whole.length; length += length < header ? 61 : 9973) {
            refuses(HostileFilesTest::model, Arrays.copyOf(whole, length));
        }
        refuses(HostileFilesTest::model, Arrays.copyOf(whole, whole.length - 1));
    }

    @Test
    void aShortlistCutOffAnywhereIsRefused() {
        byte[] whole = SOUND.shortlist();
        for (int length = 0; length < whole.length; length += length < 200 ? 1 : 211) {
            refuses(HostileFilesTest::shortlist, Arrays.copyOf(whole, length));
        }
    }

    @Test
    void aVocabularyCutOffIsRefusedOrHasFewerPieces() throws BadModelException {
        byte[] whole = SOUND.vocabularies().getFirst();
        for (int length = 0; length < whole.length; length += length < 200 ? 1 : 41) {
            refusesOrReads(HostileFilesTest::vocabulary, Arrays.copyOf(whole, length));
        }
        // Cut between two pieces it is a vocabulary still, but not this model's.
        byte[] fewer = SyntheticShort.vocabulary(whole);
        MarianModel.Parts parts = new MarianModel.Parts(SOUND.model(), SOUND.shortlist(), List.of(fewer));
        assertThatThrownBy(() -> MarianModel.of(parts, Backend.JAVA, Arithmetic.INT_8))
                .isInstanceOf(BadModelException.class);
    }

    @Test
    void flippedBitsAreRefusedOrReadButNeverBreakTheReader() {
        Seeded.run(200, random -> {
            refusesOrReads(HostileFilesTest::model, flipped(SOUND.model(), random, 24 * 1024));
            refusesOrReads(HostileFilesTest::shortlist, flipped(SOUND.shortlist(), random, Integer.MAX_VALUE));
            refusesOrReads(
                    HostileFilesTest::vocabulary, flipped(SOUND.vocabularies().getFirst(), random, Integer.MAX_VALUE));
        });
    }

    @Test
    void headersThatLieAboutSizesAreRefusedBeforeAnythingIsAllocated() {
        for (int field = 8; field < 48; field += 8) {
            for (long lie : new long[] {-1, Long.MIN_VALUE, Integer.MAX_VALUE, 1L << 40, 1 << 28}) {
                byte[] bytes = SOUND.model().clone();
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(field, lie);
                refuses(HostileFilesTest::model, bytes);
            }
        }
    }

    @Test
    void filesOfAnotherKindAreRefused() {
        refuses(HostileFilesTest::model, SOUND.shortlist());
        refuses(HostileFilesTest::model, SOUND.vocabularies().getFirst());
        refuses(HostileFilesTest::shortlist, SOUND.model());
        refuses(HostileFilesTest::vocabulary, SOUND.model());
        refuses(HostileFilesTest::vocabulary, "<html>Not found</html>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void configurationsThatWeDoNotRunAreRefused() {
        String sound =
                "dim-emb: 256\ntransformer-dim-ffn: 1536\nenc-depth: 6\ndec-depth: 2\ndim-vocabs:\n  - 9\n  - 9\n";
        Map.of(
                        "transformer-decoder-autoreg: self-attention\n", Fault.UNSUPPORTED,
                        "transformer-heads: 16\n", Fault.UNSUPPORTED,
                        "type: s2s\n", Fault.UNSUPPORTED,
                        "transformer-tied-layers:\n  - 1\n  - 1\n", Fault.UNSUPPORTED,
                        "dim-emb: 250\n", Fault.UNSUPPORTED,
                        "enc-depth: 1000000\n", Fault.INCONSISTENT,
                        "dim-vocabs:\n  - 9\n", Fault.INCONSISTENT)
                .forEach((lines, fault) -> assertThatThrownBy(() -> Configuration.of(sound + lines))
                        .isInstanceOfSatisfying(
                                BadModelException.class,
                                e -> assertThat(e.fault()).isEqualTo(fault)));
    }

    @Test
    void everyPublishedConfigurationIsAccepted() throws Exception {
        Path corpus = Path.of(
                System.getenv().getOrDefault("POLYWIRE_REPOSITORY", ".."), "..", "shared/corpora/marian/models.jsonl");
        assumeTrue(Files.exists(corpus), "no corpus of published models beside the repository");
        int accepted = 0;
        for (String line : Files.readAllLines(corpus)) {
            JsonNode configuration = JsonMapper.shared().readTree(line).get("modelConfig");
            String yaml = configuration.properties().stream()
                    .map(entry -> entry.getKey() + ":" + value(entry.getValue()) + "\n")
                    .collect(Collectors.joining());
            assertThat(Configuration.of(yaml).encoders()).isEqualTo(6);
            accepted++;
        }
        assertThat(accepted).isEqualTo(137);
    }

    private static String value(JsonNode value) {
        if (!value.isArray()) {
            return value.isString() && value.asString().isEmpty() ? " \"\"" : " " + value.asString();
        }
        return value.isEmpty()
                ? "\n  []"
                : value.valueStream().map(item -> "\n  - " + item.asString()).collect(Collectors.joining());
    }

    private static byte[] flipped(byte[] whole, Random random, int within) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(Math.min(within, bytes.length))] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static void refuses(Reader reader, byte[] bytes) {
        assertThatThrownBy(() -> reader.read(bytes)).isInstanceOf(BadModelException.class);
    }

    private static void refusesOrReads(Reader reader, byte[] bytes) {
        try {
            reader.read(bytes);
        } catch (BadModelException e) {
            assertThat(e.getMessage()).startsWith(e.fault().name());
        }
    }

    /** A vocabulary without its last pieces. */
    private static final class SyntheticShort {
        static byte[] vocabulary(byte[] whole) throws BadModelException {
            int length = whole.length / 2;
            while (true) {
                try {
                    VocabularyReader.read(Arrays.copyOf(whole, length));
                    return Arrays.copyOf(whole, length);
                } catch (BadModelException e) {
                    length--;
                }
            }
        }
    }
}
