package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;

/**
 * A manuscript without markup.
 *
 * @param pieces what is translated and what stands between, by turns; the first and the last stand before and after all
 */
record PlainManuscript(List<String> pieces) implements Manuscript {
    static final Pattern LINE_END = Pattern.compile("\\R\\s*");
    static final Pattern EMPTY_LINE = Pattern.compile("\\R\\h*\\R\\s*");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    PlainManuscript {
        pieces = List.copyOf(pieces);
    }

    /** @param separator what stands between two runs; part of the text as it is */
    static PlainManuscript of(String text, Pattern separator) {
        List<String> pieces = new ArrayList<>();
        StringBuilder between = new StringBuilder();
        Matcher next = separator.matcher(text);
        int start = 0;
        while (next.find()) {
            add(text.substring(start, next.start()), between, pieces);
            between.append(next.group());
            start = next.end();
        }
        add(text.substring(start), between, pieces);
        pieces.add(between.toString());
        return new PlainManuscript(pieces);
    }

    /** Adds a run, whose white space at its edges belongs to what stands between. */
    private static void add(String run, StringBuilder between, List<String> pieces) {
        String words = run.strip();
        if (words.isEmpty()) {
            between.append(run);
            return;
        }
        int start = run.indexOf(words);
        pieces.add(between.append(run, 0, start).toString());
        pieces.add(words);
        between.setLength(0);
        between.append(run, start + words.length(), run.length());
    }

    @Override
    public List<List<Inline>> runs() {
        List<List<Inline>> runs = new ArrayList<>();
        for (int i = 1; i < pieces.size(); i += 2) {
            runs.add(Inlines.ofText(SPACE.matcher(pieces.get(i)).replaceAll(" ")));
        }
        return runs;
    }

    @Override
    public String write(List<List<Inline>> translations, LanguageTag language) {
        if (translations.size() != pieces.size() / 2) {
            throw new IllegalArgumentException(translations.size() + " translations of " + pieces.size() / 2 + " runs");
        }
        StringBuilder text = new StringBuilder(pieces.getFirst());
        for (int i = 0; i < translations.size(); i++) {
            text.append(Inlines.text(translations.get(i))).append(pieces.get(2 * i + 2));
        }
        return text.toString();
    }
}
