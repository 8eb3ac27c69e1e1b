package org.polywire.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.translate.RoutePlan.Choice;
import org.polywire.translate.RoutePlan.Place;
import org.polywire.translate.Translator;

/** Which languages the translation server offers, and from which into which. Safe to share between threads. */
final class ServedLanguages {
    /** Names that LibreTranslate gives, or gave, to languages that BCP 47 calls otherwise. */
    private static final Map<String, String> ALIASES =
            Map.of("zh", "zh-Hans", "zt", "zh-Hant", "pb", "pt-BR", "no", "nb", "tl", "fil");

    private static final Duration FRESH = Duration.ofMinutes(1);

    /** A language with those that texts in it are translated into. */
    record Served(LanguageTag language, List<LanguageTag> targets) {
        String name() {
            return language.locale().getDisplayName(Locale.ENGLISH);
        }
    }

    private record Listing(Instant at, List<Served> languages) {}

    private final Translator translator;
    private final Fitness floor;
    private final InstantSource clock;
    private volatile Listing listing = new Listing(Instant.MIN, List.of());

    /** @param floor the least that a way must be good for */
    ServedLanguages(Translator translator, Fitness floor, InstantSource clock) {
        this.translator = translator;
        this.floor = floor;
        this.clock = clock;
    }

    /** The language that a client's code names; empty if it names none. */
    static Optional<LanguageTag> language(String code) {
        try {
            return Optional.of(new LanguageTag(ALIASES.getOrDefault(code, code)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether texts in one language can be had in another; in its own each can. */
    boolean serves(LanguageTag from, LanguageTag to) {
        return from.sameLanguage(to)
                || translator.plan(from, to, floor).choices().stream()
                        .map(Choice::place)
                        .anyMatch(place -> place == Place.FIRST || place == Place.PAUSED);
    }

    /** All languages that texts can be translated from or into, in the order of their codes; as of at most a minute ago. */
    List<Served> all() {
        Listing known = listing;
        if (known.at().isBefore(clock.instant().minus(FRESH))) {
            known = new Listing(clock.instant(), list());
            listing = known;
        }
        return known.languages();
    }

    /** Also those that are only translated into: clients look for both languages in the one list. */
    private List<Served> list() {
        TreeSet<LanguageTag> tags = new TreeSet<>();
        translator.engines().stream()
                .flatMap(engine -> engine.pairs().stream())
                .forEach(pair -> tags.addAll(List.of(pair.from(), pair.to())));
        Map<LanguageTag, List<LanguageTag>> targets = new TreeMap<>();
        tags.forEach(from ->
                targets.put(from, tags.stream().filter(to -> serves(from, to)).toList()));
        return tags.stream()
                .filter(tag -> targets.entrySet().stream().anyMatch(entry -> crosses(tag, entry)))
                .map(tag -> new Served(tag, targets.getOrDefault(tag, List.of())))
                .toList();
    }

    /** Whether texts come from one of the languages into the other, and the tag is one of the two. */
    private static boolean crosses(LanguageTag tag, Map.Entry<LanguageTag, List<LanguageTag>> targets) {
        return targets.getKey().equals(tag)
                ? targets.getValue().stream().anyMatch(to -> !to.sameLanguage(tag))
                : targets.getValue().contains(tag) && !targets.getKey().sameLanguage(tag);
    }
}
