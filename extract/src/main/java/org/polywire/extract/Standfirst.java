package org.polywire.extract;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.polywire.extract.Body.Judged;
import org.polywire.extract.Piece.Kind;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/**
 * Finds the summary under the headline: a piece before the running text whose class says so, a second heading, or what the
 * description repeats; else the description itself, if the text does not begin with it.
 *
 * @param content empty if there is none
 * @param piece where it stands, so that the body does not repeat it; absent if it stands only in the metadata
 */
record Standfirst(List<Inline> content, Optional<Piece> piece, Choice choice) {
    private static final int SHORTEST = 25;
    private static final int LONGEST = 900;
    private static final Expression NAMED = Expression.of(
            "(?i)(?:^|[-_ ]|(?<=[a-z])(?=[A-Z]))(?:dek|deck|standfirst|sub-?title|sub-?head(?:line)?|sub-?heading|lead|lede|summary|vorspann|chapo|chapeau"
                    + "|entradilla|intro(?:duction)?|abstract|bajada|sumario|subtitulo|excerpt|description|desc|ingress|manchet|sous-titre|occhiello"
                    + "|catenaccio|underline|preamble|perex|spoiler|short-?text|tagline|sinopsis|leadtext|teaser-?text|lead-?text|leadin|strap(?:line)?)(?![a-z])");

    private static final Pattern PROPERTY = Pattern.compile("(?i)description|alternativeHeadline|abstract");

    static Standfirst of(Page page, Headlines headline, List<Judged> judged) {
        String description = description(page);
        Choice choice = new Choice("standfirst").offer("description", description);
        List<Judged> zone = zone(page, headline, judged);
        Optional<Piece> named = zone.stream()
                .map(Judged::piece)
                .filter(piece -> isNamed(piece.element(), headline.element()))
                .findFirst();
        Optional<Piece> repeated = zone.stream()
                .filter(each -> !each.kept() || isApart(each, judged))
                .map(Judged::piece)
                .filter(piece -> Words.overlap(piece.text(), description) >= 0.85)
                .findFirst();
        Optional<Piece> second = zone.stream()
                .map(Judged::piece)
                .filter(piece -> piece.element().tagName().equals("h2"))
                .filter(piece -> headline.visible()
                        && piece.element().parent() == headline.element().parent())
                .findFirst();
        Optional<Piece> found = named.or(() -> repeated).or(() -> second);
        found.ifPresent(piece -> choice.take("page", piece.text()));
        if (found.isPresent()) {
            return new Standfirst(InlineReader.read(page.base, found.get().run()), found, choice);
        }
        boolean usable = description.length() >= SHORTEST
                && !description.endsWith("…")
                && !description.endsWith("...")
                && Words.contained(description, opening(judged)) < 0.8
                && Words.overlap(description, headline.choice().value()) < 0.8;
        return usable
                ? new Standfirst(Inlines.ofText(description), Optional.empty(), choice.take("description", description))
                : new Standfirst(List.of(), Optional.empty(), choice);
    }

    private static String description(Page page) {
        String shared = page.meta.first("og:description", "description", "twitter:description");
        return shared.isEmpty() ? page.data.text("description") : shared;
    }

    /** The pieces from the headline to the first paragraph of the story, that paragraph included. */
    private static List<Judged> zone(Page page, Headlines headline, List<Judged> judged) {
        long running = judged.stream()
                .filter(each -> each.kept() && each.piece().weight() > 0)
                .count();
        int first = 0;
        while (first < judged.size()
                && !(judged.get(first).kept() && judged.get(first).piece().weight() > 0)) {
            first++;
        }
        int start = headline.visible() ? page.position(headline.element()) : -1;
        return judged.subList(0, Math.min(judged.size(), first + (running > 1 ? 1 : 0))).stream()
                .filter(each -> page.position(each.piece().element()) > start)
                .filter(each ->
                        each.piece().kind() == Kind.PARAGRAPH || each.piece().kind() == Kind.HEADING)
                .filter(each -> each.kept() || !each.rule().startsWith("phrase."))
                .filter(each -> !each.rule().equals("byline")
                        && !each.rule().equals("headline")
                        && !each.rule().startsWith("caption"))
                .filter(each ->
                        each.piece().length() >= SHORTEST && each.piece().text().length() <= LONGEST)
                .filter(each -> each.piece().linkDensity() < 0.5)
                .toList();
    }

    private static boolean isNamed(Element element, Element headline) {
        Element at = element;
        for (int i = 0; i < 3 && at != null && !at.tagName().equals("body") && at != headline.parent(); i++) {
            if (isNamed(at)) {
                return !Texts.isLonger(at, Texts.of(element).length() * 2);
            }
            at = at.parent();
        }
        return false;
    }

    private static boolean isNamed(Element element) {
        return !Markup.isBare(element)
                && (NAMED.isIn(Markup.classes(element) + " " + Markup.attribute(element, "data-testid") + " "
                                + Markup.id(element))
                        || PROPERTY.matcher(Markup.attribute(element, "itemprop"))
                                .matches());
    }

    /** Whether the next paragraph has another design. */
    private static boolean isApart(Judged first, List<Judged> judged) {
        return judged.stream()
                .dropWhile(each -> each != first)
                .skip(1)
                .filter(each -> each.kept() && each.piece().weight() > 0)
                .findFirst()
                .filter(next -> next.piece().signature().equals(first.piece().signature()))
                .isEmpty();
    }

    private static String opening(List<Judged> judged) {
        StringBuilder text = new StringBuilder();
        judged.stream()
                .filter(Judged::kept)
                .limit(4)
                .forEach(each -> text.append(each.piece().text()).append(' '));
        return text.toString();
    }
}
