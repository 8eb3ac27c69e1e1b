package org.polywire.check;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;

/** What the engine itself says went wrong, and marks of it that stayed in the text. */
final class EngineEvidence implements Check {
    /** Shares of a unit's words, and counts, above which it is held. */
    private static final double UNKNOWN_IN_UNIT = 0.34;

    private static final int LEAST_UNKNOWN = 5;
    private static final double UNKNOWN_IN_ARTICLE = 0.18;
    private static final double FAULTS_IN_UNIT = 0.08;
    private static final int LEAST_FAULTS = 2;

    private static final String SIGNS = "*#@";

    private static final Pattern MARK =
            Pattern.compile("(?<![\\p{L}\\p{N}&/._-])[*#@]{1,2}\\p{L}[\\p{L}\\p{M}\\p{N}_]*+");

    @Override
    public Stream<Finding> review(Comparison comparison) {
        return Stream.concat(
                comparison.units().stream()
                        .flatMap(unit -> Stream.of(unknown(unit), faults(unit), marks(unit))
                                .flatMap(List::stream)),
                unknown(comparison));
    }

    private static List<Finding> unknown(UnitPair unit) {
        List<String> unknown = commonUnknown(unit.sentences());
        boolean many = unknown.size() >= LEAST_UNKNOWN && unknown.size() > UNKNOWN_IN_UNIT * words(unit);
        if (unknown.isEmpty()) {
            return List.of();
        }
        String evidence = String.join(", ", unknown);
        return List.of(
                many ? unit.hold(FindingCode.UNKNOWN_WORDS, evidence) : unit.note(FindingCode.UNKNOWN_WORDS, evidence));
    }

    private static Stream<Finding> unknown(Comparison comparison) {
        List<String> unknown = commonUnknown(comparison.translation().sentences());
        if (unknown.size() < LEAST_UNKNOWN) {
            return Stream.empty();
        }
        int words = comparison.units().stream().mapToInt(EngineEvidence::words).sum();
        return unknown.size() > UNKNOWN_IN_ARTICLE * words
                ? Stream.of(UnitPair.finding(
                        FindingCode.UNKNOWN_WORDS,
                        Severity.HOLD,
                        Place.BODY,
                        unknown.size() + " of " + words + " words: " + String.join(", ", unknown)))
                : Stream.empty();
    }

    /** Unknown words that are no names: a name is rightly copied. */
    private static List<String> commonUnknown(List<SentencePair> sentences) {
        return sentences.stream()
                .flatMap(sentence -> sentence.unknown().stream())
                .filter(word -> !word.isEmpty() && Character.isLowerCase(word.codePointAt(0)))
                .toList();
    }

    private static List<Finding> faults(UnitPair unit) {
        List<String> faults = unit.sentences().stream()
                .flatMap(sentence -> sentence.faults().stream())
                .toList();
        if (faults.isEmpty()) {
            return List.of();
        }
        String evidence = String.join(", ", faults);
        boolean many = faults.size() >= LEAST_FAULTS && faults.size() > FAULTS_IN_UNIT * words(unit);
        return List.of(
                many || faults.contains(SentencePair.BROKEN_OFF)
                        ? unit.hold(FindingCode.ENGINE_FAULT, evidence)
                        : unit.note(FindingCode.ENGINE_FAULT, evidence));
    }

    private static List<Finding> marks(UnitPair unit) {
        if (unit.target().chars().noneMatch(sign -> SIGNS.indexOf(sign) >= 0)) {
            return List.of();
        }
        List<String> left = new ArrayList<>(marked(unit.target()));
        marked(unit.source()).forEach(left::remove);
        return left.stream()
                .map(word -> unit.hold(FindingCode.ENGINE_MARK_LEFT, word))
                .toList();
    }

    private static List<String> marked(String text) {
        return MARK.matcher(text).results().map(MatchResult::group).collect(Collectors.toList());
    }

    private static int words(UnitPair unit) {
        return unit.sourceWords().size();
    }
}
