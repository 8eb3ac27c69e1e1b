package org.polywire.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polywire.check.Policy.Remedy;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Place;
import org.polywire.model.Provenance;
import org.polywire.model.Route;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;

/** Which sentences are to be tried again: those to blame, and none where that would be no repair. */
class CulpritsTest {
    private static final LanguageTag SPANISH = new LanguageTag("es");
    private static final LanguageTag CATALAN = new LanguageTag("ca");
    private static final URI HOME = URI.create("https://faro.example/");

    private static final List<List<String>> SOURCE = List.of(
            List.of("El puerto abrirá un muelle nuevo"),
            List.of(
                    "La autoridad del puerto aprobó ayer un plan de 12 millones de euros.",
                    "Los pescadores piden que el proyecto respete las zonas de cría.",
                    "El informe no prevé ningún cierre durante los trabajos."),
            List.of("El 35 % del dinero llegará de la Unión Europea.", "El resto lo pagará el puerto."));

    private static final List<List<String>> TARGET = List.of(
            List.of("El port obrirà un moll nou"),
            List.of(
                    "L'autoritat del port va aprovar ahir un pla de 12 milions d'euros.",
                    "Els pescadors demanen que el projecte respecti les zones de cria.",
                    "L'informe no preveu cap tancament durant els treballs."),
            List.of("El 35 % dels diners arribarà de la Unió Europea.", "La resta el pagarà el port."));

    private final Article original = article(SPANISH, SOURCE);

    private static Article article(LanguageTag language, List<List<String>> units) {
        List<Block> body = units.stream()
                .skip(1)
                .<Block>map(unit -> new Block.Paragraph(Inlines.ofText(String.join(" ", unit))))
                .toList();
        return Article.of(
                HOME.resolve("a"),
                new Outlet("El Faro", HOME),
                language,
                units.getFirst().getFirst(),
                body);
    }

    private static Translation translation(List<List<String>> target, Provenance provenance) {
        List<SentencePair> pairs = new ArrayList<>();
        for (int unit = 0; unit < SOURCE.size(); unit++) {
            Place place = unit == 0 ? Place.HEADLINE : Place.BODY.child(unit - 1);
            for (int i = 0; i < SOURCE.get(unit).size(); i++) {
                pairs.add(new SentencePair(
                        place, SOURCE.get(unit).get(i), target.get(unit).get(i), List.of(), List.of(), provenance));
            }
        }
        Route route = new Route.Machine(List.of(new Route.Leg(SPANISH, CATALAN, "Test", "")));
        return new Translation(article(CATALAN, target), SPANISH, route, Instant.EPOCH, pairs);
    }

    private static List<List<String>> with(String sound, String faulty) {
        return TARGET.stream()
                .map(unit ->
                        unit.stream().map(line -> line.replace(sound, faulty)).toList())
                .toList();
    }

    private Set<SentencePair> repairable(Translation translation, String... policy) {
        Checks checks = new Checks(LanguageIdentifier.load(), Policy.read(List.of(policy)));
        Verdict verdict = checks.review(original, translation);
        return checks.repairable(original, translation, verdict, Remedy.RESEGMENT);
    }

    private Set<SentencePair> repairable(List<List<String>> target) {
        return repairable(translation(target, Provenance.MACHINE), "hold-below all 0", "repair resegment 3");
    }

    @Test
    void ofASoundTranslationThereIsNothingToRepair() {
        assertThat(repairable(TARGET)).isEmpty();
    }

    @Test
    void ofAParagraphTheOneSentenceIsToBlameThatIsHeldAlone() {
        assertThat(repairable(with("no preveu cap", "preveu un")))
                .extracting(SentencePair::source)
                .containsExactly(SOURCE.get(1).get(2));
    }

    @Test
    void faultsInSeveralSentencesAreToldInReadingOrder() {
        assertThat(repairable(
                        translation(
                                TARGET.stream()
                                        .map(unit -> unit.stream()
                                                .map(line -> line.replace("12 milions", "21 milions")
                                                        .replace("El 35 %", "El 53 %"))
                                                .toList())
                                        .toList(),
                                Provenance.MACHINE),
                        "hold-below all 0",
                        "repair resegment 3"))
                .extracting(SentencePair::source)
                .containsExactly(SOURCE.get(1).getFirst(), SOURCE.get(2).getFirst());
    }

    @Test
    void moreThanThePolicyAllowsAreLeftToAPerson() {
        List<List<String>> target = TARGET.stream()
                .map(unit -> unit.stream()
                        .map(line -> line.replace("12 milions", "21 milions").replace("El 35 %", "El 53 %"))
                        .toList())
                .toList();
        Translation translation = translation(target, Provenance.MACHINE);
        assertThat(repairable(translation, "hold-below all 0", "repair resegment 1"))
                .isEmpty();
        assertThat(repairable(translation, "hold-below all 0", "repair off")).isEmpty();
        assertThat(repairable(translation, "hold-below all 0")).isEmpty();
    }

    @Test
    void aTranslationThatIsRejectedIsNotRepaired() {
        Translation translation = translation(TARGET, Provenance.MACHINE);
        Translation lost = new Translation(
                translation.article().withBody(translation.article().body().subList(0, 1)),
                SPANISH,
                translation.route(),
                Instant.EPOCH,
                translation.sentences());
        Checks checks = new Checks(LanguageIdentifier.load());
        Verdict verdict = checks.review(original, lost);
        assertThat(verdict).isInstanceOf(Verdict.Rejected.class);
        assertThat(checks.repairable(original, lost, verdict, Remedy.RESEGMENT)).isEmpty();
    }

    @Test
    void whatAPersonWordedIsNotTranslatedAgain() {
        assertThat(repairable(
                        translation(with("no preveu cap", "preveu un"), Provenance.HUMAN),
                        "hold-below all 0",
                        "repair resegment 3"))
                .isEmpty();
    }
}
