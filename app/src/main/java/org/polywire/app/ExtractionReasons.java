package org.polywire.app;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.polywire.extract.Explanation;
import org.polywire.extract.Explanation.Candidate;
import org.polywire.extract.Explanation.Decision;
import org.polywire.extract.Explanation.Field;
import org.polywire.extract.Explanation.Part;
import org.polywire.extract.Survey;
import tools.jackson.databind.node.ObjectNode;

/** Why a page was read as it was, for people: where each field came from, and which pieces were kept or dropped and why. */
final class ExtractionReasons {
    private static final int SHOWN = 160;
    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse;width:100%}td,th{text-align:start;vertical-align:top;padding:.3rem .6rem;"
            + "border-bottom:1px solid #ccc}.kept{background:#e3f5e6}.dropped{background:#fbe6e4}.rule{white-space:nowrap}"
            + "small{color:#555}";

    private ExtractionReasons() {}

    static String text(Survey survey) {
        Explanation explanation = survey.explanation();
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s, access %s, quality %.2f%n%nFields (source: value; then what else was found)%n",
                survey.type(),
                survey.access(),
                survey.quality()));
        explanation.fields().forEach(field -> text.append(words(field)));
        text.append("\nQuality\n");
        explanation
                .quality()
                .forEach(part -> text.append(String.format(
                        Locale.ROOT, "  %-14s %.2f  weight %.2f%n", part.name(), part.value(), part.weight())));
        text.append("\nPieces in reading order (+ kept, - dropped)\n");
        explanation.decisions().forEach(decision -> text.append(words(decision)));
        return text.toString();
    }

    private static String words(Field field) {
        String found = field.source().isEmpty() ? "nothing" : field.source() + ": " + shortened(field.value());
        String others = others(field)
                .map(candidate -> "      " + candidate.source() + ": " + shortened(candidate.value()) + "\n")
                .collect(Collectors.joining());
        return "  " + field.name() + "  " + found + "\n" + others;
    }

    /** What was found beside the value that was taken. */
    private static Stream<Candidate> others(Field field) {
        return field.candidates().stream()
                .filter(candidate -> !candidate.source().equals(field.source()));
    }

    private static String words(Decision decision) {
        return String.format(
                Locale.ROOT, "%s %-22s %s%n", decision.kept() ? "+" : "-", decision.rule(), decision.text());
    }

    private static String shortened(String value) {
        if (value.length() <= SHOWN) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
        return value.substring(0, end) + "…";
    }

    /** A page of its own, what was kept in green and what was dropped in red. */
    static String html(Survey survey) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        document.title("Why: " + survey.headline());
        document.charset(StandardCharsets.UTF_8);
        document.head().appendElement("style").appendText(STYLE);
        Element body = document.body();
        body.appendElement("h1").attr("dir", "auto").text(survey.headline());
        body.appendElement("p")
                .text(String.format(
                        Locale.ROOT, "%s, access %s, quality %.2f", survey.type(), survey.access(), survey.quality()));
        fields(survey.explanation(), body);
        body.appendElement("h2").text("Pieces in reading order");
        Element pieces = body.appendElement("table");
        survey.explanation().decisions().forEach(decision -> row(pieces, decision));
        return "<!doctype html>\n" + document.outerHtml() + "\n";
    }

    private static void fields(Explanation explanation, Element body) {
        body.appendElement("h2").text("Fields");
        Element fields = body.appendElement("table");
        for (Field field : explanation.fields()) {
            Element row = fields.appendElement("tr");
            row.appendElement("th").text(field.name());
            row.appendElement("td").text(field.source());
            Element cell = row.appendElement("td").attr("dir", "auto").text(shortened(field.value()));
            others(field).forEach(candidate -> {
                cell.appendElement("br");
                cell.appendElement("small").text(candidate.source() + ": " + shortened(candidate.value()));
            });
        }
        body.appendElement("h2").text("Quality");
        Element quality = body.appendElement("table");
        for (Part part : explanation.quality()) {
            Element row = quality.appendElement("tr");
            row.appendElement("th").text(part.name());
            row.appendElement("td").text(String.format(Locale.ROOT, "%.2f × %.2f", part.value(), part.weight()));
        }
    }

    private static void row(Element table, Decision decision) {
        Element row = table.appendElement("tr").addClass(decision.kept() ? "kept" : "dropped");
        row.appendElement("td").addClass("rule").text((decision.kept() ? "kept: " : "dropped: ") + decision.rule());
        row.appendElement("td").attr("dir", "auto").text(decision.text());
    }

    static ObjectNode json(Survey survey) {
        ObjectNode node = Json.object()
                .put("pageType", survey.type().name())
                .put("access", survey.access().name())
                .put("quality", survey.quality());
        node.set(
                "fields",
                Json.array(survey.explanation().fields().stream()
                        .map(ExtractionReasons::json)
                        .toList()));
        node.set(
                "pieces",
                Json.array(survey.explanation().decisions().stream()
                        .map(decision -> Json.object()
                                .put("kept", decision.kept())
                                .put("rule", decision.rule())
                                .put("text", decision.text()))
                        .toList()));
        return node;
    }

    private static ObjectNode json(Field field) {
        ObjectNode node = Json.object()
                .put("name", field.name())
                .put("source", field.source())
                .put("value", field.value());
        node.set(
                "candidates",
                Json.array(field.candidates().stream()
                        .map(candidate ->
                                Json.object().put("source", candidate.source()).put("value", candidate.value()))
                        .toList()));
        return node;
    }
}
