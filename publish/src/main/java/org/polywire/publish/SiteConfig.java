package org.polywire.publish;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.polywire.model.Edition;

/**
 * What the operator decides about the publication as a whole.
 *
 * @param title the name of the publication
 * @param address where it is served: http or https, a host and no path, such as {@code https://wire.example/}
 * @param operator the person or organisation that answers for it
 * @param contact where readers report errors: a mail address or an http(s) address
 * @param editions in the order in which they are offered; never empty
 * @param pictures what is done with the pictures of articles
 */
public record SiteConfig(
        String title, URI address, String operator, String contact, List<Edition> editions, PicturePolicy pictures) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /**
     * @throws IllegalArgumentException if a value cannot work, saying which and why
     */
    public SiteConfig {
        require(!title.isBlank(), "the publication has no title");
        require(!operator.isBlank(), "the publication names no operator");
        require(isRoot(address), "the address must be http(s)://HOST/ without a path, not: " + address);
        require(!editions.isEmpty(), "the publication has no edition");
        require(
                editions.stream().map(Edition::path).distinct().count() == editions.size(),
                "two editions have the same language");
        address = address.resolve("/");
        editions = List.copyOf(editions);
        contactLink(contact);
    }

    /** The same with pictures served by the publication itself. */
    public SiteConfig(String title, URI address, String operator, String contact, List<Edition> editions) {
        this(title, address, operator, contact, editions, PicturePolicy.PROXY);
    }

    /** Where readers report errors, as a link. */
    URI contactLink() {
        return contactLink(contact);
    }

    private static URI contactLink(String contact) {
        boolean mail = contact.matches("[^\\s:/?#@]+@[^\\s:/?#@]+");
        URI link = URI.create(mail ? "mailto:" + contact : contact);
        require(
                mail || Target.ofPage(link).isPresent(),
                "the contact must be a mail address or an http(s) address, not: " + contact);
        return link;
    }

    private static boolean isRoot(URI address) {
        return SCHEMES.contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && Set.of("", "/").contains(address.getRawPath());
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException(complaint);
        }
    }
}
