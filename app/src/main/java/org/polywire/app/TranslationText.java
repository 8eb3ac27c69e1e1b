package org.polywire.app;

import java.util.List;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;

/** A translation sentence by sentence, for an operator who wants to know why it is as it is. */
final class TranslationText {
    private TranslationText() {}

    static String of(Translation translation) {
        StringBuilder text = new StringBuilder("Way: ")
                .append(Routes.way(translation.route()))
                .append('\n');
        translation.sentences().forEach(sentence -> add(sentence, text));
        return text.toString();
    }

    private static void add(SentencePair sentence, StringBuilder text) {
        text.append('\n').append(sentence.place()).append('\n');
        text.append("  ").append(sentence.source()).append('\n');
        text.append("  → ").append(sentence.target()).append('\n');
        add("not known to the engine", sentence.unknown(), text);
        sentence.faults().forEach(fault -> text.append("  ! ").append(fault).append('\n'));
    }

    private static void add(String what, List<String> words, StringBuilder text) {
        if (!words.isEmpty()) {
            text.append("  ? ")
                    .append(what)
                    .append(": ")
                    .append(String.join(", ", words))
                    .append('\n');
        }
    }
}
