package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.FindingCode;

/** What the checks say of sentences in Turkish, Vietnamese and Hindi, sound ones and such with a fault. */
class TurkishVietnameseHindiTest {
    private static final Checks CHECKS = new Checks(LanguageIdentifier.load());

    private static final Negations NEGATIONS = Negations.load(Likeness.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // "Before" is written with the ending of "without", and "whether" with a verb and its denial.
                "en | tr | The minister spoke to the press before the train left the city. | Bakan, tren şehirden ayrılmadan önce basına konuştu.",
                "en | tr | The people will vote on whether to change the name of the country. | Halk, ülkenin adını değiştirip değiştirmeme konusunda oy kullanacak.",
                "tr | en | Mahkeme kararın değiştirilip değiştirilmeyeceğini bugün açıklayacak. | The court will announce today whether the decision will be changed.",
                "en | tr | We hope that the hospital will open in the spring. | Hastanenin ilkbaharda açılacağını umuyoruz.",
                "en | tr | The mayor will never give up the right to the sea. | Belediye başkanı deniz hakkından asla vazgeçmeyecek.",
                "en | tr | The letter was sent to the minister yesterday. | Mektup dün Bakanlığı'ne gönderildi.",
                // The stop of a quotation does not end the sentence around it.
                "en | tr | \"The hospital will open in the spring,\" said the minister. | Bakan, \"Hastane ilkbaharda açılacak.\" dedi.",
                "en | tr | Fourteen people were taken to the hospital after the fire. | Yangından sonra on dört kişi hastaneye kaldırıldı.",
                "en | tr | The fire began in Bestwood Street on Monday evening. | Yangın pazartesi akşamı Bestwood Caddesi üzerinde başladı.",
                // Months and days that have numbers.
                "en | vi | The new hospital will open in September. | Bệnh viện mới sẽ mở cửa vào tháng 9.",
                "vi | en | Phiên tòa sẽ bắt đầu vào thứ Ba tại thành phố. | The trial will begin on Tuesday in the city.",
                "en | vi | Fourteen people were taken to the hospital after the fire. | Mười bốn người đã được đưa đến bệnh viện sau vụ cháy.",
                // Both.
                "vi | en | Cả hai bên đã ký thỏa thuận đầu tiên hôm qua. | Both sides signed the first agreement yesterday.",
                "tr | en | Her iki taraf ilk anlaşmayı dün imzaladı. | Both sides signed the first agreement yesterday.",
                // Questions, air, and whether.
                "en | vi | Did you send the letter to the minister? | Ông có gửi bức thư cho bộ trưởng không?",
                "vi | en | Không quân đã gửi hai máy bay đến thành phố. | The air force has sent two planes to the city.",
                "en | vi | The court will decide on Monday whether to free the mayor. | Tòa án sẽ quyết định vào thứ Hai có thả thị trưởng hay không.",
                "en | hi | The people will vote on whether to change the name of the country. | जनता इस बात पर वोट देगी कि देश का नाम बदला जाए या नहीं।",
                // The word for "do not" is also that for a vote.
                "hi | en | राष्ट्रपति ने रिपब्लिकन मत की बात की। | The president spoke of the Republican vote.",
                // Names in a script without capitals.
                "hi | en | स्कॉट रॉबिन्सन ने शनिवार को क्रेग हल्केट को गेंद दी। | Scott Robinson gave the ball to Craig Halkett on Saturday.",
            })
    void whatIsSoundPasses(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | tr | The minister did not speak to the press about the money. | Bakan para hakkında basına konuştu. | NEGATION",
                "tr | en | Bakan para hakkında basına konuşmadı. | The minister spoke to the press about the money. | NEGATION",
                "en | tr | The mayor will never sell the old house by the sea. | Belediye başkanı deniz kenarındaki eski evi satacak. | NEGATION",
                "en | tr | Fourteen people were taken to the hospital after the fire. | Yangından sonra on beş kişi hastaneye kaldırıldı. | NUMBER_CHANGED",
                "en | vi | The minister did not send the letter to the mayor. | Bộ trưởng đã gửi bức thư cho thị trưởng. | NEGATION",
                "vi | en | Bộ trưởng không gửi bức thư cho thị trưởng. | The minister sent the letter to the mayor. | NEGATION",
                "en | vi | In 9 months the hospital will open. | Trong 8 tháng nữa bệnh viện sẽ mở cửa. | NUMBER_CHANGED",
                "hi | en | मंत्री ने महापौर को पत्र नहीं भेजा। | The minister sent the mayor the letter. | NEGATION",
            })
    void aFaultIsHeld(String from, String to, String source, String target, FindingCode code) {
        assertThat(held(from, to, source, target)).contains(code);
    }

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
        assertThat(new Calendars().exchange(from, to, source, target).count()).isEqualTo(exchanged);
    }

    private static boolean denies(String text, String language) {
        return !NEGATIONS.clear(text, language, Stems.of(text, language)).isEmpty();
    }

    private static List<FindingCode> held(String from, String to, String source, String target) {
        return Corpus.held(CHECKS, from, to, List.of("1", source), List.of("1", target));
    }
}
