package org.polywire.marian;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.polywire.marian.CatalogueModel.RemoteFile;
import org.polywire.marian.InstalledModel.LocalFile;
import org.polywire.marian.ModelsException.Fault;

/**
 * The translation models of a folder: lists, fetches, checks, removes and loads them. Safe to share between threads.
 */
public final class Marian implements AutoCloseable {
    /** As their publisher's repository says; the older models of the Bergamot project are CC-BY-SA 4.0. */
    private static final String LICENCE = "MPL-2.0 (Mozilla) / CC-BY-SA 4.0 (Bergamot project)";

    private static final String LOCAL_VERSION = "local";

    /** Room that must be left on the disk besides the files. */
    private static final long RESERVE = 16L << 20;

    private final MarianConfig config;
    private final ModelStore store;
    private final Download download;

    public Marian(MarianConfig config) {
        this.config = config;
        this.store = new ModelStore(config.folder());
        this.download = new Download(config.hosts());
    }

    /** The models on the disk, by pair. */
    public List<InstalledModel> installed() throws ModelsException {
        return store.installed();
    }

    /**
     * The models that can be fetched, the newest complete version of each, by pair and the preferred architecture first.
     *
     * @throws ModelsException if the catalogue cannot be had
     */
    public List<CatalogueModel> catalogue() throws ModelsException {
        try {
            return CatalogueReader.read(download.catalogue(config.records()));
        } catch (BadModelException e) {
            throw new ModelsException(Fault.BAD_CATALOGUE, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Fetches a model and puts it in place once all of it is whole and has been loaded for a trial. What broke off is gone on with
     * the next time. Does nothing if the same version is there already.
     *
     * @param progress is told how many of the packed bytes came; negative if some must be fetched anew
     */
    public InstalledModel install(CatalogueModel model, LongConsumer progress) throws ModelsException {
        try (ModelStore.Lock lock = store.lock(model.key())) {
            Optional<InstalledModel> there = find(model.key(), model.architecture(), model.version());
            if (there.isPresent() && verify(there.get())) {
                return there.get();
            }
            room(model.packedSize() + model.plainSize());
            return install(model, store.stage(model.key()), progress);
        }
    }

    private Optional<InstalledModel> find(ModelKey key, Architecture architecture, String version)
            throws ModelsException {
        return installed().stream()
                .filter(model -> model.key().equals(key)
                        && model.architecture() == architecture
                        && model.version().equals(version))
                .findFirst();
    }

    private void room(long bytes) throws ModelsException {
        try {
            FileStore disk = Files.getFileStore(Files.createDirectories(config.folder()));
            if (disk.getUsableSpace() < bytes + RESERVE) {
                throw new ModelsException(Fault.NO_SPACE, (bytes + RESERVE) / 1_000_000 + " MB are needed");
            }
        } catch (IOException e) {
            throw e instanceof ModelsException known ? known : Download.disk(e);
        }
    }

    private InstalledModel install(CatalogueModel model, Path stage, LongConsumer progress) throws ModelsException {
        try {
            for (RemoteFile file : model.files()) {
                Path partial = store.partial(model.key(), file.packedHash());
                download.fetch(config.attachments().resolve(file.location()), file, partial, progress);
                Download.unpack(partial, file, stage.resolve(file.name()));
            }
            List<LocalFile> files = model.files().stream()
                    .map(file -> new LocalFile(file.kind(), file.name(), file.plainSize(), file.plainHash()))
                    .toList();
            return publish(stage, model.key(), model.architecture(), model.version(), origin(), files);
        } finally {
            ModelStore.delete(stage);
        }
    }

    private String origin() {
        return "Firefox Translations, " + config.records().getHost();
    }

    private InstalledModel publish(
            Path stage, ModelKey key, Architecture architecture, String version, String origin, List<LocalFile> files)
            throws ModelsException {
        InstalledModel model = new InstalledModel(key, architecture, version, origin, LICENCE, files, stage);
        load(model, Backend.JAVA).close();
        return store.publish(stage, model);
    }

    /**
     * Takes a model from a folder into which somebody has copied its files, plain and with the names that they are published under.
     */
    public InstalledModel install(ModelKey key, Path folder) throws ModelsException {
        try (ModelStore.Lock lock = store.lock(key)) {
            Path stage = store.stage(key);
            try {
                List<LocalFile> files = copies(folder, stage);
                Architecture architecture = architecture(stage, files);
                return publish(stage, key, architecture, LOCAL_VERSION, "copied from a folder", files);
            } catch (IOException e) {
                throw e instanceof ModelsException known ? known : Download.disk(e);
            } finally {
                ModelStore.delete(stage);
            }
        }
    }

    private static List<LocalFile> copies(Path folder, Path stage) throws IOException {
        Map<FileKind, LocalFile> files = new EnumMap<>(FileKind.class);
        List<Path> found;
        try (Stream<Path> entries = Files.list(folder)) {
            found = entries.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : found) {
            String name = file.getFileName().toString();
            Optional<FileKind> kind = FileKind.ofFile(name);
            if (kind.isPresent() && Files.size(file) <= ModelFile.MAX_BYTES) {
                if (files.containsKey(kind.get())) {
                    throw new ModelsException(Fault.INCOMPLETE, folder + " holds files of more than one model");
                }
                Path copy = Files.copy(file, stage.resolve(name));
                Download.force(copy);
                files.put(kind.get(), new LocalFile(kind.get(), name, Files.size(copy), Hashes.of(copy)));
            }
        }
        if (!CatalogueReader.complete(files)) {
            throw new ModelsException(Fault.INCOMPLETE, folder.toString());
        }
        return new ArrayList<>(files.values());
    }

    /** Told by the width of the words' vectors. */
    private static Architecture architecture(Path stage, List<LocalFile> files) throws IOException {
        int width = ModelFile.read(bytes(stage, files, FileKind.MODEL))
                .configuration()
                .width();
        return width <= 256 ? Architecture.TINY : width <= 384 ? Architecture.BASE_MEMORY : Architecture.BASE;
    }

    /** Takes the models of a pair away. */
    public void remove(ModelKey key) throws ModelsException {
        try (ModelStore.Lock lock = store.lock(key)) {
            List<InstalledModel> models = installed().stream()
                    .filter(model -> model.key().equals(key))
                    .toList();
            if (models.isEmpty()) {
                throw new ModelsException(Fault.NOT_INSTALLED, key.toString());
            }
            for (InstalledModel model : models) {
                ModelStore.delete(model.folder());
            }
            ModelStore.delete(config.folder().resolve(key.toString()));
        }
    }

    /** Whether the files are still those that were installed. */
    public boolean verify(InstalledModel model) throws ModelsException {
        try {
            for (LocalFile file : model.files()) {
                Path path = model.folder().resolve(file.name());
                boolean same = Files.isRegularFile(path)
                        && Files.size(path) == file.size()
                        && Hashes.of(path).equals(file.hash());
                if (!same) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            throw Download.disk(e);
        }
    }

    /** The newer versions of what is installed. */
    public List<CatalogueModel> updates() throws ModelsException {
        List<CatalogueModel> updates = new ArrayList<>();
        List<InstalledModel> installed = installed();
        for (CatalogueModel model : catalogue()) {
            if (installed.stream().anyMatch(old -> newer(model, old))) {
                updates.add(model);
            }
        }
        return updates;
    }

    private static boolean newer(CatalogueModel model, InstalledModel old) {
        Optional<ModelVersion> there = ModelVersion.parse(old.version());
        Optional<ModelVersion> offered = ModelVersion.parse(model.version());
        return model.key().equals(old.key())
                && model.architecture() == old.architecture()
                && there.isPresent()
                && offered.isPresent()
                && offered.get().compareTo(there.get()) > 0;
    }

    /** Loads a model into memory, for the fastest engine of this machine. */
    public MarianModel load(InstalledModel model) throws ModelsException {
        // The runtime's library is unpacked while the files are read.
        Aside<Backend> best = Aside.begin(Backend::best);
        return load(model, best::get, Arithmetic.INT_8);
    }

    /** Loads a model into memory for an engine. */
    public MarianModel load(InstalledModel model, Backend backend) throws ModelsException {
        return load(model, backend, Arithmetic.INT_8);
    }

    /** The same with a choice of arithmetic. */
    public MarianModel load(InstalledModel model, Backend backend, Arithmetic arithmetic) throws ModelsException {
        return load(model, () -> backend, arithmetic);
    }

    private static MarianModel load(InstalledModel model, Supplier<Backend> backend, Arithmetic arithmetic)
            throws ModelsException {
        try {
            List<byte[]> vocabularies = new ArrayList<>();
            boolean shared = model.files().stream().anyMatch(file -> file.kind() == FileKind.VOCABULARY);
            Set<FileKind> kinds = shared
                    ? Set.of(FileKind.VOCABULARY)
                    : Set.of(FileKind.SOURCE_VOCABULARY, FileKind.TARGET_VOCABULARY);
            for (FileKind kind : FileKind.values()) {
                if (kinds.contains(kind)) {
                    vocabularies.add(bytes(model.folder(), model.files(), kind));
                }
            }
            byte[] weights = bytes(model.folder(), model.files(), FileKind.MODEL);
            byte[] shortlist = bytes(model.folder(), model.files(), FileKind.SHORTLIST);
            return MarianModel.of(new MarianModel.Parts(weights, shortlist, vocabularies), backend, arithmetic);
        } catch (BadModelException e) {
            throw new ModelsException(Fault.BAD_MODEL, model.key() + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw e instanceof ModelsException known ? known : Download.disk(e);
        }
    }

    private static byte[] bytes(Path folder, List<LocalFile> files, FileKind kind) throws IOException {
        for (LocalFile file : files) {
            if (file.kind() == kind) {
                Path path = folder.resolve(file.name());
                if (Files.size(path) > ModelFile.MAX_BYTES) {
                    throw new ModelsException(Fault.WRONG_SIZE, file.name());
                }
                return Files.readAllBytes(path);
            }
        }
        throw new ModelsException(Fault.INCOMPLETE, kind.toString());
    }

    /**
     * Translates sentences through a language between: models exist only from and to English. What the first model gives is
     * translated sentence by sentence, and the alignment leads back to the source.
     */
    public static List<TranslatedSentence> through(MarianModel first, MarianModel second, List<String> sentences) {
        return Pivot.translate(first, second, sentences);
    }

    /**
     * Tries ONNX Runtime, or Java alone where it has no library for this machine; one that does not pass is not used.
     *
     * @throws MarianException if the engine fails
     */
    public static SelfTest selfTest() {
        return SelfTest.run(OnnxNetwork.available() ? Backend.ONNX_RUNTIME : Backend.JAVA);
    }

    @Override
    public void close() {
        download.close();
    }
}
