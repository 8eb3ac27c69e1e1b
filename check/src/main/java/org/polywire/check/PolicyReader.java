package org.polywire.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.check.Policy.Remedy;
import org.polywire.check.PolicyReading.Problem;
import org.polywire.model.Finding.Severity;
import org.polywire.model.LanguageTag;

/**
 * Reads the lines of a policy, such as {@code hold-below all 0.4} and {@code hold-below ca 0.5}; {@code #} begins a remark. It finds
 * everything that is wrong at once, and accepts nothing that it does not know. For one reading.
 */
final class PolicyReader {
    private static final String GLOSSARY = "glossary";
    private static final String REPAIR = "repair";

    private static final String FOR_ALL = "hold-below " + Policy.ALL + " 0.2";

    /** Each kind of line, as it may be written. */
    private static final Map<String, String> EXAMPLES = Map.of(
            "hold-below",
            FOR_ALL,
            "suspect-above",
            "suspect-above 0.5",
            "sensitive-above",
            "sensitive-above 0.4",
            "witness-above",
            "witness-above 0.25",
            GLOSSARY,
            "glossary hold",
            REPAIR,
            "repair resegment 3");

    private final Predicate<LanguageTag> known;
    private final Map<String, Double> editions = new HashMap<>();
    private final Map<String, Double> limits = new HashMap<>();
    private final Map<Remedy, Integer> repairs = new EnumMap<>(Remedy.class);
    private final Set<String> said = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private Severity glossary = Severity.HOLD;
    private int line;

    PolicyReader(Predicate<LanguageTag> known) {
        this.known = known;
    }

    PolicyReading read(List<String> lines) {
        for (String text : lines) {
            line++;
            String meant = text.replaceFirst("#.*", "").strip();
            if (!meant.isEmpty()) {
                read(meant, meant.split("\\s+", -1));
            }
        }
        if (!editions.containsKey(Policy.ALL) && problems.isEmpty()) {
            complain("there is no line for all editions", write(FOR_ALL));
        }
        return problems.isEmpty() ? new PolicyReading.Accepted(policy()) : new PolicyReading.Rejected(problems);
    }

    private Policy policy() {
        double suspect = limits.getOrDefault("suspect-above", Policy.NEVER);
        double sensitive = limits.getOrDefault("sensitive-above", Policy.NEVER);
        return new Policy(
                editions,
                suspect,
                Math.min(suspect, sensitive),
                limits.getOrDefault("witness-above", 0.0),
                glossary,
                repairs);
    }

    private void read(String text, String[] words) {
        String example = EXAMPLES.get(words[0]);
        boolean off = text.matches("repair\\s+off");
        if (example == null) {
            complain("unknown line \"" + text + "\"", "Lines begin with one of: " + all(EXAMPLES.keySet().stream()));
        } else if (words.length != example.split(" ", -1).length && !off) {
            complain("\"" + text + "\" has not the words that it needs", write(example));
        } else if (!said.add(subject(words)) || contradicts(words, off)) {
            complain("\"" + subject(words) + "\" was said before", "Remove one of the two lines");
        } else if (!off) {
            take(words);
        }
    }

    /** What a line says something about. */
    private static String subject(String[] words) {
        return words.length == 2 ? words[0] : words[0] + " " + words[1];
    }

    /** Whether something is repaired that was not to be, or the other way round. */
    private boolean contradicts(String[] words, boolean off) {
        return words[0].equals(REPAIR) && (off ? !repairs.isEmpty() : said.contains(REPAIR));
    }

    private void take(String[] words) {
        switch (words[0]) {
            case "hold-below" ->
                edition(words[1])
                        .ifPresent(name -> value(words[2], PolicyReader::probability)
                                .ifPresent(least -> editions.put(name, least)));
            case GLOSSARY -> value(words[1], named(Severity.values())).ifPresent(severity -> glossary = severity);
            case REPAIR ->
                value(words[1], named(Remedy.values()))
                        .ifPresent(remedy ->
                                value(words[2], PolicyReader::count).ifPresent(most -> repairs.put(remedy, most)));
            default -> value(words[1], PolicyReader::probability).ifPresent(limit -> limits.put(words[0], limit));
        }
    }

    /** What a value may be, and the value itself if it is that. */
    private record Reading<T>(Optional<T> value, String what) {}

    private <T> Optional<T> value(String word, Function<String, Reading<T>> form) {
        Reading<T> reading = form.apply(word);
        if (reading.value().isEmpty()) {
            complain("\"" + word + "\" is not " + reading.what(), "Write " + reading.what());
        }
        return reading.value();
    }

    private static Reading<Double> probability(String word) {
        return new Reading<>(
                Optional.of(word)
                        .filter(text -> text.matches("0(\\.\\d{1,9})?|1(\\.0{1,9})?"))
                        .map(Double::valueOf),
                "a probability from 0 to 1, with a point as in 0.25");
    }

    private static Reading<Integer> count(String word) {
        return new Reading<>(
                Optional.of(word)
                        .filter(text -> text.matches("\\d{1,3}"))
                        .map(Integer::valueOf)
                        .filter(count -> count >= 1 && count <= Policy.MOST_REPAIRS),
                "a whole number from 1 to " + Policy.MOST_REPAIRS);
    }

    private static <E extends Enum<E>> Function<String, Reading<E>> named(E[] constants) {
        return word -> new Reading<>(
                Stream.of(constants)
                        .filter(constant -> name(constant).equals(word))
                        .findFirst(),
                "one of: " + all(Stream.of(constants).map(PolicyReader::name)));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String all(Stream<String> names) {
        return names.sorted().collect(Collectors.joining(", "));
    }

    /** The name of an edition's language as it is looked up; empty, with a complaint, if there is no such edition. */
    private Optional<String> edition(String word) {
        if (word.equals(Policy.ALL)) {
            return Optional.of(word);
        }
        Optional<LanguageTag> language = language(word).filter(known);
        if (language.isEmpty()) {
            complain(
                    "there is no edition in \"" + word + "\"",
                    "Write the language of an edition, or \"all\", or remove the line");
        }
        return language.map(LanguageTag::value);
    }

    private static Optional<LanguageTag> language(String word) {
        try {
            return Optional.of(new LanguageTag(word));
        } catch (IllegalArgumentException noTag) {
            return Optional.empty();
        }
    }

    private static String write(String example) {
        return "Write it as in \"" + example + "\"";
    }

    private void complain(String what, String fix) {
        problems.add(new Problem(line, what, fix));
    }
}
