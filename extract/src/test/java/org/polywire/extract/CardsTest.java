package org.polywire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardsTest {
    private static final String WHEN = "<time>20 November</time>";
    private static final String TEASER = "The ferry that brought the mail for forty years leaves for the last time.";
    private static final String PICTURED =
            "<a href=/n/%1$d><img src=/%1$d.jpg></a><div><a href=/n/%1$d>A ferry</a><p>" + TEASER + "</p></div>";
    private static final String EMPTY = "<a href=/n/%1$d></a><h3><a href=/n/%1$d>A ferry</a></h3><p>" + TEASER + "</p>";
    private static final String WHOLE = "<a href=https://faro.example/n/%1$d><img src=/%1$d.jpg></a>"
            + "<h3><a href=https://faro.example/n/%1$d>A ferry</a></h3><p>" + TEASER + "</p>";
    private static final String WORDS =
            "<p>See <a href=/n/%1$d>the ferry</a>. " + TEASER + " Or <a href=/n/%1$d>here</a>.</p>";
    private static final String ONE = "<img src=/%1$d.jpg><h3><a href=/n/%1$d>A ferry</a></h3><p>" + TEASER + "</p>";
    private static final String AWAY = "<a href=https://shop.example/%1$d><img src=/%1$d.jpg></a>"
            + "<h3><a href=https://shop.example/%1$d>A ferry</a></h3><p>" + TEASER + "</p>";
    private static final String LONG =
            "<a href=/n/%1$d><img src=/%1$d.jpg></a><a href=/n/%1$d>A ferry</a><p>" + TEASER.repeat(12) + "</p>";

    private static List<String> held(String item, int times, boolean timed) {
        String items = IntStream.range(0, times)
                .mapToObj(i ->
                        "<section class=\"item n" + i + "\">" + item.formatted(i) + (timed ? WHEN : "") + "</section>")
                .collect(Collectors.joining());
        Page page = Captured.anyway(
                Pages.capture("<html lang=en><body><article><p>" + TEASER + "</p><div>" + items + "</div></article>"));
        Cards cards = Cards.of(page);
        List<Piece> pieces = Segmenter.pieces(page.document.body());
        assertThat(cards.hold(pieces.getFirst())).isFalse();
        return pieces.stream().filter(cards::hold).map(Piece::text).toList();
    }

    private static String item(String name) {
        return switch (name) {
            case "pictured" -> PICTURED;
            case "empty" -> EMPTY;
            case "whole" -> WHOLE;
            case "words" -> WORDS;
            case "one" -> ONE;
            case "away" -> AWAY;
            case "long" -> LONG;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({"pictured", "empty", "whole"})
    void threeBoxesWithAPictureAndATitleOfOtherPagesAreCards(String name) {
        assertThat(held(item(name), 3, true)).hasSizeGreaterThanOrEqualTo(3).anyMatch(text -> text.contains(TEASER));
    }

    @ParameterizedTest
    @CsvSource({"pictured, 2", "empty, 2", "words, 4", "one, 4", "away, 4", "long, 4"})
    void fewerOrOthersAreNone(String name, int times) {
        assertThat(held(item(name), times, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pictured", "empty", "whole"})
    void boxesThatTellNoTimeMayBeTheStory(String name) {
        assertThat(held(item(name), 4, false)).isEmpty();
    }
}
