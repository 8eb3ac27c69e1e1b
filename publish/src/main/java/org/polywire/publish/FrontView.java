package org.polywire.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A front page: one story leads, some stand below it, the newest run beside them by the clock, then come the sections.
 *
 * @param lead one card, or none on an empty page
 * @param latest the newest of the others, in the order of time
 * @param sections each with a few articles
 * @param rest what has found no place above
 * @param sources whose articles the page shows
 */
record FrontView(
        Frame frame,
        List<Card> lead,
        List<Card> second,
        List<Card> latest,
        List<Department> sections,
        List<Card> rest,
        List<Frame.Way> sources) {
    private static final int SECOND = 4;
    private static final int CANDIDATES = 6;
    private static final int LATEST = 9;
    private static final int DEPARTMENT = 4;
    private static final int DEPARTMENTS = 6;

    /** A section as far as a front page shows it. */
    record Department(String name, String href, List<Card> cards) {}

    /** @param cards the newest first */
    static FrontView of(Frame frame, List<Card> cards, List<Frame.Way> sources) {
        List<Card> left = new ArrayList<>(cards);
        List<Card> lead = leading(left, CANDIDATES, 1);
        left.removeAll(lead);
        List<Card> second = leading(left, 2 * CANDIDATES, left.size() > SECOND + 2 ? SECOND : SECOND / 2);
        left.removeAll(second);
        List<Card> latest = List.copyOf(left.subList(0, Math.min(LATEST, left.size())));
        left.removeAll(latest);
        List<Department> sections = departments(frame.sections(), left);
        sections.forEach(section -> left.removeAll(section.cards()));
        return new FrontView(frame, lead, second, latest, sections, List.copyOf(left), sources);
    }

    boolean empty() {
        return lead.isEmpty();
    }

    /** Those with a picture and a summary, as far as there are some among the newest few; then the newest. */
    private static List<Card> leading(List<Card> cards, int candidates, int wanted) {
        Stream<Card> full = cards.stream()
                .limit(candidates)
                .filter(card -> card.pictured() && !card.summary().isEmpty());
        return Stream.concat(full, cards.stream()).distinct().limit(wanted).toList();
    }

    private static List<Department> departments(List<Frame.Way> ways, List<Card> cards) {
        Map<String, List<Card>> bySection = new LinkedHashMap<>();
        cards.forEach(card -> bySection
                .computeIfAbsent(card.section(), any -> new ArrayList<>())
                .add(card));
        return ways.stream()
                .filter(way -> bySection.getOrDefault(way.href(), List.of()).size() > 1)
                .limit(DEPARTMENTS)
                .map(way -> new Department(way.name(), way.href(), few(bySection.getOrDefault(way.href(), List.of()))))
                .toList();
    }

    /** The one with a picture first. */
    private static List<Card> few(List<Card> cards) {
        List<Card> shown = cards.subList(0, Math.min(DEPARTMENT, cards.size()));
        return Stream.concat(shown.stream().filter(Card::pictured).limit(1), shown.stream())
                .distinct()
                .toList();
    }
}
