package org.polywire.translate;

import java.net.URI;

/** What an inline element of an article is, without its content. */
sealed interface Mark {
    record Emphasised() implements Mark {}

    record Strengthened() implements Mark {}

    record Linked(URI target) implements Mark {}

    record Untranslated() implements Mark {}

    record Break() implements Mark {}
}
