package org.polywire.check;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Stems.Stem;

/**
 * A text in one language with what most checks read of it: its words, names and numbers, each read when the first check asks. Used by one
 * thread.
 */
final class Text {
    private static final AmountReader AMOUNTS = AmountReader.load();

    private final String written;
    private final String language;
    private @Nullable String lower;
    private @Nullable List<Word> words;
    private @Nullable List<Stem> stems;
    private @Nullable List<String> acronyms;
    private @Nullable List<Amount> amounts;

    /**
     * @param language primary subtag
     */
    Text(String written, String language) {
        this.written = written;
        this.language = language;
    }

    String written() {
        return written;
    }

    String language() {
        return language;
    }

    /** The text in small letters. */
    String lower() {
        String read = lower;
        if (read == null) {
            read = written.toLowerCase(Locale.ROOT);
            lower = read;
        }
        return read;
    }

    List<Word> words() {
        List<Word> read = words;
        if (read == null) {
            read = List.copyOf(Word.of(written));
            words = read;
        }
        return read;
    }

    List<Stem> stems() {
        List<Stem> read = stems;
        if (read == null) {
            read = List.copyOf(Stems.of(this));
            stems = read;
        }
        return read;
    }

    /** The English keys of its short forms. */
    List<String> acronyms() {
        List<String> read = acronyms;
        if (read == null) {
            read = Acronyms.keys(this);
            acronyms = read;
        }
        return read;
    }

    /** Its numbers. */
    List<Amount> amounts() {
        List<Amount> read = amounts;
        if (read == null) {
            read = AMOUNTS.read(written, language);
            amounts = read;
        }
        return read;
    }
}
