package org.polywire.app;

import java.util.List;
import java.util.Locale;
import org.polywire.translate.Apertium;
import org.polywire.translate.EnginePair;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "engines",
        description = "Lists the translation engines on this machine: from which language into which, and how good.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./polywire engines", "  ./polywire engines --test --json"})
final class EnginesCommand extends PolywireCommand {
    @Option(names = "--test", description = "Let each translate a text and see that it works.")
    private boolean test;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        try (Apertium apertium = Apertium.installed()) {
            List<EnginePair> pairs = apertium.pairs().stream()
                    .map(pair -> test ? apertium.prepare(pair) : pair)
                    .toList();
            print(apertium.name(), pairs);
            return pairs.stream().anyMatch(pair -> pair.selfTest() == EnginePair.SelfTest.FAILED)
                    ? Exit.NOT_AS_EXPECTED
                    : Exit.DONE;
        }
    }

    private void print(String engine, List<EnginePair> pairs) {
        if (json) {
            out().println(Json.array(
                            pairs.stream().map(pair -> json(engine, pair)).toList())
                    .toPrettyString());
        } else if (pairs.isEmpty()) {
            out().println("No engine is installed. Install the one of the demo with:\n  "
                    + DebianPackages.installation(DebianPackages.purpose("demo")));
        } else {
            print(table(engine, pairs));
        }
    }

    private static TextTable table(String engine, List<EnginePair> pairs) {
        TextTable table = new TextTable("FROM", "INTO", "ENGINE", "FIT FOR", "CHRF2", "TEST", "VERSION");
        for (EnginePair pair : pairs) {
            table.row(
                    pair.from(),
                    pair.to(),
                    engine,
                    Words.of(pair.fitness()),
                    pair.chrF2() == 0 ? "not measured" : String.format(Locale.ROOT, "%.1f", pair.chrF2()),
                    Words.of(pair.selfTest()) + (pair.detail().isEmpty() ? "" : ": " + pair.detail()),
                    pair.version());
        }
        return table;
    }

    private static ObjectNode json(String engine, EnginePair pair) {
        return Json.object()
                .put("from", pair.from().value())
                .put("to", pair.to().value())
                .put("engine", engine)
                .put("code", pair.code())
                .put("version", pair.version())
                .put("fitness", Words.of(pair.fitness()))
                .put("chrF2", pair.chrF2())
                .put("test", Words.of(pair.selfTest()))
                .put("detail", pair.detail());
    }
}
