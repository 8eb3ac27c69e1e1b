package org.polywire.app;

import java.util.List;
import org.polywire.translate.RoutingPolicy;
import org.polywire.translate.WebEngineConfig;

/**
 * How texts are translated: the policy, and the services on the web that may be used beside what is installed.
 *
 * @param services may be none; then no text leaves this machine
 */
record TranslationSettings(RoutingPolicy policy, List<WebEngineConfig> services) {
    static final TranslationSettings DEFAULT = new TranslationSettings(RoutingPolicy.defaults(), List.of());

    TranslationSettings {
        services = List.copyOf(services);
    }
}
