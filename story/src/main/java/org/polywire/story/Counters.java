package org.polywire.story;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Blocks that only count or tell how long ago something was: they change with every look at the page. */
final class Counters {
    /** A count is short; the longest met in the development pages has six words. */
    private static final int MOST = 8;

    private static final Set<String> WORDS = Phrases.read("counters.txt").values().stream()
            .flatMap(words -> Phrases.parted(words, " +").stream())
            .collect(Collectors.toUnmodifiableSet());

    private Counters() {}

    /** Whether a text is nothing but numbers and the words that go with counts. */
    static boolean isCount(String text) {
        if (text.length() > 100) {
            return false;
        }
        List<Token> tokens = Token.of(text, false);
        return !tokens.isEmpty()
                && tokens.size() <= MOST
                && tokens.stream().anyMatch(token -> token.kind() == Token.Kind.NUMBER)
                && tokens.stream().anyMatch(token -> token.kind() == Token.Kind.WORD)
                && tokens.stream()
                        .filter(token -> token.kind() != Token.Kind.NUMBER)
                        .allMatch(token -> WORDS.contains(token.folded()));
    }
}
