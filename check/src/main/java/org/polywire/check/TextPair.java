package org.polywire.check;

import org.jspecify.annotations.Nullable;

/** A text and what it became, with what several checks find of both, each found when the first of them asks. Used by one thread. */
final class TextPair {
    private static final Currencies CURRENCIES = Currencies.load();

    private final Text source;
    private final Text target;
    private Numbers.@Nullable Difference numbers;
    private Currencies.@Nullable Exchange currencies;

    TextPair(Text source, Text target) {
        this.source = source;
        this.target = target;
    }

    /**
     * @param from primary subtag of the original's language
     * @param to primary subtag of the translation's
     */
    static TextPair of(String from, String to, String source, String target) {
        return new TextPair(new Text(source, from), new Text(target, to));
    }

    Text source() {
        return source;
    }

    Text target() {
        return target;
    }

    /** How their numbers differ. */
    Numbers.Difference numbers() {
        Numbers.Difference found = numbers;
        if (found == null) {
            found = Numbers.difference(this);
            numbers = found;
        }
        return found;
    }

    /** Which currencies were exchanged for others. */
    Currencies.Exchange currencies() {
        Currencies.Exchange found = currencies;
        if (found == null) {
            found = CURRENCIES.exchange(this);
            currencies = found;
        }
        return found;
    }

    String evidence() {
        return source.written() + " → " + target.written();
    }
}
