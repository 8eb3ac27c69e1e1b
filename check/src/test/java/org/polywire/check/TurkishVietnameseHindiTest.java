package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What denies in Turkish, Vietnamese and Hindi, and the Vietnamese names of months and days. */
class TurkishVietnameseHindiTest {
    private static final Negations NEGATIONS = Negations.load(Likeness.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gitmiyor gelmedi yapmaz bilmeyen konuşmayacak istemeyiz yapmayın gelmeyip görmemiş olmaması gitmesin değildir yoktu yapmamak | 14",
                "umuyor gelişmedir komedi namaz mayın tamamı Almanya çalışma gitmesini yapmaya memeli yoksul gelmeden kaçınılmaz siz asılsız | 0",
            })
    void aTurkishVerbDeniesByItsEnding(String text, int denials) {
        assertThat(Stream.of(text.split(" ", -1)).filter(word -> denies(word, "tr")))
                .hasSize(denials);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | Ông không gửi thư. | true",
                "vi | Ông có gửi thư không? | false",
                "vi | Hàng không là một ngành mới. | false",
                "hi | वहाँ मत जाओ | true",
                "hi | बहुमत का मत | false",
                "hi | वह आया या नहीं | false",
                "tr | Ne para ne de zaman vardı. | true",
                "tr | Ne zaman geldi? | false",
            })
    void aWordDeniesWhereItCan(String language, String text, boolean denies) {
        assertThat(denies(text, language)).isEqualTo(denies);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | vi | in September on Tuesday | vào tháng 9 thứ Ba | 0",
                "en | vi | in September | vào tháng 8 | 1",
                "vi | en | hôm thứ Sáu | on Monday | 1",
                "vi | en | hôm Chủ nhật | on Sunday | 0",
            })
    void vietnameseMonthsAndDaysHaveNumbers(String from, String to, String source, String target, int exchanged) {
        assertThat(new Calendars()
                        .exchange(TextPair.of(from, to, source, target))
                        .count())
                .isEqualTo(exchanged);
    }

    private static boolean denies(String text, String language) {
        return !NEGATIONS.clear(new Text(text, language)).isEmpty();
    }
}
