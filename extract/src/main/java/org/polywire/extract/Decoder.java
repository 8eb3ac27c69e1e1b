package org.polywire.extract;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns the bytes of a page into text, whatever it declares.
 *
 * <p>Order: byte order mark; text that is valid UTF-8; the charset of the HTTP header; that of a {@code meta} in the first 4
 * KiB; a guess from the bytes; windows-1252. Labels are read as browsers read them (WHATWG Encoding Standard, section 4.2).
 */
final class Decoder {
    /** What stands for bytes that cannot be read; a text may also hold it. */
    private static final char REPLACEMENT = '\ufffd';

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int HEAD = 4096;
    private static final int SAMPLE = 65_536;
    private static final int SURE = 30;
    private static final Pattern META =
            Pattern.compile("<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER =
            Pattern.compile("charset\\s*=\\s*[\"']?([\\w:.-]+)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("utf8", "UTF-8"));

    private Decoder() {}

    /**
     * @param contentType the HTTP field, empty if absent
     */
    static String decode(byte[] bytes, String contentType) {
        Optional<String> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        Optional<Charset> declared = declared(bytes, contentType);
        Optional<Charset> stateful = stateful(bytes, declared);
        if (stateful.isPresent()) {
            return new String(bytes, stateful.get());
        }
        return strict(bytes, StandardCharsets.UTF_8).orElseGet(() -> legacy(bytes, declared));
    }

    /** Whether bytes are read as UTF-8 if they are well formed as such, see {@link #utf8}. */
    static boolean mayBeUtf8(byte[] bytes, String contentType) {
        return byMark(bytes).isEmpty()
                && stateful(bytes, declared(bytes, contentType)).isEmpty();
    }

    /** Reads UTF-8, and fails at the first byte that is malformed. */
    static Reader utf8(InputStream bytes) {
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(bytes, strict);
    }

    private static Optional<Charset> declared(byte[] bytes, String contentType) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        return declared(PARAMETER, contentType).or(() -> declared(META, head));
    }

    private static Optional<Charset> stateful(byte[] bytes, Optional<Charset> declared) {
        return declared.filter(Decoder::looksLikeAscii).or(() -> wide(bytes));
    }

    private static Optional<String> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> declared(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? named(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> named(String label) {
        String known = LABELS.getOrDefault(label.toLowerCase(Locale.ROOT), label);
        try {
            return Optional.of(Charset.forName(known));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Encodings whose bytes are all ASCII, and so would pass as UTF-8. */
    private static boolean looksLikeAscii(Charset charset) {
        return charset.name().startsWith("ISO-2022");
    }

    /** UTF-16 without a mark: every other byte of its Latin letters is zero. */
    private static Optional<Charset> wide(byte[] bytes) {
        int length = Math.min(HEAD, bytes.length);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            if (bytes[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        if (even + odd < length / 5 || length < 4) {
            return Optional.empty();
        }
        return Optional.of(even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        String quick = new String(bytes, charset);
        if (quick.indexOf(REPLACEMENT) < 0) {
            return Optional.of(quick);
        }
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String legacy(byte[] bytes, Optional<Charset> declared) {
        boolean utf8 = declared.filter(StandardCharsets.UTF_8::equals).isPresent();
        if (utf8 || declared.isEmpty()) {
            String mended = mended(bytes);
            return mended.isEmpty() ? new String(bytes, guess(bytes)) : mended;
        }
        return new String(bytes, declared.get());
    }

    private static Charset guess(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        detector.setText(Arrays.copyOf(bytes, Math.min(SAMPLE, bytes.length)));
        CharsetMatch match = detector.detect();
        return match == null || match.getConfidence() < SURE
                ? WINDOWS_1252
                : named(match.getName()).orElse(WINDOWS_1252);
    }

    /** UTF-8 with a few stray bytes, each read as windows-1252; empty if more is stray than is well formed. */
    private static String mended(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        int stray = 0;
        while (true) {
            var result = decoder.decode(in, out, true);
            if (!result.isError()) {
                break;
            }
            for (int i = 0; i < result.length(); i++) {
                out.put(WINDOWS_1252
                        .decode(ByteBuffer.wrap(new byte[] {in.get()}))
                        .get());
                stray++;
            }
            decoder.reset();
        }
        String text = out.flip().toString();
        long foreign = text.chars().filter(c -> c > 0x7f).count();
        return stray * 2L > foreign ? "" : text;
    }
}
