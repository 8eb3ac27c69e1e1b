package org.polywire.marian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.marian.ModelsException.Fault;
import org.polywire.testkit.Answers;
import org.polywire.testkit.LoopbackServer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A loopback copy of the catalogue, with records shaped as Remote Settings shapes them. */
class ModelCatalogueTest {
    private static final LongConsumerIgnoring QUIET = new LongConsumerIgnoring();
    private static final String RECORDS = "/v1/records";

    private static final class LongConsumerIgnoring implements java.util.function.LongConsumer {
        @Override
        public void accept(long bytes) {}
    }

    @TempDir
    Path folder;

    private final LoopbackServer server = LoopbackServer.start();
    private final ObjectNode list = JsonMapper.shared().createObjectNode();
    private final Map<String, byte[]> attachments = new LinkedHashMap<>();

    @AfterEach
    void stop() {
        server.close();
    }

    private Marian marian(String... more) {
        Set<String> hosts = Set.copyOf(Stream.concat(Stream.of(server.authority()), Arrays.stream(more))
                .toList());
        return new Marian(
                new MarianConfig(folder.resolve("models"), server.address(RECORDS), server.address("/files/"), hosts));
    }

    private static byte[] packed(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream zstd = new ZstdOutputStream(out)) {
            zstd.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        var digest = Hashes.digest();
        digest.update(bytes);
        return Hashes.text(digest);
    }

    private ObjectNode offer(String version, String kind, String name, byte[] plain) {
        byte[] packed = packed(plain);
        String location = "main/" + version + "/" + name + ".zst";
        attachments.put(location, packed);
        server.on("/files/" + location, Answers.ok("application/zstd", packed));
        ObjectNode entry = list.withArray("data").addObject();
        entry.put("name", name).put("sourceLanguage", "en").put("targetLanguage", "es");
        entry.put("architecture", "tiny").put("version", version).put("fileType", kind);
        entry.put("filter_expression", "").put("unknownField", 7);
        entry.put("decompressedHash", hash(plain)).put("decompressedSize", plain.length);
        entry.putObject("attachment")
                .put("hash", hash(packed))
                .put("size", packed.length)
                .put("filename", name)
                .put("location", location)
                .put("mimetype", "application/zstd");
        serve();
        return entry;
    }

    private void serve() {
        server.on(RECORDS, Answers.ok("application/json", list.toString()));
    }

    private void offerModel(String version) {
        MarianModel.Parts parts = SyntheticFiles.micro(0);
        offer(version, "lex", "lex.50.50.enes.s2t.bin", parts.shortlist());
        offer(version, "vocab", "vocab.enes.spm", parts.vocabularies().getFirst());
        offer(version, "model", "model.enes.intgemm.alphas.bin", parts.model());
    }

    private ObjectNode record(int number) {
        return (ObjectNode) list.get("data").get(number);
    }

    private void fails(Fault fault) {
        try (Marian marian = marian()) {
            assertThatThrownBy(() -> marian.install(marian.catalogue().getFirst(), QUIET))
                    .isInstanceOfSatisfying(
                            ModelsException.class, e -> assertThat(e.fault()).isEqualTo(fault));
            assertThat(installed(marian)).isEmpty();
            assertThat(leftOvers()).isEmpty();
        }
    }

    private static List<InstalledModel> installed(Marian marian) {
        try {
            return marian.installed();
        } catch (ModelsException e) {
            throw new AssertionError(e);
        }
    }

