package org.polywire.publish;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The rule for where a page of ours may lead: http, https and, for links that are followed by hand, mailto. */
final class Target {
    private Target() {}

    /** The address as text for a link, or empty where it must not become one ({@code javascript:}, {@code data:} and all others). */
    static Optional<String> ofLink(URI address) {
        return scheme(address).equals("mailto") ? Optional.of(address.toASCIIString()) : ofPage(address);
    }

    /** The same for what a browser loads or a machine reads: pages, pictures, licences. */
    static Optional<String> ofPage(URI address) {
        boolean web = scheme(address).equals("http") || scheme(address).equals("https");
        return web && address.getRawAuthority() != null ? Optional.of(address.toASCIIString()) : Optional.empty();
    }

    /** The same for an address that may not be well formed, such as a licence's. */
    static Optional<String> ofPage(String address) {
        try {
            return ofPage(URI.create(address.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }
}
