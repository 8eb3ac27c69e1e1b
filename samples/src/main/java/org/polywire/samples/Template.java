package org.polywire.samples;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with gaps. {@code {{name}}} is filled escaped for HTML or XML, {@code {{{name}}}} as it is, {@code {{"name"}}} as
 * a JSON string; {@code {{#name}}…{{/name}}} stands once per row, or if the word is not empty; {@code {{^name}}…{{/name}}}
 * stands if it is.
 */
final class Template {
    private static final Pattern GAP = Pattern.compile(
            "\\{\\{([#^])(\\w+)\\}\\}(.*?)\\{\\{/\\2\\}\\}|\\{\\{\\{(\\w+)\\}\\}\\}|\\{\\{\"(\\w+)\"\\}\\}|\\{\\{(\\w+)\\}\\}",
            Pattern.DOTALL);

    private final String text;

    Template(String text) {
        this.text = text;
    }

    String fill(Values values) {
        return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(fill(gap, values)));
    }

    private static String fill(MatchResult gap, Values values) {
        if (gap.group(1) != null) {
            return section(gap.group(1), new Template(gap.group(3)), gap.group(2), values);
        }
        if (gap.group(4) != null) {
            return values.word(gap.group(4));
        }
        return gap.group(5) != null ? json(values.word(gap.group(5))) : escaped(values.word(gap.group(6)));
    }

    private static String section(String sign, Template inside, String name, Values values) {
        boolean empty = values.isEmpty(name);
        if (sign.equals("^")) {
            return empty ? inside.fill(values) : "";
        }
        StringBuilder filled = new StringBuilder();
        values.rows(name).forEach(row -> filled.append(inside.fill(row)));
        return filled.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A JSON string that may stand inside a script element. */
    private static String json(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("</", "<\\/")
                + '"';
    }
}
