package org.polywire.publish;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Provenance;
import org.polywire.model.Review;
import org.polywire.model.Route.Leg;
import org.polywire.model.Route.Machine;
import org.polywire.model.Route.Original;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;

/**
 * How a text came about and what the checks thought of it, for readers.
 *
 * @param engines the name and version of each; empty for an original
 * @param way the languages that it came through, from the original's to the edition's; empty for an original
 * @param hands how many sentences come from whom; empty for an original
 * @param fit how likely its sentences are fit to be published; empty if none was judged
 * @param remarks what the checks noticed that did not keep it back
 */
record Making(List<Html> engines, List<Html> way, List<String> hands, String fit, List<Html> remarks) {
    /** More would bury the article; the newsroom's own account has all. */
    private static final int MOST_REMARKS = 12;

    static Making of(Translation translation, Wording wording) {
        return switch (translation.route()) {
            case Original() -> new Making(List.of(), List.of(), List.of(), "", List.of());
            case Machine(List<Leg> legs) ->
                new Making(
                        translation.legs().stream()
                                .map(leg -> Html.foreign((leg.engine() + " " + leg.version()).strip()))
                                .toList(),
                        way(legs, wording),
                        hands(translation.sentences(), wording),
                        fit(translation.review(), wording),
                        remarks(translation.review(), wording));
        };
    }

    private static List<Html> way(List<Leg> legs, Wording wording) {
        return Stream.concat(Stream.of(legs.getFirst().from()), legs.stream().map(Leg::to))
                .map(language -> Html.text(wording.nameOf(language)))
                .toList();
    }

    private static List<String> hands(List<SentencePair> sentences, Wording wording) {
        return Stream.of(
                        hand("hands.machine", sentences, Provenance.MACHINE::equals, wording),
                        hand("hands.recut", sentences, Provenance.RESEGMENTED::equals, wording),
                        hand("hands.rerouted", sentences, Provenance.REROUTED::equals, wording),
                        hand("hands.quoted", sentences, Provenance.QUOTED::equals, wording),
                        hand("hands.memory", sentences, Provenance.REUSED::equals, wording),
                        hand("hands.person", sentences, Provenance::byPerson, wording))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> hand(
            String key, List<SentencePair> sentences, Predicate<Provenance> whose, Wording wording) {
        long count = sentences.stream()
                .filter(sentence -> whose.test(sentence.provenance()))
                .count();
        return count == 0 ? List.of() : List.of(wording.say(key, Map.of("count", count)));
    }

    private static String fit(Review review, Wording wording) {
        OptionalDouble mean = review.mean();
        return mean.isEmpty()
                ? ""
                : wording.say(
                        "fit.text",
                        Map.of(
                                "mean", wording.percent(mean.getAsDouble()),
                                "least", wording.percent(review.least().orElseThrow())));
    }

    /** Each once, however often the same words gave cause for it. */
    private static List<Html> remarks(Review review, Wording wording) {
        LinkedHashSet<Html> remarks = new LinkedHashSet<>();
        review.findings().forEach(finding -> remarks.add(remark(finding, wording)));
        return remarks.stream().limit(MOST_REMARKS).toList();
    }

    private static Html remark(Finding finding, Wording wording) {
        Html words = Html.text(wording.say(key(finding.code())));
        return finding.evidence().isBlank()
                ? words
                : Html.join(" · ", List.of(words, Html.foreign(finding.evidence())));
    }

    /** Readers are told the kind of doubt, in words of their own language; the operator's account has the code. */
    private static String key(FindingCode code) {
        return switch (code) {
            case EMPTY, UNTRANSLATED, WRONG_LANGUAGE, SCRIPT_MIXED -> "remark.language";
            case UNKNOWN_WORDS -> "remark.unknown";
            case ENGINE_FAULT, ENGINE_MARK_LEFT -> "remark.fault";
            case NUMBER_CHANGED, PHONE_CHANGED -> "remark.number";
            case NAME_CHANGED, HEADLINE_BODY -> "remark.name";
            case QUOTE_UNBALANCED, QUOTE_COUNT, QUOTATION_ATTRIBUTION -> "remark.quotation";
            case LENGTH_RATIO, SENTENCE_COUNT, REPETITION, OMISSION, ADDITION, UNRELATED -> "remark.length";
            case QUOTED_ORIGINAL -> "remark.quoted";
            case NEGATION -> "remark.negation";
            case UNFIT, GLOSSARY_BROKEN, ALREADY_TRANSLATED -> "remark.wording";
            case LINK_LOST,
                    BLOCK_LOST,
                    FIGURE_LOST,
                    SPACING,
                    SENTENCE_START_LOWER,
                    CAPITAL_MID_SENTENCE,
                    PLACEHOLDER_LEFT,
                    BROKEN_ENCODING,
                    FURNITURE,
                    CAPTION_IN_BODY -> "remark.form";
        };
    }
}
