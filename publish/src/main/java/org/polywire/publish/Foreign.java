package org.polywire.publish;

import java.util.regex.Pattern;
import org.polywire.model.Route.Machine;

/**
 * An article's text for systems that clean what they are given. WordPress (6.1, {@code kses.php}) keeps {@code lang}, {@code dir},
 * {@code class} and {@code data-*}, but has no {@code bdi} and no {@code time} for authors; both become {@code span}.
 */
final class Foreign {
    private static final Pattern OPEN_BDI = Pattern.compile("<bdi(?=[ >])");
    private static final Pattern OWN_DIRECTION = Pattern.compile("<span data-bdi((?:(?! dir=)[^>])*)>");
    private static final Pattern TIME = Pattern.compile("<time datetime=\"([^\"]*)\">");

    private Foreign() {}

    /** The notice and the body in one element that carries the machine mark. */
    static String markup(Notice notice) {
        Copy copy = notice.copy();
        return "<div" + Html.in(copy.language()) + " class=\"polywire\"" + marks(copy) + ">\n"
                + plainer(Body.under(notice).markup()) + "\n</div>";
    }

    /** What the page's JSON-LD says, as far as attributes can: scripts do not survive. */
    static String marks(Copy copy) {
        StringBuilder marks = new StringBuilder();
        if (copy.translation().route() instanceof Machine) {
            attribute(marks, "translated-from", copy.translation().from().value());
            attribute(marks, "translated-at", copy.translation().at().toString());
            attribute(marks, "human-reviewed", "false");
        }
        SourceType.of(copy.translation().route())
                .ifPresent(type ->
                        attribute(marks, "digital-source-type", type.inIptc().toString()));
        Target.ofPage(copy.article().address()).ifPresent(original -> attribute(marks, "original", original));
        return marks.toString();
    }

    private static void attribute(StringBuilder marks, String name, String value) {
        marks.append(" data-")
                .append(name)
                .append("=\"")
                .append(Html.escape(value))
                .append('"');
    }

    /** {@code bdi} isolates by itself; a {@code span} does so where it has a direction. */
    private static String plainer(String html) {
        String spans = OPEN_BDI.matcher(html).replaceAll("<span data-bdi").replace("</bdi>", "</span>");
        String directed =
                OWN_DIRECTION.matcher(spans).replaceAll("<span dir=\"auto\"$1>").replace("<span data-bdi", "<span");
        return TIME.matcher(directed).replaceAll("<span data-datetime=\"$1\">").replace("</time>", "</span>");
    }
}
