package org.polywire.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.polywire.language.Guess;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.LanguageTag;

/** Tells the language of an article: what the page declares, checked against its text. */
final class Languages {
    private static final double SURE = 0.85;
    private static final double PLAUSIBLE = 0.5;
    private static final int SAMPLE = 600;
    /** So few characters are enough to agree with what the page declares: no other answer on the 2,203 development pages than with 120 (decision 26). */
    private static final int BRIEF = 70;

    /** Tags that name the same written language, or that identifiers cannot keep apart. */
    private static final Map<String, String> KIN = Map.of(
            "nb", "no", "nn", "no", "ms", "id", "hr", "sr", "bs", "sr", "sh", "sr", "cmn", "zh", "tl", "fil", "prs",
            "fa");

    private Languages() {}

    static Optional<LanguageTag> of(Page page, String text, LanguageIdentifier identifier, Choice choice) {
        Element html = page.document.firstElementChild();
        choice.offer(
                        "html.lang",
                        html == null
                                ? ""
                                : Markup.has(html, "lang")
                                        ? Markup.attribute(html, "lang")
                                        : Markup.attribute(html, "xml:lang"))
                .offer("jsonld.inLanguage", page.data.text("inLanguage"))
                .offer("content-language", page.meta.first("content-language", "language", "dc.language"))
                .offer("og:locale", page.meta.first("og:locale"));
        List<Guess> guesses = guesses(choice, text, identifier);
        guesses.stream()
                .findFirst()
                .ifPresent(guess -> choice.offer("text", guess.language().value()));
        Optional<LanguageTag> declared = choice.candidates().stream()
                .filter(candidate -> !candidate.source().equals("text"))
                .flatMap(candidate -> tag(candidate.value()).stream())
                .filter(tag -> supported(tag, guesses))
                .findFirst();
        Optional<LanguageTag> result = declared.or(() -> guesses.stream()
                .findFirst()
                .filter(guess -> guess.confidence() >= PLAUSIBLE)
                .map(Guess::language));
        result.ifPresent(tag -> choice.take(declared.isPresent() ? "declared" : "text", tag.value()));
        return result;
    }

    private static List<Guess> guesses(Choice declared, String text, LanguageIdentifier identifier) {
        List<Guess> brief = identifier.guesses(text.substring(0, Math.min(BRIEF, text.length())));
        boolean agree = brief.stream()
                .limit(1)
                .anyMatch(guess -> guess.confidence() >= SURE
                        && declared.candidates().stream()
                                .limit(1)
                                .flatMap(candidate -> tag(candidate.value()).stream())
                                .anyMatch(tag -> same(guess.language(), tag)));
        return agree ? brief : identifier.guesses(text.substring(0, Math.min(SAMPLE, text.length())));
    }

    /** Whether the text may be in the declared language: it is the best guess, or the best guess is not sure. */
    private static boolean supported(LanguageTag declared, List<Guess> guesses) {
        return guesses.isEmpty()
                || guesses.getFirst().confidence() < SURE
                        && guesses.stream().limit(3).anyMatch(guess -> same(guess.language(), declared))
                || same(guesses.getFirst().language(), declared);
    }

    private static boolean same(LanguageTag one, LanguageTag other) {
        return kin(one).equals(kin(other));
    }

    private static String kin(LanguageTag tag) {
        return KIN.getOrDefault(tag.language(), tag.language());
    }

    private static Optional<LanguageTag> tag(String value) {
        try {
            return Optional.of(new LanguageTag(value.strip().replace('_', '-')));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
