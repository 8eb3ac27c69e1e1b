package org.polywire.publish;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Validators of JSON; none of them fetches anything. */
final class Schemas {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Schemas() {}

    /** A schema of our own OpenAPI description, by its name. */
    static Schema openApi(JsonNode description, String name) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of("https://wire.example/openapi", description.toString())));
        return registry.getSchema(SchemaLocation.of("https://wire.example/openapi#/components/schemas/" + name));
    }

    static Schema ninjs() {
        Path folder = standards().resolve("ninjs");
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(
                        "https://geojson.org/schema/GeoJSON.json",
                        read(folder.resolve("GeoJSON-schema.json")),
                        "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
                        read(folder.resolve("ninjs-schema_3.1.json")))));
        return registry.getSchema(SchemaLocation.of("http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json"));
    }

    static List<Error> faults(Schema schema, String json) {
        return schema.validate(JSON.readTree(json));
    }

    /** The folder of standards; skips the test where there is none. */
    static Path standards() {
        String repository = System.getenv().getOrDefault("POLYWIRE_REPOSITORY", "..");
        Path folder =
                Path.of(repository, "..", "shared", "corpora", "standards").normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), "no corpus at " + folder);
        return folder;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
