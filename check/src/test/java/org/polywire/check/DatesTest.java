package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

class DatesTest {
    private static final Checks CHECKS = new Checks(LanguageIdentifier.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | ja | In October the museum opened, in May the school. | 博物館は３月に、学校は5月に開いた。 | October → 3月",
                "zh | en | 部长星期六在上海讲话，市长没有去那里。 | The minister spoke in Shanghai on Sunday, and the mayor was not there. | 星期六 → Sunday",
            })
    void whatIsShownOfAnExchangedMonthIsTheTwo(String from, String to, String source, String target, String shown) {
        Article original = Corpus.article(from, List.of("1", source));
        Article article = Corpus.article(to, List.of("1", target));
        assertThat(CHECKS.review(original, Corpus.translation(original, article, Corpus.paired(original, article)))
                        .findings())
                .filteredOn(finding -> finding.code() == FindingCode.NUMBER_CHANGED)
                .extracting(Finding::evidence)
                .contains(shown);
    }
}
