package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Access;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Byline;
import org.polywire.model.Dates;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Text;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;

/** A sound translation passes; the same with one planted fault does not, and the finding says which fault it is. */
class PlantedFaultsTest {
    private static final URI REPORT = URI.create("https://example.org/informe-2026");
    private static final List<String> SPANISH = List.of(
            "El puerto abrirá un muelle nuevo en 2027",
            "La autoridad del puerto aprobó ayer un plan de 12,5 millones de euros para construir un muelle de 300 metros.",
            "Según el ingeniero Yuri Borisov, el informe de 2026 no prevé ningún cierre durante los trabajos.",
            "“Las obras empezarán en marzo y durarán catorce meses”, dijo la directora Marta Soler.",
            "Los pescadores piden que el proyecto respete las zonas de cría. La asociación presentará sus propuestas el lunes.",
            "El 35 % del dinero llegará de la Unión Europea y el resto lo pagará el puerto.");
    private static final List<String> CATALAN = List.of(
            "El port obrirà un moll nou el 2027",
            "L'autoritat del port va aprovar ahir un pla de 12,5 milions d'euros per construir un moll de 300 metres.",
            "Segons l'enginyer Yuri Borisov, l'informe de 2026 no preveu cap tancament durant els treballs.",
            "“Les obres començaran al març i duraran catorze mesos”, va dir la directora Marta Soler.",
            "Els pescadors demanen que el projecte respecti les zones de cria. L'associació presentarà les seves propostes dilluns.",
            "El 35 % dels diners arribarà de la Unió Europea i la resta el pagarà el port.");

    private final Checks checks = new Checks(LanguageIdentifier.load());

    @Test
    void aSoundTranslationPasses() {
        assertThat(review(CATALAN)).isInstanceOf(Verdict.Passed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Faults of the page in reference/sample-of-today: a link's words translated alone, and what follows
                // from it.
                "SENTENCE_START_LOWER | L'associació presentarà | L'associació. presentarà",
                "REPETITION | va dir la directora | va dir. dir la directora",
                "REPETITION | el projecte respecti | el projecte el projecte respecti",
                "CAPITAL_MID_SENTENCE | construir un moll | construir un Moll",
                "SPACING | ahir un pla | ahir , un pla",
                "SPACING | mesos”, va | mesos” , va",
                "QUOTE_UNBALANCED | mesos”, va | mesos, va",
                "QUOTE_COUNT | “Les obres començaran al març i duraran catorze mesos”, | Les obres començaran al març i duraran catorze mesos,",
                "NEGATION | no preveu cap tancament | preveu un tancament",
                "NEGATION | Els pescadors demanen que | Els pescadors no demanen que",
                "NAME_CHANGED | Yuri Borisov | Yuri Borissov",
                "NAME_CHANGED | Yuri Borisov | Yuri Hatch",
                "NAME_CHANGED | directora Marta Soler | directora Marta Cromwell",
                "NAME_CHANGED | directora Marta Soler | directora Hatch Soler",
                // A letter that neither of two close languages puts there.
                "NAME_CHANGED | directora Marta Soler | directora Marta Solxr",
                "NUMBER_CHANGED | 12,5 milions | 12,5 mil milions",
                "NUMBER_CHANGED | 300 metres | 3.000 metres",
                "NUMBER_CHANGED | de 300 metres | molt llarg",
                "NUMBER_CHANGED | El 35 % | El 53 %",
                "NUMBER_CHANGED | catorze mesos | quinze mesos",
                "NUMBER_CHANGED | 2027 | 2028",
                // What no rule sees and the scores do.
                "NUMBER_CHANGED | propostes dilluns | propostes dimarts",
                "FURNITURE | El 35 % dels diners arribarà de la Unió Europea i la resta el pagarà el port. | Torna a dalt",
                "CAPTION_IN_BODY | la resta el pagarà el port. | la resta el pagarà el port. (MARTA PONS/AFP via Getty Images)",
                // One for each other code.
                "EMPTY | El port obrirà un moll nou el 2027 | …",
                "UNTRANSLATED | Els pescadors demanen que el projecte respecti les zones de cria. L'associació presentarà les seves propostes dilluns. | Los pescadores piden que el proyecto respete las zonas de cría. La asociación presentará sus propuestas el lunes.",
                "UNTRANSLATED | El port obrirà un moll nou el 2027 | El puerto abrirá un muelle nuevo en 2027",
                "UNTRANSLATED | Els pescadors demanen que el projecte respecti les zones de cria. | Los pescadores piden que el proyecto respete las zonas de cría.",
                "WRONG_LANGUAGE | Els pescadors demanen que el projecte respecti les zones de cria. L'associació presentarà les seves propostes dilluns. | Les pêcheurs demandent que le projet respecte les zones de reproduction. L'association présentera ses propositions lundi.",
                "ENGINE_MARK_LEFT | demanen | *piden",
                "ENGINE_MARK_LEFT | demanen | #demanar",
                "SCRIPT_MIXED | projecte | prоjecte",
                "SCRIPT_MIXED | projecte | проект",
                "LENGTH_RATIO | L'autoritat del port va aprovar ahir un pla de 12,5 milions d'euros per construir un moll de 300 metres. | Pla de 12,5 milions i 300 metres.",
                "SENTENCE_COUNT | Els pescadors demanen que el projecte respecti les zones de cria. L'associació presentarà les seves propostes dilluns. | Els pescadors demanen que el projecte respecti les zones.",
                "SPACING | cria. L'associació | cria.Associació",
                "PLACEHOLDER_LEFT | el projecte | {{projecte}}",
                "PLACEHOLDER_LEFT | el projecte | [[t:1]]el projecte",
                "PLACEHOLDER_LEFT | el projecte | el &amp; projecte",
                "PLACEHOLDER_LEFT | el projecte | el <b>projecte</b>",
                "PLACEHOLDER_LEFT | el projecte | ⟦1⟧el projecte",
                "BROKEN_ENCODING | associació | associaci\uFFFD",
                "BROKEN_ENCODING | associació | associaciÃ³",
                "BROKEN_ENCODING | mesos” | mesosâ€ ",
            })
    void aPlantedFaultIsHeld(FindingCode code, String sound, String faulty) {
        List<String> target =
                CATALAN.stream().map(line -> line.replace(sound, faulty)).toList();
        assertThat(target).isNotEqualTo(CATALAN);
        assertHeld(review(target), code);
    }

