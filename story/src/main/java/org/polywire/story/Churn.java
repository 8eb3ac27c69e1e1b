package org.polywire.story;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Divider;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Note;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Picture;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Inline;
import org.polywire.model.Inlines;

/** What pages change without anybody having written: counts, dates, tags, the sizes and parameters of pictures. */
final class Churn {
    private static final Pattern FILE = Pattern.compile("\\.[A-Za-z0-9]{2,5}$");

    private Churn() {}

    /** The article without it, to be compared with another such; not to be shown. */
    static Article without(Article article) {
        return article.textOnly().withBody(blocks(article.body()));
    }

    private static List<Block> blocks(List<Block> blocks) {
        return blocks.stream().flatMap(Churn::block).toList();
    }

    private static Stream<Block> block(Block block) {
        return switch (block) {
            case Paragraph(List<Inline> content) ->
                Counters.isCount(Inlines.text(content)) ? Stream.empty() : Stream.of(block);
            case Heading heading -> Stream.of(heading);
            case Listing(boolean ordered, List<List<Block>> items) ->
                Stream.of(new Listing(ordered, items.stream().map(Churn::blocks).toList()));
            case Quote(List<Block> content) -> Stream.of(new Quote(blocks(content)));
            case Figure(Picture picture, List<Inline> caption, String credit) ->
                Stream.of(new Figure(picture(picture), caption, credit));
            case Table table -> Stream.of(table);
            case Embed embed -> Stream.of(embed);
            case Divider divider -> Stream.of(divider);
            case Note note -> Stream.of(note);
        };
    }

    private static Picture picture(Picture picture) {
        return new Picture(bare(picture.address()), 0, 0, picture.description());
    }

    /** Parameters of a file say how it is delivered; without a file's name they may be what tells one picture from another. */
    private static URI bare(URI address) {
        String place = address.toString().split("[?#]", 2)[0];
        return FILE.matcher(place).find() ? URI.create(place) : address;
    }
}
