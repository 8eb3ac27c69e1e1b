package org.polywire.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.polywire.bench.Mutation.Line;

/** Takes a sentence's negation out and puts one in, per language: expressions and what they become. */
final class Denials {
    private static final int WORDS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private record Change(Pattern pattern, String by) {}

    private static Change change(String expression, String by) {
        return new Change(Pattern.compile(expression, WORDS), by);
    }

    /** How a sentence loses its negation. */
    private static final Map<String, List<Change>> DROPPED = Map.ofEntries(
            Map.entry(
                    "en",
                    List.of(
                            change(
                                    "(?<=\\b(?:is|was|are|were|do|does|did|has|have|had|would|could|should))n['’]t\\b",
                                    ""),
                            change("\\bcannot\\b", "can"),
                            change("\\bnot ", ""),
                            change("\\bnever ", ""))),
            Map.entry("es", List.of(change("\\bno (?=\\p{L})", ""), change("\\bnunca ", ""))),
            Map.entry("ca", List.of(change("\\bno (?=\\p{L})", ""), change("\\bmai ", ""))),
            Map.entry("gl", List.of(change("\\bnon (?=\\p{L})", ""), change("\\bnunca ", ""))),
            Map.entry("pt", List.of(change("\\bnão (?=\\p{L})", ""), change("\\bnunca ", ""))),
            Map.entry("it", List.of(change("\\bnon (?=\\p{L})", ""), change("\\bmai ", ""))),
            Map.entry("fr", List.of(change("\\b(?:ne |n['’])(\\p{L}+(?: \\p{L}+)?) (?:pas|jamais|plus)\\b", "$1"))),
            Map.entry(
                    "de",
                    List.of(change("\\bnicht ", ""), change("\\bk(ein(?:e[mnrs]?)?)\\b", "$1"), change("\\bnie ", ""))),
            Map.entry("nl", List.of(change("\\bniet ", ""), change("\\bgeen\\b", "een"), change("\\bnooit ", ""))),
            Map.entry("da", List.of(change("\\bikke ", ""), change("\\baldrig ", ""))),
            Map.entry("nb", List.of(change("\\bikke ", ""), change("\\baldri ", ""))),
            Map.entry("nn", List.of(change("\\bikkje ", ""), change("\\baldri ", ""))),
            Map.entry("sv", List.of(change("\\binte ", ""), change("\\baldrig ", ""))),
            Map.entry("ru", List.of(change("\\bне (?=\\p{L})", ""), change("\\bнет\\b", "есть"))),
            Map.entry("uk", List.of(change("\\bне (?=\\p{L})", ""), change("\\bнемає\\b", "є"))),
            Map.entry("ar", List.of(change("(?<=(?<!\\p{L})[وف]?)(?:لا|لم|لن) (?=\\p{L})", ""))),
            Map.entry(
                    "fa",
                    List.of(
                            change("(?<!\\p{L})ن(?=می\\u200C?\\p{L})", ""),
                            change("(?<!\\p{L})نیست(?=(?:ند|م|یم)?(?!\\p{L}))", "هست"),
                            change("(?<!\\p{L})ن(?=(?:دار|داشت|خواه|شد|کرد|بود)\\p{L}{0,4}(?!\\p{L}))", ""))),
            Map.entry("he", List.of(change("(?<!\\p{L})לא (?=\\p{L})", ""))),
            Map.entry("hi", List.of(change("(?<!\\p{L})नहीं ", ""))),
            Map.entry("vi", List.of(change("(?<!\\p{L})(?:không|chưa) (?=\\p{L})", ""))),
            Map.entry(
                    "tr",
                    List.of(
                            change("(?<=\\p{L})m(?=[ıiuü]yor)", ""),
                            change("(?<=\\p{L})m[ae](?=d[ıi](?!r))", ""),
                            change("(?<=\\p{L})m[ae]y(?=[ae](?:n|c[ae]))", ""),
                            change("\\byok\\b", "var"),
                            change("\\bdeğil\\b", ""))),
            Map.entry(
                    "ja",
                    List.of(
                            change("ません", "ます"),
                            change("ていな(?:い|かった)", "ている"),
                            change("ではない", "である"),
                            change("できな(?:い|かった)", "できる"))),
            Map.entry("ko", List.of(change("지 않", ""), change("없(?=다|습|었)", "있"))),
            Map.entry("zh", List.of(change("不(?=\\p{L})", ""), change("没有", "有"))));

