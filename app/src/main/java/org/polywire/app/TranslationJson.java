package org.polywire.app;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.polywire.model.Article;
import org.polywire.model.Finding;
import org.polywire.model.SentencePair;
import org.polywire.model.Translation;
import org.polywire.model.Verdict;
import org.polywire.translate.Protection;
import tools.jackson.databind.node.ObjectNode;

/** A translation sentence by sentence as JSON for other programs, with the findings of the checks. */
final class TranslationJson {
    private TranslationJson() {}

    /**
     * @param written the translation as a person would get it
     * @param protections as many as the translation has sentences
     */
    static ObjectNode of(
            Article original, Translation translation, Verdict verdict, String written, List<Protection> protections) {
        ObjectNode node = Json.object()
                .put("from", original.language().value())
                .put("to", translation.article().language().value())
                .put("way", Routes.way(translation.route()))
                .put("verdict", verdict.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                .put("text", written);
        node.set(
                "findings",
                Json.array(
                        verdict.findings().stream().map(TranslationJson::json).toList()));
        List<SentencePair> sentences = translation.sentences();
        node.set(
                "sentences",
                Json.array(IntStream.range(0, sentences.size())
                        .mapToObj(i -> json(sentences.get(i), protections.get(i)))
                        .toList()));
        return node.set("article", ArticleJson.of(translation.article()));
    }

    private static ObjectNode json(Finding finding) {
        return Json.object()
                .put("code", finding.code().name())
                .put("severity", finding.severity().name())
                .put("place", finding.place().path())
                .put("evidence", finding.evidence());
    }

    private static ObjectNode json(SentencePair pair, Protection protection) {
        ObjectNode node = Json.object()
                .put("place", pair.place().path())
                .put("source", pair.source())
                .put("target", pair.target())
                .put("provenance", pair.provenance().name());
        node.set("kept", Json.texts(protection.kept()));
        node.set("names", Json.texts(protection.names()));
        node.set("terms", Json.texts(protection.terms()));
        node.set("displayNames", Json.texts(protection.displayNames()));
        node.set("transliterated", Json.texts(protection.transliterated()));
        node.set("quotations", Json.texts(protection.quotations()));
        node.set("unknown", Json.texts(pair.unknown()));
        node.set("faults", Json.texts(pair.faults()));
        node.set("breaches", Json.texts(pair.breaches()));
        return node;
    }
}
