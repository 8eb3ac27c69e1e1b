package org.polywire.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.polywire.model.Reason;
import org.polywire.translate.Answer;

/**
 * Spanish sentences with names and numbers in them, and an engine that knows them by heart in Catalan: each in two wordings, of
 * which it takes one and then the other, so that a sentence that it was asked for again shows. How sentences come together in
 * one question does not matter, as it depends on the machine.
 */
final class Phrasebook extends CatalanEngine {
    /** Spanish, then the two Catalan wordings; N stands for a number, P for a place. */
    private static final List<List<String>> PHRASES = List.of(
            List.of(
                    "El puerto de P recibirá N barcos en otoño.",
                    "El port de P rebrà N vaixells a la tardor.",
                    "A la tardor el port de P rebrà N vaixells."),
            List.of(
                    "La biblioteca de P compró N libros el año pasado.",
                    "La biblioteca de P va comprar N llibres l'any passat.",
                    "L'any passat la biblioteca de P va comprar N llibres."),
            List.of(
                    "Los vecinos de P pidieron N bancos para la plaza.",
                    "Els veïns de P van demanar N bancs per a la plaça.",
                    "Els veïns de P demanaren N bancs per a la plaça."),
            List.of(
                    "El tren tardará N minutos desde P hasta la capital.",
                    "El tren tardarà N minuts des de P fins a la capital.",
                    "Des de P fins a la capital el tren tardarà N minuts."),
            List.of(
                    "El alcalde de P anunció ayer un plan de N millones de euros.",
                    "L'alcalde de P va anunciar ahir un pla de N milions d'euros.",
                    "Ahir l'alcalde de P va anunciar un pla de N milions d'euros."),
            List.of(
                    "En la escuela de P estudian N alumnos de la comarca.",
                    "A l'escola de P estudien N alumnes de la comarca.",
                    "Hi estudien N alumnes de la comarca, a l'escola de P."),
            List.of(
                    "La cosecha de P fue de N toneladas de aceite.",
                    "La collita de P va ser de N tones d'oli.",
                    "La collita de P fou de N tones d'oli."),
            List.of(
                    "El museo de P abrirá N salas nuevas en verano.",
                    "El museu de P obrirà N sales noves a l'estiu.",
                    "A l'estiu el museu de P obrirà N sales noves."));

    private static final List<String> PLACES =
            List.of("Salinas", "Valdemar", "Lavandeira", "Montalbán", "Riudecols", "Vilanova");

    private final Map<String, Integer> asked = new HashMap<>();

    /** Any of the sentences. */
    static String sentence(Random random) {
        return PHRASES.get(random.nextInt(PHRASES.size()))
                .getFirst()
                .replace("P", PLACES.get(random.nextInt(PLACES.size())))
                .replace("N", "" + (12 + random.nextInt(900)));
    }

    /** Both wordings of a sentence in Catalan. */
    static List<String> wordings(String sentence) {
        for (List<String> phrase : PHRASES) {
            Matcher matcher = pattern(phrase.getFirst()).matcher(sentence);
            if (matcher.matches()) {
                return phrase.subList(1, 3).stream()
                        .map(wording -> wording.replace("P", matcher.group("P")).replace("N", matcher.group("N")))
                        .toList();
            }
        }
        return List.of();
    }

    private static Pattern pattern(String phrase) {
        return Pattern.compile(
                phrase.replace(".", "\\.").replace("P", "(?<P>\\p{Lu}\\p{L}+)").replace("N", "(?<N>\\d+)"));
    }

    @Override
    synchronized Answer answer(List<String> sentences) {
        List<String> unknown =
                sentences.stream().filter(text -> wordings(text).isEmpty()).toList();
        return unknown.isEmpty()
                ? sentences(sentences.stream().map(this::next).toList())
                : new Answer.Failed(Reason.ENGINE_FAILED, "not in the phrasebook: " + unknown);
    }

    private String next(String sentence) {
        return wordings(sentence).get(asked.merge(sentence, 1, Integer::sum) % 2);
    }
}
