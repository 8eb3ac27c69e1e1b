package org.polywire.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.polywire.marian.CatalogueModel;
import org.polywire.marian.InstalledModel;
import org.polywire.marian.Marian;
import org.polywire.marian.MarianConfig;
import org.polywire.marian.ModelKey;
import org.polywire.marian.ModelsException;
import org.polywire.model.Edition;
import org.polywire.model.Fitness;
import org.polywire.model.LanguageTag;
import org.polywire.model.Reason;
import org.polywire.translate.FirefoxTranslations;

/**
 * Offers the neural models that a newsroom's sources and editions lack, or fetches them if the operator said so. Each pair of languages
 * is looked at once; where that failed, as without a network, again after an hour. Safe to share between threads; works on one of its own.
 */
final class MissingModels implements AutoCloseable {
    /** What an article is refused for that a model could help. */
    static final Set<String> CODES = Set.of(Reason.NO_ROUTE.name(), Reason.BELOW_FLOOR.name());

    private static final LanguageTag ENGLISH = new LanguageTag("en");
    private static final double MEGABYTE = 1e6;

    /** Long enough to annoy no server and no operator with a network that stays away. */
    private static final Duration AFTER_FAILURE = Duration.ofHours(1);

    private final MarianConfig config;
    private final boolean fetch;
    private final Runnable installed;
    private final Consumer<String> tell;
    private final InstantSource clock;
    private final Map<String, Instant> nextLook = new HashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("missing-models").factory());

    /**
     * @param fetch whether to fetch what is missing
     * @param installed is run whenever something was
     */
    MissingModels(MarianConfig config, boolean fetch, InstantSource clock, Runnable installed, Consumer<String> tell) {
        this.config = config;
        this.fetch = fetch;
        this.clock = clock;
        this.installed = installed;
        this.tell = tell;
    }

    /** Returns at once; does nothing after the end, as the newsroom works on for a moment. */
    void missed(Supplier<Optional<LanguageTag>> from, Edition edition) {
        try {
            thread.execute(() -> from.get().ifPresent(language -> look(language, edition)));
        } catch (RejectedExecutionException e) {
            // Closed meanwhile: nobody is left to be told, and the newsroom's work is not to fail of it.
        }
    }

    /** Looks what is missing between two languages, unless it did before, and offers it, fetches it, or says why neither. */
    void look(LanguageTag from, Edition edition) {
        String way = from.language() + " → " + edition.language();
        if (!from.sameLanguage(edition.language()) && isDue(way)) {
            try (Marian marian = new Marian(config)) {
                look(marian, way, steps(from, edition.language()), edition.floor());
            } catch (ModelsException e) {
                lookAgainLater(way);
                tell.accept(way + ": the models that are installed cannot be read. " + e.getMessage());
            }
        }
    }

    private boolean isDue(String way) {
        if (nextLook.getOrDefault(way, Instant.MIN).isAfter(clock.instant())) {
            return false;
        }
        nextLook.put(way, Instant.MAX);
        return true;
    }

    private void lookAgainLater(String way) {
        nextLook.put(way, clock.instant().plus(AFTER_FAILURE));
    }

    /** Models exist only from and into English. */
    private static List<String> steps(LanguageTag from, LanguageTag to) {
        return from.sameLanguage(ENGLISH) || to.sameLanguage(ENGLISH)
                ? List.of(from.language() + "-" + to.language())
                : List.of(from.language() + "-en", "en-" + to.language());
    }

    private void look(Marian marian, String way, List<String> steps, Fitness floor) throws ModelsException {
        Set<String> there =
                marian.installed().stream().map(MissingModels::languages).collect(Collectors.toSet());
        List<String> missing =
                steps.stream().filter(step -> !there.contains(step)).toList();
        Fitness fitness = steps.size() == 1 ? FirefoxTranslations.fitness(steps.getFirst()) : Fitness.GIST;
        if (missing.isEmpty()) {
            return;
        }
        if (fitness.compareTo(floor) < 0) {
            tell.accept(
                    way + ": no engine here is good enough for this edition, and neural models ("
                            + String.join(", ", steps)
                            + ") would give the gist only, as far as anybody has measured. An edition with \"floor: gist\" takes it.");
            return;
        }
        try {
            offer(marian, way, missing, found(marian.catalogue(), missing));
        } catch (ModelsException e) {
            lookAgainLater(way);
            tell.accept(way + ": no engine here is good enough for this edition. Its neural models ("
                    + String.join(", ", missing) + ") could not be had: " + e.getMessage() + " " + byHand(missing));
        }
    }

    private static String languages(InstalledModel model) {
        return languages(model.key());
    }

    /** Without scripts and regions, such as {@code zh-en} for {@code zh-Hans-en}. */
    private static String languages(ModelKey key) {
        return new LanguageTag(key.from()).language() + "-" + new LanguageTag(key.to()).language();
    }

    private static List<CatalogueModel> found(List<CatalogueModel> catalogue, List<String> missing) {
        List<CatalogueModel> found = new ArrayList<>();
        for (String pair : missing) {
            catalogue.stream()
                    .filter(model -> languages(model.key()).equals(pair))
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    private void offer(Marian marian, String way, List<String> missing, List<CatalogueModel> found)
            throws ModelsException {
        if (found.size() < missing.size()) {
            tell.accept(
                    way + ": no engine here is good enough for this edition, and the catalogue has no neural model for "
                            + String.join(" and ", missing) + ".");
        } else if (fetch) {
            for (CatalogueModel model : found) {
                tell.accept(way + ": fetching the neural model " + model.key() + ", " + size(model) + ".");
                InstalledModel done = marian.install(model, bytes -> {});
                tell.accept("Installed " + done.key() + ", " + done.architecture() + " " + done.version() + ". "
                        + done.licence() + ".");
            }
            installed.run();
        } else {
            tell.accept(
                    way
                            + ": no engine here is good enough for this edition. A neural model is: ./polywire models install "
                            + found.stream()
                                    .map(model -> model.key().toString())
                                    .collect(Collectors.joining(" ")) + " ("
                            + found.stream().map(MissingModels::size).collect(Collectors.joining(" and "))
                            + "), then start anew. With \"translation: {fetch-models: true}\" Polywire fetches such models by itself.");
        }
    }

    private static String size(CatalogueModel model) {
        return String.format(Locale.ROOT, "%.1f MB", model.packedSize() / MEGABYTE);
    }

    private String byHand(List<String> missing) {
        return "On a machine with a network run ./polywire models install " + String.join(" ", missing)
                + ", then copy from its folder of models "
                + missing.stream().collect(Collectors.joining(" and ")) + " into " + config.folder()
                + " here, and start anew.";
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            boolean unused = thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
