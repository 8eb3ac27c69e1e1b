package org.polywire.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds persons' names in the output of Apertium's first stage, the analyser: a sequence of capitalised words that begins with a
 * given name ({@code <np><ant>}) or with a word that no dictionary has. The engine would translate its parts (<i>Ana Herrero</i>
 * becomes <i>Ana Ferreiro</i>). Places and institutions are made of words that the engine knows and may translate.
 *
 * <p>Names of clubs, companies and media are sequences that are no phrase of the language: an adjective before what it does not
 * go with (<i>Deportivo Salinas</i>), or a noun beside a noun (<i>Unión Costa</i>).
 */
final class ApertiumNames {
    private static final Set<String> PARTICLES = words("particle");
    /** Adjectives that open the names of institutions and places: <i>Alta Comisión</i>, <i>Novo Banco</i>. */
    private static final Set<String> PRENOMINAL = words("before");

    private static final int MAX_WORDS = 7;
    /** A family name shorter than this says too little when it stands alone. */
    private static final int LEAST_ALONE = 4;

    private static Set<String> words(String kind) {
        return Lines.of("name-words.txt").stream()
                .filter(line -> line.getFirst().equals(kind))
                .flatMap(line -> line.stream().skip(1))
                .collect(Collectors.toSet());
    }

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

        /** Whether it names a place and nobody. */
        boolean placeOnly() {
            return place() && !given();
        }

        boolean forename() {
            return known("<np><ant");
        }

        /** Whether a person's name begins with it, and no place's. */
        boolean begins() {
            return capitalised() && forename() && !place();
        }

        /** Whether it is part of a person's name. */
        boolean given() {
            return analyses.contains("<np><ant") || analyses.contains("<np><cog");
        }

        /** Whether it is an ordinary word too: {@code Rosa}, {@code Costa}. */
        boolean common() {
            return analyses.contains("<n>") || analyses.contains("<adj>") || analyses.contains("<vblex>");
        }

        boolean known(String tag) {
            return analyses.contains(tag);
        }

        /** Whether it is one of the small words of the language, too: <i>Este</i>, also a demonstrative. */
        boolean small() {
            return Stream.of("<det>", "<prn>", "<pr>", "<cnj", "<adv>", "<rel>").anyMatch(this::known);
        }

        /** An adjective and nothing else, of the kind that follows its noun; <i>Gran</i> and <i>Primer</i> go before it. */
        boolean onlyFollows() {
            return known("<adj>")
                    && !known("<n>")
                    && !known("<np>")
                    && !known("<ord>")
                    && !known("<vblex>")
                    && !PRENOMINAL.contains(surface.toLowerCase(Locale.ROOT));
        }

        /** Whether an adjective and a noun have a gender and a number in common. */
        boolean agreesWith(Token noun) {
            boolean gender = sharesAny(noun, "<m>", "<f>") || known("<mf>") || noun.known("<mf>");
            boolean number = sharesAny(noun, "<sg>", "<pl>") || known("<sp>") || noun.known("<sp>");
            return gender && number;
        }

        private boolean sharesAny(Token other, String... tags) {
            return Stream.of(tags).anyMatch(tag -> known(tag) && other.known(tag));
        }

        /** A noun and nothing that could go with a noun. */
        boolean onlyNoun() {
            return known("<n>") && !known("<adj>") && !known("<np>") && !known("<vblex><pp>") && !known("<ord>");
        }

