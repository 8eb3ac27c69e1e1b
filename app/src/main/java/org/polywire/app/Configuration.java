package org.polywire.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.polywire.model.Edition;
import org.polywire.model.Grant;
import org.polywire.model.SourceId;
import org.polywire.publish.PicturePolicy;
import org.polywire.publish.PicturePolicy.Use;

/**
 * What the operator's file {@code polywire.yaml} says, checked. {@link ConfigurationReader} makes it; app/README.md describes
 * every key.
 *
 * @param title of the publication
 * @param address under which readers reach the site; a host without a path
 * @param bind the name or number of the network interface that the web server listens on
 * @param port of the web server
 * @param data the folder that holds everything that must survive a restart
 * @param operator who answers for the publication; named on every page
 * @param contact a mail or web address where the operator is reached; told to readers and to the sources' servers
 * @param pictures what is done with the pictures of sources that have no rule of their own
 * @param editions at least one, no two in one language
 * @param sources what is followed from the start; may be empty
 * @param connectors the other systems that the publication is carried to
 */
record Configuration(
        String title,
        URI address,
        String bind,
        int port,
        Path data,
        String operator,
        String contact,
        Use pictures,
        List<Edition> editions,
        List<Followed> sources,
        ConnectorConfig connectors,
        Network network,
        TranslationSettings translation,
        CheckSettings checks) {

    static final int DEFAULT_PORT = 8080;
    static final String DEFAULT_BIND = "localhost";

    Configuration {
        editions = List.copyOf(editions);
        sources = List.copyOf(sources);
    }

    /** With what is installed on this machine as the only engines, without connectors, and with the policy that comes with the program. */
    Configuration(
            String title,
            URI address,
            String bind,
            int port,
            Path data,
            String operator,
            String contact,
            List<Edition> editions,
            List<Followed> sources,
            Network network) {
        this(
                title,
                address,
                bind,
                port,
                data,
                operator,
                contact,
                Use.PROXY,
                editions,
                sources,
                ConnectorConfig.NONE,
                network,
                TranslationSettings.DEFAULT,
                CheckSettings.DEFAULT);
    }

    /**
     * A source as the operator names it.
     *
     * @param id empty to make one of the address
     * @param address of the feed or of any page of the site
     * @param feed where the operator knows better than the site which feed to follow
     * @param name as credited to readers; empty to take the feed's own
     * @param indexed whether search engines may list its articles on our site; then it has an id
     * @param pictures what is done with its pictures, where that is not what is done with all; then it has an id
     */
    record Followed(
            String id,
            URI address,
            @Nullable URI feed,
            String name,
            Grant grant,
            boolean indexed,
            @Nullable Use pictures) {}

    /** What is done with the pictures of all sources. */
    PicturePolicy picturePolicy() {
        Map<SourceId, Use> exceptions = new HashMap<>();
        for (Followed source : sources) {
            if (source.pictures() != null) {
                exceptions.put(new SourceId(source.id()), source.pictures());
            }
        }
        return new PicturePolicy(pictures, exceptions);
    }

    /**
     * How the sources' servers are treated.
     *
     * @param allowHosts names of hosts that may be fetched from although they are in a private network
     * @param delay between two requests to one host, unless its robots.txt asks for more
     * @param stopAfter how long an orderly stop may take
     */
    record Network(List<String> allowHosts, Duration delay, Duration stopAfter) {
        static final Network DEFAULT = new Network(List.of(), Duration.ofSeconds(1), Duration.ofSeconds(10));

        Network {
            allowHosts = List.copyOf(allowHosts);
        }
    }
}
