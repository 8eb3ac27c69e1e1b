package org.polywire.app;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "doctor",
        description =
                "Looks whether everything that Polywire needs is here and works, and says how to mend what does not.",
        footerHeading = "%nExamples:%n",
        footer = {"  ./polywire doctor", "  ./polywire doctor -c polywire.yaml --json"})
final class DoctorCommand extends PolywireCommand {
    @Mixin
    private ConfigurationOption option = new ConfigurationOption();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() {
        List<Examination.Result> results = new Examination(option).results();
        if (json) {
            out().println(Json.array(results.stream()
                            .map(result -> Json.object()
                                    .put("what", result.what())
                                    .put("ok", result.well())
                                    .put("detail", result.detail())
                                    .put("fix", result.fix()))
                            .toList())
                    .toPrettyString());
        } else {
            results.forEach(out()::println);
        }
        return results.stream().allMatch(Examination.Result::well) ? Exit.DONE : Exit.NOT_AS_EXPECTED;
    }
}
