package org.polywire.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.polywire.model.Block.Cell;
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
import org.polywire.model.Unit.Role;

/** The one walk over an article's text: every step that reads or changes it goes through here. */
final class Units {
    private final Function<Unit, List<Inline>> change;

    private Units(Function<Unit, List<Inline>> change) {
        this.change = change;
    }

    static List<Unit> of(Article article) {
        List<Unit> units = new ArrayList<>();
        map(article, article.language(), unit -> {
            units.add(unit);
            return unit.content();
        });
        return List.copyOf(units);
    }

    static Article map(Article article, LanguageTag language, Function<Unit, List<Inline>> change) {
        Units walk = new Units(change);
        String section = walk.text(Place.SECTION, Role.SECTION, article.section());
        String kicker = walk.text(Place.KICKER, Role.KICKER, article.kicker());
        String headline = walk.text(Place.HEADLINE, Role.HEADLINE, article.headline());
        List<Inline> standfirst = walk.inlines(Place.STANDFIRST, Role.STANDFIRST, article.standfirst());
        List<Block> body = walk.blocks(Place.BODY, article.body());
        return new Article(
                article.address(),
                article.outlet(),
                language,
                kicker,
                headline,
                standfirst,
                article.bylines(),
                article.dates(),
                section,
                article.tags(),
                article.licence(),
                article.access(),
                body);
    }

    private String text(Place place, Role role, String value) {
        return Inlines.text(inlines(place, role, Inlines.ofText(value)));
    }

    private List<Inline> inlines(Place place, Role role, List<Inline> content) {
        return Inlines.isBlank(content) ? content : change.apply(new Unit(place, role, content));
    }

    private List<Block> blocks(Place place, List<Block> blocks) {
        return IntStream.range(0, blocks.size())
                .mapToObj(i -> block(place.child(i), blocks.get(i)))
                .toList();
    }

    private Block block(Place place, Block block) {
        return switch (block) {
            case Paragraph(List<Inline> content) -> new Paragraph(inlines(place, Role.PARAGRAPH, content));
            case Heading(int level, List<Inline> content) -> new Heading(level, inlines(place, Role.HEADING, content));
            case Quote(List<Block> content) -> new Quote(blocks(place, content));
            case Listing(boolean ordered, List<List<Block>> items) -> new Listing(ordered, items(place, items));
            case Figure figure -> figure(place, figure);
            case Table(List<Inline> caption, List<List<Cell>> rows) ->
                new Table(inlines(place.child("caption"), Role.CAPTION, caption), rows(place, rows));
            case Embed embed -> embed;
            case Divider divider -> divider;
            case Note(Note.Kind kind, List<Inline> content) -> new Note(kind, inlines(place, Role.PARAGRAPH, content));
        };
    }

    private List<List<Block>> items(Place place, List<List<Block>> items) {
        return IntStream.range(0, items.size())
                .mapToObj(i -> blocks(place.child(i), items.get(i)))
                .toList();
    }

    private Figure figure(Place place, Figure figure) {
        Picture picture = figure.picture();
        String description = text(place.child("description"), Role.DESCRIPTION, picture.description());
        return new Figure(
                new Picture(picture.address(), picture.width(), picture.height(), description),
                inlines(place.child("caption"), Role.CAPTION, figure.caption()),
                figure.credit());
    }

    private List<List<Cell>> rows(Place place, List<List<Cell>> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> cells(place.child(i), rows.get(i)))
                .toList();
    }

    private List<Cell> cells(Place place, List<Cell> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> new Cell(
                        cells.get(i).header(),
                        inlines(place.child(i), Role.CELL, cells.get(i).content())))
                .toList();
    }
}
