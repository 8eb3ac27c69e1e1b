package org.polywire.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds persons' names in the output of Apertium's first stage, the analyser: a sequence of capitalised words that begins with a
 * given name ({@code <np><ant>}) or with a word that no dictionary has. The engine would translate its parts (<i>Ana Herrero</i>
 * becomes <i>Ana Ferreiro</i>). Places and institutions are made of words that the engine knows and may translate.
 */
final class ApertiumNames {
    private static final Pattern UNIT = Pattern.compile("\\^((?:[^\\\\/$^]|\\\\.)*)/((?:[^\\\\$^]|\\\\.)*)\\$");
    private static final Set<String> PARTICLES = Set.of(
            "de", "del", "la", "las", "los", "da", "das", "do", "dos", "di", "du", "des", "le", "van", "von", "der",
            "den", "bin", "ibn", "al", "el", "i");
    private static final int MAX_WORDS = 7;
    /** A family name shorter than this says too little when it stands alone. */
    private static final int LEAST_ALONE = 4;

    private record Token(String surface, String analyses, boolean touching) {
        boolean capitalised() {
            return Character.isUpperCase(surface.codePointAt(0)) && !surface.equals(surface.toUpperCase(Locale.ROOT));
        }

        boolean unknown() {
            return analyses.startsWith("*");
        }

        boolean place() {
            return analyses.contains("<np><loc") || analyses.contains("<np><top");
        }

        boolean given() {
            return analyses.contains("<np><ant") || analyses.contains("<np><cog");
        }

        /** Whether it may begin a name: it is nothing else that is capitalised at the start of a sentence. */
        boolean opens() {
            return capitalised() && (unknown() || given());
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    private ApertiumNames(String analysed) {
        Matcher matcher = UNIT.matcher(analysed);
        int end = 0;
        while (matcher.find()) {
            boolean touching = analysed.substring(end, matcher.start()).equals(" ");
            tokens.add(new Token(matcher.group(1).replace("\\", ""), matcher.group(2), touching));
            end = matcher.end();
        }
    }

    /** The names, and the family names among them by themselves. */
    static Set<String> in(String analysed) {
        ApertiumNames reader = new ApertiumNames(analysed);
        for (int i = 0; i < reader.tokens.size(); i++) {
            if (reader.tokens.get(i).opens()) {
                i = reader.name(i);
            }
        }
        return reader.names;
    }

    /** Reads a name from its first word; returns its last. */
    private int name(int first) {
        int last = first;
        for (int i = first + 1;
                i < tokens.size() && i - first < MAX_WORDS && tokens.get(i).touching();
                i++) {
            if (tokens.get(i).capitalised()) {
                last = i;
            } else if (!PARTICLES.contains(tokens.get(i).surface())) {
                break;
            }
        }
        if (last > first && isPerson(first, last)) {
            names.add(joined(first, last));
            addAlone(tokens.get(last));
        }
        return last;
    }

    private boolean isPerson(int first, int last) {
        boolean place = tokens.subList(first, last + 1).stream().anyMatch(Token::place);
        return tokens.get(first).given() || !place;
    }

    private void addAlone(Token family) {
        boolean plain = family.surface().chars().allMatch(Character::isLetter);
        if (plain && family.surface().length() >= LEAST_ALONE && !family.place()) {
            names.add(family.surface());
        }
    }

    private String joined(int first, int last) {
        StringBuilder name = new StringBuilder(tokens.get(first).surface());
        tokens.subList(first + 1, last + 1).forEach(token -> name.append(' ').append(token.surface()));
        return name.toString();
    }
}
