package org.polywire.marian;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;

/**
 * Where models are kept and where they come from.
 *
 * @param folder holds the installed models; made when the first is installed
 * @param records the list of models, as Remote Settings gives it
 * @param attachments what the files' locations are relative to; ends in a slash
 * @param hosts that may be asked for anything, redirects included; a host with a port if it is not the usual one
 */
public record MarianConfig(Path folder, URI records, URI attachments, Set<String> hosts) {
    private static final String SETTINGS = "firefox.settings.services.mozilla.com";
    private static final String CDN = "firefox-settings-attachments.cdn.mozilla.net";

    public MarianConfig {
        hosts = Set.copyOf(hosts);
    }

    /** Mozilla's public catalogue. */
    public static MarianConfig of(Path folder) {
        return new MarianConfig(
                folder,
                URI.create("https://" + SETTINGS + "/v1/buckets/main/collections/translations-models-v2/records"),
                URI.create("https://" + CDN + "/"),
                Set.of(SETTINGS, CDN));
    }

    /**
     * A mirror: a place with {@code records.json} and the files at their locations under {@code attachments/}.
     *
     * @param mirror ends in a slash
     */
    public static MarianConfig mirror(Path folder, URI mirror) {
        return new MarianConfig(
                folder, mirror.resolve("records.json"), mirror.resolve("attachments/"), Set.of(mirror.getAuthority()));
    }
}
