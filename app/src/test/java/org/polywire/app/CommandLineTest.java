package org.polywire.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

class CommandLineTest {
    private static final InputStream STANDARD_INPUT = System.in;

    /** A build may hold its own standard input open for ever. */
    @BeforeAll
    static void nobodyTypes() {
        System.setIn(InputStream.nullInputStream());
    }

    @AfterAll
    static void restore() {
        System.setIn(STANDARD_INPUT);
    }

    /** What a command wrote, and its exit code. */
    record Answer(int exit, String out, String err) {}

    static Answer run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Polywire.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Answer(exit, out.toString(), err.toString());
    }

    @Test
    void everyCommandHasHelpWithExamplesAndTheExitCodes() {
        Map<String, CommandLine> commands = Polywire.commandLine().getSubcommands();
        assertThat(commands)
                .containsOnlyKeys(
                        "demo",
                        "run",
                        "follow",
                        "replay",
                        "sources",
                        "where",
                        "withdraw",
                        "export",
                        "rebuild",
                        "connectors",
                        "extract",
                        "translate",
                        "serve-translation",
                        "engines",
                        "glossary",
                        "policy",
                        "memory",
                        "models",
                        "doctor");
        assertThat(commands.keySet()).allSatisfy(command -> {
            Answer help = run(command, "--help");
            assertThat(help.exit()).isZero();
            assertThat(help.out())
                    .contains("Examples:", "  ./polywire " + command, "Exit codes:", "3   The configuration");
        });
    }

    @Test
    void whatIsWithinACommandHasExamplesOfItself() {
        assertThat(Polywire.commandLine().getSubcommands().values().stream()
                        .flatMap(command -> command.getSubcommands().values().stream()))
                .isNotEmpty()
                .allSatisfy(inner -> {
                    UsageMessageSpec usage = inner.getCommandSpec().usageMessage();
                    assertThat(usage.footerHeading() + String.join("\n", usage.footer()))
                            .contains("Example", "./" + inner.getCommandSpec().qualifiedName() + " ");
                });
    }

    /** Otherwise an example could not be copied. */
    @Test
    void everyExampleFitsOnALine() {
        List<String> examples = new ArrayList<>();
        Polywire.commandLine()
                .getSubcommands()
                .values()
                .forEach(command -> examples.addAll(
                        List.of(command.getCommandSpec().usageMessage().footer())));
        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(example).hasSizeLessThan(80));
    }

    @Test
    void theVersionIsTold() {
        assertThat(run("--version").out()).startsWith("Polywire ");
    }

    @ParameterizedTest
    @CsvSource({
        "''                              , 2, 'Say what to do; for a first look: ./polywire demo'",
        "dmeo                            , 2, 'demo'",
        "where                           , 2, 'Missing required parameter'",
        "follow https://a.example        , 2, '--to'",
        "follow https://a.example --to xx, 2, 'xx is not a language that the site has words in'",
        "follow elfaro.example --to ca   , 2, 'Write an address whole'",
        "follow nil.opml --to ca         , 2, 'nil.opml is no file'",
        "translate text --to not_a_tag   , 2, 'not a language tag'",
        "translate --html - --to ca      , 2, 'no text to translate'",
        "translate --article nil --to ca , 4, 'There is no file nil'",
        "serve-translation --bind 0.0.0.0, 2, 'Name keys with --keys, or say --open'",
        "serve-translation --keys abc    , 2, 'env:NAME or file:PATH'",
        "serve-translation --texts 0     , 2, '--texts is from 1 to 10000'",
        "run -c nowhere.yaml             , 3, 'The configuration nowhere.yaml cannot be read'",
        "sources                         , 4, 'No newsroom has worked in data yet'",
        "sources -c nowhere.yaml         , 3, 'The configuration nowhere.yaml cannot be read'",
        "replay nowhere.warc --to ca     , 4, 'There is no file nowhere.warc that can be read'",
        "sources --data nowhere          , 4, 'No newsroom has worked in nowhere'",
        "where abc --data nowhere        , 4, 'No newsroom has worked in nowhere'",
        "withdraw abc                    , 2, '--reason=TEXT'",
        "withdraw a --reason x --data nil, 4, 'No newsroom has worked in nil'",
        "extract nowhere.html            , 4, 'There is no file nowhere.html'",
        "extract http://127.0.0.1:1/     , 1, 'ADDRESS_REFUSED'",
    })
    void whatGoesWrongIsExplainedOnTheErrorStream(String arguments, int exit, String words) {
        Answer answer = run(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(answer.err()).contains(words).doesNotContain("\tat ");
        assertThat(answer.exit()).isEqualTo(exit);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void aWrongConfigurationIsRefusedWithEveryLine(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("polywire.yaml"), "port: x\ntitel: y\n");
        Answer answer = run("run", "-c", file.toString());
        assertThat(answer.exit()).isEqualTo(Exit.CONFIGURATION);
        assertThat(answer.err())
                .contains(file + ":1:7: \"x\" is not a whole number", file + ":2:1: unknown key \"titel\"");
    }

    @Test
    void anArticleComesOutOfASavedPage(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("page.html"), page());
        String[] arguments = {"extract", file.toString(), "--address", "https://elfaro.example/puerto"};
        assertThat(run(arguments).out())
                .startsWith("El puerto abre un mercado\n")
                .contains("quinientas toneladas de pescado")
                .doesNotContain("Suscríbase");
        assertThat(run(arguments[0], arguments[1], arguments[2], arguments[3], "--html")
                        .out())
                .contains(
                        "<h1>El puerto abre un mercado</h1>", "<a href=\"https://elfaro.example/lonja\">la lonja</a>");
        assertThat(run(arguments[0], arguments[1], arguments[2], arguments[3], "--json")
                        .out())
                .contains("\"outcome\" : \"extracted\"", "\"language\" : \"es\"");
    }

    @Test
    void aPageWithoutAnArticleIsRefusedWithItsCode(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("page.html"), "<html><body></body></html>");
        Answer answer = run("extract", file.toString(), "--json");
        assertThat(answer.exit()).isEqualTo(Exit.NOT_AS_EXPECTED);
        assertThat(answer.out()).contains("\"code\" : \"EMPTY_PAGE\"");
    }

    private static String page() {
        String body = """
                <p>El nuevo mercado del puerto venderá cada año unas quinientas toneladas de pescado fresco, según dijo el
                alcalde en <a href="/lonja">la lonja</a> delante de los vecinos y de los pescadores de la comarca.</p>
                <p>Las obras empezaron hace dos años y costaron cuatro millones de euros, que pagaron a medias el ayuntamiento
                y la cofradía. El edificio tiene tejado de madera y grandes ventanas hacia el muelle del norte.</p>
                <p>Los primeros puestos abrirán el lunes a las siete de la mañana. La subasta de la tarde seguirá en el viejo
                almacén hasta el verano, porque todavía faltan las cámaras frigoríficas y los nuevos ascensores.</p>
                <p>La directora del mercado espera que vengan también los restaurantes de la capital, que hasta ahora compraban
                el pescado en otros puertos. Los martes habrá clases de cocina para quien quiera aprender.</p>
                """;
        return """
                <html lang="es"><head><title>El puerto abre un mercado</title>
                <meta property="og:type" content="article">
                <meta property="article:published_time" content="2026-11-22T10:00:00+01:00">
                </head><body><nav><a href="/">Portada</a></nav>
                <article><h1>El puerto abre un mercado</h1>%s</article>
                <aside>Suscríbase a nuestro boletín</aside></body></html>
                """.replace("%s", body);
    }
}
