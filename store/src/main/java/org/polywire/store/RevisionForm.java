package org.polywire.store;

import org.jspecify.annotations.Nullable;
import org.polywire.model.Place;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How revisions are written in the store; {@code decode(encode(x))} is {@code x}. */
final class RevisionForm {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private RevisionForm() {}

    static String json(Revision revision) {
        ObjectNode node = Documents.object().put("kind", revision.kind().name()).put("note", revision.note());
        ArrayNode changes = node.putArray("changes");
        revision.changes()
                .forEach(change -> changes.addObject()
                        .put("place", change.place().path())
                        .put("before", change.before())
                        .put("after", change.after()));
        return node.toString();
    }

    static @Nullable Revision revisionIfAny(String json) {
        return json.isEmpty() ? null : revision(json);
    }

    static Revision revision(String json) {
        JsonNode node = MAPPER.readTree(json);
        return new Revision(
                Revision.Kind.valueOf(Documents.text(node, "kind")),
                node.path("changes").valueStream().map(RevisionForm::change).toList(),
                Documents.text(node, "note"));
    }

    private static Change change(JsonNode node) {
        return new Change(
                new Place(Documents.text(node, "place")),
                Documents.text(node, "before"),
                Documents.text(node, "after"));
    }
}
