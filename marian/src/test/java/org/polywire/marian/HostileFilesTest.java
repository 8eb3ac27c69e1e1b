package org.polywire.marian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polywire.marian.BadModelException.Fault;
import org.polywire.testkit.Seeded;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HostileFilesTest {
    private static final MarianModel.Parts SOUND = SyntheticFiles.micro(0);

    /** So small that every length of it can be tried. */
    private static final MarianModel.Parts SMALL = SyntheticFiles.least();

    private static final String TEXT = "The council, 12 of them.";

    /** What a lie may make the reader allocate, in bytes: some copies of the file itself. */
    private static final long MUCH = 8 << 20;

    private static final String LIST = """
            {"data": [%s, %s, %s]}""".formatted(
                    record("model", "model.enes.bin"), record("lex", "lex.enes.bin"), record("vocab", "vocab.spm"));

    private static String record(String kind, String name) {
        return """
                {"name": "%s", "sourceLanguage": "en", "targetLanguage": "es", "architecture": "tiny", "version": "2.1",
                 "fileType": "%s", "filter_expression": "", "decompressedHash": "%s", "decompressedSize": 17140800,
                 "attachment": {"hash": "%s", "size": 12300000, "filename": "f", "location": "main/%s.zst"}}""".formatted(name, kind, "0".repeat(64), "1".repeat(64), name);
    }

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
        vocabulary.decode(vocabulary.encode(TEXT).ids());
    }

    @Test
    void aModelCutOffAnywhereIsRefused() {
        everyLength(SMALL.model(), HostileFilesTest::refusesModel);
    }

    @Test
    void aShortlistCutOffAnywhereIsRefused() {
        everyLength(
                SMALL.shortlist(),
                cut -> assertThatThrownBy(() -> Shortlist.read(cut, SyntheticFiles.LEAST_WORDS, true))
                        .isInstanceOf(BadModelException.class));
    }

    /** Cut before its last pieces it does not fit the model; behind them there is only what these vocabularies leave as usual. */
    @Test
    void aVocabularyCutOffAnywhereIsRefusedOrTheSame() throws BadModelException {
        byte[] whole = SMALL.vocabularies().getFirst();
        String expected = translated(SMALL);
        int[] read = {0};
        everyLength(whole, cut -> {
            try {
                assertThat(translated(new MarianModel.Parts(SMALL.model(), SMALL.shortlist(), List.of(cut))))
                        .isEqualTo(expected);
                read[0]++;
            } catch (BadModelException e) {
                assertThat(e.getMessage()).startsWith(e.fault().name());
            }
        });
        assertThat(read[0]).as("lengths that are read").isLessThanOrEqualTo(2);
    }

    @Test
    void aListOfModelsCutOffAnywhereIsRefused() {
        everyLength(
                LIST.getBytes(StandardCharsets.UTF_8),
                cut -> assertThatThrownBy(() -> CatalogueReader.read(cut)).isInstanceOf(BadModelException.class));
    }

    @Test
    void aListOfModelsWithFlippedBitsIsRefusedOrRead() {
        byte[] whole = LIST.getBytes(StandardCharsets.UTF_8);
        Seeded.run(
                2_000,
                random -> refusesOrReads(
                        bytes -> CatalogueReader.read(bytes)
                                .forEach(model -> assertThat(model.plainSize())
                                        .isPositive()
                                        .isLessThanOrEqualTo(6L * ModelFile.MAX_BYTES)),
                        flipped(whole, random)));
    }

    @Test
    void flippedBitsAreRefusedOrReadButNeverBreakTheReader() {
        Seeded.run(500, random -> {
            refusesOrReads(HostileFilesTest::model, flipped(SOUND.model(), random));
            refusesOrReads(HostileFilesTest::shortlist, flipped(SOUND.shortlist(), random));
            refusesOrReads(
                    HostileFilesTest::vocabulary, flipped(SOUND.vocabularies().getFirst(), random));
        });
    }

    @ParameterizedTest
    @EnumSource
    void modelsThatAreReadThoughBitsAreFlippedCanBeRun(Backend backend) {
        assumeTrue(
                backend == Backend.JAVA || Backend.best() == backend, "ONNX Runtime has no library for this machine");
        Seeded.run(100, random -> {
            MarianModel.Parts parts = new MarianModel.Parts(
                    flipped(SMALL.model(), random),
                    flipped(SMALL.shortlist(), random),
                    List.of(flipped(SMALL.vocabularies().getFirst(), random)));
            try (MarianModel model = MarianModel.of(parts, backend, Arithmetic.INT_8)) {
                TranslatedSentence sentence = model.translate(List.of(TEXT)).getFirst();
                assertThat(sentence.target().size())
                        .isLessThanOrEqualTo(2 * sentence.source().size());
            } catch (BadModelException e) {
                assertThat(e.getMessage()).startsWith(e.fault().name());
            }
        });
    }

    @Test
    void headersThatLieAboutSizesAreRefusedBeforeAnythingIsAllocated() {
        for (int field = 8; field < 48; field += 8) {
            for (long lie : new long[] {-1, Long.MIN_VALUE, Integer.MAX_VALUE, 1L << 40, 1 << 28}) {
                byte[] bytes = SOUND.model().clone();
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(field, lie);
                allocatesLittle(() -> refuses(HostileFilesTest::model, bytes));
            }
        }
    }

    @Test
    void shortlistsAndVocabulariesThatLieAboutSizesAreRefusedBeforeAnythingIsAllocated() {
        for (int field = 16; field < 48; field += 8) {
            for (long lie : new long[] {-1, Long.MIN_VALUE, 1L << 40, 1 << 28}) {
                byte[] bytes = SOUND.shortlist().clone();
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(field, lie);
                // How many words were best for each is told and not used.
                boolean possible = field == 24 && lie == 1 << 28;
                allocatesLittle(() -> {
                    if (possible) {
                        refusesOrReads(HostileFilesTest::shortlist, bytes);
                    } else {
                        refuses(HostileFilesTest::shortlist, bytes);
                    }
                });
            }
        }
        // A piece that says it is 2 GB long.
        byte[] piece = {10, (byte) 255, (byte) 255, (byte) 255, (byte) 255, 7};
        allocatesLittle(() -> refuses(HostileFilesTest::vocabulary, piece));
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

    /** Takes what a file is when it was cut off. */
    private interface Cut {
        void take(byte[] bytes) throws BadModelException;
    }

    private static void everyLength(byte[] whole, Cut cut) {
        for (int length = 0; length < whole.length; length++) {
            try {
                cut.take(Arrays.copyOf(whole, length));
            } catch (BadModelException e) {
                throw new AssertionError("cut at " + length, e);
            }
        }
    }

    private static void refusesModel(byte[] bytes) {
        refuses(HostileFilesTest::model, bytes);
    }

    private static String translated(MarianModel.Parts parts) throws BadModelException {
        try (MarianModel model = MarianModel.of(parts, Backend.JAVA, Arithmetic.INT_8)) {
            return model.translate(List.of(TEXT)).getFirst().text();
        }
    }

    private static byte[] flipped(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private static void allocatesLittle(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MUCH);
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
}
