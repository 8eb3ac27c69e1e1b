package org.polywire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.polywire.model.Article;
import org.polywire.model.Unit;

/** Makes the sketch of one article. */
final class Sketcher {
    /** So many words in a row make a group; few are met in two texts by chance. */
    private static final int GROUP = 4;

    /** The same of letters, where letters stand for words. */
    private static final int LETTERS = 8;

    /** Tokens of an article that are looked at; what comes later changes little. */
    private static final int MOST = 6_000;

    /** What a word in the headline or standfirst counts for. */
    private static final int PROMINENT = 4;

    private static final int SHORTEST_WORD = 4;

    /**
     * Letters of a word that are left in most of its forms (McNamee and Mayfield, Character N-Gram Tokenization for European
     * Language Text Retrieval, 2004).
     */
    private static final int BEGINNING = 5;

    /** What is left of a word without its first letter is long enough to be the same word. */
    private static final int SHORTEST_REST = 3;

    private final Map<Mark, Map<String, Integer>> counts = new EnumMap<>(Mark.class);
    private final Set<String> small = new HashSet<>();
    private final List<Token> body = new ArrayList<>();
    private final List<Weighed> all = new ArrayList<>();

    private record Weighed(Token token, int weight) {}

    Sketcher(Article article) {
        for (Mark kind : Mark.values()) {
            counts.put(kind, new LinkedHashMap<>());
        }
        article.units().forEach(this::read);
        all.forEach(this::count);
        for (int i = 1; i < all.size(); i++) {
            pair(all.get(i - 1), all.get(i));
        }
    }

    private void read(Unit unit) {
        if (all.size() > MOST) {
            return;
        }
        switch (unit.role()) {
            case HEADLINE -> take(unit, PROMINENT).forEach(this::title);
            case STANDFIRST -> take(unit, PROMINENT);
            case PARAGRAPH, HEADING, CELL -> body.addAll(take(unit, 1));
            case KICKER, SECTION, CAPTION, DESCRIPTION -> {}
        }
    }

    private List<Token> take(Unit unit, int weight) {
        boolean title = unit.role() == Unit.Role.HEADLINE || unit.role() == Unit.Role.HEADING;
        List<Token> tokens = Token.of(unit.text(), title);
        for (Token token : tokens) {
            all.add(new Weighed(token, weight));
            if (!token.capital()) {
                small.add(token.folded());
            }
        }
        return tokens;
    }

    private void title(Token token) {
        String folded = token.folded();
        if (token.kind() == Token.Kind.NUMBER) {
            Numbers.mark(token.text()).ifPresent(number -> title(number.text()));
        } else if (token.kind() == Token.Kind.LETTER || folded.length() >= SHORTEST_WORD) {
            title(folded.substring(0, Math.min(BEGINNING, folded.length())));
        }
    }

    private void title(String text) {
        counted(Mark.TITLE).merge(text, 1, Integer::sum);
    }

    private void count(Weighed weighed) {
        Token token = weighed.token();
        switch (token.kind()) {
            case NUMBER -> Numbers.mark(token.text()).ifPresent(number -> add(number.kind(), number.text(), weighed));
            case WORD -> word(token, weighed);
            case LETTER -> {}
        }
    }

    /** Where letters stand for words, two in a row are a word. */
    private void pair(Weighed one, Weighed next) {
        if (one.token().kind() == Token.Kind.LETTER && next.token().kind() == Token.Kind.LETTER) {
            add(Mark.WORD, one.token().text() + next.token().text(), next);
        }
    }

    private void word(Token token, Weighed weighed) {
        String folded = token.folded();
        if (Sounds.hasCapitals(folded)) {
            if (isName(token, folded)) {
                add(Mark.NAME, folded, weighed);
                Sounds.of(folded).ifPresent(sound -> add(Mark.SOUND, sound, weighed));
            }
        } else {
            Sounds.of(bare(folded)).ifPresent(sound -> add(Mark.SOUND, sound, weighed));
        }
        if (folded.length() >= SHORTEST_WORD) {
            add(Mark.WORD, folded, weighed);
        }
    }

    /** Without a preposition or conjunction that is written together with it, as in Arabic and Hebrew, where the text has the word without it, too. */
    private String bare(String folded) {
        String rest = folded.substring(1);
        return rest.length() >= SHORTEST_REST && small.contains(rest) ? rest : folded;
    }

    /** A capital that its place does not explain, or one at the start of a word that is never written small. */
    private boolean isName(Token token, String folded) {
        return token.capital() && folded.length() > 1 && (!token.initial() || !small.contains(folded));
    }

    private void add(Mark kind, String text, Weighed weighed) {
        counted(kind).merge(text, weighed.weight(), Integer::sum);
    }

    private Map<String, Integer> counted(Mark kind) {
        return Objects.requireNonNull(counts.get(kind));
    }

    Sketch sketch() {
        int[][] marks = new int[Mark.values().length][];
        for (Mark kind : Mark.values()) {
            marks[kind.ordinal()] = top(kind);
        }
        return new Sketch(Writing.of(all.stream().map(Weighed::token).toList()), MinHash.of(groups()), marks);
    }

    /** The most frequent, the first seen first among equals. */
    private int[] top(Mark kind) {
        return counted(kind).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(kind.most())
                .mapToInt(entry -> Hash.mark(kind, entry.getKey()))
                .sorted()
                .distinct()
                .toArray();
    }

    private long[] groups() {
        long[] words = body.stream().mapToLong(token -> Hash.of(token.folded())).toArray();
        long letters =
                body.stream().filter(token -> token.kind() == Token.Kind.LETTER).count();
        int length = letters * 2 > words.length ? LETTERS : GROUP;
        long[] groups = new long[Math.max(0, words.length - length + 1)];
        for (int start = 0; start < groups.length; start++) {
            long group = 0;
            for (int i = start; i < start + length; i++) {
                group = Hash.mixed(group * 31 + words[i]);
            }
            groups[start] = group;
        }
        return Arrays.stream(groups).distinct().toArray();
    }
}
