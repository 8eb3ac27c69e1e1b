package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.FindingCode;

/** Arabic, Hebrew and Persian: sound sentences in the manner of those that were held, and such beside them that are to be. */
class RightToLeftTest {
    private static final Checks CHECKS = new Checks(LanguageIdentifier.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // What, which denies nothing; un-; still; and did not.
                "en | ar | The minister said what happened yesterday was sad. | وقال الوزير إن ما حدث أمس كان محزنا.",
                "en | ar | The minister spoke of an unusual meeting in the capital. | تحدث الوزير عن اجتماع غير عادي في العاصمة.",
                "ar | en | لا تزال المدينة تنتظر المساعدات من الحكومة. | The city is still waiting for aid from the government.",
                "en | ar | The government did not answer the letter. | ولم ترد الحكومة على الرسالة.",
                "en | ar | The team only won after the break. | لم يفز الفريق إلا بعد الاستراحة.",
                // Verbs with the negation within, far from the word that agrees with it.
                "en | fa | The minister will not answer the questions of the journalists. | وزیر به پرسش‌های روزنامه‌نگاران پاسخ نخواهد داد.",
                "en | fa | The messages were not delivered. | پیام‌ها تحویل داده نشدند.",
                "fa | en | دولت هیچ برنامه‌ای برای مدرسه‌ها و بیمارستان‌های این شهر ندارد. | The government has no plan for the schools and hospitals of this city.",
                // That … not, even, must not, free of.
                "en | he | The minister said that he did not read the letter. | השר אמר שלא קרא את המכתב.",
                "he | en | הממשלה אמרה שאין לה כסף לבתי הספר. | The government said that it has no money for the schools.",
                "en | he | The residents must not enter the building. | אסור לתושבים להיכנס לבניין.",
                // Marks within words are none of quotations.
                "en | he | The United States will send help to the region. | ארה\"ב תשלח סיוע לאזור.",
                "en | he | The chairwoman of the committee spoke yesterday. | יו”רית הוועדה נאמה אתמול.",
                "he | en | לפי דיווח, דובר צה“ל אמר: „האירוע נבדק“. | According to a report, the army's spokesman said: \"The incident is being examined\".",
                // Numbers of two words, decades, days that are counted, and points between thousands.
                "en | ar | Fourteen people were hurt in the fire. | أصيب أربعة عشر شخصا في الحريق.",
                "en | ar | He lived in the city in the 1980s. | عاش في المدينة في الثمانينيات.",
                "en | ar | Twenty-five people were hurt in the fire. | أصيب خمسة وعشرون شخصا في الحريق.",
                "en | he | Fourteen people were hurt in the fire. | ארבע עשרה בני אדם נפגעו בשריפה.",
                "en | he | The rain will stop on Monday. | הגשם ייפסק ביום שני.",
                "en | fa | The rain will stop on Tuesday. | باران روز سه‌شنبه قطع خواهد شد.",
                "en | fa | The thieves took 26,750 dollars. | دزدان ۲۶،۷۵۰ دلار بردند.",
                "en | fa | Twenty-five people were hurt in the fire. | بیست و پنج نفر در آتش‌سوزی زخمی شدند.",
                // Units.
                "en | he | Up to 10 inches of rain are expected in the south. | עד 250 מ\"מ גשם צפויים בדרום.",
                "en | he | The town lies 40 miles from the border. | העיירה נמצאת 64 ק\"מ מהגבול.",
                "en | fa | The town lies 40 miles from the border. | این شهر در ۶۴ کیلومتری مرز است.",
                "en | he | More than half an inch of rain is expected in the south. | יותר מ-13 מ\"מ גשם צפויים בדרום.",
                // Short forms that are spelt by letters, of which some are prepositions, too.
                "en | ar | The minister said it last night on CNN. | قال الوزير ذلك الليلة الماضية على سي إن إن.",
                // Names whose vowels are not written.
                "ar | en | قال مايك هازارد إن الفريق سيفوز. | Coach Mike Hazard said the team would win.",
                "he | en | המאמן מקגרגור אמר שהקבוצה תנצח. | The coach, Alan McGregor, said the team would win.",
                "fa | en | مربی دنیس مک کارتی گفت تیم پیروز می‌شود. | The coach Dennis McCarthy said the team would win.",
            })
    void whatIsSoundPasses(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | ar | The government did not answer the letter. | ردت الحكومة على الرسالة. | NEGATION",
                "ar | en | ولم ترد الحكومة على الرسالة. | The government answered the letter. | NEGATION",
                "en | fa | The minister will not answer the questions of the journalists. | وزیر به پرسش‌های روزنامه‌نگاران پاسخ خواهد داد. | NEGATION",
                "fa | en | پیام‌ها تحویل داده نشدند. | The messages were delivered. | NEGATION",
                "en | he | The minister said that he did not read the letter. | השר אמר שקרא את המכתב. | NEGATION",
                "he | en | הממשלה אמרה שאין לה כסף לבתי הספר. | The government said that it has money for the schools. | NEGATION",
                "en | he | The army's spokesman said: \"The incident is being examined\". | דובר צה\"ל אמר: \"האירוע נבדק. | QUOTE_UNBALANCED",
                "en | ar | The minister said it last night on television. | قال الوزير ذلك الليلة الماضية في | OMISSION",
                "en | ar | 14 people were hurt in the fire. | أصيب خمسة عشر شخصا في الحريق. | NUMBER_CHANGED",
                "en | he | 14 people were hurt in the fire. | שש עשרה בני אדם נפגעו בשריפה. | NUMBER_CHANGED",
                "en | fa | The thieves took 26,750 dollars. | دزدان ۲۶،۵۷۰ دلار بردند. | NUMBER_CHANGED",
                "en | he | Up to 10 inches of rain are expected in the south. | עד 150 מ\"מ גשם צפויים בדרום. | NUMBER_CHANGED",
                "ar | en | قال المدرب هازارد إن الفريق سيفوز. | The coach, Eden Robertson, said the team would win. | NAME_CHANGED",
                "he | en | לדברי המאמן מקגרגור, הקבוצה תנצח במשחק ביום ראשון. | According to coach Hazard, the team will win the match on Sunday. | NAME_CHANGED",
            })
    void whatIsFaultyIsHeld(String from, String to, String source, String target, FindingCode code) {
        assertThat(held(from, to, source, target)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "هازارد, hazard",
        "والسيد, alsayed",
        "בריאן, brian",
        "ویلوبی, willoughby",
        "خوان, juan",
        "شقیری, shaqiri",
        "צרלס, charles"
    })
    void aNameIsReadWithoutItsVowels(String word, String name) {
        assertThat(Unvowelled.mayBe(word, name)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"هازارد, robertson", "בריאן, thomas", "ویلوبی, jones", "شقیری, salah", "مايك, peter"})
    void anotherNameIsNotReadForIt(String word, String name) {
        assertThat(Unvowelled.mayBe(word, name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ארה\"ב", "מנכ“ל", "יו\"רית", "ק”ג", "צה״ל"})
    void aMarkWithinAHebrewWordIsNoneOfAQuotation(String word) {
        assertThat(Quotations.marks(word)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"הוא אמר ש\"אני כאן", "\"שלום", "שלום\" אמר", "ה\"טוב"})
    void aMarkBeforeOrAfterAHebrewWordIsOne(String text) {
        assertThat(Quotations.marks(text)).isOne();
    }

    private static List<FindingCode> held(String from, String to, String source, String target) {
        return Corpus.held(CHECKS, from, to, List.of("1", source), List.of("1", target));
    }
}
