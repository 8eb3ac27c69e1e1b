package org.polywire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.stream.IntStream;
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
