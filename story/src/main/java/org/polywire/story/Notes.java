package org.polywire.story;

import java.util.List;
import java.util.Optional;

/** The words with which sources say that they corrected or withdrew something. */
final class Notes {
    /** A phrase of fewer words is a note only at the start of a sentence that is nothing else, or goes on after a colon. */
    private static final int TELLING = 3;

    private static final List<String> CORRECTIONS = phrases("correction");
    private static final List<String> RETRACTIONS = phrases("retraction");

    private Notes() {}

    private static List<String> phrases(String kind) {
        return Phrases.read("notes.txt").entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(kind))
                .flatMap(entry -> Phrases.parted(entry.getValue(), "\\|").stream())
                .toList();
    }

    static Optional<Statement> correction(List<Statement> statements) {
        return first(statements, CORRECTIONS);
    }

    static Optional<Statement> retraction(List<Statement> statements) {
        return first(statements, RETRACTIONS);
    }

    private static Optional<Statement> first(List<Statement> statements, List<String> phrases) {
        return statements.stream()
                .filter(statement -> phrases.stream().anyMatch(phrase -> says(statement, phrase)))
                .findFirst();
    }

    private static boolean says(Statement statement, String phrase) {
        String words = statement.words();
        if (phrase.split(" ", -1).length >= TELLING) {
            return (" " + words + " ").contains(" " + phrase + " ");
        }
        return words.equals(phrase) || (words.startsWith(phrase + " ") && partsAfter(statement.text(), phrase));
    }

    /** Whether punctuation follows the phrase: «Correction: …», «Corrección (12 de mayo) …», «CORRECTION – …». */
    private static boolean partsAfter(String text, String phrase) {
        int end = 0;
        int words = phrase.split(" ", -1).length;
        for (Token token : Token.of(text, false).subList(0, words)) {
            end = text.indexOf(token.text(), end) + token.text().length();
        }
        String rest = text.substring(end).strip();
        return !rest.isEmpty() && ":.(–—-|/[،".indexOf(rest.charAt(0)) >= 0;
    }
}