        /** Whether it may begin a name: it is nothing else that is capitalised at the start of a sentence. */
        boolean opens() {
            return capitalised() && (unknown() || given());
        }
    }

    private final List<Token> tokens = new ArrayList<>();
    private final Set<String> names = new LinkedHashSet<>();

    private ApertiumNames(String analysed) {
        int end = 0;
        for (int at = analysed.indexOf('^'); at >= 0; at = analysed.indexOf('^', at + 1)) {
            int slash = next(analysed, at + 1, "/$^");
            int close = slash < 0 || analysed.charAt(slash) != '/' ? -1 : next(analysed, slash + 1, "$^");
            if (close >= 0 && analysed.charAt(close) == '$') {
                boolean touching = at == end + 1 && analysed.charAt(end) == ' ';
                String surface = analysed.substring(at + 1, slash).replace("\\", "");
                tokens.add(new Token(surface, analysed.substring(slash + 1, close), touching));
                end = close + 1;
                at = close;
            }
        }
    }

    /** Where the first of these signs stands that is not escaped; -1 if none does. */
    private static int next(String text, int from, String signs) {
        for (int i = from; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
            i += text.charAt(i) == '\\' ? 1 : 0;
        }
        return -1;
    }

    /** The names, and the family names among them by themselves. */
    static Set<String> in(String analysed) {
        ApertiumNames reader = new ApertiumNames(analysed);
        for (int i = 0; i < reader.tokens.size(); i++) {
            if (reader.tokens.get(i).opens()) {
                i = reader.name(i);
            } else if (reader.insideSentence(i)) {
                i = reader.body(i);
            }
        }
        return reader.names;
    }

    /** The names of persons that begin with a given name, as in {@link #in}. */
    static Set<String> withGivenName(String analysed) {
        ApertiumNames reader = new ApertiumNames(analysed);
        for (int i = 0; i < reader.tokens.size(); i++) {
            if (reader.tokens.get(i).begins()) {
                i = reader.name(i);
            }
        }
        return reader.names;
    }

    /** The given names among some words. */
    static Set<String> given(String analysed) {
        return new ApertiumNames(analysed)
                .tokens.stream().filter(Token::begins).map(Token::surface).collect(Collectors.toSet());
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
            if (last - first == 2
                    && !tokens.get(last - 1).given()
                    && tokens.get(last - 1).capitalised()) {
                addAlone(tokens.get(last - 1));
            }
        }
        return last;
    }

    /** Whether a capital at this place means something. */
    private boolean insideSentence(int at) {
        return at > 0
                && tokens.get(at).touching()
                && Words.hasLetter(tokens.get(at - 1).surface());
    }

    /** Reads the name of a club, a company or a medium, if one begins here; returns its last word. */
    private int body(int first) {
        Token opening = tokens.get(first);
        int last = first;
        while (last + 1 < tokens.size()
                && last + 1 - first < MAX_WORDS
                && tokens.get(last).capitalised()
                && tokens.get(last + 1).touching()
                && tokens.get(last + 1).capitalised()) {
            last++;
        }
        if (last == first) {
            return first;
        }
        Token second = tokens.get(first + 1);
        boolean phrase = second.known("<n>") && !second.known("<np>") && opening.agreesWith(second);
        if (opening.onlyFollows() && !phrase) {
            names.add(joined(first, last));
            addAlone(opening);
            addAlone(tokens.get(last));
        } else if (last == first + 1 && opening.onlyNoun() && second.onlyNoun()) {
            names.add(joined(first, last));
        }
        return last;
    }

    private boolean isPerson(int first, int last) {
        Token opening = tokens.get(first);
        List<Token> rest = tokens.subList(first + 1, last + 1);
        if (last == first + 1 && isPhrase(opening, rest.getFirst())) {
            return false;
        }
        boolean article = first > 0 && tokens.get(first - 1).known("<det>");
        if (opening.forename() && !article && rest.stream().noneMatch(Token::placeOnly)) {
            return true;
        }
        if (opening.common()) {
            return rest.stream().anyMatch(token -> token.given() || token.unknown());
        }
        return opening.given() || rest.stream().noneMatch(Token::place);
    }

    /** Whether two words are a noun and its adjective, as in <i>Cruz Roja</i>, and the second is no name. */
    private static boolean isPhrase(Token noun, Token adjective) {
        return noun.known("<n>") && adjective.known("<adj>") && !adjective.known("<np>") && adjective.agreesWith(noun);
    }

    private void addAlone(Token family) {
        boolean plain = family.surface().chars().allMatch(Character::isLetter);
        if (plain && family.surface().length() >= LEAST_ALONE && !family.place() && !family.small()) {
            names.add(family.surface());
        }
    }

    private String joined(int first, int last) {
        StringBuilder name = new StringBuilder(tokens.get(first).surface());
        tokens.subList(first + 1, last + 1).forEach(token -> name.append(' ').append(token.surface()));
        return name.toString();
    }
}
