package org.polywire.gather;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.polywire.model.Signal;
import org.polywire.model.Signal.Kind;

/**
 * Reads usage preferences: {@code train-ai=n, search=y}, a dictionary of structured fields (draft-ietf-aipref-vocab and
 * -attach, August 2026; RFC 9651). What is not understood says nothing.
 */
final class ContentUsage {
    private ContentUsage() {}

    static List<Signal> read(String place, String text) {
        List<Signal> signals = new ArrayList<>();
        for (String member : text.toLowerCase(Locale.ROOT).split(",")) {
            switch (member.split(";", 2)[0].replaceAll("\\s", "")) {
                case "train-ai=n", "train-genai=n" -> signals.add(new Signal(Kind.NO_TRAINING, place, text));
                case "search=n" -> signals.add(new Signal(Kind.NO_SEARCH, place, text));
                case "bots=n", "all=n", "ai-use=n", "ai=n" -> signals.add(new Signal(Kind.NO_AI, place, text));
                default -> {
                    // Yes, or a category that is not ours to know.
                }
            }
        }
        return signals;
    }

    static Stream<Signal> all(String place, List<String> fields) {
        return fields.stream().flatMap(field -> read(place, field).stream());
    }
}
