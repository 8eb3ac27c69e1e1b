package org.polywire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Bytes;
import org.polywire.model.SourceId;
import org.polywire.model.Story.Likeness;
import org.polywire.model.StoryId;

class WindowTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final String[] TRAIN = {
        "Los gobiernos de las dos regiones firmaron este viernes un acuerdo para recuperar el tren entre Salinas y Valdemar.",
        "El acuerdo tiene una duración de cinco años y prevé una inversión de 86,5 millones de euros, según el documento.",
        "«Este tren es una necesidad», afirmó la consejera Rosa Prado después de la firma. Más de 6.000 personas van en coche.",
        "La línea tiene 94 kilómetros y 16 estaciones. El viaje pasará de 118 a 92 minutos cuando terminen las obras."
    };

    private static final String[] OTHER = {
        "La biblioteca de Lavandeira abrirá por la noche durante los exámenes, hasta las 2.30 de la madrugada.",
        "El alcalde, Xurxo Novo, explicó que la medida cuesta 18.400 euros y que la pagará el ayuntamiento.",
        "Unos 350 estudiantes firmaron en octubre una carta en la que pedían más horas y mejor calefacción."
    };

    private final Window window = new Window();
    private int minutes;

    private Text text(String name, Article article, boolean original) {
        ArticleId id = ArticleId.of(URI.create("https://paper.example/" + name));
        Instant at = NOW.plus(Duration.ofMinutes(minutes++));
        return new Text(id, new SourceId("paper-" + name), article.language(), original, at, Sketch.of(article));
    }

    private Placement placed(String name, Article article) {
        return placed(text(name, article, true));
    }

    private Placement placed(Text text) {
        Placement placement = window.place(text);
        placement.merged().forEach(other -> window.merge(other, placement.story()));
        window.keep(text, placement.story());
        return placement;
    }

    private static Article spanish(String headline, String... paragraphs) {
        return Articles.of("es", headline, paragraphs);
    }

    @Test
    void theFirstArticleNamesItsStory() {
        Text first = text("a", spanish("El tren de la costa", TRAIN), true);
        assertThat(placed(first)).isEqualTo(Placement.alone(first.article()));
    }

    @Test
    void aWireCopyUnderAnotherHeadlineJoinsAsACopy() {
        Placement first = placed("a", spanish("El tren de la costa tendrá doce viajes", TRAIN));
        Placement copy = placed("b", spanish("Dos regiones pactan salvar la línea", TRAIN));
        assertThat(copy.story()).isEqualTo(first.story());
        assertThat(copy.likeness()).isEqualTo(Likeness.COPY);
    }

    @Test
    void aCopyThatWasCutAndGivenAnotherBeginningJoins() {
        Placement first = placed("a", spanish("El tren de la costa", TRAIN));
        Placement copy = placed(
                "b",
                spanish(
                        "Habrá tren",
                        "Buenas noticias para quienes viven junto al mar.",
                        TRAIN[0],
                        TRAIN[1],
                        TRAIN[2]));
        assertThat(copy.story()).isEqualTo(first.story());
    }

    @Test
    void anotherArticleOfTheSameKindStandsAlone() {
        placed("a", spanish("El tren de la costa", TRAIN));
        assertThat(placed("b", spanish("La biblioteca abre de noche", OTHER)).alone())
                .isTrue();
    }

    @Test
    void theNextOfASeriesWithOtherNumbersIsNoCopy() {
        String draw =
                "Los números del sorteo de hoy son 123, 456, 789, 321 y 654, y el premio es de 987.654 euros para cada uno.";
        placed("a", spanish("Sorteo del lunes", draw));
        String next = draw.replace("123, 456, 789, 321 y 654", "234, 567, 891, 432 y 765")
                .replace("987.654", "123.456");
        assertThat(placed("b", spanish("Sorteo del martes", next)).likeness()).isNotEqualTo(Likeness.COPY);
    }

    @Test
    void aTranslationJoinsByNamesAndNumbers() {
        Placement first = placed("a", spanish("El tren de la costa une Salinas y Valdemar", TRAIN));
        Placement other = placed(
                "b",
                Articles.of(
                        "pt",
                        "Comboio entre Salinas e Valdemar",
                        "Os governos das duas regiões assinaram na sexta-feira um acordo sobre o comboio de Salinas a Valdemar.",
                        "O acordo prevê um investimento de 86,5 milhões de euros, disse a conselheira Rosa Prado.",
                        "Hoje mais de 6.000 pessoas vão de carro. A linha tem 94 quilómetros e a viagem passará de 118 a 92 minutos."));
        assertThat(other.story()).isEqualTo(first.story());
        assertThat(other.likeness()).isEqualTo(Likeness.SAME_EVENT);
    }

    @Test
    void namesAreHeardAcrossScripts() {
        assertThat(Sounds.of("trump")).isPresent().isEqualTo(Sounds.of("трамп"));
        assertThat(Sounds.of("merkel")).isEqualTo(Sounds.of("меркель"));
        assertThat(Sounds.of("netanyahu")).isEqualTo(Sounds.of("נתניהו"));
    }

    /** Each script has its own way to write a sound; ICU writes Russian й as j and ц as c, which are other sounds elsewhere. */
    @Test
    void namesAreHeardAsTheyAreSpokenWhateverTheLetters() {
        assertThat(Sounds.of("chavez")).isPresent().isEqualTo(Sounds.of("чавес"));
        assertThat(Sounds.of("johnson")).isPresent().isEqualTo(Sounds.of("джонсон"));
        assertThat(Sounds.of("bayern")).isPresent().isEqualTo(Sounds.of("байерн"));
        assertThat(Sounds.of("mexico")).isPresent().isEqualTo(Sounds.of("мексико"));
        assertThat(Sounds.of("canberra")).isPresent().isEqualTo(Sounds.of("キャンベラ"));
    }

    @Test
    void anArabicNameIsTheSameBehindAPreposition() {
        Sketch once = Sketch.of(Articles.of("ar", "قطار", "وصل ترامب"));
        Sketch twice = Sketch.of(Articles.of("ar", "قطار", "وصل ترامب وقيل لترامب"));
        assertThat(twice.marks(Mark.SOUND)).isEqualTo(once.marks(Mark.SOUND));
    }

    @Test
    void whereWordsAreNotPartedTwoLettersInARowAreAWord() {
        Sketch one = Sketch.of(Articles.of("zh", "海岸列车将恢复运行", "盐湖镇与谷海镇达成协议，海岸列车将重新开通。"));
        Sketch other = Sketch.of(Articles.of("zh", "两地签署协议", "盐湖镇的政府周五说，海岸列车每天往返十二次。"));
        Sketch elsewhere = Sketch.of(Articles.of("zh", "图书馆夜间开放", "考试期间图书馆开放到凌晨两点半。"));
        assertThat(one.shared(other, Mark.WORD).count()).isGreaterThanOrEqualTo(6);
        assertThat(one.shared(elsewhere, Mark.WORD).count()).isZero();
    }

    @Test
    void headlinesThatSayTheSameBindReportsInOtherWords() {
        Placement first = placed(
                "a",
                spanish(
                        "Suben a 832 los muertos por el tsunami de Indonesia",
                        "La agencia de desastres de Indonesia elevó el domingo a 832 los muertos por el seísmo y el tsunami."));
        Placement second = placed(
                "b",
                spanish(
                        "Los muertos por el tsunami de Indonesia pasan de 800",
                        "En Palu los equipos de rescate buscan bajo un hotel. Faltan máquinas, agua y gasolina en Indonesia."));
        assertThat(second.story()).isEqualTo(first.story());
    }

    /** A story's first texts may all be in other languages; a dozen of them once hid a copy of the text. */
    @Test
    void aCopyIsFoundInAStoryThatManyTextsOfOtherLanguagesBegan() {
        String[] languages = {"pt", "gl", "it", "fr", "ro", "oc", "an", "ast", "eu", "de", "nl", "sv", "da"};
        Text first = text("a", spanish("El tren de la costa", TRAIN), true);
        StoryId story = new StoryId(first.article());
        for (String language : languages) {
            window.keep(text(language, Articles.of(language, "Tren", "Otra cosa"), true), story);
        }
        window.keep(first, story);
        Placement copy = window.place(text("b", spanish("Habrá tren", TRAIN), true));
        assertThat(copy.likeness()).isEqualTo(Likeness.COPY);
        assertThat(copy.story()).isEqualTo(story);
    }

    @Test
    void aSketchKeptBeforeHeadlinesCountedIsStillRead() {
        Article article = spanish("El tren de la costa", TRAIN);
        byte[] now = Sketch.of(article).bytes().toArray();
        int titles = Sketch.of(article).marks(Mark.TITLE).length;
        byte[] before = Arrays.copyOf(now, now.length - 4 * titles - 1);
        before[0] = 1;
        Sketch read = Sketch.of(Bytes.copyOf(before));
        assertThat(read.marks(Mark.NAME)).isEqualTo(Sketch.of(article).marks(Mark.NAME));
        assertThat(read.marks(Mark.TITLE)).isEmpty();
    }

    @Test
    void twoStoriesBecomeOneThroughATranslation() {
        Placement first = placed("a", spanish("El tren de la costa", TRAIN));
        Placement second = placed("b", Articles.of("ar", "قطار الساحل", "وقعت الحكومتان اتفاقا حول القطار."));
        assertThat(second.story()).isNotEqualTo(first.story());
        ArticleId arabic = second.story().first();
        Text translated = new Text(
                arabic,
                new SourceId("paper-b"),
                spanish("El tren", TRAIN).language(),
                false,
                NOW.plusSeconds(600),
                Sketch.of(spanish("El tren de la costa", TRAIN)));
        Placement joined = placed(translated);
        assertThat(joined.story()).isEqualTo(first.story());
        assertThat(joined.merged()).containsExactly(second.story());
        assertThat(placed(translated).story()).isEqualTo(first.story());
    }

    @Test
    void whatIsOlderThanTheWindowIsNotFound() {
        placed("a", spanish("El tren de la costa", TRAIN));
        minutes += (int) Window.LENGTH.toMinutes() + 1;
        assertThat(placed("b", spanish("El tren de la costa", TRAIN)).alone()).isTrue();
    }

    @Test
    void aNewVersionStaysInItsStory() {
        Text first = text("a", spanish("El tren de la costa", TRAIN), true);
        StoryId story = placed(first).story();
        assertThat(placed("a", spanish("La biblioteca abre de noche", OTHER)).story())
                .isEqualTo(story);
        assertThat(window.size()).isEqualTo(1);
    }

    @Test
    void theSameTextsInTheSameOrderGiveTheSameStories() {
        List<StoryId> one = run(new Window());
        assertThat(run(new Window())).isEqualTo(one);
    }

    private List<StoryId> run(Window fresh) {
        List<StoryId> stories = new ArrayList<>();
        minutes = 0;
        for (int i = 0; i < 40; i++) {
            String[] base = i % 3 == 0 ? TRAIN : OTHER;
            Text text = text("n" + i, spanish("Titular " + i, base[i % 3], base[(i + 1) % 3]), true);
            Placement placement = fresh.place(text);
            placement.merged().forEach(other -> fresh.merge(other, placement.story()));
            fresh.keep(text, placement.story());
            stories.add(placement.story());
        }
        return stories;
    }

    @Test
    void aSketchReadBackIsTheSame() {
        for (Article article : List.of(
                spanish("El tren", TRAIN),
                Articles.of("ar", "قطار", "وقعت الحكومتان اتفاقا حول القطار بقيمة ٨٦٫٥ مليون."),
                Articles.of("zh", "列车", "两个地区的政府签署了关于恢复海岸列车的协议。"),
                spanish("Sin texto"))) {
            Sketch sketch = Sketch.of(article);
            assertThat(Sketch.of(sketch.bytes())).isEqualTo(sketch);
        }
    }

    @Test
    void numbersAreTheSameInEveryWriting() {
        assertThat(Numbers.mark("86,5")).isEqualTo(Numbers.mark("86.5")).isEqualTo(Numbers.mark("٨٦٫٥"));
        assertThat(Numbers.mark("6.000")).isEqualTo(Numbers.mark("6,000")).isEqualTo(Numbers.mark("6\u00a0000"));
        assertThat(Numbers.mark("1.234.567")).isEqualTo(Numbers.mark("1,234,567"));
        assertThat(Numbers.mark("7")).isEmpty();
    }
}
