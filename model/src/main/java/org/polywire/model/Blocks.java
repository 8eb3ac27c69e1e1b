package org.polywire.model;

import java.util.List;
import org.polywire.model.Block.Divider;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Note;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;

/** What holds for every list of {@link Block}s. */
final class Blocks {
    private Blocks() {}

    static void requireShallow(List<Block> content) {
        if (depth(content) >= Block.MAX_DEPTH) {
            throw new IllegalArgumentException("blocks deeper than " + Block.MAX_DEPTH);
        }
    }

    private static int depth(List<Block> content) {
        return content.stream().mapToInt(Blocks::depth).max().orElse(0);
    }

    private static int depth(Block block) {
        return switch (block) {
            case Quote(List<Block> content) -> 1 + depth(content);
            case Listing(boolean ordered, List<List<Block>> items) ->
                1 + items.stream().mapToInt(Blocks::depth).max().orElse(0);
            case Paragraph paragraph -> 0;
            case Heading heading -> 0;
            case Figure figure -> 0;
            case Table table -> 0;
            case Embed embed -> 0;
            case Divider divider -> 0;
            case Note note -> 0;
        };
    }
}
