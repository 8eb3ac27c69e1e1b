package org.polywire.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of text, or markup around runs of text, inside a {@link Block}.
 *
 * <p>There is no raw-HTML inline: what the type cannot hold cannot be published. Containers hold their content in canonical
 * form ({@link Inlines#canonical}).
 */
public sealed interface Inline {

    /** Literal text; never empty, never markup. */
    record Text(String value) implements Inline {
        public Text {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("empty text");
            }
        }
    }

    record Emphasis(List<Inline> content) implements Inline {
        public Emphasis {
            content = Inlines.container(content);
        }
    }

    record Strong(List<Inline> content) implements Inline {
        public Strong {
            content = Inlines.container(content);
        }
    }

    /** A hyperlink; the target is absolute, and a link inside it is only its words. */
    record Link(URI target, List<Inline> content) implements Inline {
        public Link {
            Absolute.require(target);
            content = Inlines.container(Inlines.withoutLinks(content));
        }
    }

    /** Text that is never translated: code, a handle, a formula; never empty. */
    record Verbatim(String value) implements Inline {
        public Verbatim {
            if (value.isEmpty()) {
                throw new IllegalArgumentException("empty verbatim text");
            }
        }
    }

    record LineBreak() implements Inline {}

    /** Words of the original in their own language, where no translation of them could be shown; readers are told so. */
    record Quoted(LanguageTag language, List<Inline> content) implements Inline {
        public Quoted {
            content = Inlines.container(content);
            if (content.stream().anyMatch(Quoted.class::isInstance)) {
                throw new IllegalArgumentException("a quotation of a quotation");
            }
        }

        /** What stands for it where nothing but text can be: its words between brackets, after the name of their language. */
        public List<Inline> spelt() {
            List<Inline> spelt = new ArrayList<>(List.of(new Text("[" + language + ": ")));
            spelt.addAll(content);
            spelt.add(new Text("]"));
            return Inlines.canonical(spelt);
        }
    }
}