    private static void assertHeld(Verdict verdict, FindingCode code) {
        assertThat(verdict).isNotInstanceOf(Verdict.Passed.class);
        assertThat(verdict.findings().stream()
                        .filter(finding -> finding.severity() != Severity.NOTE)
                        .map(Finding::code))
                .contains(code);
    }

    @Test
    void aLostAddedOrChangedLinkIsRejected() {
        assertRejected(withBody(CATALAN, 1, List.of(new Text(CATALAN.get(2)))), FindingCode.LINK_LOST);
        assertRejected(
                withBody(CATALAN, 1, linked(CATALAN.get(2), "l'informe de 2026", URI.create("https://example.org/x"))),
                FindingCode.LINK_LOST);
        assertRejected(withBody(CATALAN, 0, linked(CATALAN.get(1), "un moll", REPORT)), FindingCode.LINK_LOST);
    }

    @Test
    void aLinkOnOtherWordsIsHeld() {
        assertHeld(
                checks.review(
                        original(),
                        translation(
                                withBody(CATALAN, 1, linked(CATALAN.get(2), "els treballs", REPORT)),
                                SPANISH,
                                CATALAN)),
                FindingCode.LINK_LOST);
    }

    @Test
    void wordsGluedWhereALinkBeginsAreHeld() {
        assertHeld(
                checks.review(
                        original(),
                        translation(
                                withBody(
                                        CATALAN,
                                        1,
                                        linked(
                                                CATALAN.get(2).replace("2026 no", "2026no"),
                                                "l'informe de 2026",
                                                REPORT)),
                                SPANISH,
                                CATALAN)),
                FindingCode.SPACING);
    }

    @Test
    void aLostPictureCaptionOrCreditIsRejected() {
        assertRejected(
                withFigure(figure -> new Figure(figure.picture(), List.of(), figure.credit())),
                FindingCode.FIGURE_LOST);
        assertRejected(
                withFigure(figure -> new Figure(figure.picture(), figure.caption(), "")), FindingCode.FIGURE_LOST);
        assertRejected(
                withFigure(figure -> new Figure(
                        new Picture(URI.create("https://example.org/b.jpg"), 0, 0, ""),
                        figure.caption(),
                        figure.credit())),
                FindingCode.FIGURE_LOST);
    }

