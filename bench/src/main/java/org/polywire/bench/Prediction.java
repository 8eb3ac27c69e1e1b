package org.polywire.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.polywire.extract.PageType;
import org.polywire.extract.Survey;
import org.polywire.model.Access;
import org.polywire.model.Block;
import org.polywire.model.Block.Figure;
import org.polywire.model.Byline;
import org.polywire.model.Inlines;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was taken from a page, as it is compared and written down.
 *
 * @param date as ISO 8601, empty if none
 * @param body paragraphs, sub-headings, list items and quotations, a blank line between two
 * @param milliseconds of processor time from the bytes to the result
 */
record Prediction(
        String id,
        String title,
        List<String> authors,
        String date,
        String body,
        String standfirst,
        List<Image> images,
        PageType type,
        Access access,
        double quality,
        double milliseconds) {

    record Image(String url, String caption, String credit) {}

    static Prediction of(String id, Survey survey, double milliseconds) {
        return new Prediction(
                id,
                survey.headline(),
                survey.bylines().stream().map(Byline::name).toList(),
                survey.dates().published() == null
                        ? ""
                        : survey.dates().published().toString(),
                text(survey.body()),
                Inlines.text(survey.standfirst()),
                survey.body().stream()
                        .filter(Figure.class::isInstance)
                        .map(Figure.class::cast)
                        .map(figure -> new Image(
                                figure.picture().address().toString(), Inlines.text(figure.caption()), figure.credit()))
                        .toList(),
                survey.type(),
                survey.access(),
                survey.quality(),
                milliseconds);
    }

    private static String text(List<Block> blocks) {
        return blocks.stream()
                .map(Prediction::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Paragraph(var content) -> Inlines.text(content);
            case Block.Heading(int level, var content) -> Inlines.text(content);
            case Block.Quote(var content) -> text(content);
            case Block.Listing(boolean ordered, var items) ->
                items.stream().map(Prediction::text).collect(Collectors.joining("\n\n"));
            case Figure figure -> "";
            case Block.Table table -> "";
            case Block.Embed embed -> "";
            case Block.Divider divider -> "";
            case Block.Note note -> "";
        };
    }

    /** One line of JSON. */
    String json() {
        ObjectNode node = JsonMapper.shared().createObjectNode();
        node.put("id", id).put("title", title);
        ArrayNode names = node.putArray("authors");
        authors.forEach(names::add);
        node.put("date", date).put("body", body).put("standfirst", standfirst);
        ArrayNode pictures = node.putArray("images");
        images.forEach(image -> pictures.addObject()
                .put("url", image.url())
                .put("caption", image.caption())
                .put("credit", image.credit()));
        node.put("pageType", type.name()).put("access", access.name()).put("quality", quality);
        node.put("milliseconds", milliseconds);
        return node.toString();
    }
}