    /** Where a negation goes in: before or after a frequent verb. */
    private static final Map<String, List<Change>> ADDED = Map.ofEntries(
            Map.entry(
                    "en",
                    List.of(change(
                            "\\b(is|was|are|were|has|have|had|will|would|could|should)\\b(?! not|n)", "$1 not"))),
            Map.entry(
                    "es",
                    List.of(change("(?<!\\bno )\\b(es|son|fue|ha|han|había|está|están|tiene|puede|será)\\b", "no $1"))),
            Map.entry(
                    "ca", List.of(change("(?<!\\bno )\\b(és|són|va|ha|han|havia|està|estan|té|pot|serà)\\b", "no $1"))),
            Map.entry("gl", List.of(change("(?<!\\bnon )\\b(é|son|foi|está|están|ten|pode|será)\\b", "non $1"))),
            Map.entry("pt", List.of(change("(?<!\\bnão )\\b(é|são|foi|está|estão|tem|pode|será)\\b", "não $1"))),
            Map.entry("it", List.of(change("(?<!\\bnon )\\b(è|sono|ha|hanno|era|può|sarà)\\b", "non $1"))),
            Map.entry("zh", List.of(change("(?=将|可以|认为)", "不"))),
            Map.entry("ja", List.of(change("ている(?=[。、」])", "ていない"), change("した(?=。)", "しなかった"))),
            Map.entry("ko", List.of(change("(?:했|하였)(?=다|습)", "하지 않았"), change("있(?=다|습니)", "있지 않"))),
            Map.entry("fr", List.of(change("(?<!\\bne )\\b(est|sont|était|peut|sera|doit)\\b", "n’$1 pas"))),
            Map.entry(
                    "de",
                    List.of(change("\\b(ist|sind|war|waren|hat|haben|wird|werden|kann)\\b(?! nicht)", "$1 nicht"))),
            Map.entry("nl", List.of(change("\\b(is|zijn|was|waren|heeft|hebben|wordt|kan)\\b(?! niet)", "$1 niet"))),
            Map.entry("da", List.of(change("\\b(er|var|har|havde|vil|kan)\\b(?! ikke)", "$1 ikke"))),
            Map.entry("nb", List.of(change("\\b(er|var|har|hadde|vil|kan)\\b(?! ikke)", "$1 ikke"))),
            Map.entry("nn", List.of(change("\\b(er|var|har|hadde|vil|kan)\\b(?! ikkje)", "$1 ikkje"))),
            Map.entry("sv", List.of(change("\\b(är|var|har|hade|kommer|kan)\\b(?! inte)", "$1 inte"))),
            Map.entry("ru", List.of(change("(?<!\\bне )\\b(был|была|было|были|может|будет|является)\\b", "не $1"))),
            Map.entry("tr", List.of(change("(?<=\\p{L}{2})(?<![mM])([ıiuü]yor)", "m$1"))),
            Map.entry("vi", List.of(change("(?<!\\p{L})(sẽ|đã|có thể)(?= \\p{L})(?! không)", "$1 không"))),
            Map.entry("hi", List.of(change("(?<!नहीं )(?<!\\p{L})(है|हैं|था|थे|थी)(?![\\p{L}\\p{M}])", "नहीं $1"))),
            Map.entry(
                    "ar",
                    List.of(change(
                            "(?<!\\p{L})(?<!(?:لا|لم|لن) )(يمكن|يجب|يريد|يعتقد|يعرف|يوجد|تزال|يكون)(?!\\p{L})",
                            "لا $1"))),
            Map.entry(
                    "fa",
                    List.of(
                            change("(?<!\\p{L})(می\\u200C?\\p{L})", "ن$1"),
                            change("(?<!\\p{L})(دارد|دارند|شد|بود|کرد)(?!\\p{L})", "ن$1"))),
            Map.entry(
                    "he",
                    List.of(change(
                            "(?<!\\p{L})(?<!לא )(היה|הייתה|היו|יהיה|יכול|יכולה|יכולים|אמר|ניתן)(?!\\p{L})", "לא $1"))),
            Map.entry("uk", List.of(change("(?<!\\bне )\\b(був|була|було|були|може|буде|є)\\b", "не $1"))));

    private Denials() {}

    /** Only where the original denies in so many words: a translator may turn {@code disagree} into {@code not agree}. */
    static Optional<String> drop(Line line, RandomGenerator random) {
        boolean denies = DROPPED.getOrDefault(line.from(), List.of()).stream()
                .anyMatch(change -> change.pattern().matcher(line.source()).find());
        return denies ? change(DROPPED, line, random) : Optional.empty();
    }

    static Optional<String> add(Line line, RandomGenerator random) {
        return change(ADDED, line, random);
    }

    private static Optional<String> change(Map<String, List<Change>> changes, Line line, RandomGenerator random) {
        for (Change change : changes.getOrDefault(line.to(), List.of())) {
            List<MatchResult> found =
                    change.pattern().matcher(line.target()).results().toList();
            if (!found.isEmpty()) {
                MatchResult at = found.get(random.nextInt(found.size()));
                String group = at.groupCount() > 0 ? at.group(1) : "";
                return Optional.of(line.target().substring(0, at.start())
                        + change.by().replace("$1", group)
                        + line.target().substring(at.end()));
            }
        }
        return Optional.empty();
    }
}
