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

        /** Whether it is an ordinary word too: {@code Rosa}, {@code Costa}. */
        boolean common() {
            return analyses.contains("<n>") || analyses.contains("<adj>") || analyses.contains("<vblex>");
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

    /** Whether a word goes on with the name; what follows a particle must look like a name by itself. */
    private boolean continues(int at) {
        boolean afterParticle = PARTICLES.contains(tokens.get(at - 1).surface());
        Token token = tokens.get(at);
        return token.capitalised() && (!afterParticle || token.unknown() || token.given());
    }

    /** Reads a name from its first word; returns its last. */
    private int name(int first) {
        int last = first;
        for (int i = first + 1;
                i < tokens.size() && i - first < MAX_WORDS && tokens.get(i).touching();
                i++) {
            if (continues(i)) {
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
        Token opening = tokens.get(first);
        List<Token> rest = tokens.subList(first + 1, last + 1);
        if (opening.common()) {
            return rest.stream().anyMatch(token -> token.given() || token.unknown());
        }
        return opening.given() || rest.stream().noneMatch(Token::place);
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
