package org.polywire.publish;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.polywire.model.Article;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Published;
import org.polywire.publish.Press.Words;

/** Short news of a small invented port, written for these tests, in several scripts. */
final class Stories {
    static final Words SPANISH = new Words(
            "es",
            "El Faro del Sur",
            "Movilidad",
            "El puerto estrena un transbordador eléctrico que une las dos orillas en nueve minutos",
            "El barco, de 38 metros, sustituye a la vieja línea de gasóleo y transportará a 1.200 viajeros al día.",
            "Lucía Ferrer",
            "Puerto",
            "Una línea de noventa años",
            "«No se oye nada; solo el agua», dijo la patrona, Marta Quiroga, al atracar.",
            "El transbordador «Brisa» entra en la dársena norte.",
            List.of(
                    "El Ayuntamiento puso ayer en servicio el primer transbordador eléctrico de la bahía.",
                    "La obra costó 4,6 millones de euros. La mitad procede de un fondo regional.",
                    "El billete sencillo cuesta 1,80 euros y vale una hora.",
                    "Los vecinos de la orilla este pedían el servicio desde 2019."));
    static final Words CATALAN = new Words(
            "ca",
            "El Faro del Sur",
            "Mobilitat",
            "El port estrena un transbordador elèctric que uneix les dues ribes en nou minuts",
            "El vaixell, de 38 metres, substitueix la vella línia de gasoil i transportarà 1.200 viatgers al dia.",
            "Lucía Ferrer",
            "Port",
            "Una línia de noranta anys",
            "«No se sent res; només l’aigua», va dir la patrona, Marta Quiroga, en atracar.",
            "El transbordador «Brisa» entra a la dàrsena nord.",
            List.of(
                    "L’Ajuntament va posar ahir en servei el primer transbordador elèctric de la badia.",
                    "L’obra va costar 4,6 milions d’euros. La meitat procedeix d’un fons regional.",
                    "El bitllet senzill costa 1,80 euros i val una hora.",
                    "Els veïns de la riba est demanaven el servei des del 2019."));
    static final Words ENGLISH = new Words(
            "en",
            "The Skerry Post",
            "Fisheries",
            "Trawlers stay in harbour as crews and owners split over new net rules",
            "About 60 boats were tied up on Monday. Talks resume on Thursday in the old customs house.",
            "Anna Brodie",
            "Economy",
            "What the rules change",
            "“We want fish in ten years too,” said skipper Tom Hale, “but not at the price of this winter.”",
            "Boats three deep at the north quay on Monday morning.",
            List.of(
                    "Most of the fleet stayed in harbour on Monday in the first such protest since 2011.",
                    "The rules raise the smallest mesh from 80 to 100 millimetres. They apply from 1 January.",
                    "Owners say that the change costs each boat about £14,000.",
                    "The ministry calls the figure too high and offers to pay a third."));
    static final Words ARABIC = new Words(
            "ar",
            "صحيفة المنارة",
            "بيئة",
            "عودة طيور النورس إلى الجزيرة بعد عشرين عامًا من الغياب",
            "أحصى الباحثون 340 عشًا هذا الربيع، ويقولون إن تنظيف الشاطئ غيّر كل شيء.",
            "ليلى حداد",
            "محليات",
            "جزيرة صغيرة وعمل طويل",
            "«لم نصدق أعيننا في البداية»، قالت الباحثة ليلى حداد وهي تشير إلى الصخور.",
            "طيور النورس فوق صخور الجزيرة صباح الأحد.",
            List.of(
                    "عادت طيور النورس إلى الجزيرة الصغيرة قبالة الميناء بعد غياب دام عشرين عامًا.",
                    "بدأ متطوعون تنظيف الشاطئ عام 2018. وجمعوا 26 طنًا من النفايات.",
                    "تقول البلدية إنها ستمنع رسو القوارب هناك حتى نهاية الصيف.",
                    "ويأمل الصيادون أن يجذب المكان زوارًا جددًا."));
    static final Words CHINESE = new Words(
            "zh",
            "海风日报",
            "文化",
            "老盐仓改建为图书馆，开放首日迎来三千读者",
            "这座建于1904年的盐仓保留了木梁和铁门，馆内藏书六万册。",
            "陈海",
            "城市",
            "从盐到书",
            "“小时候我在这里玩，满鞋都是盐。”七十二岁的居民林先生说。",
            "读者在老盐仓的木梁下看书。",
            List.of(
                    "港口的老盐仓经过三年改建，星期一作为图书馆重新开放。",
                    "工程耗资两千八百万元。其中一半来自市民捐款。",
                    "图书馆每天开放到晚上九点，星期日也不休息。",
                    "馆方说，下一步将为渔船船员提供流动书箱。"));
    static final Words HINDI = new Words(
            "hi",
            "तट संदेश",
            "मौसम",
            "चक्रवात की दिशा बदली, बंदरगाह में अलर्ट हटाया गया",
            "मौसम विभाग के अनुसार तूफ़ान तट से 180 किलोमीटर दूर निकल गया है।",
            "मीरा नायर",
            "समाचार",
            "मछुआरे फिर समुद्र में",
            "“दो दिन बाद जाल डाला है,” नाविक रमेश ने कहा।",
            "सोमवार सुबह घाट पर नावें।",
            List.of(
                    "बंदरगाह प्रशासन ने सोमवार को चक्रवात का अलर्ट हटा लिया।",
                    "तूफ़ान रविवार रात को दिशा बदलकर दक्षिण की ओर चला गया। हवा की गति घटकर 45 किलोमीटर रह गई।",
                    "स्कूल मंगलवार से सामान्य समय पर खुलेंगे।",
                    "मछुआरों को तट के पास रहने की सलाह दी गई है।"));
    static final Words HEBREW = new Words(
            "he",
            "קול המגדלור",
            "חינוך",
            "בית הספר הימי נפתח מחדש עם סירה שבנו התלמידים",
            "הסירה, באורך שבעה מטרים, נבנתה בשנתיים מעץ ממוחזר.",
            "נועה לוי",
            "קהילה",
            "שנתיים של עבודה",
            "„למדנו שעץ לא סולח,” אמרה התלמידה נועה לוי.",
            "התלמידים משיקים את הסירה ברציף הישן.",
            List.of(
                    "בית הספר הימי בנמל נפתח מחדש ביום שני לאחר שיפוץ.",
                    "העבודה עלתה 340 אלף שקלים. מחצית הסכום נתרמה.",
                    "בשנה הבאה ילמדו בו 120 תלמידים.",
                    "הסירה תפליג לראשונה בשבוע הבא."));

