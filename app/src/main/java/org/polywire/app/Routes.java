package org.polywire.app;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.polywire.model.Provenance;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.Route.Machine;
import org.polywire.model.Route.Original;
import org.polywire.model.Translation;
import org.polywire.pipeline.Whereabouts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the texts that editions show of an article came about, as {@code where} tells of them. */
final class Routes {
    private Routes() {}

    static List<String> lines(Whereabouts where) {
        return new TreeMap<>(where.publications())
                .entrySet().stream()
                        .flatMap(shown ->
                                text(shown.getValue()).map(text -> shown.getKey() + "  " + words(text)).stream())
                        .toList();
    }

    private static Optional<Translation> text(Publication publication) {
        return switch (publication) {
            case Published published -> Optional.of(published.translation());
            case Corrected corrected -> Optional.of(corrected.translation());
            case Withdrawn withdrawn -> Optional.empty();
        };
    }

    private static String words(Translation text) {
        return switch (text.route()) {
            case Original original -> way(original);
            case Machine machine ->
                Words.moment(text.at()) + "  " + way(machine) + "; sentences: "
                        + text.sentences().size() + ", with words that the engine did not know: " + doubtful(text)
                        + remembered(text);
        };
    }

    private static String remembered(Translation text) {
        long reused = count(text, Provenance.REUSED);
        long persons = count(text, Provenance.POST_EDITED) + count(text, Provenance.HUMAN);
        return (reused == 0 ? "" : ", taken from earlier translations: " + reused)
                + (persons == 0 ? "" : ", by persons: " + persons);
    }

    private static long count(Translation text, Provenance provenance) {
        return text.sentences().stream()
                .filter(sentence -> sentence.provenance() == provenance)
                .count();
    }

    /** The engines in order, with their versions and languages. */
    static String way(Route route) {
        return switch (route) {
            case Original() -> "the original, carried unchanged";
            case Machine(List<Leg> legs) -> legs.stream().map(Routes::words).collect(Collectors.joining(", then "));
        };
    }

    private static String words(Leg leg) {
        return leg.from() + " to " + leg.to() + " by " + (leg.engine() + " " + leg.version()).strip();
    }

    private static long doubtful(Translation text) {
        return text.sentences().stream()
                .filter(sentence -> !sentence.unknown().isEmpty())
                .count();
    }

    static JsonNode json(Whereabouts where) {
        return Json.array(new TreeMap<>(where.publications())
                .entrySet().stream()
                        .flatMap(shown ->
                                text(shown.getValue())
                                        .map(text -> json(shown.getKey().value(), text))
                                        .stream())
                        .toList());
    }

    private static ObjectNode json(String edition, Translation text) {
        List<Leg> legs = switch (text.route()) {
            case Original() -> List.of();
            case Machine(List<Leg> some) -> some;
        };
        return Json.object()
                .put("edition", edition)
                .put("at", text.at().toString())
                .put("sentences", text.sentences().size())
                .put("withUnknownWords", doubtful(text))
                .put("reused", count(text, Provenance.REUSED))
                .put("postEdited", count(text, Provenance.POST_EDITED))
                .put("human", count(text, Provenance.HUMAN))
                .set("legs", Json.array(legs.stream().map(Routes::json).toList()));
    }

    private static ObjectNode json(Leg leg) {
        return Json.object()
                .put("from", leg.from().value())
                .put("to", leg.to().value())
                .put("engine", leg.engine())
                .put("version", leg.version());
    }
}
