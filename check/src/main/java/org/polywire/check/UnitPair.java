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

/** A unit of the original beside the unit of the translation at the same place, each read once ({@link Text}). Used by one thread. */
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
    private final TextPair whole;
    private final List<Sentence> judged;

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
        this.whole = texts(Inlines.text(sourceContent), Inlines.text(targetContent));
        this.judged = sentences.isEmpty()
                ? List.of(new Sentence(new SentencePair(place, source(), target(), List.of(), List.of()), whole))
                : sentences.stream().map(this::judged).toList();
    }

    private Sentence judged(SentencePair pair) {
        boolean isWhole = pair.source().equals(source()) && pair.target().equals(target());
        return new Sentence(pair, isWhole ? whole : texts(pair.source(), pair.target()));
    }

    /** Two texts in the languages of the original and the translation. */
    TextPair texts(String one, String other) {
        return TextPair.of(from.language(), to.language(), one, other);
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
        return whole.source().written();
    }

    String target() {
        return whole.target().written();
    }

    TextPair whole() {
        return whole;
    }

    List<Word> sourceWords() {
        return whole.source().words();
    }

    List<Word> targetWords() {
        return whole.target().words();
    }

    /** The sentences as pairs of texts; the whole unit if the engine did not pair them. */
    Stream<TextPair> texts() {
        return judged.stream().map(Sentence::texts);
    }

    /** The sentences that are judged; the whole unit if the engine did not pair them. */
    List<Sentence> judged() {
        return judged;
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