    @Test
    void aLostOrAddedBlockIsRejected() {
        Article sound = target(CATALAN);
        assertRejected(withBody(sound, sound.body().subList(1, sound.body().size())), FindingCode.BLOCK_LOST);
        List<Block> more = new ArrayList<>(sound.body());
        more.add(new Paragraph(List.of(new Text("I més encara."))));
        assertRejected(withBody(sound, more), FindingCode.BLOCK_LOST);
    }

    @Test
    void whatTheEngineReportsIsHeldWhenItIsMuch() {
        Article target = target(CATALAN);
        List<SentencePair> unknown = List.of(new SentencePair(
                Place.BODY.child(3),
                SPANISH.get(4),
                CATALAN.get(4),
                List.of("piden", "respete", "cría", "zonas", "propuestas", "sus", "asociación"),
                List.of()));
        List<SentencePair> faults = List.of(new SentencePair(
                Place.BODY.child(3), SPANISH.get(4), CATALAN.get(4), List.of(), List.of("demanar", "respectar")));
        List<SentencePair> little = List.of(new SentencePair(
                Place.BODY.child(3), SPANISH.get(4), CATALAN.get(4), List.of("cría"), List.of("demanar")));
        assertHeld(checks.review(original(), translation(target, unknown)), FindingCode.UNKNOWN_WORDS);
        assertHeld(checks.review(original(), translation(target, faults)), FindingCode.ENGINE_FAULT);
        assertThat(checks.review(original(), translation(target, little))).isInstanceOf(Verdict.Passed.class);
    }

    @Test
    void aTranslationThatItsEngineBrokeOffIsHeld() {
        List<SentencePair> broken = List.of(new SentencePair(
                Place.BODY.child(3), SPANISH.get(4), CATALAN.get(4), List.of(), List.of(SentencePair.BROKEN_OFF)));
        assertHeld(checks.review(original(), translation(target(CATALAN), broken)), FindingCode.ENGINE_FAULT);
    }

    @Test
    void theWordsOfAParagraphThatAPersonEditedAreLeftToThePerson() {
        List<String> freely = replaced(CATALAN, 3, CATALAN.get(3).replace("catorze", "quinze"));
        assertHeld(review(freely), FindingCode.NUMBER_CHANGED);
        assertThat(checks.review(original(), translation(target(freely), edited(freely))))
                .isInstanceOf(Verdict.Passed.class);
        List<String> broken = replaced(CATALAN, 3, "Començarem {{aviat}}.");
        assertHeld(
                checks.review(original(), translation(target(broken), edited(broken))), FindingCode.PLACEHOLDER_LEFT);
    }

    /** What a correction of the source added to the paragraph since, nobody has read. */
    @Test
    void aMachinesSentenceBesideThatOfAPersonIsCheckedAsBefore() {
        List<String> wrong = replaced(CATALAN, 3, CATALAN.get(3).replace("catorze", "quinze"));
        List<SentencePair> mixed = new ArrayList<>(edited(wrong));
        mixed.add(new SentencePair(Place.BODY.child(2), "Llueve.", "Plou.", List.of(), List.of()));
        assertHeld(checks.review(original(), translation(target(wrong), mixed)), FindingCode.NUMBER_CHANGED);
    }

    private static List<SentencePair> edited(List<String> target) {
        return List.of(new SentencePair(
                Place.BODY.child(2), SPANISH.get(3), target.get(3), List.of(), List.of(), Provenance.POST_EDITED));
    }

    @Test
    void anOriginalThatSaysItIsAMachineTranslationIsRejected() {
        List<String> source = replaced(SPANISH, 5, "Este artículo ha sido traducido automáticamente del ruso.");
        List<String> target = replaced(CATALAN, 5, "Aquest article ha estat traduït automàticament del rus.");
        Verdict verdict = checks.review(article("es", source), translation(article("ca", target), source, target));
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        assertThat(verdict.findings().getFirst().code()).isEqualTo(FindingCode.ALREADY_TRANSLATED);
    }

