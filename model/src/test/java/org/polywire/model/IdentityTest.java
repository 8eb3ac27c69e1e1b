package org.polywire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentityTest {
    @Test
    void anArticleIdDependsOnTheAddressAlone() {
        assertThat(ArticleId.of(URI.create("https://news.example/a/1")))
                .isEqualTo(ArticleId.of(URI.create("https://news.example/a/1")))
                .isNotEqualTo(ArticleId.of(URI.create("https://news.example/a/2")));
    }

    @Test
    void tenThousandAddressesHaveTenThousandIds() {
        assertThat(IntStream.range(0, 10_000)
                        .mapToObj(i -> ArticleId.of(URI.create("https://news.example/" + i)))
                        .distinct())
                .hasSize(10_000);
    }

    @Test
    void languageTagsAreCanonical() {
        assertThat(new LanguageTag("PT-br").value()).isEqualTo("pt-BR");
        assertThat(new LanguageTag("az-arab").value()).isEqualTo("az-Arab");
        assertThat(new LanguageTag("pt-BR").sameLanguage(new LanguageTag("pt"))).isTrue();
    }

    @Test
    void theLanguageOfATagIsThatOfItsLocale() {
        Stream<String> tags = Stream.concat(
                Stream.of("iw", "in-ID", "ji", "i-klingon", "art-lojban", "no-nyn", "zh-min-nan", "sr-Latn-RS-x-old"),
                Arrays.stream(Locale.getAvailableLocales()).map(Locale::toLanguageTag));
        assertThat(tags.filter(tag -> !tag.startsWith("und")))
                .allSatisfy(tag -> assertThat(new LanguageTag(tag).language())
                        .isEqualTo(new LanguageTag(tag).locale().getLanguage()));
    }

    @Test
    void tagsThatNameNoLanguageAreRefused() {
        assertThatThrownBy(() -> new LanguageTag("und")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LanguageTag("not a tag")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void headerNamesHaveNoCase() {
        Headers headers = new Headers(java.util.Map.of("ETag", java.util.List.of("\"1\"")));
        assertThat(headers.first("etag")).contains("\"1\"");
        assertThat(headers.first("X-None")).isEmpty();
    }
}
