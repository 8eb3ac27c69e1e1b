package org.polywire.marian;

import java.util.List;

/**
 * A sentence with its translation.
 *
 * @param text the translation
 * @param source the tokens of the source; some may have no text
 * @param target the tokens of the translation; some may have no text
 * @param alignment of {@code target} with {@code source}
 * @param cutOff whether the model was stopped for having said twice as much as the source, which is almost surely a fault; such
 *     a text is not fit to be published unseen
 */
public record TranslatedSentence(
        String text, List<Token> source, List<Token> target, Alignment alignment, boolean cutOff) {
    public TranslatedSentence {
        source = List.copyOf(source);
        target = List.copyOf(target);
        if (alignment.targets() != target.size() || alignment.sources() != source.size()) {
            throw new IllegalArgumentException("an alignment of other tokens");
        }
    }

    /** Mean of the tokens' logarithms; 0 for an empty sentence. */
    public double meanLogProbability() {
        return target.stream().mapToDouble(Token::logProbability).average().orElse(0);
    }
}
