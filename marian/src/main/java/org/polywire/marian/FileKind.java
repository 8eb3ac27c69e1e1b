package org.polywire.marian;

import java.util.Optional;

/** What a file of a model is, by the names of Remote Settings ({@code fileType}). */
enum FileKind {
    MODEL("model"),
    SHORTLIST("lex"),
    VOCABULARY("vocab"),
    SOURCE_VOCABULARY("srcvocab"),
    TARGET_VOCABULARY("trgvocab");

    private final String name;

    FileKind(String name) {
        this.name = name;
    }

    /** Empty for kinds that we do not need, such as a quality model. */
    static Optional<FileKind> parse(String name) {
        for (FileKind kind : values()) {
            if (kind.name.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The kind of a file by the name that publishers give it, such as {@code lex.50.50.enes.s2t.bin}. */
    static Optional<FileKind> ofFile(String file) {
        int dot = file.indexOf('.');
        return dot < 0 ? Optional.empty() : parse(file.substring(0, dot));
    }

    @Override
    public String toString() {
        return name;
    }
}
