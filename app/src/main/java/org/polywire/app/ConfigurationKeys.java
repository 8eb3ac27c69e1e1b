package org.polywire.app;

import java.util.List;

/** Every key that a configuration may have. A key inside another is written {@code outer.inner}. */
final class ConfigurationKeys {
    static final List<String> ALL = List.of(
            "title",
            "address",
            "bind",
            "port",
            "data",
            "operator",
            "contact",
            "pictures",
            "editions",
            "editions.language",
            "editions.title",
            "editions.floor",
            "editions.originals",
            "sources",
            "sources.id",
            "sources.address",
            "sources.feed",
            "sources.name",
            "sources.grant",
            "sources.index",
            "sources.pictures",
            "connectors",
            "connectors.wordpress",
            "connectors.wordpress.name",
            "connectors.wordpress.address",
            "connectors.wordpress.user",
            "connectors.wordpress.password-file",
            "connectors.wordpress.password-variable",
            "connectors.wordpress.editions",
            "connectors.wordpress.pictures",
            "connectors.wordpress.sections",
            "connectors.wordpress.begin",
            "connectors.webhooks",
            "connectors.webhooks.name",
            "connectors.webhooks.address",
            "connectors.webhooks.secret-file",
            "connectors.webhooks.secret-variable",
            "connectors.webhooks.editions",
            "connectors.webhooks.begin",
            "translation",
            "translation.prefer",
            "translation.through",
            "translation.escalate",
            "translation.glossary",
            "translation.local-numbers",
            "translation.fetch-models",
            "translation.model-mirror",
            "translation.services",
            "translation.services.name",
            "translation.services.kind",
            "translation.services.address",
            "translation.services.key",
            "translation.services.model",
            "translation.services.pairs",
            "translation.services.fitness",
            "translation.services.price",
            "translation.services.budget",
            "translation.services.per-minute",
            "translation.services.timeout",
            "translation.services.parallel",
            "translation.routes",
            "translation.routes.from",
            "translation.routes.to",
            "translation.routes.engines",
            "translation.routes.fitness",
            "checks",
            "checks.policy",
            "network",
            "network.allow-hosts",
            "network.delay",
            "network.stop-after");

    private ConfigurationKeys() {}

    /** The names of the keys directly inside a key; {@code ""} is the whole file. */
    static List<String> inside(String outer) {
        String prefix = outer.isEmpty() ? "" : outer + ".";
        return ALL.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .filter(name -> !name.contains("."))
                .toList();
    }
}
