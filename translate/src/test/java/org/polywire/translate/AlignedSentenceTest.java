package org.polywire.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;
import org.polywire.model.Reason;
import org.polywire.translate.AlignedSentence.Link;
import org.polywire.translate.Answer.Evidence;
import org.polywire.translate.Answer.Word;
import org.polywire.translate.Passage.Run;
import org.polywire.translate.Sentences.Range;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlignedSentenceTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Pictures and elements inside of words are no part of an article's inline content. */
    private static final Set<String> OUTSIDE_OF_THE_MODEL = Set.of("in-word");

    private static Passage passage(Set<String> names, Run... runs) {
        return new Passage(List.of(List.of(runs)), names);
    }

    private static List<Word> words(Passage passage, AlignedSentence sentence) {
        return ((Answer.Sentences) AlignedSentence.answer(passage, List.of(sentence)))
                .sentences()
                .getFirst()
                .words();
    }

    @Test
    void aWordCarriesTheMarksOfTheTextThatItComesFrom() {
        Passage passage = passage(Set.of(), Run.free("The ", 0), Run.free("red", 1), Run.free(" car", 0));
        AlignedSentence sentence = new AlignedSentence(
                "el coche rojo ya",
                List.of(new Link(0, 2, 0, 3), new Link(3, 8, 8, 11), new Link(9, 11, 4, 7), new Link(11, 13, 4, 7)));
        assertThat(words(passage, sentence))
                .containsExactly(
                        new Word("", "el", List.of(0), Evidence.GOOD),
                        new Word(" ", "coche", List.of(0), Evidence.GOOD),
                        new Word(" ", "rojo", List.of(1), Evidence.GOOD),
                        new Word(" ", "ya", List.of(), Evidence.GOOD));
    }

    @Test
    void whatIsFixedStandsAsItMustAlsoWhereTheEngineChangedIt() {
        Passage passage = passage(
                Set.of(),
                Run.free("See ", 0),
                new Run("@red_car", 2, "@red_car"),
                Run.free(" and ", 0),
                new Run("x()", 0, "x()"));
        AlignedSentence sentence = new AlignedSentence(
                "Ver @coche_rojo y x()",
                List.of(
                        new Link(0, 3, 0, 3),
                        new Link(4, 15, 4, 12),
                        new Link(16, 17, 13, 16),
                        new Link(18, 21, 17, 20)));
        assertThat(words(passage, sentence)).extracting(Word::text).containsExactly("Ver", "@red_car", "y", "x()");
        assertThat(words(passage, sentence).get(1).marks()).containsExactly(2);
        Answer lost =
                AlignedSentence.answer(passage, List.of(new AlignedSentence("Ver y", List.of(new Link(0, 3, 0, 3)))));
        assertThat(((Answer.Sentences) lost).faults())
                .containsExactly("kept text was lost: @red_car", "kept text was lost: x()");
    }

    @Test
    void aTranslatedNameIsPutBackAndAnInflectedOneIsLeft() {
        Passage passage = passage(Set.of("Baker", "Praha"), Run.free("Baker saw Praha", 0));
        List<Link> links = List.of(new Link(0, 8, 0, 5), new Link(9, 12, 6, 9), new Link(13, 18, 10, 15));
        assertThat(words(passage, new AlignedSentence("Panadero vio Prahu", links)))
                .extracting(Word::text)
                .containsExactly("Baker", "vio", "Prahu");
    }

    @Test
    void aSentenceWithMarksAndWithoutAlignmentIsRefused() {
        Passage passage = passage(Set.of(), Run.free("red", 1));
        assertThat(AlignedSentence.answer(passage, List.of(new AlignedSentence("rojo", List.of()))))
                .isEqualTo(
                        new Answer.Failed(Reason.ENGINE_FAILED, "a sentence with marks came back without alignment"));
        assertThatThrownBy(() -> AlignedSentence.answer(
                        passage, List.of(new AlignedSentence("rojo", List.of(new Link(0, 4, 0, 9))))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AlignedSentence.answer(passage, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void alignmentsOfTwoStepsAreComposed() {
        // "la casa roja" → "the red house" → "das rote Haus"
        AlignedSentence first = new AlignedSentence(
                "the red house", List.of(new Link(0, 3, 0, 2), new Link(4, 7, 8, 12), new Link(8, 13, 3, 7)));
        AlignedSentence second = new AlignedSentence(
                "das rote Haus", List.of(new Link(0, 3, 0, 3), new Link(4, 8, 4, 7), new Link(9, 13, 7, 13)));
        assertThat(second.after(first))
                .isEqualTo(new AlignedSentence(
                        "das rote Haus", List.of(new Link(0, 3, 0, 2), new Link(4, 8, 8, 12), new Link(9, 13, 3, 7))));
    }

    @Test
    void languagesWithoutSpacesAreCutIntoWords() {
        Passage passage = passage(Set.of(), Run.free("I read ", 0), Run.free("the newspaper", 1));
        AlignedSentence sentence = new AlignedSentence(
                "我读报纸。", List.of(new Link(0, 1, 0, 1), new Link(1, 2, 2, 6), new Link(2, 4, 7, 20)));
        assertThat(words(passage, sentence))
                .extracting(word -> word.text() + word.marks())
                .containsExactly("我[0]", "读[0]", "报纸[1]", "。[]");
    }

    /** The shared cases, as far as their elements exist in an article: both sides are mapped to inline content and compared there. */
    @TestFactory
    Stream<DynamicTest> elementsFollowTheAlignmentInTheSharedCases() throws IOException {
        Path file = Path.of(
                System.getenv().getOrDefault("POLYWIRE_REPOSITORY", "."),
                "../shared/corpora/html-transfer/cases.jsonl");
        assumeTrue(Files.exists(file), "no corpus of markup transfer cases beside the repository");
        return Files.readAllLines(file).stream()
                .map(JSON::readTree)
                .filter(one -> !one.has("error")
                        && !OUTSIDE_OF_THE_MODEL.contains(one.get("class").asString())
                        && !one.get("source_html").asString().contains("<img"))
                .map(one -> DynamicTest.dynamicTest(one.get("id").asString(), () -> check(one)));
    }

    private static void check(JsonNode one) {
        List<List<Inline>> sources = blocks(one.get("source_html").asString());
        List<List<Inline>> expected = blocks(one.get("target_html").asString());
        List<JsonNode> segments = new ArrayList<>();
        one.get("segments").forEach(segments::add);
        for (int i = 0; i < sources.size(); i++) {
            List<List<Leaf<Mark>>> lines = MarkedText.lines(sources.get(i)).stream()
                    .map(line -> line.text().codePoints().anyMatch(Character::isLetterOrDigit)
                            ? translated(line, segments.removeFirst())
                            : line.unchanged())
                    .toList();
            assertThat(Papers.show(MarkedText.build(MarkedText.join(lines))))
                    .isEqualTo(Papers.show(Inlines.canonical(expected.get(i))));
        }
    }

    private static List<Leaf<Mark>> translated(MarkedLine line, JsonNode segment) {
        List<Range> words = new ArrayList<>();
        int at = 0;
        for (JsonNode word : segment.get("source")) {
            int start = line.text().indexOf(word.asString(), at);
            at = start + word.asString().length();
            words.add(new Range(start, at));
        }
        StringBuilder text = new StringBuilder();
        List<Link> links = new ArrayList<>();
        for (JsonNode word : segment.get("target")) {
            text.append(text.isEmpty() ? "" : word.has("sep") ? word.get("sep").asString() : " ");
            int start = text.length();
            text.append(word.get("w").asString());
            for (JsonNode from : word.has("from") ? word.get("from") : JSON.createArrayNode()) {
                Range source = words.get(from.asInt());
                links.add(new Link(start, text.length(), source.start(), source.end()));
            }
        }
        MarkedPassage passage = MarkedPassage.of(
                line, line.words(), List.of(new Range(0, line.text().length())), Set::of);
        Answer answer = AlignedSentence.answer(passage.passage(), List.of(new AlignedSentence(text.toString(), links)));
        assertThat(answer).isInstanceOf(Answer.Sentences.class);
        return MarkedAnswer.covered(
                passage, ((Answer.Sentences) answer).sentences().getFirst());
    }

    private static List<List<Inline>> blocks(String html) {
        List<List<Inline>> blocks = new ArrayList<>();
        addBlocks(Jsoup.parseBodyFragment(html).body(), blocks);
        return blocks.stream().filter(block -> !block.isEmpty()).toList();
    }

    private static void addBlocks(Element parent, List<List<Inline>> blocks) {
        blocks.add(new ArrayList<>());
        for (Node child : parent.childNodes()) {
            boolean skipped =
                    child instanceof Element element && element.normalName().matches("pre|script|style");
            if (child instanceof Element element && element.isBlock() && !skipped) {
                addBlocks(element, blocks);
                blocks.add(new ArrayList<>());
            } else if (!skipped) {
                blocks.getLast().addAll(inline(child));
            }
        }
    }

    private static List<Inline> inline(Node node) {
        if (node instanceof TextNode text) {
            return text.getWholeText().isEmpty() ? List.of() : List.of(new Inline.Text(text.getWholeText()));
        }
        if (!(node instanceof Element element)) {
            return List.of();
        }
        List<Inline> content = element.childNodes().stream()
                .flatMap(child -> inline(child).stream())
                .toList();
        boolean verbatim = element.normalName().matches("code|kbd|samp|var")
                || element.attr("translate").equals("no");
        if (element.normalName().equals("br")) {
            return List.of(new Inline.LineBreak());
        } else if (verbatim && !element.wholeText().isBlank()) {
            return List.of(new Inline.Verbatim(element.wholeText()));
        }
        if (Inlines.text(content).isBlank()) {
            return content;
        }
        return switch (element.normalName()) {
            case "em", "i" -> List.of(new Inline.Emphasis(content));
            case "strong", "b" -> List.of(new Inline.Strong(content));
            case "a" ->
                List.of(new Inline.Link(URI.create("https://example.org/").resolve(element.attr("href")), content));
            default -> content;
        };
    }
}
