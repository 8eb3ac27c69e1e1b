package org.polywire.app;

import java.io.PrintWriter;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.polywire.language.LanguageIdentifier;
import org.polywire.model.Fitness;
import org.polywire.translate.Translator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "serve-translation",
        description =
                "Serves translations to other programs, as LibreTranslate does: POST /translate and /detect, GET /languages,"
                        + " /health and /frontend/settings. A configuration, if there is one, says which services and which"
                        + " glossary are used, and where the translation memory is. Runs until it is told to stop (Ctrl-C, SIGTERM).",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire serve-translation",
            "  ./polywire serve-translation --bind 0.0.0.0 --keys file:keys.txt",
            "  curl localhost:5000/translate -d q=Hola -d source=es -d target=ca"
        })
final class ServeTranslationCommand extends PolywireCommand {
    @Option(
            names = "--bind",
            paramLabel = "HOST",
            description = "The network interface to listen on, 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
    private String bind = "localhost";

    @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on (default: ${DEFAULT-VALUE}).")
    private int port = 5000;

    @Option(
            names = "--keys",
            paramLabel = "PLACE",
            description = "Where the keys are, one of which each request must show as api_key: env:NAME or file:PATH,"
                    + " one a line (default: no key is wanted).")
    private @Nullable String keys;

    @Option(
            names = "--open",
            description =
                    "Listen beyond this machine although no keys are wanted, and let web pages ask through their readers' browsers.")
    private boolean open;

    @Option(
            names = "--per-minute",
            paramLabel = "REQUESTS",
            description = "What one key, or without keys one address, may ask in a minute; 0 for no limit"
                    + " (default: ${DEFAULT-VALUE}).")
    private int perMinute = 600;

    @Option(
            names = "--characters",
            paramLabel = "NUMBER",
            description = "The most characters of a request, over all its texts (default: ${DEFAULT-VALUE}).")
    private int characters = 100_000;

    @Option(
            names = "--texts",
            paramLabel = "NUMBER",
            description = "The most texts of a request (default: ${DEFAULT-VALUE}).")
    private int texts = 200;

    @Option(names = "--gist", description = "Offer also what is good for no more than the gist.")
    private boolean gist;

    @Mixin
    private ConfigurationOption configuration = new ConfigurationOption();

    @Override
    public Integer call() {
        TranslationServerConfig config =
                new TranslationServerConfig(bind, port, keys(), perMinute, characters, texts, open);
        if (config.isPublic() && !config.keys().areWanted() && !open) {
            throw new CannotGoOn(
                    Exit.USAGE,
                    "Everyone who reaches " + bind + " could use this server. Name keys with --keys, or say --open.");
        }
        InstantSource clock = InstantSource.system();
        Translator translator = configuration.translator(clock);
        Remembered memory = Remembered.of(configuration);
        TextDesk desk = new TextDesk(translator, gist ? Fitness.GIST : Fitness.NEWS, memory::of);
        LanguageIdentifier languages = LanguageIdentifier.load();
        TranslationServer server =
                TranslationServer.start(config, new LibreTranslateApi(config, desk, languages, clock));
        House.prepare();
        PrintWriter err = err();
        err.println("Translations are served at http://" + bind + ":" + server.port() + "/translate; Ctrl-C stops.");
        return Shutdown.await(() -> {
            server.close();
            translator.close();
            memory.close();
        });
    }

    private ApiKeys keys() {
        return keys == null ? ApiKeys.NONE : ApiKeys.from(keys, System.getenv());
    }
}
