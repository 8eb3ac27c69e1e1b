package org.polywire.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.pipeline.MemoryDesk.Alike;
import org.polywire.translate.Protection;

/** A translation sentence by sentence, for an operator who wants to know why it is as it is. */
final class TranslationText {
    private final StringBuilder text = new StringBuilder();

    private final Translation translation;
    private final Remembered memory;

    private TranslationText(Translation translation, Remembered memory) {
        this.translation = translation;
        this.memory = memory;
    }

    /**
     * @param protections as many as the translation has sentences
     * @param memory where sentences are looked for that are like those that an engine translated
     */
    static String of(Translation translation, List<Protection> protections, List<Finding> findings, Remembered memory) {
        TranslationText text = new TranslationText(translation, memory);
        text.text.append("Way: ").append(Routes.way(translation.route())).append('\n');
        Map<String, List<Finding>> places = findings.stream()
                .collect(Collectors.groupingBy(finding -> finding.place().path(), TreeMap::new, Collectors.toList()));
        List<SentencePair> sentences = translation.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            Place place = sentences.get(i).place();
            text.add(sentences.get(i), protections.get(i));
            if (i + 1 == sentences.size() || !sentences.get(i + 1).place().equals(place)) {
                text.add(places.getOrDefault(place.path(), List.of()));
                places.remove(place.path());
            }
        }
        places.values().forEach(text::add);
        return text.text.toString();
    }

    private void add(SentencePair sentence, Protection protection) {
        if (sentence.source().codePoints().noneMatch(Character::isLetter)) {
            return;
        }
        text.append('\n').append(sentence.place()).append('\n');
        text.append("  ").append(sentence.source()).append('\n');
        text.append("  → ").append(sentence.target()).append('\n');
        add("  = kept as it is: ", protection.kept());
        add("  = names: ", protection.names());
        add("  = glossary: ", protection.terms());
        add("  = as Unicode CLDR has it: ", protection.displayNames());
        add("  = in the letters of the other language: ", protection.transliterated());
        add("  = quotation in a third language, kept: ", protection.quotations());
        add("  ? not known to the engine: ", sentence.unknown());
        Stream.concat(sentence.faults().stream(), sentence.breaches().stream())
                .forEach(fault -> text.append("  ! ").append(fault).append('\n'));
        if (sentence.provenance() != Provenance.MACHINE) {
            text.append("  = from the memory: ")
                    .append(MemoryCommand.words(sentence.provenance()))
                    .append('\n');
        }
        if (!sentence.provenance().byPerson()) {
            memory.near(
                            sentence.source(),
                            translation.from(),
                            translation.article().language())
                    .ifPresent(this::add);
        }
    }

    private void add(String what, List<String> words) {
        if (!words.isEmpty()) {
            text.append(what).append(String.join(", ", words)).append('\n');
        }
    }

    private void add(Alike near) {
        text.append(String.format(Locale.ROOT, "  ~ %.0f %% like what a person translated: ", near.likeness() * 100))
                .append(near.entry().sourceText())
                .append(" → ")
                .append(near.entry().targetText())
                .append('\n');
    }

    private void add(List<Finding> findings) {
        findings.forEach(finding -> text.append("  ").append(line(finding)).append('\n'));
    }

    static String line(Finding finding) {
        return finding.severity() + " " + finding.code() + " at " + finding.place() + ": "
                + finding.code().words() + (finding.evidence().isBlank() ? "" : " " + finding.evidence());
    }
}
