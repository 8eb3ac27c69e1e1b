package org.polywire.translate;

import org.polywire.model.LanguageTag;

/**
 * What a glossary says of an expression.
 *
 * @param source the expression in the texts; empty for one that is forbidden whatever the text says
 * @param target how it must, or must not, be translated; for what is kept the same as the source
 * @param site the host whose articles it is meant for, with those below it; empty for all
 * @param where the file and line that say so
 */
public record Term(
        LanguageTag from, LanguageTag to, String source, String target, Kind kind, String site, String where) {

    /** What the glossary wants. */
    public enum Kind {
        /** The source is translated as the target. */
        PREFERRED,
        /** The target must not stand for the source; without a source, nowhere. */
        FORBIDDEN,
        /** The source stands in the translation as it is. */
        KEEP
    }

    static final int LONGEST = 200;

    /**
     * @throws IllegalArgumentException in plain words, if the kind lacks an expression, or one is too long
     */
    public Term {
        if (source.isBlank() && kind != Kind.FORBIDDEN || target.isBlank()) {
            throw new IllegalArgumentException("an expression is missing");
        }
        if (source.length() > LONGEST || target.length() > LONGEST) {
            throw new IllegalArgumentException("an expression has more than " + LONGEST + " characters");
        }
        if (from.sameLanguage(to)) {
            throw new IllegalArgumentException("both languages are " + from);
        }
    }

    /** What it says, wherever that stands. */
    Term unplaced() {
        return new Term(from, to, source, target, kind, site, "");
    }

    /** Whether it is meant for texts of this host that go from one language into another. */
    boolean isFor(LanguageTag source, LanguageTag target, String host) {
        boolean region = to.value().equals(to.language());
        return from.sameLanguage(source)
                && (to.equals(target) || region && to.sameLanguage(target))
                && (site.isEmpty() || host.equals(site) || host.endsWith("." + site));
    }
}