    @Test
    void changedBylinesAndDatesAreRejected() {
        Article sound = target(CATALAN);
        Article byline = new Article(
                sound.address(),
                sound.outlet(),
                sound.language(),
                "",
                sound.headline(),
                List.of(),
                List.of(new Byline("Anna Puigg", Byline.Kind.PERSON)),
                sound.dates(),
                "",
                List.of(),
                "",
                Access.FREE,
                sound.body());
        assertRejected(byline, FindingCode.NAME_CHANGED);
        Article dates = new Article(
                sound.address(),
                sound.outlet(),
                sound.language(),
                "",
                sound.headline(),
                List.of(),
                sound.bylines(),
                new Dates(OffsetDateTime.parse("2026-01-01T00:00Z"), null),
                "",
                List.of(),
                "",
                Access.FREE,
                sound.body());
        assertRejected(dates, FindingCode.NUMBER_CHANGED);
    }

    @Test
    void anOriginalIsCarriedOnlyUnchangedAndSound() {
        Article original = original();
        assertThat(carried(original, original)).isInstanceOf(Verdict.Passed.class);
        assertThat(carried(original, article("es", replaced(SPANISH, 5, "Otro final."))))
                .isInstanceOf(Verdict.Rejected.class);
        for (String fault : List.of("Volver arriba", "Ma\u00F1ana sale â€œEl faroâ€\u009d", "{{cuerpo}}")) {
            Article faulty = article("es", replaced(SPANISH, 5, fault));
            assertThat(carried(faulty, faulty)).as(fault).isInstanceOf(Verdict.Held.class);
        }
    }

    @Test
    void everyScriptsOriginalIsCarried() {
        for (String line : List.of(
                "وافق مجلس المدينة أمس على الحسابات.",
                "市议会昨天批准了预算。",
                "नगर परिषद ने बजट को मंज़ूरी दी।",
                "NÃO HÁ ÁGUA EM SÃO JOÃO",
                "L’Âge d’or – « Âme »")) {
            Article original = article("pt", replaced(SPANISH, 5, line));
            assertThat(carried(original, original)).as(line).isInstanceOf(Verdict.Passed.class);
        }
    }

    @Test
    void theGravestFindingsComeFirst() {
        List<Finding> findings = review(replaced(replaced(CATALAN, 5, "El 53 % dels diners."), 0, "…"))
                .findings();
        assertThat(findings.getFirst().severity()).isEqualTo(Severity.REJECT);
        assertThat(findings).hasSizeLessThanOrEqualTo(Checks.MOST_FINDINGS);
    }

    @Test
    void aRuleOfStyleIsANoteWhereNoWitnessDoubtsTheSentence() {
        String english = "The mayor opened the new bridge on Monday in the old harbour, where the ferry used to land.";
        String spanish =
                "La alcaldesa inauguró el lunes el nuevo puente en el viejo puerto. Es el lugar en el que antes atracaba siempre el"
                        + " transbordador.";
        assertThat(severities(FindingCode.SENTENCE_COUNT, checks, english, spanish))
                .containsOnly(Severity.NOTE);
        assertThat(severities(FindingCode.SENTENCE_COUNT, with("hold-below all 0"), english, spanish))
                .containsOnly(Severity.HOLD);
    }

    @Test
    void aQuotationThatLostItsMarksIsHeldWithoutAWitness() {
        assertThat(severities(
                        FindingCode.QUOTE_COUNT,
                        checks,
                        "The council “has lied about the price of the bridge”, the mayor told the paper on Monday.",
                        "El concejo ha mentido sobre el precio del puente, dijo la alcaldesa al periódico el lunes."))
                .containsOnly(Severity.HOLD);
    }

    @Test
    void aRuleForNumbersNeedsNoWitness() {
        assertThat(severities(
                        FindingCode.NUMBER_CHANGED,
                        with("hold-below all 0", "witness-above 1"),
                        "They paid 12 of the 40 bills before the summer.",
                        "Pagaron 12 de las 41 facturas antes del verano."))
                .containsOnly(Severity.HOLD);
    }

    private static Checks with(String... policy) {
        return new Checks(LanguageIdentifier.load(), Policy.read(List.of(policy)));
    }

