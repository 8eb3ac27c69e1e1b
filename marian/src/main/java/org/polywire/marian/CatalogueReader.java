package org.polywire.marian;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polywire.marian.BadModelException.Fault;
import org.polywire.marian.CatalogueModel.RemoteFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the records of Remote Settings' collection {@code translations-models-v2}, one for each file. What it does not know is
 * left out, never guessed: a record with a condition of another form, of another kind, or without sizes and hashes.
 */
final class CatalogueReader {
    private static final int MAX_RECORDS = 100_000;
    private static final long MAX_FILE = ModelFile.MAX_BYTES;
    private static final String HASH = "[0-9a-f]{64}";

    /** Conditions that hold for a released program on a desktop; the others that were seen do not. */
    private static final Set<String> CONDITIONS =
            Set.of("", "env.appinfo.OS != 'Android'", "env.appinfo.OS != \"Android\"");

    private CatalogueReader() {}

    /** A model in the making. */
    private record Group(ModelKey key, Architecture architecture, ModelVersion version) {}

    /**
     * The newest complete version of each model in each architecture.
     *
     * @throws BadModelException if it is no such list
     */
    static List<CatalogueModel> read(byte[] json) throws BadModelException {
        JsonNode data = data(json);
        Map<Group, Map<FileKind, RemoteFile>> groups = new LinkedHashMap<>();
        for (JsonNode entry : data) {
            group(entry)
                    .ifPresent(group -> file(entry)
                            .ifPresent(file -> groups.computeIfAbsent(group, key -> new LinkedHashMap<>())
                                    .put(file.kind(), file)));
        }
        Map<String, Group> newest = new LinkedHashMap<>();
        groups.forEach((group, files) -> {
            if (complete(files)) {
                newest.merge(
                        group.key() + " " + group.architecture(),
                        group,
                        (left, right) -> left.version().compareTo(right.version()) >= 0 ? left : right);
            }
        });
        return newest.values().stream()
                .map(group -> new CatalogueModel(
                        group.key(),
                        group.architecture(),
                        group.version().text(),
                        new ArrayList<>(groups.getOrDefault(group, Map.of()).values())))
                .sorted(Comparator.comparing(CatalogueModel::key).thenComparing(CatalogueModel::architecture))
                .toList();
    }

    private static JsonNode data(byte[] json) throws BadModelException {
        try {
            JsonNode data = JsonMapper.shared().readTree(json).path("data");
            if (!data.isArray() || data.size() > MAX_RECORDS) {
                throw new BadModelException(Fault.MALFORMED, "catalogue: no list of records");
            }
            return data;
        } catch (JacksonException e) {
            throw new BadModelException(Fault.MALFORMED, "catalogue: not JSON");
        }
    }

    static boolean complete(Map<FileKind, ?> files) {
        boolean vocabularies = files.containsKey(FileKind.VOCABULARY)
                || files.containsKey(FileKind.SOURCE_VOCABULARY) && files.containsKey(FileKind.TARGET_VOCABULARY);
        return files.containsKey(FileKind.MODEL) && files.containsKey(FileKind.SHORTLIST) && vocabularies;
    }

    private static Optional<Group> group(JsonNode entry) {
        if (!CONDITIONS.contains(text(entry, "filter_expression"))) {
            return Optional.empty();
        }
        Optional<ModelKey> key = key(text(entry, "sourceLanguage"), text(entry, "targetLanguage"));
        Optional<Architecture> architecture = Architecture.parse(text(entry, "architecture"));
        Optional<ModelVersion> version = ModelVersion.parse(text(entry, "version"));
        return key.isEmpty() || architecture.isEmpty() || version.isEmpty()
                ? Optional.empty()
                : Optional.of(new Group(key.get(), architecture.get(), version.get()));
    }

    private static Optional<ModelKey> key(String from, String to) {
        try {
            return Optional.of(new ModelKey(from, to));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<RemoteFile> file(JsonNode entry) {
        JsonNode attachment = entry.path("attachment");
        String name = text(entry, "name");
        String location = text(attachment, "location");
        long packed = attachment.path("size").asLong(0);
        long plain = entry.path("decompressedSize").asLong(0);
        boolean sound = name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,120}")
                && location.matches("[A-Za-z0-9][A-Za-z0-9/._-]{0,300}")
                && !location.contains("..")
                && text(attachment, "hash").matches(HASH)
                && text(entry, "decompressedHash").matches(HASH)
                && packed > 0
                && packed <= MAX_FILE
                && plain > 0
                && plain <= MAX_FILE;
        return FileKind.parse(text(entry, "fileType"))
                .filter(kind -> sound)
                .map(kind -> new RemoteFile(
                        kind,
                        name,
                        location,
                        packed,
                        text(attachment, "hash"),
                        plain,
                        text(entry, "decompressedHash")));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }
}
