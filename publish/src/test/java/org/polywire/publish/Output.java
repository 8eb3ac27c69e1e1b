package org.polywire.publish;

import java.nio.charset.StandardCharsets;

/** Something that leaves the publication, whole. */
record Output(Form form, String body) {
    enum Form {
        HTML,
        XML,
        JSON,
        TEXT
    }

    static Output of(Page page) {
        return new Output(form(page.contentType()), new String(page.body().toArray(), StandardCharsets.UTF_8));
    }

    private static Form form(String type) {
        if (type.startsWith("text/html")) {
            return Form.HTML;
        }
        if (type.startsWith("text/plain")) {
            return Form.TEXT;
        }
        return type.contains("json") ? Form.JSON : Form.XML;
    }
}