    private static Set<Severity> severities(FindingCode code, Checks checks, String english, String spanish) {
        Article original = Corpus.article("en", List.of("The plan", english));
        Article article = Corpus.article("es", List.of("El plan", spanish));
        Verdict verdict =
                checks.review(original, Corpus.translation(original, article, Corpus.paired(original, article)));
        return verdict.findings().stream()
                .filter(finding -> finding.code() == code)
                .map(Finding::severity)
                .collect(Collectors.toSet());
    }

    private Verdict review(List<String> catalan) {
        return checks.review(original(), translation(target(catalan), SPANISH, catalan));
    }

    private Verdict carried(Article original, Article article) {
        return checks.review(
                original,
                new Translation(article, original.language(), new Route.Original(), Instant.EPOCH, List.of()));
    }

    private void assertRejected(Article target, FindingCode code) {
        Verdict verdict = checks.review(original(), translation(target, SPANISH, CATALAN));
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        assertThat(verdict.findings().stream()
                        .filter(finding -> finding.severity() == Severity.REJECT)
                        .map(Finding::code))
                .contains(code);
    }

    private static Article original() {
        return withBody(article("es", SPANISH), 1, linked(SPANISH.get(2), "el informe de 2026", REPORT));
    }

    private static Article target(List<String> catalan) {
        return withBody(article("ca", catalan), 1, linked(catalan.get(2), "l'informe de 2026", REPORT));
    }

    private static Article withFigure(UnaryOperator<Figure> change) {
        Article sound = target(CATALAN);
        return withBody(
                sound,
                sound.body().stream()
                        .map(block -> block instanceof Figure figure ? change.apply(figure) : block)
                        .toList());
    }

    private static Article withBody(List<String> catalan, int paragraph, List<Inline> content) {
        return withBody(paragraph == 1 ? article("ca", catalan) : target(catalan), paragraph, content);
    }

    private static Article withBody(Article article, int paragraph, List<Inline> content) {
        List<Block> body = new ArrayList<>(article.body());
        body.set(paragraph, new Paragraph(content));
        return withBody(article, body);
    }

    private static Article withBody(Article article, List<Block> body) {
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
                body);
    }

    private static List<Inline> linked(String text, String words, URI target) {
        int start = text.indexOf(words);
        return Stream.<Inline>of(
                        new Text(text.substring(0, start)),
                        new Link(target, List.of(new Text(words))),
                        new Text(text.substring(start + words.length())))
                .toList();
    }

    private static List<String> replaced(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return changed;
    }

    /** The first line is the headline; the body ends with a picture. */
    private static Article article(String language, List<String> lines) {
        List<Block> body = new ArrayList<>();
        lines.stream().skip(1).forEach(line -> body.add(new Paragraph(List.of(new Text(line)))));
        body.add(new Figure(
                new Picture(URI.create("https://example.org/a.jpg"), 800, 600, ""),
                List.of(new Text(
                        language.equals("ca") ? "El port, dilluns al matí." : "El puerto, el lunes por la mañana.")),
                "Foto: Anna Puig"));
        return new Article(
                URI.create("https://example.org/story"),
                new Outlet("Example", URI.create("https://example.org/")),
                new LanguageTag(language),
                "",
                lines.getFirst(),
                List.of(),
                List.of(new Byline("Anna Puig", Byline.Kind.PERSON)),
                Dates.UNKNOWN,
                "",
                List.of(),
                "",
                Access.FREE,
                body);
    }

    private static Translation translation(Article target, List<String> source, List<String> catalan) {
        List<SentencePair> pairs = new ArrayList<>();
        for (int i = 0; i < source.size(); i++) {
            pairs.add(new SentencePair(
                    i == 0 ? Place.HEADLINE : Place.BODY.child(i - 1),
                    source.get(i),
                    catalan.get(i),
                    List.of(),
                    List.of()));
        }
        return translation(target, pairs);
    }

    private static Translation translation(Article target, List<SentencePair> pairs) {
        LanguageTag spanish = new LanguageTag("es");
        return new Translation(
                target,
                spanish,
                new Route.Machine(List.of(new Route.Leg(spanish, target.language(), "Test", ""))),
                Instant.EPOCH,
                pairs);
    }
}
