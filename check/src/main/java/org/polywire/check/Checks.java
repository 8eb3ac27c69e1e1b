package org.polywire.check;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.check.Policy.Remedy;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
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

    /** What shows that a part is missing or that one came. */
    private static final Set<FindingCode> OF_PARTS =
            Set.of(FindingCode.OMISSION, FindingCode.ADDITION, FindingCode.UNRELATED);

    /**
     * What a rule alone only notes, as it is a matter of style, and the kinds of fault of which an expert must suspect the sentence as well
     * ({@link Judge}). Numbers, denials and who said a thing are none.
     */
    private static final Map<FindingCode, Set<FindingCode>> WITNESSES = Map.of(
            FindingCode.LENGTH_RATIO, OF_PARTS,
            FindingCode.SENTENCE_COUNT, OF_PARTS,
            FindingCode.CAPITAL_MID_SENTENCE, Set.of(FindingCode.NAME_CHANGED));

    private static final Set<FindingCode> NO_MATTER_OF_WORDS = EnumSet.of(
            FindingCode.EMPTY,
            FindingCode.LINK_LOST,
            FindingCode.BLOCK_LOST,
            FindingCode.FIGURE_LOST,
            FindingCode.PLACEHOLDER_LEFT,
            FindingCode.ENGINE_MARK_LEFT,
            FindingCode.BROKEN_ENCODING,
            FindingCode.ALREADY_TRANSLATED);

    /** What may be the original's own fault, or lies in more than a sentence: the original's words would not mend it. */
    private static final Set<FindingCode> NOT_OF_ONE_SENTENCE = EnumSet.of(
            FindingCode.BLOCK_LOST,
            FindingCode.FIGURE_LOST,
            FindingCode.HEADLINE_BODY,
            FindingCode.PLACEHOLDER_LEFT,
            FindingCode.BROKEN_ENCODING,
            FindingCode.FURNITURE,
            FindingCode.CAPTION_IN_BODY,
            FindingCode.ALREADY_TRANSLATED,
            FindingCode.QUOTED_ORIGINAL);

    /** The probability from which a fault has a name. */
    private static final double LEAST_FAULT = 0.3;

    private final List<Check> forTranslations;
    private final List<Check> forOriginals;
    private final LanguageIdentifier identifier;
    private final Policy policy;
    private final Sensitive sensitive = Sensitive.load();
    private final Likeness likeness = Likeness.load();
    private final Calendars calendars = new Calendars();
    private @Nullable Signals signals;
    private @Nullable Judge judge;

    public Checks(LanguageIdentifier identifier) {
        this(identifier, Policy.standard());
    }

    public Checks(LanguageIdentifier identifier, Policy policy) {
        this.policy = policy;
        this.identifier = identifier;
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
                new InLanguage(this::signals),
                new Scripts(),
                new EngineEvidence(),
                new GlossaryBreaches(policy.glossary()),
                leftovers,
                encoding,
                furniture,
                new Captions(),
                new Numbers(likeness),
                new Dates(calendars),
                Currencies.load(),
                new Phones(),
                Names.load(likeness, this::signals),
                NamePartners.load(this::signals),
                new Quotations(likeness),
                new Speakers(this::signals),
                new HeadlineAndBody(this::signals),
                Lengths.load(),
                Unfinished.load(),
                Sentences.load(likeness),
                Repetition.load(),
                Negations.load(likeness),
                new Spacing(),
                Casing.load(likeness));
    }

    /** What is to become of a translation, with everything that was noticed: the gravest first, then in reading order. */
    public Verdict review(Article original, Translation translation) {
        WithoutQuoted rest = WithoutQuoted.of(original, translation);
        Comparison comparison = Comparison.of(rest.original(), rest.translation());
        List<SentenceScore> scores = asksScores(translation) ? scores(comparison) : List.of();
        return verdict(comparison, scores, quotations(rest, original, translation));
    }

    /** The same with how fit each sentence is, which costs more where the policy does not ask for it. */
    public Opinion judge(Article original, Translation translation) {
        WithoutQuoted rest = WithoutQuoted.of(original, translation);
        Comparison comparison = Comparison.of(rest.original(), rest.translation());
        List<SentenceScore> scores = scores(comparison);
        Verdict verdict = verdict(comparison, scores, quotations(rest, original, translation));
        return Opinion.of(verdict, translation, scores);
    }

    private Stream<Finding> quotations(WithoutQuoted rest, Article original, Translation translation) {
        return rest.findings(original, translation, policy.most(Remedy.QUOTE));
    }

    /**
     * The sentences in which all lies that holds a translation, so that they may be repaired in this way.
     *
     * @return in reading order; empty if the policy does not want it, if they are more than it allows, or if what holds the translation
     *     lies in no sentence
     */
    public Set<SentencePair> repairable(Article original, Translation translation, Verdict verdict, Remedy remedy) {
        int most = policy.most(remedy);
        boolean may = translation.byMachine() && most > 0;
        return switch (verdict) {
            case Verdict.Held(List<Finding> findings)
            when may -> {
                Set<SentencePair> culprits = new Culprits(original, translation, this::review).of(findings);
                yield culprits.size() > most ? Set.of() : culprits;
            }
            case Verdict.Held held -> Set.of();
            case Verdict.Passed passed -> Set.of();
            case Verdict.Rejected rejected -> Set.of();
        };
    }

    /**
     * The sentences in which all lies that holds a translation, so that they may be left in the original's words, each with what it is held for.
     *
     * @return empty if the policy does not want it, if they are more than it allows or stand where none may, if anything that holds the
     *     translation is no matter of one sentence, or if one makes a claim that may do harm: that is for a person to read
     */
    public Map<SentencePair, List<String>> quotable(Article original, Translation translation, Verdict verdict) {
        int most = policy.most(Remedy.QUOTE);
        return translation.byMachine() && most > 0 && verdict instanceof Verdict.Held(List<Finding> findings)
                ? quotable(original, translation, findings, most)
                : Map.of();
    }

    private Map<SentencePair, List<String>> quotable(
            Article original, Translation translation, List<Finding> findings, int most) {
        Map<SentencePair, List<String>> culprits =
                new Culprits(original, translation, this::review).explained(findings);
        List<SentencePair> quoted = Stream.concat(
                        culprits.keySet().stream(),
                        translation.sentences().stream().filter(WithoutQuoted::isQuoted))
                .toList();
        String language = original.language().language();
        boolean may = findings.stream().noneMatch(Checks::isOfNoSentence)
                && culprits.keySet().stream().noneMatch(pair -> sensitive.isIn(pair.source(), language))
                && Quotable.of(original, translation).allows(quoted, most);
        return may ? culprits : Map.of();
    }

    private static boolean isOfNoSentence(Finding finding) {
        return finding.severity() != Severity.NOTE && NOT_OF_ONE_SENTENCE.contains(finding.code());
    }

    private boolean asksScores(Translation translation) {
        return policy.asksScores(policy.least(translation.article().language()));
    }

    private Verdict verdict(Comparison comparison, List<SentenceScore> scores, Stream<Finding> quotations) {
        Translation translation = comparison.translation();
        Stream<Finding> ruled = checksFor(translation).flatMap(check -> check.review(comparison));
        Set<Place> edited = edited(translation);
        Stream<Finding> read = (asksScores(translation) ? scored(comparison, ruled, scores) : ruled)
                .map(finding -> edited.contains(finding.place()) ? leftToThePerson(finding) : finding);
        List<Finding> findings = Stream.concat(quotations, read)
                .distinct()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .limit(MOST_FINDINGS)
                .toList();
        return verdict(findings);
    }

    /** Where every sentence was worded by a person for this article; a machine's sentence beside them is nobody's word. */
    private static Set<Place> edited(Translation translation) {
        Map<Place, List<SentencePair>> places =
                translation.sentences().stream().collect(Collectors.groupingBy(SentencePair::place));
        return places.entrySet().stream()
                .filter(place ->
                        place.getValue().stream().allMatch(pair -> pair.provenance() == Provenance.POST_EDITED))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Of the words a person judges better than a rule; what is no matter of words must be right whoever wrote it. */
    private static Finding leftToThePerson(Finding finding) {
        return NO_MATTER_OF_WORDS.contains(finding.code())
                ? finding
                : new Finding(finding.code(), Severity.NOTE, finding.place(), finding.evidence());
    }

    /** What the rules found, weighed by the scores, and what the scores alone hold. */
    private Stream<Finding> scored(Comparison comparison, Stream<Finding> ruled, List<SentenceScore> scores) {
        double least = policy.least(comparison.translation().article().language());
        boolean close = isClose(comparison);
        Map<Place, List<SentenceScore>> places = scores.stream().collect(Collectors.groupingBy(SentenceScore::place));
        return Stream.concat(
                scores.stream()
                        .filter(score -> !isTrusted(
                                score, least, comparison.original().language().language()))
                        .map(Checks::finding),
                ruled.map(finding ->
                        close ? finding : weighed(finding, places.getOrDefault(finding.place(), List.of()))));
    }

    /** Whether the languages are so close that their wording is known to be literal, so that rules need no witness. */
    private boolean isClose(Comparison comparison) {
        return likeness.knows(
                comparison.original().language().language(),
                comparison.translation().article().language().language());
    }

    /** Whether a sentence may pass; what is no number is no trust. A claim that may do harm must be surer. */
    private boolean isTrusted(SentenceScore score, double least, String language) {
        return score.fit() >= least && score.fault() < suspectAbove(score, language);
    }

    /** The words of a sentence are looked at only where they make a difference. */
    private double suspectAbove(SentenceScore score, String language) {
        boolean differs = score.fault() < policy.suspectAbove() != score.fault() < policy.sensitiveAbove();
        return differs && sensitive.isIn(score.source(), language) ? policy.sensitiveAbove() : policy.suspectAbove();
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

    /** Made when the first sentence asks for them: the lexica take a part of a second. */
    private synchronized Signals signals() {
        Signals made = signals;
        if (made == null) {
            made = new Signals(identifier, calendars);
            signals = made;
        }
        return made;
    }

    private synchronized Judge judge() {
        Judge made = judge;
        if (made == null) {
            made = Judge.load(signals());
            judge = made;
        }
        return made;
    }

    private static Finding finding(SentenceScore score) {
        return UnitPair.finding(
                score.fault() < LEAST_FAULT ? FindingCode.UNFIT : score.suspicion(),
                Severity.HOLD,
                score.place(),
                score.evidence());
    }

    private Finding weighed(Finding finding, List<SentenceScore> scores) {
        Set<FindingCode> witnesses = WITNESSES.getOrDefault(finding.code(), Set.of());
        boolean note = finding.severity() == Severity.HOLD
                && !witnesses.isEmpty()
                && !scores.isEmpty()
                && scores.stream().allMatch(score -> score.doubt(witnesses) < policy.witnessAbove());
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
