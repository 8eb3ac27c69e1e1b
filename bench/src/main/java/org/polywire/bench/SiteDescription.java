package org.polywire.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The API's description as the site serves it, under two linters: no error and no warning. */
final class SiteDescription {
    private static final String FILE = "openapi.json";

    /** Stands for this machine's own address, which redocly rightly finds no address for the public. */
    private static final String PUBLIC = "https://wire.example";

    private final SiteServer site;
    private final Path output;
    private final PrintWriter out;

    SiteDescription(SiteServer site, Path output, PrintWriter out) {
        this.site = site;
        this.output = output;
        this.out = out;
    }

    boolean holds() throws IOException, InterruptedException {
        NodeTools tools =
                NodeTools.install(output.resolve("linters"), "description", List.of("package.json", "spectral.yaml"));
        String served = new String(site.get("/api/v1/" + FILE).body(), StandardCharsets.UTF_8);
        Files.writeString(tools.file(FILE), served.replace(site.address().toString(), PUBLIC));
        boolean redocly = tools.run(List.of("npx", "redocly", "lint", "--extends=recommended-strict", FILE)) == 0;
        boolean spectral =
                tools.run(List.of("npx", "spectral", "lint", "--ruleset=spectral.yaml", "--fail-severity=hint", FILE))
                        == 0;
        out.println("The API's description, " + served.length() + " characters: redocly " + said(redocly)
                + ", spectral " + said(spectral));
        return redocly && spectral;
    }

    private static String said(boolean holds) {
        return holds ? "finds nothing" : "has findings";
    }
}
