package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Bytes;
import org.polywire.model.Capture;
import org.polywire.model.Headers;
import org.polywire.model.Inlines;

class HostTemplatesTest {
    private static final String FURNITURE =
            "The Lighthouse has told the people of the island what they need to know since the year 1921, every morning.";
    private static final List<String> TOPICS = List.of("bridge", "harbour", "school", "library", "market", "museum");
    private static final Extractor EXTRACTOR = new Extractor(LanguageIdentifier.load());

    private static Capture page(String path, String topic) {
        String text = IntStream.range(0, 6)
                .mapToObj(i -> "<p>Decision " + i + " about the " + topic
                        + " was taken by the council on Tuesday evening after a " + topic
                        + " debate that went on for hours.</p>")
                .collect(Collectors.joining());
        String html = "<html lang=en><head><title>Council decides about the " + topic + "</title></head><body><article>"
                + "<h1>Council decides about the " + topic + "</h1>" + text + "<p>" + FURNITURE
                + "</p></article></body></html>";
        URI address = URI.create("https://lighthouse.example/" + path);
        return new Capture(
                address,
                address,
                new Headers(Map.of()),
                Bytes.copyOf(html.getBytes(StandardCharsets.UTF_8)),
                Instant.parse("2026-11-23T00:00:00Z"));
    }

    private static HostTemplates after(HostTemplates before, Capture page) {
        return EXTRACTOR.survey(page, before).templates();
    }

    private static HostTemplates afterPages(int pages) {
        HostTemplates templates = HostTemplates.NONE;
        for (String topic : TOPICS.subList(0, pages)) {
            templates = after(templates, page(topic, topic));
        }
        return templates;
    }

    private static boolean hasFurniture(Capture page, HostTemplates templates) {
        return EXTRACTOR.survey(page, templates).outcome().body().stream()
                .anyMatch(block -> block instanceof org.polywire.model.Block.Paragraph(var content)
                        && Inlines.text(content).equals(FURNITURE));
    }

    @Test
    void whatStandsOnTwoOtherPagesOfTheHostIsNoPartOfTheStory() {
        Capture page = page("museum", "museum");
        assertThat(hasFurniture(page, HostTemplates.NONE)).isTrue();
        assertThat(hasFurniture(page, afterPages(1))).isTrue();
        assertThat(hasFurniture(page, afterPages(2))).isFalse();
    }

    @Test
    void whatReadersOfAPageWereShownStaysOnIt() {
        Capture page = page("museum", "museum");
        HostTemplates templates = afterPages(3);
        HostTemplates again = templates.sparing(EXTRACTOR.survey(page).body());
        assertThat(hasFurniture(page, again)).isTrue();
        assertThat(hasFurniture(page, after(again, page("market", "market")))).isFalse();
        assertThat(hasFurniture(
                        page,
                        templates.sparing(
                                EXTRACTOR.survey(page, templates).outcome().body())))
                .isFalse();
    }

    @Test
    void aPageIsNoWitnessAgainstItself() {
        Capture page = page("museum", "museum");
        HostTemplates templates = after(after(after(HostTemplates.NONE, page), page), page);
        assertThat(templates.pages()).hasSize(1);
        assertThat(hasFurniture(page, templates)).isTrue();
    }

    @Test
    void copiesOfAStoryAtOtherAddressesTakeNothingFromIt() {
        HostTemplates templates = HostTemplates.NONE;
        for (String path : List.of("museum/print", "museum/amp", "museum/mobile")) {
            templates = after(templates, page(path, "museum"));
        }
        Survey survey = EXTRACTOR.survey(page("museum", "museum"), templates).outcome();
        assertThat(survey.body())
                .isEqualTo(EXTRACTOR.survey(page("museum", "museum")).body());
    }

    @Test
    void onlyTheLatestPagesAreRemembered() {
        HostTemplates templates = HostTemplates.NONE;
        for (int i = 0; i < HostTemplates.MOST_PAGES + 3; i++) {
            templates = after(templates, page("market/" + i, "market"));
        }
        assertThat(templates.pages()).hasSize(HostTemplates.MOST_PAGES);
        assertThat(templates.pages().getLast().address())
                .isEqualTo(URI.create("https://lighthouse.example/market/" + (HostTemplates.MOST_PAGES + 2))
                        .hashCode());
    }

    @Test
    void theReasonIsTold() {
        Survey survey =
                EXTRACTOR.survey(page("museum", "museum"), afterPages(3)).outcome();
        assertThat(survey.explanation().decisions())
                .anyMatch(decision -> decision.rule().equals("host.template")
                        && !decision.kept()
                        && FURNITURE.startsWith(decision.text().substring(0, 60)));
    }
}
