package org.polywire.publish;

/** A feed being written; every text is escaped, and what XML forbids is left out when the page is made. */
final class Xml {
    private final StringBuilder out = new StringBuilder(16384).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /** @param attributes names and values in turn */
    Xml open(String element, String... attributes) {
        return tag(element, attributes, ">\n");
    }

    Xml close(String element) {
        out.append("</").append(element).append(">\n");
        return this;
    }

    Xml empty(String element, String... attributes) {
        return tag(element, attributes, "/>\n");
    }

    Xml text(String element, String text, String... attributes) {
        tag(element, attributes, ">");
        out.append(Html.escape(text));
        return close(element);
    }

    /** Finished markup, well-formed and with everything from outside escaped. */
    Xml markup(String markup) {
        out.append(markup);
        return this;
    }

    private Xml tag(String element, String[] attributes, String end) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(Html.escape(attributes[i + 1]))
                    .append('"');
        }
        out.append(end);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
