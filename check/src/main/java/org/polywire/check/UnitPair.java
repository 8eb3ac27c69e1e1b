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

/** A unit of the original beside the unit of the translation at the same place, each read into words once. Immutable. */
final class UnitPair {
    /** Characters of evidence that a finding shows. */
    private static final int EVIDENCE = 160;

    private final Place place;
    private final Unit.Role role;
    private final LanguageTag from;
    private final LanguageTag to;
    private final List<Inline> sourceContent;
    private final List<Inline> targetContent;
    private final List<SentencePair> sentences;
    private final String source;
    private final String target;
    private final List<Word> sourceWords;
    private final List<Word> targetWords;

    /**
     * @param target what the translation has at the place of the original's unit; nothing if it lost it
     * @param sentences as the engine paired them; may be empty
     */
    UnitPair(Unit unit, LanguageTag from, LanguageTag to, List<Inline> target, List<SentencePair> sentences) {
        this.place = unit.place();
        this.role = unit.role();
        this.from = from;
        this.to = to;
        this.sourceContent = unit.content();
        this.targetContent = target;
        this.sentences = sentences;
        this.source = Inlines.text(sourceContent);
        this.target = Inlines.text(targetContent);
        this.sourceWords = List.copyOf(Word.of(source));
        this.targetWords = List.copyOf(Word.of(this.target));
    }

    Place place() {
        return place;
    }

    Unit.Role role() {
        return role;
    }

    LanguageTag from() {
        return from;
    }

    LanguageTag to() {
        return to;
    }

    List<Inline> sourceContent() {
        return sourceContent;
    }

    List<Inline> targetContent() {
        return targetContent;
    }

    List<SentencePair> sentences() {
        return sentences;
    }

    String source() {
        return source;
    }

    String target() {
        return target;
    }

    List<Word> sourceWords() {
        return sourceWords;
    }

    List<Word> targetWords() {
        return targetWords;
    }

    /** The sentences as pairs of texts; the whole unit if the engine did not pair them. */
    Stream<TextPair> texts() {
        return sentences.isEmpty()
                ? Stream.of(new TextPair(source, target))
                : sentences.stream().map(sentence -> new TextPair(sentence.source(), sentence.target()));
    }

    /** The sentences that are judged; the whole unit if the engine did not pair them. */
    Stream<SentencePair> pairs() {
        return sentences.isEmpty()
                ? Stream.of(new SentencePair(place, source, target, List.of(), List.of()))
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
