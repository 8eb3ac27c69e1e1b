package org.polywire.gather;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Capture;

/**
 * The characters of a feed's bytes. What names the encoding, first to last: a byte order mark, the HTTP charset, the XML
 * declaration (RFC 7303, section 3.2), else UTF-8.
 *
 * <p>Servers and declarations lie. Letters beyond ASCII that are valid UTF-8 are that, whatever anybody says: text in another
 * encoding is so only by a rare accident. Otherwise the first encoding is taken that fits every byte.
 */
final class Decoding {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final Pattern HTTP_CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']+)");
    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");
    /** But for the five that windows-1252 has no letter for. */
    private static final Pattern CONTROL = Pattern.compile("[\\x80-\\x9F&&[^\\x81\\x8D\\x8F\\x90\\x9D]]");

    private static final char REPLACEMENT = '\uFFFD';

    private Decoding() {}

    static String text(Capture capture) {
        return text(
                capture.body().toArray(),
                capture.headers().first("content-type").orElse(""));
    }

    /** Of a file, which no server describes. */
    static String text(byte[] bytes) {
        return text(bytes, "");
    }

    private static String text(byte[] bytes, String contentType) {
        Optional<Charset> mark = byMark(bytes);
        String text = mark.map(charset -> new String(bytes, charset)).orElseGet(() -> withoutMark(contentType, bytes));
        return meant(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /**
     * A text with the letters that its C1 control characters stand for. Nobody writes these; they are bytes of windows-1252 that were
     * taken for characters (the same table as for numeric references in HTML Standard, section 13.2.5.80).
     */
    private static String meant(String text) {
        return CONTROL.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        new String(found.group().getBytes(StandardCharsets.ISO_8859_1), WINDOWS_1252)));
    }

    private static Optional<Charset> byMark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF) || starts(bytes, 0, 0, 0, '<')) {
            return Optional.of(UTF_32BE);
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0) || starts(bytes, '<', 0, 0, 0)) {
            return Optional.of(UTF_32LE);
        }
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0, '<')) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        boolean littleEndian = starts(bytes, 0xFF, 0xFE) || starts(bytes, '<', 0);
        return littleEndian ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMark(String contentType, byte[] bytes) {
        String utf8 = new String(bytes, StandardCharsets.UTF_8);
        if (utf8.indexOf(REPLACEMENT) < 0 && utf8.chars().anyMatch(c -> c >= 0x80)) {
            return utf8;
        }
        Optional<Charset> http = named(HTTP_CHARSET, contentType);
        return Stream.concat(http.stream(), declared(bytes).stream())
                .map(charset -> new String(bytes, charset))
                .filter(text -> text.indexOf(REPLACEMENT) < 0)
                .findFirst()
                .orElseGet(() -> mostlyGood(utf8) ? utf8 : new String(bytes, WINDOWS_1252));
    }

    /** What the XML declaration says; one that can be read as ASCII cannot be in UTF-16 or UTF-32. */
    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
        return named(DECLARED, head);
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
                return Optional.empty();
            }
            // As browsers do: who says ISO-8859-1 or ASCII means windows-1252.
            boolean meansWindows =
                    charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return Optional.of(meansWindows ? WINDOWS_1252 : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** A text cut off or damaged in places still has more good letters beyond ASCII than bad ones. */
    private static boolean mostlyGood(String text) {
        long bad = text.chars().filter(c -> c == REPLACEMENT).count();
        long good = text.chars().filter(c -> c >= 0x80 && c != REPLACEMENT).count();
        return bad == 0 || good >= bad;
    }
}
