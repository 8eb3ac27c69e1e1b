package org.polywire.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A fault planted in a human translation of a line. Each draws its place from the generator it is given, so a seed makes the
 * same faults again; each says when it has no place in a line.
 */
enum Mutation {
    NUMBER_CHANGED(true),
    NEGATION_DROPPED(true),
    SENTENCE_DROPPED(true),
    TRUNCATED(true),
    NAME_SWAPPED(true),
    WRONG_LANGUAGE(true),
    UNTRANSLATED(true),
    REPEATED(true),
    OTHER_TEXT(true),
    NEGATION_ADDED(false),
    PARTLY_UNTRANSLATED(false),
    SENTENCE_ADDED(false),
    LOOPING(false),
    WORD_DOUBLED(false),
    DATE_CHANGED(false),
    CURRENCY_CHANGED(false),
    QUOTATION_MARK_LOST(false),
    NAME_MISSPELT(false),
    SPACE_LOST(false),
    SMALL_START(false),
    BROKEN_ENCODING(false),
    MARKUP_LEFT(false),
    SCRIPT_MIXED(false),
    SPEAKER_EXCHANGED(false),
    HEADLINE_CHANGED(false);

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
    /** Not after a short form: {@code EE. UU.} is no end, and what stands before it no sentence to drop. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\p{L}{3}[.!?।؟]|[。！？])\\s*(?=\\P{Ll})");
    /** A word that its place does not give its capital. */
    static final Pattern NAME = Pattern.compile("(?<=[\\p{L},;] )\\p{Lu}\\p{Ll}{3,}");

    private static final Set<String> NO_SPACES = Set.of("zh", "ja");

    private final boolean critical;

    Mutation(boolean critical) {
        this.critical = critical;
    }

    /** Whether it is one of those that may never pass. */
    boolean critical() {
        return critical;
    }

    /** Whether it is seen beside the other lines of the article alone. */
    boolean needsArticle() {
        return this == SPEAKER_EXCHANGED || this == HEADLINE_CHANGED;
    }

    /** A line with what is around it in the corpus. */
    record Line(ParallelText text, String from, String to, int number, String source, String target) {
        static Line of(ParallelText text, String from, String to, int number) {
            return new Line(
                    text,
                    from,
                    to,
                    number,
                    text.news(from).get(number),
                    text.news(to).get(number));
        }

        /** The number of a line of another article. */
        int elsewhere(RandomGenerator random) {
            int size = text.news(to).size();
            return (number + 60 + random.nextInt(size - 120)) % size;
        }

        String other(RandomGenerator random) {
            return text.news(to).get(elsewhere(random));
        }

        Line at(int number) {
            return of(text, from, to, number);
        }

