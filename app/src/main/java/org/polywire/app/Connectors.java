package org.polywire.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polywire.app.ConnectorConfig.Begin;
import org.polywire.app.ConnectorConfig.SecretPlace;
import org.polywire.app.ConnectorConfig.Target;
import org.polywire.app.ConnectorConfig.WebhookConfig;
import org.polywire.app.ConnectorConfig.WordPressConfig;
import org.polywire.connect.Connector;
import org.polywire.connect.Secret;
import org.polywire.connect.Webhook;
import org.polywire.connect.WordPress;
import org.polywire.connect.WordPress.Image;
import org.polywire.gather.Courier;
import org.polywire.gather.Fetch.Fetched;
import org.polywire.gather.Gatherer;
import org.polywire.gather.Purpose;
import org.polywire.gather.Validators;
import org.polywire.model.Bytes;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Api;
import org.polywire.publish.Parcels;

/** Makes the connectors that the configuration names. */
final class Connectors {
    private final Api api;
    private final Parcels parcels;
    private final Courier courier;
    private final Gatherer gatherer;
    private final InstantSource clock;

    Connectors(Api api, Parcels parcels, Courier courier, Gatherer gatherer, InstantSource clock) {
        this.api = api;
        this.parcels = parcels;
        this.courier = courier;
        this.gatherer = gatherer;
        this.clock = clock;
    }

    /**
     * @throws CannotGoOn if a secret cannot be read
     */
    List<Connector> make(ConnectorConfig config) {
        List<Connector> made = new ArrayList<>();
        config.wordPress().forEach(one -> made.add(wordPress(one)));
        config.webhooks().forEach(one -> made.add(webhook(one)));
        return List.copyOf(made);
    }

    /** The names of those that begin with the log's first entry. */
    static Set<String> anew(ConnectorConfig config) {
        return Stream.concat(
                        config.wordPress().stream().map(WordPressConfig::target),
                        config.webhooks().stream().map(WebhookConfig::target))
                .filter(target -> target.begin() == Begin.FIRST)
                .map(Target::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Connector wordPress(WordPressConfig config) {
        Target target = config.target();
        return new WordPress(
                target.name(),
                target.address(),
                config.user(),
                secret(target),
                editions(target),
                new WordPress.Options(config.pictures(), config.sections()),
                parcels,
                courier,
                this::image,
                clock);
    }

    private Connector webhook(WebhookConfig config) {
        Target target = config.target();
        return new Webhook(target.name(), target.address(), secret(target), editions(target), api, courier, clock);
    }

    private static Set<LanguageTag> editions(Target target) {
        return Set.copyOf(target.editions());
    }

    private static Secret secret(Target target) {
        SecretPlace place = target.secret();
        String value = place.file() == null ? System.getenv(place.variable()) : read(target, place);
        if (value == null || value.isBlank()) {
            String where = place.file() == null ? "variable " + place.variable() : "file " + place.file();
            throw new CannotGoOn(
                    Exit.CONFIGURATION,
                    "The secret of the connector \"" + target.name() + "\" is missing: the " + where
                            + " is not there or empty.");
        }
        return new Secret(value.strip());
    }

    private static String read(Target target, SecretPlace place) {
        try {
            return place.file() == null ? "" : Files.readString(place.file());
        } catch (IOException e) {
            throw new CannotGoOn(
                    Exit.CONFIGURATION,
                    "The secret of the connector \"" + target.name() + "\" cannot be read: " + place.file()
                            + ". Make the file, readable for the user that runs Polywire.");
        }
    }

    /** A picture from its source, as politely and as guardedly as a page. */
    private Optional<Image> image(URI address) {
        return gatherer.fetch(new org.polywire.gather.Request(address, Validators.NONE, Purpose.PAGE))
                        instanceof Fetched fetched
                ? kind(fetched.capture().body())
                        .map(type -> new Image(type, fetched.capture().body()))
                : Optional.empty();
    }

    /** What the first bytes say; what the server says does not count. */
    private static Optional<String> kind(Bytes content) {
        byte[] bytes = content.toArray();
        if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of("image/jpeg");
        }
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G')) {
            return Optional.of("image/png");
        }
        if (starts(bytes, 0, 'G', 'I', 'F', '8')) {
            return Optional.of("image/gif");
        }
        return starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')
                ? Optional.of("image/webp")
                : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int at, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= bytes.length || (bytes[at + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
