package org.polywire.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inlines;

/** Pieces of inline content by the characters of its text, cut only where no markup is open. */
final class Slices {
    private Slices() {}

    /** The content of a range of characters; nothing, if one of its ends lies inside an element. */
    static Optional<List<Inline>> of(List<Inline> content, int start, int end) {
        List<Inline> piece = new ArrayList<>();
        int at = 0;
        for (Inline inline : content) {
            int length = Inlines.text(List.of(inline)).length();
            int from = Math.max(start, at) - at;
            int to = Math.min(end, at + length) - at;
            if (from < to) {
                if (to - from == length) {
                    piece.add(inline);
                } else if (inline instanceof Text(String value)) {
                    piece.add(new Text(value.substring(from, to)));
                } else {
                    return Optional.empty();
                }
            }
            at += length;
        }
        return Optional.of(Inlines.canonical(piece));
    }
}
