package org.polywire.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Finding;
import org.polywire.model.Inlines;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Unit;

/**
 * Whether a translation keeps its source's skeleton (law 5), told without the checks' own code; and whether what it does not keep was
 * noticed by anybody: a finding of the checks, or a fault that came with the sentence.
 */
final class LawAudit {
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+(?:[.,\u00A0\u202F' ]\\p{Nd}+)*");

    /** Centuries are written so in many languages. */
    private static final List<String> ROMAN = List.of(
            "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVII", "XVIII", "XIX", "XX", "XXI");

    /**
     * A part of an article that is not as in the source.
     *
     * @param noticed whether there is a finding or a fault at its place
     */
    record Violation(String law, String place, String evidence, boolean noticed) {}

    private final Article source;
    private final Translation translation;
    private final Set<String> noticed;

    LawAudit(Article source, Translation translation, List<Finding> findings) {
        this.source = source;
        this.translation = translation;
        this.noticed = Stream.concat(
                        findings.stream().map(finding -> finding.place().path()),
                        translation.sentences().stream()
                                .filter(sentence -> !sentence.faults().isEmpty())
                                .map(SentencePair::place)
                                .map(Object::toString))
                .collect(Collectors.toSet());
    }

    List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        Article target = translation.article();
        String before = skeleton(source.body());
        String after = skeleton(target.body());
        if (!before.equals(after)) {
            violations.add(violation("blocks", "body", before + " → " + after));
        }
        Map<String, Unit> units = new TreeMap<>();
        target.units().forEach(unit -> units.put(unit.place().path(), unit));
        source.units().forEach(unit -> compare(unit, units.get(unit.place().path()), violations));
        return violations;
    }

    private Violation violation(String law, String place, String evidence) {
        boolean known = noticed.stream().anyMatch(other -> other.equals(place) || other.startsWith(place + "."));
        return new Violation(law, place, evidence, known);
    }

    private void compare(Unit from, @Nullable Unit to, List<Violation> violations) {
        String place = from.place().path();
        if (to == null || (to.text().isBlank() && !from.text().isBlank())) {
            violations.add(violation("blocks", place, from.text() + " is missing"));
            return;
        }
        if (!links(from).equals(links(to))) {
            violations.add(violation("links", place, links(from) + " → " + links(to)));
        }
        if (!sameNumbers(from.text(), to.text())) {
            violations.add(violation("numbers", place, numbers(from.text()) + " → " + numbers(to.text())));
        }
    }

    private static List<String> links(Unit unit) {
        return Inlines.links(unit.content()).stream()
                .map(link -> link.target().toString())
                .sorted()
                .toList();
    }

    private static boolean sameNumbers(String source, String target) {
        List<String> left = new ArrayList<>(numbers(source));
        List<String> right = new ArrayList<>(numbers(target));
        right.removeIf(left::remove);
        left.removeIf(number -> number.length() < 3
                && Integer.parseInt(number) >= 1
                && Integer.parseInt(number) <= ROMAN.size()
                && target.contains(" " + ROMAN.get(Integer.parseInt(number) - 1)));
        return left.isEmpty() && right.isEmpty();
    }

    /** The digits of each number, since languages part them in other ways. */
    private static List<String> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(number -> number.replaceAll("[^\\p{Nd}]", ""))
                .sorted()
                .toList();
    }

    private static String skeleton(List<Block> blocks) {
        return blocks.stream().map(LawAudit::shape).collect(Collectors.joining(" "));
    }

    private static String shape(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> "p";
            case Block.Heading heading -> "h" + heading.level();
            case Block.Listing listing ->
                listing.items().stream().map(LawAudit::skeleton).collect(Collectors.joining(",", "list(", ")"));
            case Block.Quote quote -> "quote(" + skeleton(quote.content()) + ")";
            case Block.Figure figure -> "figure(" + figure.picture().address() + " " + figure.credit() + ")";
            case Block.Table table ->
                table.rows().stream().map(row -> "" + row.size()).collect(Collectors.joining(",", "table(", ")"));
            case Block.Embed embed -> "embed(" + embed.target() + ")";
            case Block.Divider divider -> "divider";
            case Block.Note note -> "note(" + note.kind() + ")";
        };
    }
}
