package org.polywire.marian;

/**
 * A piece of a text that a model knows as one. The end of a sentence is a token without text.
 *
 * @param begin where it begins, counted in {@code char}s; a space belongs to the token after it
 * @param end where it ends
 * @param logProbability how sure the model was of it, 0 at best; 0 for tokens of a source
 */
public record Token(int begin, int end, double logProbability) {
    /**
     * @throws IllegalArgumentException if it ends before it begins
     */
    public Token {
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException(begin + " to " + end);
        }
    }

    Token moved(int characters) {
        return new Token(begin + characters, end + characters, logProbability);
    }
}
