package org.polywire.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource;

/**
 * Adds to each Hebrew word the same word without the particles that are written as its first letters (and, the, in, to, from,
 * that, as), at the same place: {@code והספינה} is also found as {@code ספינה}. Which letters belong to the word cannot be known
 * without a dictionary, so every possibility counts; what remains has at least three letters.
 */
final class HebrewProclitics extends TokenFilter {
    private static final String PARTICLES = "והבכלמש";
    private static final int LEAST = 3;
    private static final int MOST_PARTICLES = 3;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> shorter = new ArrayDeque<>();
    private AttributeSource.State word = captureState();

    HebrewProclitics(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!shorter.isEmpty()) {
            restoreState(word);
            position.setPositionIncrement(0);
            term.setEmpty().append(shorter.poll());
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        collect(term.toString());
        word = captureState();
        return true;
    }

    private void collect(String text) {
        for (int i = 0;
                i < MOST_PARTICLES && text.length() - i > LEAST && PARTICLES.indexOf(text.charAt(i)) >= 0;
                i++) {
            shorter.add(text.substring(i + 1));
        }
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        shorter.clear();
    }
}
