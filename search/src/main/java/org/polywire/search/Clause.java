package org.polywire.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thing that a reader asked for: a word, or words that must stand together.
 *
 * @param together whether it was written in quotation marks
 * @param unwanted whether it was written with a minus before it
 */
record Clause(String text, boolean together, boolean unwanted) {
    /** More than anybody types; a bound for what a search may cost. */
    static final int MOST = 16;

    private static final Pattern PARTS = Pattern.compile(
            "(?<minus>(?<=^|\\s)-)?(?:[\"“”„«»](?<phrase>[^\"“”„«»]+)[\"“”„«»]?|(?<word>[^\\s\"“”„«»]+))");

    static List<Clause> of(String text) {
        List<Clause> clauses = new ArrayList<>();
        Matcher parts = PARTS.matcher(text);
        while (parts.find() && clauses.size() < MOST) {
            boolean together = parts.group("phrase") != null;
            String words = together ? parts.group("phrase") : parts.group("word");
            clauses.add(new Clause(words.strip(), together, parts.group("minus") != null));
        }
        return List.copyOf(clauses);
    }

    /** As a reader would write it. */
    String written() {
        String words = together ? '"' + text + '"' : text;
        return unwanted ? "-" + words : words;
    }

    Clause withText(String other) {
        return new Clause(other, together, unwanted);
    }
}
