package org.polywire.check;

import java.util.List;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.SentencePair;
import org.polywire.model.Unit;

/**
 * A unit of the original beside the unit of the translation at the same place.
 *
 * @param sentences as the engine paired them; may be empty
 */
record UnitPair(
        Place place,
        Unit.Role role,
        LanguageTag from,
        LanguageTag to,
        List<Inline> sourceContent,
        List<Inline> targetContent,
        List<SentencePair> sentences) {

    /** Characters of evidence that a finding shows. */
    private static final int EVIDENCE = 160;

    String source() {
        return Inlines.text(sourceContent);
    }

    String target() {
        return Inlines.text(targetContent);
    }

    /** The sentences as pairs of texts; the whole unit if the engine did not pair them. */
    Stream<TextPair> texts() {
        return sentences.isEmpty()
                ? Stream.of(new TextPair(source(), target()))
                : sentences.stream().map(sentence -> new TextPair(sentence.source(), sentence.target()));
    }

    /** The sentences that are judged; the whole unit if the engine did not pair them. */
    Stream<SentencePair> pairs() {
        return sentences.isEmpty()
                ? Stream.of(new SentencePair(place, source(), target(), List.of(), List.of()))
                : sentences.stream();
    }

    Finding note(FindingCode code, String evidence) {
        return finding(code, Severity.NOTE, place, evidence);
    }

    Finding hold(FindingCode code, String evidence) {
        return finding(code, Severity.HOLD, place, evidence);
    }

    Finding reject(FindingCode code, String evidence) {
        return finding(code, Severity.REJECT, place, evidence);
    }

    static Finding finding(FindingCode code, Severity severity, Place place, String evidence) {
        return new Finding(
                code, severity, place, evidence.length() > EVIDENCE ? evidence.substring(0, EVIDENCE) + "…" : evidence);
    }
}
