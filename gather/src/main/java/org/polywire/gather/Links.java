package org.polywire.gather;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * References as the web writes them, made into addresses: resolved as in RFC 3986, section 5.2, with what is not allowed there
 * (spaces, letters beyond ASCII, stray percent signs) encoded as browsers do. {@link URI#resolve} does neither.
 */
final class Links {
    /** RFC 3986, appendix B. */
    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(\\?[^#]*)?(#.*)?");

    private static final Pattern REMOVED = Pattern.compile("[\\t\\n\\r]");
    private static final Pattern HOST_AND_PORT = Pattern.compile("(.*?)(:\\d*)?");
    private static final String ALLOWED = "-._~:/?#[]@!$&'()*+,;=";
    private static final int LONGEST = 4096;

    private Links() {}

    /** An absolute http or https address in ASCII; empty if the text is none. */
    static Optional<URI> absolute(String text) {
        Matcher parts = parts(text);
        return parts.group(1) == null ? Optional.empty() : build(parts.group(1), parts.group(2), parts.group(3), parts);
    }

    /** Where a reference in a document at {@code base} leads; empty if that is no http or https address. */
    static Optional<URI> resolve(URI base, String reference) {
        Matcher parts = parts(reference);
        if (parts.group(1) != null) {
            return absolute(reference);
        }
        if (parts.group(2) != null) {
            return build(base.getScheme(), parts.group(2), parts.group(3), parts);
        }
        String path = parts.group(3);
        String basePath = base.getRawPath();
        if (path.isEmpty()) {
            String query = parts.group(4) == null && base.getRawQuery() != null ? "?" + base.getRawQuery() : "";
            return build(base.getScheme(), base.getRawAuthority(), basePath + query, parts);
        }
        String merged = path.startsWith("/")
                ? path
                : "/" + basePath.substring(basePath.isEmpty() ? 0 : 1, basePath.lastIndexOf('/') + 1) + path;
        return build(base.getScheme(), base.getRawAuthority(), merged, parts);
    }

    /** The address as it is asked for: what follows # stays with the reader (RFC 3986, section 3.5). */
    static URI withoutFragment(URI address) {
        String text = address.toString();
        int end = text.indexOf('#');
        return end < 0 ? address : URI.create(text.substring(0, end));
    }

    private static Matcher parts(String reference) {
        String cleaned = REMOVED.matcher(reference.strip()).replaceAll("");
        Matcher parts = PARTS.matcher(cleaned.length() > LONGEST ? "" : cleaned);
        if (!parts.matches()) {
            throw new IllegalStateException("the pattern matches every string without line breaks");
        }
        return parts;
    }

    private static Optional<URI> build(String scheme, @Nullable String authority, String path, Matcher rest) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        if (authority == null || authority.isEmpty() || !lower.equals("http") && !lower.equals("https")) {
            return Optional.empty();
        }
        try {
            URI address = new URI(lower + "://" + ascii(authority) + encode(withoutDots(path)) + encode(rest.group(4))
                    + encode(rest.group(5)));
            return address.getHost() == null ? Optional.empty() : Optional.of(address);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The authority with its host in the ASCII form of IDNA.
     *
     * @throws IllegalArgumentException if the host has none
     */
    private static String ascii(String authority) {
        Matcher parts = HOST_AND_PORT.matcher(authority);
        if (authority.contains("@") || authority.startsWith("[") || !parts.matches()) {
            return requireAscii(authority);
        }
        String port = parts.group(2) == null || parts.group(2).equals(":") ? "" : parts.group(2);
        return IDN.toASCII(parts.group(1), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT) + port;
    }

    private static String requireAscii(String authority) {
        if (authority.chars().anyMatch(c -> c >= 0x80)) {
            throw new IllegalArgumentException("no ASCII form");
        }
        return authority;
    }

    /** RFC 3986, section 5.2.4. */
    private static String withoutDots(String path) {
        if (!path.contains("/.")) {
            return path;
        }
        StringBuilder result = new StringBuilder(path.length());
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> result.append(last ? "/" : "");
                case ".." -> {
                    result.setLength(Math.max(0, result.lastIndexOf("/")));
                    result.append(last ? "/" : "");
                }
                default -> result.append('/').append(segments[i]);
            }
        }
        return result.toString();
    }

    private static String encode(@Nullable String part) {
        if (part == null) {
            return "";
        }
        StringBuilder encoded = new StringBuilder(part.length());
        part.codePoints().forEach(point -> encode(point, encoded));
        return strayPercents(encoded.toString());
    }

    private static void encode(int point, StringBuilder encoded) {
        if (point == '%' || point < 0x80 && (Character.isLetterOrDigit(point) || ALLOWED.indexOf(point) >= 0)) {
            encoded.appendCodePoint(point);
            return;
        }
        for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
            encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
        }
    }

    private static String strayPercents(String text) {
        return text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }
}
