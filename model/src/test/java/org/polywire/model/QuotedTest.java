package org.polywire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Text;

/** The original's own words inside a translation. */
class QuotedTest {
    private static final Link LINK = new Link(URI.create("https://faro.example/"), Inlines.ofText("el puerto"));

    private static Quoted quoted(String language, Inline... content) {
        return new Quoted(new LanguageTag(language), List.of(content));
    }

    @ParameterizedTest
    @CsvSource({"ru, Порт откроют завтра.", "ar, يفتح الميناء غدا.", "zh-Hant, 港口明天開放。", "hi, बंदरगाह कल खुलेगा।"})
    void plainTextNamesTheLanguageOfTheWords(String language, String words) {
        List<Inline> content = List.of(new Text("El port. "), quoted(language, new Text(words)));
        assertThat(Inlines.text(content)).isEqualTo("El port. [" + language + ": " + words + "]");
    }

    @Test
    void itsLinksAreLinksOfTheText() {
        List<Inline> content = List.of(quoted("es", new Text("Abre "), LINK));
        assertThat(Inlines.links(content)).containsExactly(LINK);
        assertThat(Inlines.links(Inlines.withoutLinks(content))).isEmpty();
        assertThat(Inlines.text(Inlines.withoutLinks(content))).isEqualTo("[es: Abre el puerto]");
    }

    @Test
    void aQuotationIsNotQuotedAgain() {
        Quoted inner = quoted("es", new Text("Abre."));
        assertThatThrownBy(() -> quoted("es", inner)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPieceIsTakenOnlyWhereItCutsNoElement() {
        List<Inline> content =
                List.of(new Text("港口。"), new Emphasis(Inlines.ofText("漁民。")), quoted("ru", new Text("Да.")));
        assertThat(Inlines.between(content, 0, 2)).contains(Inlines.ofText("港口"));
        assertThat(Inlines.between(content, 3, 6)).contains(List.of(content.get(1)));
        assertThat(Inlines.between(content, 6, 15)).contains(List.of(content.get(2)));
        assertThat(Inlines.between(content, 6, 10)).isEmpty();
        assertThat(Inlines.between(content, 2, 5)).isEmpty();
    }
}
