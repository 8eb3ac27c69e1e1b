package org.polywire.marian;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.polywire.marian.InstalledModel.LocalFile;
import org.polywire.marian.ModelsException.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of installed models: {@code en-es/tiny-2.1/}, with the files and {@code model.json}, which says what they are. A folder
 * gets its name only when all in it is whole; what has no description is not a model.
 */
final class ModelStore {
    private static final String DESCRIPTION = "model.json";

    private final Path root;

    ModelStore(Path root) {
        this.root = root;
    }

    List<InstalledModel> installed() throws ModelsException {
        List<InstalledModel> models = new ArrayList<>();
        for (Path pair : folders(root)) {
            Optional<ModelKey> key = ModelKey.parse(name(pair));
            if (key.isPresent()) {
                for (Path folder : folders(pair)) {
                    describe(key.get(), folder).ifPresent(models::add);
                }
            }
        }
        models.sort(Comparator.comparing(InstalledModel::key).thenComparing(InstalledModel::architecture));
        return models;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static List<Path> folders(Path folder) throws ModelsException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !name(entry).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Download.disk(e);
        }
    }

    private static Optional<InstalledModel> describe(ModelKey key, Path folder) {
        try {
            JsonNode node = JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve(DESCRIPTION)));
            List<LocalFile> files = new ArrayList<>();
            for (JsonNode file : node.path("files")) {
                Optional<FileKind> kind = FileKind.parse(text(file, "kind"));
                String name = text(file, "name");
                if (kind.isEmpty() || !name.equals(name(Path.of(name)))) {
                    return Optional.empty();
                }
                files.add(new LocalFile(kind.get(), name, file.path("size").asLong(0), text(file, "sha256")));
            }
            return Architecture.parse(text(node, "architecture"))
                    .map(architecture -> new InstalledModel(
                            key,
                            architecture,
                            text(node, "version"),
                            text(node, "origin"),
                            text(node, "licence"),
                            files,
                            folder));
        } catch (IOException | JacksonException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    /** Makes an empty folder to gather a model's files in. */
    Path stage(ModelKey key) throws ModelsException {
        try {
            return Files.createTempDirectory(Files.createDirectories(root.resolve(key.toString())), ".new-");
        } catch (IOException e) {
            throw Download.disk(e);
        }
    }

    /** Where the packed forms of files grow; they are found again by their hash. */
    Path partial(ModelKey key, String hash) throws ModelsException {
        try {
            return Files.createDirectories(root.resolve(key.toString()).resolve(".partial"))
                    .resolve(hash);
        } catch (IOException e) {
            throw Download.disk(e);
        }
    }

    /** Describes what is in a stage, gives it its name at one stroke and takes other models of the pair and architecture away. */
    InstalledModel publish(Path stage, InstalledModel model) throws ModelsException {
        Path pair = root.resolve(model.key().toString());
        Path folder = pair.resolve(model.architecture() + "-" + model.version());
        try {
            Files.writeString(stage.resolve(DESCRIPTION), description(model));
            Download.force(stage.resolve(DESCRIPTION));
            if (Files.exists(folder)) {
                delete(folder);
            }
            Files.move(stage, folder, StandardCopyOption.ATOMIC_MOVE);
            for (Path other : folders(pair)) {
                if (name(other).startsWith(model.architecture() + "-") && !other.equals(folder)) {
                    delete(other);
                }
            }
            delete(pair.resolve(".partial"));
        } catch (IOException e) {
            throw e instanceof ModelsException known ? known : Download.disk(e);
        }
        return new InstalledModel(
                model.key(),
                model.architecture(),
                model.version(),
                model.origin(),
                model.licence(),
                model.files(),
                folder);
    }

    private static String description(InstalledModel model) {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        node.put("pair", model.key().toString());
        node.put("architecture", model.architecture().toString());
        node.put("version", model.version());
        node.put("origin", model.origin());
        node.put("licence", model.licence());
        for (LocalFile file : model.files()) {
            node.withArray("files")
                    .addObject()
                    .put("kind", file.kind().toString())
                    .put("name", file.name())
                    .put("size", file.size())
                    .put("sha256", file.hash());
        }
        return node.toPrettyString() + "\n";
    }

    /** Deletes a folder, its description first: half a model is none. */
    static void delete(Path folder) throws ModelsException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve(DESCRIPTION));
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw Download.disk(e);
        }
    }

    /** Keeps other programs, and other threads of this one, from changing the models of a pair. */
    Lock lock(ModelKey key) throws ModelsException {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(".lock-" + key), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new Lock(channel);
                }
            } catch (OverlappingFileLockException e) {
                // Held by this program itself: the same as by another.
            }
            channel.close();
            throw new ModelsException(Fault.BUSY, key.toString());
        } catch (IOException e) {
            throw e instanceof ModelsException known ? known : Download.disk(e);
        }
    }

    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws ModelsException {
            try {
                channel.close();
            } catch (IOException e) {
                throw Download.disk(e);
            }
        }
    }
}
