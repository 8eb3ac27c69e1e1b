package org.polywire.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.translate.Glossary;
import org.polywire.translate.RoutingPolicy;
import org.polywire.translate.WebEngineConfig;

/**
 * How texts are translated: the policy, and the services on the web that may be used beside what is installed.
 *
 * @param services may be none; then no text leaves this machine
 * @param glossaryFiles where the glossary was read from
 * @param fetchModels whether neural models that are missing are fetched, rather than offered
 * @param modelMirror a copy of the catalogue of models that is asked in its place; null for the public one
 * @param localNumbers whether numbers and dates are written as an edition's readers write them
 */
record TranslationSettings(
        RoutingPolicy policy,
        List<WebEngineConfig> services,
        List<Path> glossaryFiles,
        Glossary glossary,
        boolean localNumbers,
        boolean fetchModels,
        @Nullable URI modelMirror) {
    static final TranslationSettings DEFAULT =
            new TranslationSettings(RoutingPolicy.defaults(), List.of(), List.of(), Glossary.NONE, false, false, null);

    TranslationSettings {
        services = List.copyOf(services);
        glossaryFiles = List.copyOf(glossaryFiles);
    }
}
