package org.polywire.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.polywire.marian.Architecture;
import org.polywire.marian.CatalogueModel;
import org.polywire.marian.InstalledModel;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.ModelKey;
import org.polywire.marian.ModelsException;
import org.polywire.translate.FirefoxTranslations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "models",
        description =
                "Lists, fetches and removes neural translation models (Firefox Translations). They are fetched only when you"
                        + " ask, from Mozilla's public catalogue; translation itself needs no network.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./polywire models list",
            "  ./polywire models install es-en en-fr",
            "  ./polywire models install es-en --from /media/stick",
            "  ./polywire models update"
        })
final class ModelsCommand extends PolywireCommand {
    private static final double MEGABYTE = 1e6;

    @Option(names = "--mirror", paramLabel = "URL", description = "A copy of the catalogue in a closed network.")
    private @Nullable URI mirror;

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where the models are kept (default: $POLYWIRE_MODELS, else ~/.local/share/polywire/models).")
    private @Nullable Path folder;

    @Option(
            names = "--architecture",
            description =
                    "${COMPLETION-CANDIDATES}; default: base-memory where there is one, else tiny (the fast one).")
    private @Nullable Architecture architecture;

    @Option(names = "--from", paramLabel = "FOLDER", description = "Install from files copied into this folder.")
    private @Nullable Path from;

    @Parameters(index = "0", defaultValue = "installed", description = "What to do: ${COMPLETION-CANDIDATES}.")
    private Action action = Action.INSTALLED;

    @Parameters(index = "1..*", paramLabel = "PAIR", description = "Such as es-en.")
    private List<String> pairs = List.of();

    /** What the command can do. */
    enum Action {
        INSTALLED,
        LIST,
        INSTALL,
        REMOVE,
        VERIFY,
        UPDATE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        Path models = folder == null ? ModelsFolder.ofThisUser() : folder;
        MarianConfig config = mirror == null ? MarianConfig.of(models) : MarianConfig.mirror(models, mirror);
        try (Marian marian = new Marian(config)) {
            return switch (action) {
                case INSTALLED -> installed(marian);
                case LIST -> list(marian);
                case INSTALL -> install(marian);
                case REMOVE -> remove(marian);
                case VERIFY -> verify(marian);
                case UPDATE -> update(marian);
            };
        } catch (ModelsException e) {
            throw new CannotGoOn(Exit.ENVIRONMENT, String.valueOf(e.getMessage()));
        }
    }

    private int installed(Marian marian) throws ModelsException {
        List<InstalledModel> models = marian.installed();
        if (models.isEmpty()) {
            out().println("No model is installed. See what there is: ./polywire models list");
            return Exit.DONE;
        }
        TextTable table = new TextTable("PAIR", "KIND", "VERSION", "GOOD FOR", "SIZE", "LICENCE", "ORIGIN");
        models.forEach(model -> table.row(
                model.key(),
                model.architecture(),
                model.version(),
                quality(model.key()),
                size(model.size()),
                model.licence(),
                model.origin()));
        print(table);
        return Exit.DONE;
    }

    private int list(Marian marian) throws ModelsException {
        Set<String> there = new TreeSet<>();
        marian.installed().forEach(model -> there.add(model.key() + " " + model.architecture()));
        TextTable table = new TextTable("PAIR", "KIND", "VERSION", "GOOD FOR", "TO FETCH", "ON DISK", "");
        for (CatalogueModel model : marian.catalogue()) {
            boolean installed = there.contains(model.key() + " " + model.architecture());
            table.row(
                    model.key(),
                    model.architecture(),
                    model.version(),
                    quality(model.key()),
                    size(model.packedSize()),
                    size(model.plainSize()),
                    installed ? "installed" : "");
        }
        print(table);
        out().println(
                        "Publishable is what was measured to be (marian/README.md); any other pair counts as gist until somebody does.");
        out().println("Licences: MPL-2.0 (Mozilla), CC-BY-SA 4.0 (Bergamot project).");
        return Exit.DONE;
    }

    private static String quality(ModelKey key) {
        return EnginesCommand.quality(FirefoxTranslations.fitness(key.toString()));
    }

    private static String size(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }

    private List<ModelKey> keys() {
        if (pairs.isEmpty()) {
            throw new CannotGoOn(Exit.USAGE, "Say which pairs, such as: ./polywire models " + action + " es-en");
        }
        return pairs.stream()
                .map(text -> ModelKey.parse(text)
                        .orElseThrow(
                                () -> new CannotGoOn(Exit.USAGE, text + " is not a pair of languages such as es-en.")))
                .toList();
    }

    private int install(Marian marian) throws ModelsException {
        List<ModelKey> keys = keys();
        if (from != null) {
            for (ModelKey key : keys) {
                tell(marian.install(key, from));
            }
            return Exit.DONE;
        }
        List<CatalogueModel> catalogue = marian.catalogue();
        for (ModelKey key : keys) {
            Optional<CatalogueModel> found = catalogue.stream()
                    .filter(model -> model.key().equals(key))
                    .filter(model -> architecture == null || model.architecture() == architecture)
                    .findFirst();
            if (found.isEmpty()) {
                throw new CannotGoOn(
                        Exit.ENVIRONMENT, "The catalogue has no model for " + key + ". See: ./polywire models list");
            }
            fetch(marian, found.get());
        }
        return Exit.DONE;
    }

    private void fetch(Marian marian, CatalogueModel model) throws ModelsException {
        long[] done = {0};
        try (Progress progress = Progress.of("Fetching " + model.key(), err())) {
            InstalledModel installed = marian.install(model, bytes -> {
                done[0] += bytes;
                progress.to(done[0], model.packedSize());
            });
            tell(installed);
        }
    }

    private void tell(InstalledModel model) {
        out().println("Installed " + model.key() + ", " + model.architecture() + " " + model.version() + ", "
                + size(model.size()) + ". " + model.licence() + ".");
    }

    private int remove(Marian marian) throws ModelsException {
        for (ModelKey key : keys()) {
            marian.remove(key);
            out().println("Removed " + key + ".");
        }
        return Exit.DONE;
    }

    private int verify(Marian marian) throws ModelsException {
        boolean sound = true;
        for (InstalledModel model : marian.installed()) {
            boolean same = marian.verify(model);
            sound &= same;
            out().println(model.key() + " " + model.architecture() + ": "
                    + (same ? "sound" : "CHANGED; install it again"));
        }
        return sound ? Exit.DONE : Exit.NOT_AS_EXPECTED;
    }

    private int update(Marian marian) throws ModelsException {
        List<CatalogueModel> updates = marian.updates();
        for (CatalogueModel model : updates) {
            fetch(marian, model);
        }
        if (updates.isEmpty()) {
            out().println("All models are of the newest version.");
        }
        return Exit.DONE;
    }
}