    private static final Map<String, Words> ALL =
            Map.of("es", SPANISH, "ca", CATALAN, "en", ENGLISH, "ar", ARABIC, "zh", CHINESE, "hi", HINDI, "he", HEBREW);

    private static final List<String> SLUGS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private Stories() {}

    /** A full article in the language; where there is none, the English one under the language's name. */
    static Article article(String language, String slug) {
        return Press.story(ALL.getOrDefault(language, english(language)), slug);
    }

    private static Words english(String language) {
        Words words = ENGLISH;
        return new Words(
                language,
                words.outlet(),
                words.kicker(),
                words.headline(),
                words.standfirst(),
                words.author(),
                words.section(),
                words.heading(),
                words.quote(),
                words.caption(),
                words.paragraphs());
    }

    /** The Spanish article in Catalan, each word of it as a person would put it. */
    static Published ferry() {
        return Press.translated(article("es", "one"), "ca", 1, Stories::inCatalan);
    }

    private static String inCatalan(String spanish) {
        List<String> from = texts(SPANISH);
        List<String> to = texts(CATALAN);
        String text = spanish;
        for (int i = 0; i < from.size(); i++) {
            text = text.replace(from.get(i), to.get(i));
        }
        return text.equals(spanish) ? sentence(spanish) : text;
    }

    /** A paragraph of two sentences comes one sentence at a time. */
    private static String sentence(String spanish) {
        return switch (spanish) {
            case "La obra costó 4,6 millones de euros." -> "L’obra va costar 4,6 milions d’euros.";
            case "La mitad procede de un fondo regional." -> "La meitat procedeix d’un fons regional.";
            default -> spanish;
        };
    }

    private static List<String> texts(Words words) {
        return List.of(
                words.kicker(),
                words.headline(),
                words.standfirst(),
                words.heading(),
                words.quote(),
                words.caption(),
                words.paragraphs().get(0),
                words.paragraphs().get(1),
                words.paragraphs().get(2),
                words.paragraphs().get(3),
                words.section());
    }

    /** What an edition's front page might hold: twelve articles, some translated, some without a picture, one corrected. */
    static List<Publication> front(String language) {
        return front(language, SLUGS.size());
    }

    /** The same with any number of articles. */
    static List<Publication> front(String language, int count) {
        return IntStream.range(0, count).mapToObj(i -> publication(language, i)).toList();
    }

    private static Publication publication(String language, int i) {
        Article article = article(language, i < SLUGS.size() ? SLUGS.get(i) : "number-" + i);
        Article shown = i % 4 == 3 ? withoutPicture(article) : article;
        if (i == 0 && language.equals("ca")) {
            return ferry();
        }
        Published published = i % 3 == 1 ? Press.original(shown, i) : fromSpanish(shown, language, i);
        return i == 2 ? Press.corrected(published) : published;
    }

    private static Published fromSpanish(Article article, String language, int i) {
        Article source = new Article(
                article.address(),
                article.outlet(),
                new LanguageTag(language.equals("es") ? "pt" : "es"),
                article.kicker(),
                article.headline(),
                article.standfirst(),
                article.bylines(),
                article.dates(),
                article.section(),
                article.tags(),
                article.licence(),
                article.access(),
                article.body());
        return Press.translated(source, language, i, text -> text);
    }

    private static Article withoutPicture(Article article) {
        return new Article(
                article.address(),
                article.outlet(),
                article.language(),
                article.kicker(),
                article.headline(),
                article.standfirst(),
                article.bylines(),
                article.dates(),
                article.section(),
                article.tags(),
                article.licence(),
                article.access(),
                article.body().subList(1, article.body().size()));
    }
}
