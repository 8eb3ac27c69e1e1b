package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** Chinese, Japanese and Korean sentences that are sound, and such beside them that are to be held. No native speaker has read them. */
class EastAsianSentencesTest {
    private static final Checks CHECKS = new Checks(LanguageIdentifier.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Latin letters beside others without a space, and short forms that the original writes out.
                "en | zh | The FBI searched a house in John Street on Monday. | FBI周一搜查了John街的一所房子。",
                "en | ja | He showed the picture on Facebook yesterday. | 彼は昨日Facebookで写真を見せた。",
                "en | ko | The FBI said that NASA would help the police. | FBI는 NASA가 경찰을 도울 것이라고 말했다.",
                "en | zh | Artificial intelligence will change the work of many people. | AI将改变许多人的工作。",
                // Months that are numbers.
                "en | zh | The museum opened its doors in October 1987. | 博物馆于1987年10月开放。",
                "en | ja | The museum opened its doors in March 2016. | 博物館は2016年3月に開館した。",
                "en | ko | The museum opened its doors in September. | 박물관은 9월에 문을 열었다.",
                "ja | en | 博物館は7月に開館した。 | The museum opened its doors in July.",
                // Numbers in parts of ten thousand, in signs and in words.
                "en | ko | The money has helped 649 million people. | 이 돈은 6억 4900만 명의 사람들을 도왔다.",
                "en | ja | The company paid £125 million for the factory. | 会社は工場に1億2500万ポンドを払った。",
                "en | ko | The money has helped 2.25 billion people. | 이 돈은 22 억 5 천만 명의 사람들을 도왔다.",
                "en | zh | The factory was built in the 1980s. | 工厂建于上世纪八十年代。",
                "en | zh | The factory was built in the 1930s. | 工厂建于20世纪30年代。",
                "en | zh | The farmer sold 15 pigs at the market. | 农民在市场上卖了十五头猪。",
                "en | ko | The farmer sold 15 pigs at the market. | 농부는 시장에서 돼지 열다섯 마리를 팔았다.",
                "en | zh | The police are 100 percent certain of that. | 警方对此百分之百确定。",
                "en | ja | He left the war of 1950-53 out of his book. | 彼は1950～53年の戦争を本から省いた。",
                // What denies by its letters alone.
                "en | zh | We have good relations with the country today. | 我们今天与该国的关系非常不错。",
                "en | zh | The talks with the government have stalled. | 与政府的谈判已停滞不前。",
                "en | zh | They had to pay the money back to the city. | 他们不得不把钱还给市政府。",
                "en | zh | The future of the company looks bright. | 公司的未来看起来很光明。",
                "en | zh | The rain will fall on different parts of the country. | 雨将落在该国的不同地区。",
                "en | ja | They must pay the money to the city today. | 彼らは今日、市にお金を払わなければならない。",
                "en | ja | It may rain in the city tomorrow. | 明日は町で雨が降るかもしれない。",
                "en | ja | At least 20 people were in the house. | 少なくとも20人が家にいた。",
                "en | ja | He must also be a rich man. | 彼も裕福な男に違いない。",
                "en | ko | He had to leave the house on Monday. | 그는 월요일에 집을 떠날 수밖에 없었다.",
                "en | ko | The city wants to abolish the tax. | 시는 세금을 없애려고 한다.",
                // Names that signs cannot show.
                "zh | en | 教师玛格丽特·桑伯里住在海边的一个村庄里。 | The teacher Margaret Thornbury lives in a village by the sea.",
                "ja | en | 教師のマーガレット・ソーンベリーは海辺の村に住んでいる。 | The teacher Margaret Thornbury lives in a village by the sea.",
                // No stop before a closing mark; dots within foreign names.
                "en | ja | \"We work well with the police in the city,\" the man said to us on Monday. | 月曜日に男性は私たちに言った。「私たちは町の警察とうまくやっている」",
                "en | zh | Cardi B will sing in the city on Monday. | 卡迪·B周一将在该市演唱。",
                // Words that come again, as dictionaries cut Chinese into short ones.
                "en | zh | The police want to look into the claims against the man, and he denies them. | 警方想要调查对这名男子的指控，而他否认对这名男子的指控。",
            })
    void whatIsRightlyOtherPasses(String from, String to, String source, String target) {
        assertThat(held(from, to, source, target)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | zh | He wrote a letter to Google on Monday. | 周一他给Gооgle写了一封信。 | SCRIPT_MIXED",
                "en | zh | He wrote a letter to the government on Monday. | 周一他给정부写了一封信。 | SCRIPT_MIXED",
                "en | zh | The museum opened its doors in October 1987. | 博物馆于1987年9月开放。 | NUMBER_CHANGED",
                "en | ko | The museum opened its doors in September. | 박물관은 8월에 문을 열었다. | NUMBER_CHANGED",
                "en | ja | The museum opened its doors on Monday. | 博物館は火曜日に開館した。 | NUMBER_CHANGED",
                "en | ko | The money has helped 649 million people. | 이 돈은 6억 4700만 명의 사람들을 도왔다. | NUMBER_CHANGED",
                "en | ja | The company paid £125 million for the factory. | 会社は工場に1億2600万ポンドを払った。 | NUMBER_CHANGED",
                "en | zh | The factory was built in the 1980s. | 工厂建于20世纪70年代。 | NUMBER_CHANGED",
                "en | zh | They did not pay the money back to the city. | 他们把钱还给了市政府。 | NEGATION",
                "en | zh | They paid the money back to the city. | 他们没有把钱还给市政府。 | NEGATION",
                "en | zh | He has seen the letter to the government. | 他还未看到给政府的信。 | NEGATION",
                "en | ja | They did not pay the money to the city today. | 彼らは今日、市にお金を払った。 | NEGATION",
                "en | ja | They paid the money to the city today. | 彼らは今日、市にお金を払わなかった。 | NEGATION",
                "en | ko | He did not leave the house on Monday. | 그는 월요일에 집을 떠났다. | NEGATION",
                "en | ko | He left the house on Monday. | 그는 월요일에 집을 떠나지 않았다. | NEGATION",
                "zh | en | 俄罗斯总统昨天宣布了这一消息。 | The Russian president Trump announced the news yesterday. | NAME_CHANGED",
                // What denies is no idiom.
                "ja | en | 事故で彼は歩けなくなった。 | After the accident he was able to walk. | NEGATION",
                "zh | en | 部长说那是不可能的。 | The minister said that it is possible. | NEGATION",
                "ko | en | 우리는 그 보고서를 믿을 수 없다. | We can trust the report. | NEGATION",
                // Months in other digits, in signs, and in short sentences.
                "en | ja | The museum opened in October. | 博物館は３月に開館した。 | NUMBER_CHANGED",
                "zh | en | 博物馆于10月开放 | The museum opens in July | NUMBER_CHANGED",
                "zh | en | 博物馆于十月开放 | The museum opens in July | NUMBER_CHANGED",
                "en | zh | The minister spoke on Sunday. | 部长星期六发表讲话。 | NUMBER_CHANGED",
                // A word in Latin letters that is neither a name nor a short form.
                "en | ja | They left the town. | 彼らは町をasdfgh去った。 | SCRIPT_MIXED",
            })
    void whatIsWronglyOtherIsHeld(String from, String to, String source, String target, FindingCode code) {
        assertThat(held(from, to, source, target)).contains(code);
    }

    private static List<FindingCode> held(String from, String to, String source, String target) {
        return Corpus.held(CHECKS, from, to, List.of("1", source), List.of("1", target));
    }

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

    /** Each word is read once, however long the text runs on without a space. */
    @Test
    void letterForLetterTheWritingChangesAndEachIsAWord() {
        assertThat(Word.of("a中".repeat(100_000))).hasSize(200_000);
    }
}