        /** The numbers of all lines of its article. */
        List<Integer> article() {
            return text.documents().stream()
                    .filter(lines -> lines.contains(number))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The faulty translation, if this fault can be planted in the line. */
    Optional<String> plant(Line line, RandomGenerator random) {
        Optional<String> faulty = switch (this) {
            case NUMBER_CHANGED -> number(line.target(), random);
            case NEGATION_DROPPED -> Denials.drop(line, random);
            case NEGATION_ADDED -> Denials.add(line, random);
            case SENTENCE_DROPPED -> sentenceDropped(line.target(), random);
            case TRUNCATED -> truncated(line, random);
            case NAME_SWAPPED -> Named.swap(line, random);
            case WRONG_LANGUAGE -> wrongLanguage(line, random);
            case UNTRANSLATED -> long_(line.source()) ? Optional.of(line.source()) : Optional.empty();
            case PARTLY_UNTRANSLATED -> partly(line, random);
            case REPEATED -> repeated(line, random);
            case OTHER_TEXT -> long_(line.source()) ? Optional.of(line.other(random)) : Optional.empty();
            case SENTENCE_ADDED -> Optional.of(line.target() + gap(line) + line.other(random));
            case LOOPING -> looping(line, random);
            case WORD_DOUBLED -> doubled(line, random);
            case DATE_CHANGED -> Dated.change(line, random);
            case CURRENCY_CHANGED -> Priced.change(line, random);
            case QUOTATION_MARK_LOST -> quotation(line, random);
            case NAME_MISSPELT -> misspelt(line, random);
            case SPACE_LOST -> spaceLost(line.target(), random);
            case SMALL_START -> smallStart(line.target());
            case BROKEN_ENCODING -> broken(line.target());
            case MARKUP_LEFT -> markup(line, random);
            case SCRIPT_MIXED -> mixed(line.target(), random);
            case SPEAKER_EXCHANGED -> Told.speaker(line, random);
            case HEADLINE_CHANGED -> Told.headline(line, random);
        };
        return faulty.filter(text -> !text.equals(line.target()) && !text.isBlank());
    }

    private static boolean long_(String text) {
        return text.length() > 30;
    }

    private static String gap(Line line) {
        return NO_SPACES.contains(line.to()) ? "" : " ";
    }

    static Optional<MatchResult> any(Pattern pattern, String text, RandomGenerator random) {
        List<MatchResult> found = pattern.matcher(text).results().toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    static String replaced(String text, MatchResult found, String by) {
        return text.substring(0, found.start()) + by + text.substring(found.end());
    }

    private static Optional<String> number(String text, RandomGenerator random) {
        return any(NUMBER, text, random).map(found -> replaced(text, found, otherDigit(found.group(), random)));
    }

    /** Another digit at one place: 2018 becomes 2013, 14 becomes 19. */
    static String otherDigit(String number, RandomGenerator random) {
        char[] digits = number.toCharArray();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < digits.length; i++) {
            if (Character.isDigit(digits[i])) {
                places.add(i);
            }
        }
        int place = places.get(random.nextInt(places.size()));
        int old = Character.digit(digits[place], 10);
        int least = place == 0 ? 1 : 0;
        int changed = least + random.nextInt(10 - least);
        digits[place] = (char) ('0' + (changed == old ? (old == 9 ? 3 : old + 1) : changed));
        return new String(digits);
    }

    private static Optional<String> sentenceDropped(String text, RandomGenerator random) {
        String[] sentences = SENTENCE_END.split(text);
        if (sentences.length < 2) {
            return Optional.empty();
        }
        int dropped = random.nextInt(sentences.length);
        if (sentences[dropped].length() < 15) {
            return Optional.empty();
        }
        int start = text.indexOf(sentences[dropped]);
        return Optional.of((text.substring(0, start) + text.substring(start + sentences[dropped].length())).strip());
    }

    /** The end is cut off, between a quarter and two thirds of the text, at a word's end. */
    private static Optional<String> truncated(Line line, RandomGenerator random) {
        String text = line.target();
        if (text.length() < 40) {
            return Optional.empty();
        }
        int keep = (int) (text.length() * (0.34 + 0.41 * random.nextDouble()));
        int space = NO_SPACES.contains(line.to()) ? keep : text.lastIndexOf(' ', keep);
        return space < 10
                ? Optional.empty()
                : Optional.of(text.substring(0, space).replaceAll("[\\s,;:]+$", ""));
    }

    private static Optional<String> wrongLanguage(Line line, RandomGenerator random) {
        List<String> others = ParallelText.languages().stream()
                .filter(language -> !language.equals(line.from()) && !language.equals(line.to()))
                .filter(language -> !(Set.of("nb", "nn").contains(language)
                        && Set.of("nb", "nn", "da").contains(line.to())))
                .toList();
        String other = others.get(random.nextInt(others.size()));
        String text = line.text().news(other).get(line.number());
        return text.length() < 25 ? Optional.empty() : Optional.of(text);
    }

    private static Optional<String> partly(Line line, RandomGenerator random) {
        String[] source = line.source().split(" ");
        String[] target = line.target().split(" ");
        if (source.length < 16 || target.length < 16) {
            return Optional.empty();
        }
        int start = random.nextInt(source.length - 9);
        int at = Math.min(start * target.length / source.length, target.length - 8);
        String run = String.join(" ", List.of(source).subList(start, start + 8));
        return Optional.of(String.join(" ", List.of(target).subList(0, at)) + " " + run + " "
                + String.join(" ", List.of(target).subList(at + 8, target.length)));
    }

    private static Optional<String> repeated(Line line, RandomGenerator random) {
        String[] words = line.target().split(" ");
        if (random.nextBoolean() || words.length < 10) {
            return line.target().length() < 20
                    ? Optional.empty()
                    : Optional.of(line.target() + gap(line) + line.target());
        }
        int length = 4 + random.nextInt(5);
        int start = random.nextInt(words.length - length + 1);
        String run = String.join(" ", List.of(words).subList(start, start + length));
        return Optional.of(String.join(" ", List.of(words).subList(0, start + length)) + " " + run + " "
                + String.join(" ", List.of(words).subList(start + length, words.length)));
    }

    private static Optional<String> looping(Line line, RandomGenerator random) {
        String[] words = line.target().split(" ");
        if (words.length < 8) {
            return Optional.empty();
        }
        int at = 2 + random.nextInt(words.length - 3);
        String word = words[at].replaceAll("[\\p{P}]+$", "");
        return word.length() < 2
                ? Optional.empty()
                : Optional.of(
                        String.join(" ", List.of(words).subList(0, at)) + (" " + word).repeat(6 + random.nextInt(10)));
    }

    private static Optional<String> doubled(Line line, RandomGenerator random) {
        String[] words = line.target().split(" ");
        if (words.length < 4) {
            return Optional.empty();
        }
        int at = 1 + random.nextInt(words.length - 2);
        return words[at].chars().allMatch(Character::isLetter) && words[at].length() > 1
                ? Optional.of(String.join(" ", List.of(words).subList(0, at + 1)) + " " + words[at] + " "
                        + String.join(" ", List.of(words).subList(at + 1, words.length)))
                : Optional.empty();
    }

    private static final Pattern QUOTATION = Pattern.compile("[\"“”„«»「」]");

    private static Optional<String> quotation(Line line, RandomGenerator random) {
        return any(QUOTATION, line.target(), random).map(found -> replaced(line.target(), found, ""));
    }

    /** A consonant of a name that stands in both texts is another. */
    private static Optional<String> misspelt(Line line, RandomGenerator random) {
        return any(NAME, line.target(), random)
                .filter(found -> found.group().length() > 4
                        && line.source().contains(found.group())
                        && Named.isName(line, found.group()))
                .map(found -> {
                    String name = found.group();
                    int at = 2 + random.nextInt(name.length() - 3);
                    char changed = name.charAt(at) == 'r' ? 'l' : 'r';
                    return line.target().replace(name, name.substring(0, at) + changed + name.substring(at + 1));
                });
    }

    private static final Pattern STOP = Pattern.compile("(?<=\\p{L}{3}[,.]) (?=\\p{L}{3})");

    private static Optional<String> spaceLost(String text, RandomGenerator random) {
        return any(STOP, text, random).map(found -> replaced(text, found, ""));
    }

    private static Optional<String> smallStart(String text) {
        return !text.isEmpty() && Character.isUpperCase(text.charAt(0)) && text.length() > 20
                ? Optional.of(text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1))
                : Optional.empty();
    }

    private static Optional<String> broken(String text) {
        String faulty =
                text.replace("é", "Ã©").replace("ó", "Ã³").replace("ä", "Ã¤").replace("è", "Ã¨");
        return Optional.of(faulty.equals(text) ? text.replaceFirst("(?<=\\p{L}{2})\\p{L}", "\uFFFD") : faulty);
    }

    private static Optional<String> markup(Line line, RandomGenerator random) {
        String[] marks = {"<b>", "&amp;", "{{x}}", "[[t:1]]", "⟦1⟧", "</a>"};
        int at = line.target().indexOf(' ', line.target().length() / 3) + 1;
        return Optional.of(line.target().substring(0, at)
                + marks[random.nextInt(marks.length)]
                + line.target().substring(at));
    }

    private static final Pattern LATIN_O = Pattern.compile("(?<=\\p{IsLatin})[oae](?=\\p{IsLatin})");

    private static Optional<String> mixed(String text, RandomGenerator random) {
        return any(LATIN_O, text, random)
                .map(found -> replaced(
                        text,
                        found,
                        switch (found.group()) {
                            case "o" -> "о";
                            case "a" -> "а";
                            default -> "е";
                        }));
    }
}
