package org.polywire.check;

import java.util.Objects;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Place;
import org.polywire.model.Route;

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

    private static Stream<Finding> languages(Comparison comparison) {
        return switch (comparison.translation().route()) {
            case Route.Original original -> Stream.empty();
            case Route.Machine machine ->
                machine.legs()
                                        .getFirst()
                                        .from()
                                        .sameLanguage(comparison.original().language())
                                && machine.legs()
                                        .getLast()
                                        .to()
                                        .sameLanguage(comparison
                                                .translation()
                                                .article()
                                                .language())
                        ? Stream.empty()
                        : rejected(FindingCode.WRONG_LANGUAGE, "made by " + machine.legs());
        };
    }

    private static Stream<Finding> rejected(FindingCode code, String evidence) {
        return Stream.of(UnitPair.finding(code, Severity.REJECT, Place.HEADLINE, evidence));
    }
}
