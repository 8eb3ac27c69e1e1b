package org.polywire.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the addresses of a page absolute, valid, of ASCII alone and free of what only counts readers. */
final class Addresses {
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "wbraid",
            "gbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "mkt_tok",
            "srsltid",
            "vero_id",
            "oly_enc_id",
            "oly_anon_id",
            "xtor",
            "cmpid",
            "ref_src",
            "ref_url",
            "s_cid",
            "ito",
            "icid",
            "wt_mc",
            "_ga",
            "__twitter_impression");
    private static final Pattern ALIAS = Pattern.compile("^(?:www\\d?|m|mobile|amp)\\.");
    private static final int LONGEST = 2048;

    /** Of each ASCII character whether it stays as it is wherever it stands in an address. */
    private static final boolean[] PLAIN = plain();

    private Addresses() {}

    private static boolean[] plain() {
        boolean[] plain = new boolean[0x80];
        for (char c = '!'; c < plain.length; c++) {
            plain[c] = "\"<>\\^`{|}%#[]".indexOf(c) < 0;
        }
        return plain;
    }

    /** An http(s) address as an absolute URI; empty if it is none, or longer than 2,048 characters. */
    static Optional<URI> web(URI base, String reference) {
        return resolve(base, reference).filter(Addresses::isWeb).map(Addresses::clean);
    }

    /** Where a link of the text leads: the web, or a mail address; not a script, and not a place on the page itself. */
    static Optional<URI> link(URI base, String reference) {
        if (reference.startsWith("#")) {
            return Optional.empty();
        }
        return resolve(base, reference)
                .filter(uri -> isWeb(uri) || "mailto".equals(uri.getScheme()))
                .map(Addresses::clean);
    }

    private static Optional<URI> resolve(URI base, String reference) {
        String trimmed = reference.strip();
        if (trimmed.isEmpty() || trimmed.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(escaped(trimmed));
            String lone = uri.getRawPath();
            URI whole = lone != null && lone.isEmpty() && uri.getScheme() == null && uri.getRawQuery() != null
                    ? new URI(base.getScheme() + "://" + base.getRawAuthority() + base.getRawPath() + uri)
                    : base.resolve(uri);
            URI normal = whole.normalize();
            String address = normal.toASCIIString();
            boolean parsed = normal == uri && address.equals(uri.toString());
            return Optional.of(parsed ? uri : URI.create(address));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What browsers accept and RFC 3986 does not: spaces, quotes, braces, lone percent signs, a second number sign. */
    private static String escaped(String reference) {
        if (isPlain(reference)) {
            return reference;
        }
        StringBuilder escaped = new StringBuilder();
        boolean fragment = false;
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            boolean bad = c <= ' '
                    || "\"<>\\^`{|}".indexOf(c) >= 0
                    || c == '%' && !isEscape(reference, i)
                    || c == '#' && fragment
                    || c == '['
                    || c == ']';
            fragment |= c == '#';
            if (c == '\n' || c == '\r' || c == '\t') {
                continue;
            }
            escaped.append(bad ? String.format(Locale.ROOT, "%%%02X", (int) c) : String.valueOf(c));
        }
        return escaped.toString();
    }

    /** Whether an address has only characters that stay as they are wherever they stand. */
    private static boolean isPlain(String reference) {
        for (int i = 0; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c < PLAIN.length && !PLAIN[c]) {
                return false;
            }
        }
        return true;
    }

    /** Whether an address has its whole path in it, letter by letter: nothing is resolved, mended or escaped. */
    static boolean showsPath(String reference) {
        boolean rooted = reference.startsWith("/");
        boolean whole = rooted || reference.startsWith("http://") || reference.startsWith("https://");
        return whole
                && !reference.contains("/.")
                && reference.lastIndexOf("//") <= (rooted ? 0 : "https:".length())
                && isPlain(reference)
                && reference.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static boolean isWeb(URI uri) {
        String scheme = uri.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }

    /** The same address without parameters that only track readers. */
    static URI clean(URI address) {
        String query = address.getRawQuery();
        if (query == null) {
            return address;
        }
        String kept = Arrays.stream(query.split("&"))
                .filter(parameter -> !isTracking(parameter))
                .collect(Collectors.joining("&"));
        if (kept.equals(query)) {
            return address;
        }
        String fragment = address.getRawFragment();
        String whole = address.toString();
        return URI.create(whole.substring(0, whole.indexOf('?'))
                + (kept.isEmpty() ? "" : "?" + kept)
                + (fragment == null ? "" : "#" + fragment));
    }

    private static boolean isTracking(String parameter) {
        String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
        return name.isEmpty() || name.startsWith("utm_") || TRACKING.contains(name);
    }

    /** Whether two addresses belong to one site: the same host, or one a part of the other. */
    static boolean sameSite(URI one, URI other) {
        String a = site(one);
        String b = site(other);
        return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
    }

    private static String site(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        return ALIAS.matcher(host).replaceFirst("");
    }

    static URI withoutFragment(URI address) {
        String whole = address.toString();
        int hash = whole.indexOf('#');
        return hash < 0 ? address : URI.create(whole.substring(0, hash));
    }
}
