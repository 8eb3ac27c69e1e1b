package org.polywire.check;

import java.util.ArrayList;
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
    private @Nullable String quiet;
    private @Nullable List<Word> words;
    private @Nullable List<Stem> stems;
    private @Nullable List<Lexicon.@Nullable Entry> entries;
    private @Nullable List<String> forms;
    private int @Nullable [] tongues;
    private @Nullable List<String> acronyms;
    private @Nullable List<Amount> amounts;
    private @Nullable HoursOfDay hours;

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

    /** The text in small letters, blank where a word only looks negative. */
    String quiet(Negations negations) {
        String read = quiet;
        if (read == null) {
            read = negations.quiet(lower(), language);
            quiet = read;
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

    /**
     * What is known of each of its words.
     *
     * @param lexicon of its language; the same each time
     */
    List<Lexicon.@Nullable Entry> entries(Lexicon lexicon) {
        List<Lexicon.@Nullable Entry> read = entries;
        if (read == null) {
            read = new ArrayList<>(stems().size());
            for (Stem word : stems()) {
                read.add(lexicon.get(word.key()));
            }
            entries = read;
        }
        return read;
    }

    /**
     * Each of its words as it is compared with those of its counterpart.
     *
     * @param cognates of the two languages; the same each time
     */
    List<String> forms(Cognates cognates) {
        List<String> read = forms;
        if (read == null) {
            read = stems().stream().map(word -> cognates.form(word.lower())).toList();
            forms = read;
        }
        return read;
    }

    /** The languages that have each of its words, a bit each. */
    int[] tongues(Tongues known) {
        int[] read = tongues;
        if (read == null) {
            read = known.having(stems());
            tongues = read;
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

    /** Which of its numbers are hours of the day. */
    HoursOfDay hours() {
        HoursOfDay read = hours;
        if (read == null) {
            read = HoursOfDay.of(lower(), language);
            hours = read;
        }
        return read;
    }
}