    private List<Path> leftOvers() {
        if (!Files.isDirectory(folder.resolve("models"))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder.resolve("models"))) {
            return all.filter(path -> path.getFileName().toString().startsWith(".new-"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aModelIsInstalledAndTranslates() throws IOException {
        offerModel("2.1");
        try (Marian marian = marian()) {
            long[] bytes = {0};
            InstalledModel model = marian.install(marian.catalogue().getFirst(), more -> bytes[0] += more);
            assertThat(bytes[0]).isEqualTo(marian.catalogue().getFirst().packedSize());
            assertThat(marian.installed()).containsExactly(model);
            assertThat(marian.verify(model)).isTrue();
            try (MarianModel loaded = marian.load(model)) {
                assertThat(loaded.translate(List.of("It rained.")).getFirst().text())
                        .isNotEmpty();
            }
            int before = server.received().size();
            assertThat(marian.install(marian.catalogue().getFirst(), QUIET)).isEqualTo(model);
            assertThat(server.received()).as("only lists were asked for").hasSize(before + 1);
        }
    }

    @Test
    void theNewestCompleteReleaseIsOffered() throws IOException {
        offerModel("2.1");
        offerModel("2.10");
        offer("3.0", "model", "model.enes.intgemm.alphas.bin", new byte[] {1});
        offerModel("3.0a1");
        for (int i = 7; i < 10; i++) {
            record(i).put("filter_expression", "env.channel == 'default' || env.channel == 'nightly'");
        }
        record(0).put("sourceLanguage", "../../etc");
        serve();
        try (Marian marian = marian()) {
            assertThat(marian.catalogue()).extracting(CatalogueModel::version).containsExactly("2.10");
        }
    }

    @Test
    void aNewerVersionTakesTheOldOnesPlace() throws IOException {
        offerModel("2.1");
        try (Marian marian = marian()) {
            marian.install(marian.catalogue().getFirst(), QUIET);
            assertThat(marian.updates()).isEmpty();
            offerModel("2.2");
            marian.install(marian.updates().getFirst(), QUIET);
            assertThat(marian.installed()).extracting(InstalledModel::version).containsExactly("2.2");
            marian.remove(new ModelKey("en", "es"));
            assertThat(marian.installed()).isEmpty();
            assertThat(folder.resolve("models/en-es")).doesNotExist();
        }
    }

    @Test
    void whatBrokeOffIsGoneOnWith() throws IOException {
        offerModel("2.1");
        String location = record(2).get("attachment").get("location").asString();
        byte[] whole = Objects.requireNonNull(attachments.get(location));
        server.on("/files/" + location, exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            if (range == null) {
                exchange.sendResponseHeaders(200, whole.length);
                exchange.getResponseBody().write(whole, 0, whole.length / 2);
                exchange.getResponseBody().flush();
                return;
            }
            int begin = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            exchange.sendResponseHeaders(206, whole.length - begin);
            exchange.getResponseBody().write(whole, begin, whole.length - begin);
        });
        fails(Fault.UNREACHABLE);
        try (Marian marian = marian()) {
            InstalledModel model = marian.install(marian.catalogue().getFirst(), QUIET);
            assertThat(marian.verify(model)).isTrue();
        }
        assertThat(server.received("/files/" + location).getLast().header("Range"))
                .isPresent();
    }

    @Test
    void aFileWithAnotherHashIsThrownAway() {
        offerModel("2.1");
        ((ObjectNode) record(2).get("attachment")).put("hash", "0".repeat(64));
        serve();
        fails(Fault.WRONG_HASH);
    }

    @Test
    void aFileThatUnpacksToAnotherHashIsThrownAway() {
        offerModel("2.1");
        record(2).put("decompressedHash", "0".repeat(64));
        serve();
        fails(Fault.WRONG_HASH);
    }

    @Test
    void aFileThatIsLongerThanAnnouncedIsThrownAway() {
        offerModel("2.1");
        String location = record(2).get("attachment").get("location").asString();
        server.on("/files/" + location, Answers.endless());
        fails(Fault.WRONG_SIZE);
    }

    @Test
    void aFileThatUnpacksToMoreThanAnnouncedIsThrownAway() {
        offerModel("2.1");
        record(2).put("decompressedSize", 1000);
        serve();
        fails(Fault.WRONG_SIZE);
    }

    @Test
    void aFileThatCannotBeUnpackedIsThrownAway() {
        offerModel("2.1");
        ObjectNode attachment = (ObjectNode) record(2).get("attachment");
        byte[] rubbish = "no zstd at all, but long enough for a header"
                .repeat(9)
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        attachment.put("size", rubbish.length).put("hash", hash(rubbish));
        server.on("/files/" + attachment.get("location").asString(), Answers.ok("application/zstd", rubbish));
        serve();
        fails(Fault.BAD_PACKING);
    }

    @Test
    void filesThatAreNoModelAreNotInstalled() {
        MarianModel.Parts parts = SyntheticFiles.micro(0);
        offer("2.1", "lex", "lex.50.50.enes.s2t.bin", parts.shortlist());
        offer("2.1", "vocab", "vocab.enes.spm", parts.vocabularies().getFirst());
        offer("2.1", "model", "model.enes.intgemm.alphas.bin", parts.shortlist());
        fails(Fault.BAD_MODEL);
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowed() {
        offerModel("2.1");
        String location = record(2).get("attachment").get("location").asString();
        server.on(
                "/files/" + location,
                Answers.redirect("http://localhost:" + server.address("/").getPort() + "/x"));
        fails(Fault.HOST_REFUSED);
        server.on("/files/" + location, Answers.redirect("file:///etc/passwd"));
        fails(Fault.HOST_REFUSED);
    }

    @Test
    void errorsOfTheServerAreTold() {
        offerModel("2.1");
        String location = record(2).get("attachment").get("location").asString();
        server.on("/files/" + location, Answers.status(503));
        fails(Fault.SERVER_ERROR);
        server.on("/files/" + location, Answers.redirect("/files/" + location));
        fails(Fault.SERVER_ERROR);
    }

    @Test
    void aListThatIsNoneIsRefused() {
        for (String body : List.of("<html>", "[]", "{\"data\": 7}", "")) {
            server.on(RECORDS, Answers.ok("application/json", body));
            try (Marian marian = marian()) {
                assertThatThrownBy(marian::catalogue)
                        .isInstanceOfSatisfying(
                                ModelsException.class,
                                e -> assertThat(e.fault()).isEqualTo(Fault.BAD_CATALOGUE));
            }
        }
    }

    @Test
    void withoutANetworkTheWordsSayWhatToDo() {
        MarianConfig config = new MarianConfig(
                folder,
                URI.create("http://127.0.0.1:1/records"),
                URI.create("http://127.0.0.1:1/"),
                Set.of("127.0.0.1:1"));
        try (Marian marian = new Marian(config)) {
            assertThatThrownBy(marian::catalogue)
                    .hasMessageContaining("UNREACHABLE")
                    .hasMessageContaining("--from FOLDER");
        }
    }

    @Test
    void aFullDiskIsToldAndLeavesNothingBehind() throws IOException {
        offerModel("2.1");
        String hash = record(2).get("attachment").get("hash").asString();
        Path partial = Files.createDirectories(folder.resolve("models/en-es/.partial"));
        // The file into which the download goes is the device on which every write fails for want of room.
        Files.createSymbolicLink(partial.resolve(hash), Path.of("/dev/full"));
        fails(Fault.NO_SPACE);
    }

    @Test
    void oneModelIsInstalledByOneAtATime() throws Exception {
        offerModel("2.1");
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        String location = record(0).get("attachment").get("location").asString();
        server.on("/files/" + location, exchange -> {
            asked.countDown();
            try {
                assertThat(go.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Answers.ok("application/zstd", Objects.requireNonNull(attachments.get(location)))
                    .write(exchange);
        });
        try (Marian marian = marian();
                ExecutorService threads = Executors.newSingleThreadExecutor()) {
            CatalogueModel model = marian.catalogue().getFirst();
            Callable<InstalledModel> install = () -> marian.install(model, QUIET);
            Future<InstalledModel> first = threads.submit(install);
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(install::call)
                    .isInstanceOfSatisfying(
                            ModelsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.BUSY));
            go.countDown();
            assertThat(marian.verify(first.get(60, TimeUnit.SECONDS))).isTrue();
        }
    }

    @Test
    void aFolderCopiedByHandIsInstalled() throws IOException {
        MarianModel.Parts parts = SyntheticFiles.micro(0);
        Path copied = Files.createDirectories(folder.resolve("stick"));
        Files.write(copied.resolve("model.enes.intgemm.alphas.bin"), parts.model());
        Files.write(copied.resolve("lex.50.50.enes.s2t.bin"), parts.shortlist());
        try (Marian marian = marian()) {
            ModelKey key = new ModelKey("en", "es");
            assertThatThrownBy(() -> marian.install(key, copied)).hasMessageContaining("INCOMPLETE");
            Files.write(copied.resolve("vocab.enes.spm"), parts.vocabularies().getFirst());
            InstalledModel model = marian.install(key, copied);
            assertThat(marian.verify(model)).isTrue();
            Files.write(model.folder().resolve("vocab.enes.spm"), new byte[] {1, 2, 3});
            assertThat(marian.verify(model)).isFalse();
        }
    }

    /** Such a description can only come from a hand, or a broken disk; the other models are to be had all the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"files\": [{\"kind\": \"model\", \"name\": \"a\\u0000b\"}]}",
                "{\"files\": [{\"kind\": \"model\", \"name\": \"../x\"}]}"
            })
    void aFolderWhoseDescriptionIsNoneIsLeftAside(String description) throws IOException {
        offerModel("2.1");
        try (Marian marian = marian()) {
            InstalledModel good = marian.install(marian.catalogue().getFirst(), QUIET);
            Path broken = Files.createDirectories(
                    folder.resolve("models").resolve("fr-en").resolve("tiny-1.0"));
            Files.writeString(broken.resolve("model.json"), description);
            assertThat(installed(marian)).containsExactly(good);
        }
    }

    @Test
    void pairsAreReadFromTheirNames() {
        assertThat(ModelKey.parse("en-es")).contains(new ModelKey("en", "es"));
        assertThat(ModelKey.parse("en-zh-Hans")).contains(new ModelKey("en", "zh-Hans"));
        assertThat(ModelKey.parse("zh-Hans-en")).contains(new ModelKey("zh-Hans", "en"));
        assertThat(ModelKey.parse("es")).isEmpty();
        assertThat(ModelKey.parse("../x-en")).isEmpty();
    }
}
