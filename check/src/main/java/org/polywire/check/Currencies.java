package org.polywire.check;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/**
 * One currency is not exchanged for another: where one of the original is gone, no other comes in.
 *
 * <p>A currency is known by its sign and by its names in several languages ({@code currencies.txt}). A word that means another thing as
 * well ({@code libra}, {@code peso}) speaks for its currency, never against another.
 */
final class Currencies implements UnitCheck {
    /**
     * How a text names a currency.
     *
     * @param sign by which it is known here
     * @param sure where it is meant
     * @param any where it may be meant
     */
    private record Names(String sign, Pattern sure, Pattern any) {}

    /** What stands, in small letters, wherever a currency may be named in one way; looked for first, as most texts name none. */
    private record Trace(String text, Names currency) {}

    /** The first letter of those before which a word may begin within another: Hebrew ones, and all beyond. */
    private static final char FIRST_JOINED = '\u0590';

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Arabic and Hebrew write the article, “and” and short prepositions before the word. */
    private static final String START =
            "(?<!\\p{L})(?:[\u0627\u0644\u0648\u0628]{1,3}|[\u05d4\u05d5\u05d1\u05dc\u05de\u05db\u05e9])?";

    /** By their first characters. */
    private final Map<Character, List<Trace>> traces;

    private Currencies(Map<Character, List<Trace>> traces) {
        this.traces = traces;
    }

    static Currencies load() {
        return new Currencies(Lists.words("currencies.txt").entrySet().stream()
                .flatMap(currency -> traces(currency.getKey(), currency.getValue()))
                .collect(Collectors.groupingBy(trace -> trace.text().charAt(0))));
    }

    private static Stream<Trace> traces(String sign, List<String> words) {
        Stream<String> sure = words.stream().filter(word -> !word.startsWith("?"));
        List<String> any = words.stream().map(word -> word.replace("?", "")).toList();
        Names names = new Names(sign, pattern(sign, sure), pattern(sign, any.stream()));
        return Stream.concat(Stream.of(sign), any.stream().map(word -> word.replace("*", "")))
                .map(trace -> new Trace(trace.toLowerCase(Locale.ROOT), names));
    }

    private static Pattern pattern(String sign, Stream<String> words) {
        return Pattern.compile(
                Stream.concat(Stream.of(Pattern.quote(sign)), words.map(Currencies::expression))
                        .collect(Collectors.joining("|")),
                FLAGS);
    }

    /** A word; with a star at its end all that begin with it; in writing without spaces wherever it stands. */
    private static String expression(String word) {
        if (Character.isIdeographic(word.codePointAt(0))
                || Set.of(Character.UnicodeScript.KATAKANA, Character.UnicodeScript.HANGUL)
                        .contains(Character.UnicodeScript.of(word.codePointAt(0)))) {
            return Pattern.quote(word);
        }
        return word.endsWith("*")
                ? START + Pattern.quote(word.substring(0, word.length() - 1))
                : START + Pattern.quote(word) + "(?!\\p{L})";
    }

    @Override
    public Stream<Finding> review(UnitPair unit) {
        Exchange exchange = unit.whole().currencies();
        return exchange.count() == 0
                ? Stream.empty()
                : Stream.of(unit.hold(
                        FindingCode.NUMBER_CHANGED,
                        new TreeSet<>(exchange.lost()) + " → " + new TreeSet<>(exchange.added())));
    }

    /** Currencies that are gone, and others that came; both or neither. */
    record Exchange(Set<String> lost, Set<String> added) {
        private static final Exchange NONE = new Exchange(Set.of(), Set.of());

        /** How many were exchanged for others. */
        int count() {
            return Math.min(lost.size(), added.size());
        }
    }

    /** An exchange of which one side is sure: a word with two meanings may be the other. */
    Exchange exchange(TextPair texts) {
        Text source = texts.source();
        Text target = texts.target();
        Set<String> lost = lacking(source, target, Names::any);
        if (lost.isEmpty()) {
            return Exchange.NONE;
        }
        Set<String> sureLost = lacking(source, target, Names::sure);
        Set<String> added = lacking(target, source, sureLost.isEmpty() ? Names::sure : Names::any);
        return added.isEmpty() ? Exchange.NONE : new Exchange(sureLost.isEmpty() ? lost : sureLost, added);
    }

    /** The currencies that a text names in one way, for which the other has neither sign nor word. */
    private Set<String> lacking(Text text, Text other, Function<Names, Pattern> way) {
        return mayStandIn(text.lower()).stream()
                .filter(currency -> way.apply(currency).matcher(text.written()).find()
                        && !currency.any().matcher(other.written()).find())
                .map(Names::sign)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The currencies of which a trace stands in a text in small letters. */
    private Set<Names> mayStandIn(String small) {
        Set<Names> found = new HashSet<>();
        boolean within = false;
        for (int i = 0; i < small.length(); i++) {
            char letter = small.charAt(i);
            boolean joined = letter < FIRST_JOINED && Character.isLetter(letter);
            if (!joined || !within) {
                addAt(i, small, found);
            }
            within = joined;
        }
        return found;
    }

    private void addAt(int at, String small, Set<Names> found) {
        for (Trace trace : traces.getOrDefault(small.charAt(at), List.of())) {
            if (small.startsWith(trace.text(), at)) {
                found.add(trace.currency());
            }
        }
    }
}
