package org.polywire.check;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Finding;
import org.polywire.model.FindingCode;

/** Characters that were decoded wrongly: U+FFFD, controls, and UTF-8 read as windows-1252. */
final class Encoding implements UnitCheck {
    /** What windows-1252 shows for the bytes 80 to BF, the second half of a two-byte sequence. */
    private static final String CONTINUATION = "[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

    private static final Pattern BROKEN =
            Pattern.compile("\\uFFFD|ï¿½|ï»¿|[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]"
                    + "|â€" + CONTINUATION + "?|ðŸ" + CONTINUATION + "?|[ÂÃ](?! )" + CONTINUATION
                    + "|(?:[ÐÑØÙ]" + CONTINUATION + "){2}");

    /** What one of them begins with, beside controls. */
    private static final String FIRST = "\uFFFDïâðÂÃÐÑØÙ";

    @Override
    public Stream<Finding> review(UnitPair unit) {
        return mayBeBroken(unit.target()) ? broken(unit) : Stream.empty();
    }

    private static boolean mayBeBroken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (Character.isISOControl(sign) || (sign > '\u007F' && FIRST.indexOf(sign) >= 0)) {
                return true;
            }
        }
        return false;
    }

    private static Stream<Finding> broken(UnitPair unit) {
        String text = unit.target();
        return BROKEN.matcher(text)
                .results()
                .limit(3)
                .map(found -> unit.hold(FindingCode.BROKEN_ENCODING, around(text, found)));
    }

    private static String around(String text, MatchResult found) {
        return text.substring(Math.max(0, found.start() - 12), Math.min(text.length(), found.end() + 12));
    }
}
