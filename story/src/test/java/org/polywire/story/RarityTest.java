package org.polywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;

class RarityTest {
    private static final SourceId MARINADA = new SourceId("la-marinada");
    private static final SourceId PONT = new SourceId("el-pont");
    private static final String[] EVENTS = {
        "orquestra violins concert", "tempesta onades passeig", "barques motors moll", "peixos reserva biòlegs"
    };

    private final Index index = new Index();
    private int texts;
    private ArticleId last = ArticleId.of(URI.create("https://paper.example/"));

    private static Rarity.Count stories(double all, double home) {
        return new Rarity.Count(all, all, home);
    }

    @Test
    void theMoreStoriesHaveAMarkTheLessItIsASurprise() {
        for (Mark kind : Mark.values()) {
            double before = 1;
            for (int with = 1; with <= 1000; with++) {
                double weight =
                        Rarity.of(kind, stories(with, 0), stories(1000, 0)).anywhere();
                assertThat(weight).isBetween(0.0, before);
                before = weight;
            }
        }
    }

    @Test
    void whatOneStoryAloneHasIsAsRareAsCanBe() {
        assertThat(Rarity.of(Mark.NAME, stories(1, 1), stories(47, 5)).anywhere())
                .isEqualTo(1);
    }

    @Test
    void whatMostOfAFewStoriesHaveIsNotRareThoughTheyAreFew() {
        assertThat(Rarity.of(Mark.NAME, stories(30, 0), stories(47, 0)).anywhere())
                .isLessThan(0.25);
    }

    /** Else a paper that corrects itself would seem to have told more, and what is common in it would seem rarer. */
    @Test
    void aNewVersionOfATextIsNoFurtherStoryOfItsSource() {
        Tellings tellings = new Tellings();
        Text text = told(MARINADA, EVENTS[0], "Portblau");
        tellings.add(text, new StoryId(text.article()), false);
        Rarity.Count before = tellings.total(text);
        tellings.add(text, new StoryId(text.article()), true);
        assertThat(tellings.total(text)).isEqualTo(before);
    }

    private Text told(SourceId source, String event, String place) {
        ArticleId id = ArticleId.of(URI.create("https://paper.example/" + texts++));
        String text = "Ahir a " + place + " es va parlar de " + event + ".";
        return new Text(
                id,
                source,
                new LanguageTag("ca"),
                true,
                Instant.EPOCH,
                Sketch.of(Articles.of("ca", "Notícia de " + event, text)));
    }

    private static double shared(Probe probe, Text other) {
        return probe.shared(other, Mark.NAME);
    }

    @Test
    void theNameOfItsTownBindsAPapersArticlesLessThanAnotherPapers() {
        Text last = told(MARINADA, EVENTS[0], "Vilamar");
        index.add(last, new StoryId(last.article()));
        for (int i = 1; i < EVENTS.length; i++) {
            last = told(MARINADA, EVENTS[i], "Vilamar");
            index.add(last, new StoryId(last.article()));
        }
        Text elsewhere = told(PONT, "eleccions", "Vilamar");
        index.add(elsewhere, new StoryId(elsewhere.article()));
        Probe probe = index.probe(told(MARINADA, "futbol", "Vilamar"), null);
        assertThat(shared(probe, elsewhere)).isPositive();
        assertThat(shared(probe, last)).isLessThan(shared(probe, elsewhere) / 2);
    }

    /** Else the little words of a language that few papers write in would seem rare, and join what has nothing else in common. */
    @Test
    void aWordOfEveryTextInALanguageIsNotRareThereHoweverManyStoriesOthersTell() {
        for (int i = 0; i < 40; i++) {
            index.add(toldIn("ca", "amb la gent " + i), new StoryId(last));
            for (String language : List.of("es", "fr", "de", "en")) {
                index.add(toldIn(language, "x" + language + i), new StoryId(last));
            }
        }
        Text text = toldIn("ca", "amb la gent");
        double[] weights = index.probe(text, null).weights(Mark.WORD);
        Text other = toldIn("ca", "amb la gent");
        assertThat(index.probe(text, null).shared(other, Mark.WORD))
                .isLessThan(Arrays.stream(weights).sum() / 2);
    }

    private Text toldIn(String language, String words) {
        last = ArticleId.of(URI.create("https://paper.example/" + texts++));
        SourceId source = new SourceId("paper-" + texts);
        Sketch sketch = Sketch.of(Articles.of(language, "x", words));
        return new Text(last, source, new LanguageTag(language), true, Instant.EPOCH, sketch);
    }

    @Test
    void anEventThatIsToldFortyTimesIsOneStory() {
        StoryId story = new StoryId(ArticleId.of(URI.create("https://paper.example/storm")));
        for (int i = 0; i < 40; i++) {
            index.add(told(new SourceId("paper-" + i), EVENTS[1], "Vilamar"), story);
        }
        Text one = told(new SourceId("paper-3"), EVENTS[1], "Vilamar");
        assertThat(index.probe(one, null).weights(Mark.NAME)).containsOnly(1);
    }

    @Test
    void storiesThatBecameOneCountAsOne() {
        Text first = told(MARINADA, EVENTS[0], "Vilamar");
        Text second = told(PONT, EVENTS[0], "Vilamar");
        index.add(first, new StoryId(first.article()));
        index.add(second, new StoryId(second.article()));
        Text third = told(new SourceId("el-far"), EVENTS[0], "Vilamar");
        double[] apart = index.probe(third, null).weights(Mark.NAME);
        index.merge(new StoryId(second.article()), new StoryId(first.article()));
        double[] together = index.probe(third, null).weights(Mark.NAME);
        for (int i = 0; i < apart.length; i++) {
            assertThat(together[i]).isGreaterThan(apart[i]).isEqualTo(1);
        }
    }
}
