package org.polywire.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Route;
import org.polywire.model.Translation;

/** What a translation never changes: address, outlet, licence, bylines and dates; and it is in the language it claims. */
final class Facts implements Check {
    @Override
    public Stream<Finding> review(Comparison comparison) {
        Article source = comparison.original();
        Article target = comparison.translation().article();
        return Stream.of(
                        same(FindingCode.LINK_LOST, source.address(), target.address()),
                        same(FindingCode.LINK_LOST, source.outlet(), target.outlet()),
                        same(FindingCode.LINK_LOST, source.licence(), target.licence()),
                        same(FindingCode.NAME_CHANGED, source.bylines(), target.bylines()),
                        same(FindingCode.NUMBER_CHANGED, source.dates(), target.dates()),
                        languages(comparison))
                .flatMap(finding -> finding);
    }

    private static Stream<Finding> same(FindingCode code, Object source, Object target) {
        return Objects.equals(source, target) ? Stream.empty() : rejected(code, source + " → " + target);
    }

    /** Every sentence was made from the article's language into the edition's. */
    private static Stream<Finding> languages(Comparison comparison) {
        Translation translation = comparison.translation();
        LanguageTag from = comparison.original().language();
        LanguageTag to = translation.article().language();
        return Stream.concat(
                        Stream.of(translation.route()),
                        translation.sentences().stream().map(translation::routeOf))
                .distinct()
                .filter(route -> !route.legs().isEmpty() && !leads(route.legs(), from, to))
                .flatMap(route -> rejected(FindingCode.WRONG_LANGUAGE, "made by " + route.legs()));
    }

    private static boolean leads(List<Route.Leg> legs, LanguageTag from, LanguageTag to) {
        return legs.getFirst().from().sameLanguage(from) && legs.getLast().to().sameLanguage(to);
    }

    private static Stream<Finding> rejected(FindingCode code, String evidence) {
        return Stream.of(UnitPair.finding(code, Severity.REJECT, Place.HEADLINE, evidence));
    }
}
