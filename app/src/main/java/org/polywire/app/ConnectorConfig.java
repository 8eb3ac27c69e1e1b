package org.polywire.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Parcel.Pictures;

/**
 * The other systems that the publication is carried to.
 *
 * @param wordPress sites whose posts follow the articles; {@code webhooks} addresses that are told of each entry of the log
 */
record ConnectorConfig(List<WordPressConfig> wordPress, List<WebhookConfig> webhooks) {
    static final ConnectorConfig NONE = new ConnectorConfig(List.of(), List.of());

    ConnectorConfig {
        wordPress = List.copyOf(wordPress);
        webhooks = List.copyOf(webhooks);
    }

    /** Where a connector that is new begins. */
    enum Begin {
        /** With the next entry of the log. */
        NOW,
        /** With the first. */
        FIRST
    }

    /**
     * What both kinds have.
     *
     * @param name unique among connectors
     * @param secret where its secret is; the configuration itself holds none
     * @param editions that it is told of; all if empty
     */
    record Target(String name, URI address, SecretPlace secret, List<LanguageTag> editions, Begin begin) {
        Target {
            editions = List.copyOf(editions);
        }
    }

    /** @param sections whether an article's section becomes its category */
    record WordPressConfig(Target target, String user, Pictures pictures, boolean sections) {}

    record WebhookConfig(Target target) {}

    /**
     * A file, or a variable of the environment; exactly one of them is given.
     *
     * @param variable empty if it is a file
     */
    record SecretPlace(@Nullable Path file, String variable) {}
}
