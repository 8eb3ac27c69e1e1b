package org.polywire.check;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Place;
import org.polywire.model.Route;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;

/**
 * The automatic editor: reads a translation over beside its original.
 *
 * <p>Pure: the same input always gets the same verdict. Safe to share between threads.
 */
public final class Checks {
    /** Findings of a verdict; the gravest are kept. */
    static final int MOST_FINDINGS = 200;

    /**
     * What a rule alone only notes, because good translators do it too: it holds where the experts do not think the sentence
     * sound ({@link Judge}).
     */
    private static final Set<FindingCode> WEIGHED = Set.of(
            FindingCode.NUMBER_CHANGED,
            FindingCode.NEGATION,
            FindingCode.QUOTE_COUNT,
            FindingCode.LENGTH_RATIO,
            FindingCode.SENTENCE_COUNT,
            FindingCode.CAPITAL_MID_SENTENCE,
            FindingCode.WRONG_LANGUAGE,
            FindingCode.UNTRANSLATED);

    private final List<Check> forTranslations;
    private final List<Check> forOriginals;
    private final LanguageIdentifier identifier;
    private final Policy policy;
    private @Nullable Judge judge;

    public Checks(LanguageIdentifier identifier) {
        this(identifier, Policy.standard());
    }

    public Checks(LanguageIdentifier identifier, Policy policy) {
        this.policy = policy;
        this.identifier = identifier;
        Likeness likeness = Likeness.load();
        Furniture furniture = Furniture.load();
        Leftovers leftovers = new Leftovers();
        Encoding encoding = new Encoding();
        forOriginals = List.of(new Unchanged(), leftovers, encoding, furniture);
        forTranslations = List.of(
                new Skeleton(),
                new Facts(),
                new Links(),
                new EmptyText(),
                AlreadyTranslated.load(),
                new Untranslated(identifier),
                new InLanguage(identifier),
                new Scripts(),
                new EngineEvidence(),
                leftovers,
                encoding,
                furniture,
                new Captions(),
                Numbers.load(likeness),
                Currencies.load(),
                Names.load(),
                new Quotations(likeness),
                Lengths.load(),
                Sentences.load(likeness),
                Repetition.load(),
                Negations.load(likeness),
                new Spacing(),
                Casing.load(likeness));
    }

    /** What is to become of a translation, with everything that was noticed: the gravest first, then in reading order. */
    public Verdict review(Article original, Translation translation) {
        Comparison comparison = Comparison.of(original, translation);
        Stream<Finding> ruled = checksFor(translation).flatMap(check -> check.review(comparison));
        double least = policy.least(translation.article().language());
        List<Finding> findings = (policy.asksScores(least) ? scored(comparison, ruled, least) : ruled)
                .distinct()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .limit(MOST_FINDINGS)
                .toList();
        return verdict(findings);
    }

    /** What the rules found, weighed by the scores, and what the scores alone hold. */
    private Stream<Finding> scored(Comparison comparison, Stream<Finding> ruled, double least) {
        List<SentenceScore> scores = scores(comparison);
        Set<Place> trusted = trusted(scores);
        return Stream.concat(
                scores.stream().filter(score -> !(score.fit() >= least)).map(Checks::finding),
                ruled.map(finding -> weighed(finding, trusted)));
    }

    /** The places of which every sentence is sound; not those without a score. What is no number is no trust, either. */
    private Set<Place> trusted(List<SentenceScore> scores) {
        Map<Place, Boolean> sound = scores.stream()
                .collect(Collectors.toMap(
                        SentenceScore::place, score -> score.fit() >= policy.trustAbove(), Boolean::logicalAnd));
        return sound.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** How fit each sentence is, in reading order; empty for an original that is carried. */
    public List<SentenceScore> scores(Article original, Translation translation) {
        return scores(Comparison.of(original, translation));
    }

    private List<SentenceScore> scores(Comparison comparison) {
        return switch (comparison.translation().route()) {
            case Route.Original original -> List.of();
            case Route.Machine machine -> judge().scores(comparison);
        };
    }

    /** Made when the first translation comes: its lexica take a part of a second. */
    private synchronized Judge judge() {
        Judge made = judge;
        if (made == null) {
            made = Judge.load(new Signals(identifier));
            judge = made;
        }
        return made;
    }

    private static Finding finding(SentenceScore score) {
        return UnitPair.finding(
                score.fault() < 0.5 ? FindingCode.UNFIT : score.suspicion(),
                Severity.HOLD,
                score.place(),
                String.format(Locale.ROOT, "fit %.2f: %s → %s", score.fit(), score.source(), score.target()));
    }

    private static Finding weighed(Finding finding, Set<Place> trusted) {
        boolean note = finding.severity() == Severity.HOLD
                && WEIGHED.contains(finding.code())
                && trusted.contains(finding.place());
        return note ? new Finding(finding.code(), Severity.NOTE, finding.place(), finding.evidence()) : finding;
    }

    private Stream<Check> checksFor(Translation translation) {
        return switch (translation.route()) {
            case Route.Original original -> forOriginals.stream();
            case Route.Machine machine -> forTranslations.stream();
        };
    }

    private static Verdict verdict(List<Finding> findings) {
        Severity worst = findings.stream()
                .map(Finding::severity)
                .max(Comparator.naturalOrder())
                .orElse(Severity.NOTE);
        return switch (worst) {
            case NOTE -> new Verdict.Passed(findings);
            case HOLD -> new Verdict.Held(findings);
            case REJECT -> new Verdict.Rejected(findings);
        };
    }
}
