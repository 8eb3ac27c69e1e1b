package org.polywire.app;

import java.util.List;
import java.util.stream.Collectors;
import org.polywire.model.Revision;
import org.polywire.model.Revision.Change;
import org.polywire.pipeline.Whereabouts;
import org.polywire.store.Revisions.TextVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The texts of an article at its source, and how each differs from the one before, as {@code where} tells of them. */
final class Revisions {
    /** So much of a sentence tells which one it is. */
    private static final int WIDTH = 100;

    private Revisions() {}

    static List<String> lines(Whereabouts where) {
        return where.revisions().stream().map(Revisions::line).toList();
    }

    private static String line(TextVersion text) {
        Revision difference = text.difference();
        String head = text.version() + "  " + Words.moment(text.at());
        return difference == null
                ? head
                : head + "  " + words(difference.kind())
                        + (difference.note().isEmpty() ? "" : ": " + difference.note())
                        + difference.changes().stream().map(Revisions::line).collect(Collectors.joining());
    }

    private static String words(Revision.Kind kind) {
        return kind == Revision.Kind.RETRANSLATION
                ? "the same text; a person edited a translation of it"
                : Words.of(kind);
    }

    private static String line(Change change) {
        return "\n      " + change.place() + ": " + quoted(change.before()) + " → " + quoted(change.after());
    }

    private static String quoted(String text) {
        if (text.isEmpty()) {
            return "nothing";
        }
        return "«" + (text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "…") + "»";
    }

    static JsonNode json(Whereabouts where) {
        return Json.array(where.revisions().stream().map(Revisions::json).toList());
    }

    private static ObjectNode json(TextVersion text) {
        ObjectNode node =
                Json.object().put("version", text.version()).put("at", text.at().toString());
        Revision difference = text.difference();
        return difference == null
                ? node
                : node.put("kind", difference.kind().name())
                        .put("note", difference.note())
                        .set(
                                "changes",
                                Json.array(difference.changes().stream()
                                        .map(Revisions::json)
                                        .toList()));
    }

    private static ObjectNode json(Change change) {
        return Json.object()
                .put("place", change.place().path())
                .put("before", change.before())
                .put("after", change.after());
    }
}
