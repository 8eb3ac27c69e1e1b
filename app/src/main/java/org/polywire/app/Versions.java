package org.polywire.app;

import java.util.List;
import java.util.Optional;
import org.polywire.model.Story;
import org.polywire.pipeline.Whereabouts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The other articles of an article's story, as {@code where} tells of them. */
final class Versions {
    private Versions() {}

    private static List<Story.Version> others(Whereabouts where) {
        return Optional.ofNullable(where.story()).stream()
                .flatMap(story -> story.versions().stream())
                .filter(version -> !version.article().equals(where.article().id()))
                .toList();
    }

    static List<String> lines(Whereabouts where) {
        return others(where).stream().map(Versions::line).toList();
    }

    private static String line(Story.Version version) {
        return version.language() + "  " + Words.of(version.likeness()) + "  " + version.source() + "  "
                + version.article() + "  " + version.headline();
    }

    static JsonNode json(Whereabouts where) {
        Story story = where.story();
        return Json.object()
                .put("id", story == null ? "" : story.id().value())
                .set(
                        "others",
                        Json.array(others(where).stream().map(Versions::json).toList()));
    }

    private static ObjectNode json(Story.Version version) {
        return Json.object()
                .put("article", version.article().value())
                .put("source", version.source().value())
                .put("language", version.language().value())
                .put("likeness", version.likeness().name())
                .put("headline", version.headline())
                .put("address", version.address().toString());
    }
}
