package org.polywire.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
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

    private final List<Check> forTranslations;
    private final List<Check> forOriginals;

    public Checks(LanguageIdentifier identifier) {
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
        List<Finding> findings = checksFor(translation)
                .flatMap(check -> check.review(comparison))
                .distinct()
                .sorted(Comparator.comparing(Finding::severity).reversed())
                .limit(MOST_FINDINGS)
                .toList();
        return verdict(findings);
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
