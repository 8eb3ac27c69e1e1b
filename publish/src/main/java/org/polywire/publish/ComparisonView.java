package org.polywire.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.SentencePair;
import org.polywire.model.Unit;

/**
 * An article beside its original: for each text, the sentences of the translation with those they were made from.
 *
 * @param notice the same notice as on the article, without the way to this page
 */
record ComparisonView(
        Frame frame,
        String headline,
        Html notice,
        String count,
        String article,
        LanguageTag to,
        LanguageTag from,
        String toName,
        String fromName,
        List<Passage> passages) {

    /** The sentences of one text; {@code kind} is what it is, in lower case, such as {@code headline}. */
    record Passage(String kind, List<Sentence> sentences) {}

    /**
     * A sentence beside its original.
     *
     * @param target what stands for it, as readers see it
     * @param fit how likely it is fit to be published, empty if that was not judged
     * @param hand whose words it has, empty if the machine's that translated the rest
     */
    record Sentence(SentencePair pair, Html target, String fit, Html hand) {}

    static ComparisonView of(Frame frame, Notice notice, Function<Resource, String> href) {
        Copy copy = notice.copy();
        Wording wording = notice.wording();
        List<SentencePair> pairs = copy.translation().sentences();
        return new ComparisonView(
                frame,
                copy.article().headline(),
                notice.besideOriginal(),
                wording.say("compare.count", Map.of("count", pairs.size())),
                href.apply(copy.resource()),
                copy.language(),
                copy.translation().from(),
                wording.say("compare.translation", Map.of("language", wording.nameOf(copy.language()))),
                wording.say(
                        "compare.original",
                        Map.of("language", wording.nameOf(copy.translation().from()))),
                passages(copy, wording));
    }

    String toDirection() {
        return Wording.direction(to);
    }

    String fromDirection() {
        return Wording.direction(from);
    }

    /** Whether any sentence was judged. */
    boolean judged() {
        return passages.stream()
                .flatMap(passage -> passage.sentences().stream())
                .anyMatch(sentence -> !sentence.fit().isEmpty());
    }

    private static Html target(SentencePair pair, LanguageTag from, Wording wording) {
        return pair.provenance() == Provenance.QUOTED
                ? Body.inline(List.of(new Quoted(from, Inlines.ofText(pair.source()))), wording)
                : Html.text(pair.target());
    }

    private static Html hand(SentencePair pair, Wording wording) {
        return switch (pair.provenance()) {
            case MACHINE, REUSED -> Html.NONE;
            case RESEGMENTED -> Html.text(wording.say("compare.recut"));
            case QUOTED -> Html.text(wording.say("compare.quoted"));
            case REROUTED ->
                wording.sentence("compare.rerouted", Map.of("engine", Notice.engines(pair.legs(), wording)))
                        .html();
            case POST_EDITED, HUMAN -> Html.text(wording.say("compare.person"));
        };
    }

    private static List<Passage> passages(Copy copy, Wording wording) {
        Map<Place, String> kinds = copy.article().units().stream()
                .collect(
                        Collectors.toMap(Unit::place, unit -> unit.role().name().toLowerCase(Locale.ROOT)));
        Map<Place, List<Sentence>> byPlace = new LinkedHashMap<>();
        List<SentencePair> pairs = copy.translation().sentences();
        for (int i = 0; i < pairs.size(); i++) {
            OptionalDouble fit = copy.translation().review().fit(i);
            byPlace.computeIfAbsent(pairs.get(i).place(), place -> new ArrayList<>())
                    .add(new Sentence(
                            pairs.get(i),
                            target(pairs.get(i), copy.translation().from(), wording),
                            fit.isEmpty() ? "" : wording.percent(fit.getAsDouble()),
                            hand(pairs.get(i), wording)));
        }
        return byPlace.entrySet().stream()
                .map(text -> new Passage(kinds.getOrDefault(text.getKey(), "paragraph"), List.copyOf(text.getValue())))
                .toList();
    }
}
