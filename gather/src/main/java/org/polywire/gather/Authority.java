package org.polywire.gather;

import java.net.URI;
import java.util.Locale;

/**
 * Scheme, host and port: what a robots.txt speaks for, and what is asked one thing at a time.
 *
 * @param host in lower case, without the dot that may end it; IPv6 in brackets
 */
record Authority(String scheme, String host, int port) {

    /** Of an http or https address that has a host. */
    static Authority of(URI address) {
        String scheme = address.getScheme();
        String host = address.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        return new Authority(scheme, host, address.getPort() >= 0 ? address.getPort() : usualPort(scheme));
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    boolean onUsualPort() {
        return port == 80 || port == 443;
    }

    /** Scheme, host and port as one name. */
    @Override
    public String toString() {
        return scheme + "://" + host + ":" + port;
    }

    URI resolve(String path) {
        String explicit = port == usualPort(scheme) ? "" : ":" + port;
        return URI.create(scheme + "://" + host + explicit + path);
    }
}
