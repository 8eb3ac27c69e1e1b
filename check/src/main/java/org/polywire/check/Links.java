package org.polywire.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inlines;

/**
 * Each unit leads to the same places as its original, by words that can be clicked and that are the right ones.
 *
 * <p>A link that grammar split in two, or whose order changed, is a note. That a link is on other words is seen by a number or
 * a copied name that stands in the original's link and, in the translation, outside it.
 */
final class Links implements UnitCheck {
    @Override
    public Stream<Finding> review(UnitPair unit) {
        List<Link> source = Inlines.links(unit.sourceContent());
        List<Link> target = Inlines.links(unit.targetContent());
        List<URI> lost = new ArrayList<>(source.stream().map(Link::target).toList());
        target.forEach(link -> lost.remove(link.target()));
        Set<URI> added = targets(target);
        added.removeAll(targets(source));
        return Stream.of(
                        lost.stream().map(address -> unit.reject(FindingCode.LINK_LOST, "missing: " + address)),
                        added.stream().map(address -> unit.reject(FindingCode.LINK_LOST, "added: " + address)),
                        wordless(unit, target),
                        order(unit, source, target),
                        moved(unit, source, target))
                .flatMap(Function.identity());
    }

    private static Set<URI> targets(List<Link> links) {
        return links.stream().map(Link::target).collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<Finding> wordless(UnitPair unit, List<Link> target) {
        return target.stream()
                .filter(link -> Inlines.text(link.content()).isBlank())
                .map(link -> unit.reject(FindingCode.LINK_LOST, "a link without words: " + link.target()));
    }

    private static Stream<Finding> order(UnitPair unit, List<Link> source, List<Link> target) {
        List<URI> before = source.stream().map(Link::target).toList();
        List<URI> after = target.stream().map(Link::target).toList();
        return before.equals(after) || !targets(source).equals(targets(target))
                ? Stream.empty()
                : Stream.of(unit.note(FindingCode.LINK_LOST, "in another order or number: " + after));
    }

    private static Stream<Finding> moved(UnitPair unit, List<Link> source, List<Link> target) {
        Set<String> words = unit.targetWords().stream().map(Word::text).collect(Collectors.toSet());
        return targets(source).stream()
                .filter(targets(target)::contains)
                .filter(address -> anchors(source, address)
                        .anyMatch(word -> words.contains(word)
                                && anchorWords(target, address).noneMatch(word::equals)))
                .map(address -> unit.hold(FindingCode.LINK_LOST, "on other words: " + address));
    }

    /** The words of a link that a translation keeps as they are: numbers and names. */
    private static Stream<String> anchors(List<Link> links, URI address) {
        return anchorWords(links, address)
                .filter(word -> word.length() > 1)
                .filter(word -> Character.isDigit(word.charAt(0)) || Character.isUpperCase(word.charAt(0)));
    }

    private static Stream<String> anchorWords(List<Link> links, URI address) {
        return links.stream()
                .filter(link -> link.target().equals(address))
                .flatMap(link -> Word.of(Inlines.text(link.content())).stream())
                .map(Word::text);
    }
}
