package org.polywire.app;

import java.net.URI;
import java.util.List;
import org.polywire.extract.Explanation;
import org.polywire.extract.Extraction;
import org.polywire.extract.Extraction.Elsewhere;
import org.polywire.extract.Extraction.Extracted;
import org.polywire.extract.Extraction.NotAnArticle;
import org.polywire.extract.Extraction.Withheld;
import org.polywire.extract.Survey;
import org.polywire.model.Article;
import org.polywire.model.Capture;
import org.polywire.model.Reason;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "extract",
        description = "Takes the article from a web page and prints it, without the page around it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire extract https://elfaro.example/2026/11/puerto",
            "  ./polywire extract saved.html --address https://elfaro.example/puerto --json",
            "  ./polywire extract saved.html --explain --html > why.html"
        })
final class ExtractCommand extends PolywireCommand {
    @Parameters(paramLabel = "URL|FILE", description = "The page: a web address or a saved file.")
    private String page = "";

    @Option(
            names = "--address",
            paramLabel = "URL",
            defaultValue = "https://localhost/page",
            description = "Where a saved file comes from; its relative links are read by it.")
    private URI address = URI.create("https://localhost/page");

    @Option(names = "--allow-host", paramLabel = "HOST[:PORT]", description = "A host that may be on this machine.")
    private List<String> allowedHosts = List.of();

    @ArgGroup
    private Form form = new Form();

    private enum Format {
        TEXT,
        HTML,
        JSON
    }

    static final class Form {
        @Option(names = "--text", description = "Print plain text (this is the default).")
        private boolean text;

        @Option(names = "--html", description = "Print HTML.")
        private boolean html;

        @Option(
                names = "--json",
                description = "Print JSON, with the origin of each field and the parts of the quality.")
        private boolean json;

        private Format format() {
            return text ? Format.TEXT : html ? Format.HTML : json ? Format.JSON : Format.TEXT;
        }
    }

    @Option(
            names = "--explain",
            description =
                    "Print why instead: where each field came from and what it beat, which pieces of the page were kept or"
                            + " dropped and by which rule. With --html a page in colour. Also of pages that are refused.")
    private boolean explain;

    @Override
    public Integer call() {
        return explain
                ? explain(WebPage.capture(page, address, allowedHosts))
                : extract(WebPage.extract(page, address, allowedHosts));
    }

    private int explain(Capture capture) {
        Survey survey = WebPage.survey(capture);
        print(
                switch (form.format()) {
                    case TEXT -> ExtractionReasons.text(survey);
                    case HTML -> ExtractionReasons.html(survey);
                    case JSON -> ExtractionReasons.json(survey).toPrettyString() + "\n";
                });
        return Exit.DONE;
    }

    private int extract(Extraction extraction) {
        return switch (extraction) {
            case Extracted(Article article, double quality, Explanation explanation) -> {
                print(article, quality, explanation);
                yield Exit.DONE;
            }
            case NotAnArticle(Reason reason, String detail) -> refuse("not-an-article", reason, detail);
            case Withheld(Reason reason, String detail) -> refuse("withheld", reason, detail);
            case Elsewhere(URI further, NotAnArticle otherwise) -> extract(otherwise);
        };
    }

    private void print(Article article, double quality, Explanation explanation) {
        print(
                switch (form.format()) {
                    case TEXT -> ArticleText.of(article);
                    case HTML -> ArticleHtml.of(article);
                    case JSON -> json(article, quality, explanation).toPrettyString() + "\n";
                });
    }

    private static ObjectNode json(Article article, double quality, Explanation explanation) {
        ObjectNode node = Json.object().put("outcome", "extracted").put("quality", quality);
        node.set("article", ArticleJson.of(article));
        node.set(
                "fields",
                Json.array(explanation.fields().stream()
                        .map(field -> Json.object()
                                .put("name", field.name())
                                .put("source", field.source())
                                .put("value", field.value()))
                        .toList()));
        node.set(
                "parts",
                Json.array(explanation.quality().stream()
                        .map(part -> Json.object()
                                .put("name", part.name())
                                .put("value", part.value())
                                .put("weight", part.weight()))
                        .toList()));
        return node;
    }

    private int refuse(String outcome, Reason reason, String detail) {
        if (form.format() == Format.JSON) {
            out().println(Json.object()
                    .put("outcome", outcome)
                    .put("code", reason.name())
                    .put("words", reason.words())
                    .put("detail", detail)
                    .toPrettyString());
        } else {
            err().println(Words.why(reason, detail));
        }
        return Exit.NOT_AS_EXPECTED;
    }
}
