package org.polywire.check;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Negating words that cannot stand alone: in Slavic languages {@code никогда} needs a {@code не}, in Romance ones {@code nada}
 * after the verb a {@code no} before it; and what answers a denial, as German {@code sondern} does. Where that is missing, a denial was lost.
 */
final class Concord {
    /** Languages in which the word that is needed may stand anywhere; in Turkish the verb, which denies, comes last ({@code hiçbir … -me-}). */
    private static final Set<String> ANYWHERE = Set.of("ru", "uk", "tr");

    /** What a clause may begin with, so that the negating word stands before the verb and alone. */
    private static final Pattern OPENS = Pattern.compile(
            "(?:^|[,.;:!?«»“”\"'()\\[\\]—–-]|(?<!\\p{L})(?:que|y|e|i|o|pero|però|mas|ma|porque|perché|perquè|si|se|cuando|quando|quan"
                    + "|aunque|encara|como|come|com|casi|quasi|quase|che|donde|onde|on|più|más|mais|el|la|los|las|ha|han|es|è|é|su|sus|seu"
                    + "|il|lo|un|una|és))\\s*(?:(?:a|de|di|d['’]|en|em|in|por|per|para|con|com|amb)\\s+)?$");

    /** Characters before a word in which what a clause may begin with is looked for, with blanks for phrases that only look negative. */
    private static final int LONGEST_OPENING = 100;

    /** The words, and what they need. */
    private record Need(Pattern words, Pattern needed) {}

    private final Map<String, Need> needs;
    private final Map<String, Need> answers;
    private final Map<String, Pattern> doubled;

    private Concord(Map<String, Need> needs, Map<String, Need> answers, Map<String, Pattern> doubled) {
        this.needs = needs;
        this.answers = answers;
        this.doubled = doubled;
    }

    static Concord load() {
        return new Concord(
                needs("negation-concord.txt"),
                needs("negation-answers.txt"),
                Lists.lines("negation-doubled.txt")
                        .map(line -> line.split(": ", 2))
                        .collect(Collectors.toUnmodifiableMap(line -> line[0], line -> Pattern.compile(line[1]))));
    }

    private static Map<String, Need> needs(String name) {
        return Lists.phrases(name).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> new Need(
                                Pattern.compile(entry.getValue().getFirst()),
                                Pattern.compile(entry.getValue().getLast()))));
    }

    /** Whether a text in small letters has the answer to a denial, such as {@code sondern} or the second half of <i>only … but also</i>, without one. */
    boolean isHalved(String lower, String language) {
        Need need = answers.get(language);
        if (need == null) {
            return false;
        }
        Matcher answer = need.words().matcher(lower);
        return answer.find()
                && !need.needed().matcher(lower.substring(0, answer.end())).find();
    }

    /** Whether a text in small letters has a negating word that needs another, or one that undoes itself. */
    boolean mayBeBroken(String lower, String language) {
        Need need = needs.get(language);
        return isDoubled(lower, language)
                || (need != null && need.words().matcher(lower).find());
    }

    private boolean isDoubled(String lower, String language) {
        Pattern twice = doubled.get(language);
        return twice != null && twice.matcher(lower).find();
    }

    /** Whether a text in small letters has a negating word without the one that it needs, or twice so that it undoes itself. */
    boolean isBroken(String lower, String language) {
        if (isDoubled(lower, language)) {
            return true;
        }
        Need need = needs.get(language);
        if (need == null) {
            return false;
        }
        return ANYWHERE.contains(language)
                ? mayBeBroken(lower, language) && !need.needed().matcher(lower).find()
                : need.words().matcher(lower).results().anyMatch(word -> isAlone(lower, word.start(), need));
    }

    private static boolean isAlone(String lower, int at, Need need) {
        String before = lower.substring(Math.max(0, at - Windows.LONGEST), at);
        return !need.needed().matcher(before).find() && !opens(before);
    }

    /** Whether a text ends where a clause begins, or just after. */
    private static boolean opens(String before) {
        return OPENS.matcher(before)
                .region(Math.max(0, before.length() - LONGEST_OPENING), before.length())
                .useAnchoringBounds(false)
                .useTransparentBounds(true)
                .find();
    }
}
