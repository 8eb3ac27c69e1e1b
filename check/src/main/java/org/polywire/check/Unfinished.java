package org.polywire.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * No sentence ends with a word after which more must come, such as an article or a conjunction, unless the original's does, too. What
 * trails off in dots is meant to.
 */
final class Unfinished implements UnitCheck {
    /** What may stand behind the last word; a symbol ({@code 10 millones de $}) is one more, and dots trail off. */
    private static final Pattern END = Pattern.compile("(?!.*(?:…|\\.\\.))[\\p{P}\\s]*");

    /** What joins a pronoun to the verb before it ({@code reinjectar-les}). */
    private static final String JOINS = "-‑'’";

    private final Map<String, Set<String>> openEnds;

    /** Names of letters, with which short forms are spelt: {@code سي إن إن}, {@code بي تي في} end in no preposition. */
    private final Map<String, Set<String>> letterNames;

    private Unfinished(Map<String, Set<String>> openEnds, Map<String, Set<String>> letterNames) {
        this.openEnds = openEnds;
        this.letterNames = letterNames;
    }

    static Unfinished load() {
        return new Unfinished(Lists.sets("open-ends.txt"), Lists.sets("letter-names.txt"));
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        String to = unit.to().language();
        String from = unit.from().language();
        if (!openEnds.containsKey(to) || !openEnds.containsKey(from)) {
            return Stream.empty();
        }
        return unit.texts()
                .filter(text -> isOpen(text.target()) && !isOpen(text.source()))
                .map(text -> unit.hold(FindingCode.OMISSION, lastWords(text.target())));
    }

    private boolean isOpen(Text read) {
        String text = read.written();
        String language = read.language();
        List<Word> words = read.words();
        if (words.size() < 2) {
            return false;
        }
        Word last = words.getLast();
        return openEnds.getOrDefault(language, Set.of()).contains(last.text())
                && JOINS.indexOf(text.charAt(last.start() - 1)) < 0
                && !isOneByOne(words)
                && !isLetterName(words.get(words.size() - 2), language)
                && END.matcher(text.substring(last.start() + last.text().length()))
                        .matches();
    }

    private boolean isLetterName(Word word, String language) {
        return letterNames.getOrDefault(language, Set.of()).contains(word.text());
    }

    /** Whether a text ends in a word that is there twice, with one between ({@code un a un}). */
    private static boolean isOneByOne(List<Word> words) {
        int last = words.size() - 1;
        return last > 1 && words.get(last).text().equals(words.get(last - 2).text());
    }

    private static String lastWords(Text text) {
        List<Word> words = text.words();
        return text.written().substring(words.get(Math.max(0, words.size() - 3)).start());
    }
}
