package org.polywire.app;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.LanguageTag;
import org.polywire.model.Provenance;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Corrected;
import org.polywire.model.Publication.Published;
import org.polywire.model.Publication.Withdrawn;
import org.polywire.model.Route;
import org.polywire.model.Route.Leg;
import org.polywire.model.Route.Machine;
import org.polywire.model.Route.Original;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.pipeline.Whereabouts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the texts that editions show of an article came about, as {@code where} tells of them. */
final class Routes {
    private Routes() {}

    /** A text that an edition shows, or that the checks kept back from it. */
    private record Shown(LanguageTag edition, Translation text, boolean heldBack) {}

    private static List<Shown> texts(Whereabouts where) {
        Stream<Shown> shown = where.publications().entrySet().stream()
                .flatMap(entry -> text(entry.getValue()).map(text -> new Shown(entry.getKey(), text, false)).stream());
        Stream<Shown> heldBack =
                where.heldBack().entrySet().stream().map(entry -> new Shown(entry.getKey(), entry.getValue(), true));
        return Stream.concat(shown, heldBack)
                .sorted(Comparator.comparing(Shown::edition))
                .toList();
    }

    private static Optional<Translation> text(Publication publication) {
        return switch (publication) {
            case Published published -> Optional.of(published.translation());
            case Corrected corrected -> Optional.of(corrected.translation());
            case Withdrawn withdrawn -> Optional.empty();
        };
    }

    static List<String> lines(Whereabouts where) {
        return texts(where).stream().map(Routes::line).toList();
    }

    private static String line(Shown shown) {
        return shown.edition() + "  " + (shown.heldBack() ? "kept back, " : "") + words(shown.text());
    }

    private static String words(Translation text) {
        return switch (text.route()) {
            case Original original -> way(original);
            case Machine machine ->
                Words.moment(text.at()) + "  " + way(machine) + "; sentences: "
                        + text.sentences().size() + ", with words that the engine did not know: " + doubtful(text)
                        + remembered(text) + Fits.words(text);
        };
    }

    private static String remembered(Translation text) {
        long reused = count(text, Provenance.REUSED);
        long resegmented = count(text, Provenance.RESEGMENTED);
        long quoted = count(text, Provenance.QUOTED);
        long persons = count(text, Provenance.POST_EDITED) + count(text, Provenance.HUMAN);
        return (resegmented == 0 ? "" : ", cut otherwise and translated again after a check held them: " + resegmented)
                + rerouted(text)
                + (quoted == 0 ? "" : ", quoted from the original as no translation passed: " + quoted)
                + (reused == 0 ? "" : ", taken from earlier translations: " + reused)
                + (persons == 0 ? "" : ", by persons: " + persons);
    }

    /** Of each way that some sentences alone took. */
    private static String rerouted(Translation text) {
        Map<List<Leg>, Long> ways = text.sentences().stream()
                .map(SentencePair::legs)
                .filter(legs -> !legs.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return ways.entrySet().stream()
                .map(way -> ", translated again after a check held them " + way(new Machine(way.getKey())) + ": "
                        + way.getValue())
                .collect(Collectors.joining());
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
        return Json.array(texts(where).stream().map(Routes::json).toList());
    }

    private static ObjectNode json(Shown shown) {
        Translation text = shown.text();
        List<Leg> legs = text.route().legs();
        Stream<Leg> others = text.legs().stream().filter(leg -> !legs.contains(leg));
        ObjectNode node = Json.object()
                .put("edition", shown.edition().value())
                .put("heldBack", shown.heldBack())
                .put("at", text.at().toString())
                .put("sentences", text.sentences().size())
                .put("withUnknownWords", doubtful(text))
                .put("resegmented", count(text, Provenance.RESEGMENTED))
                .put("rerouted", count(text, Provenance.REROUTED))
                .put("quoted", count(text, Provenance.QUOTED))
                .put("reused", count(text, Provenance.REUSED))
                .put("postEdited", count(text, Provenance.POST_EDITED))
                .put("human", count(text, Provenance.HUMAN));
        Fits.write(text, node);
        node.set("otherLegs", Json.array(others.map(Routes::json).toList()));
        return node.set("legs", Json.array(legs.stream().map(Routes::json).toList()));
    }

    private static ObjectNode json(Leg leg) {
        return Json.object()
                .put("from", leg.from().value())
                .put("to", leg.to().value())
                .put("engine", leg.engine())
                .put("version", leg.version());
    }
}
