package org.polywire.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.polywire.model.Article;
import org.polywire.model.Block;
import org.polywire.model.Block.Cell;
import org.polywire.model.Block.Divider;
import org.polywire.model.Block.Embed;
import org.polywire.model.Block.Figure;
import org.polywire.model.Block.Heading;
import org.polywire.model.Block.Listing;
import org.polywire.model.Block.Note;
import org.polywire.model.Block.Paragraph;
import org.polywire.model.Block.Quote;
import org.polywire.model.Block.Table;
import org.polywire.model.Finding;
import org.polywire.model.Finding.Severity;
import org.polywire.model.FindingCode;
import org.polywire.model.Inlines;
import org.polywire.model.Place;

/** The same blocks at the same places, pictures with the same addresses and credits: law 5. */
final class Skeleton implements Check {

    /** What is at a place, without its words. */
    private record Bone(Place place, String kind, boolean figure) {}

    @Override
    public Stream<Finding> review(Comparison comparison) {
        Set<Bone> source = bones(comparison.original());
        Set<Bone> target = bones(comparison.translation().article());
        return Stream.concat(missing(source, target, "missing: "), missing(target, source, "added: "));
    }

    private static Stream<Finding> missing(Set<Bone> from, Set<Bone> in, String words) {
        return from.stream()
                .filter(Predicate.not(in::contains))
                .map(bone -> UnitPair.finding(
                        bone.figure() ? FindingCode.FIGURE_LOST : FindingCode.BLOCK_LOST,
                        Severity.REJECT,
                        bone.place(),
                        words + bone.kind()));
    }

    private static Set<Bone> bones(Article article) {
        Set<Bone> bones = new LinkedHashSet<>();
        if (!Inlines.text(article.standfirst()).isBlank()) {
            bones.add(new Bone(Place.STANDFIRST, "standfirst", false));
        }
        bones(Place.BODY, article.body(), bones);
        return bones;
    }

    private static void bones(Place place, List<Block> blocks, Set<Bone> bones) {
        IntStream.range(0, blocks.size()).forEach(i -> bones(place.child(i), blocks.get(i), bones));
    }

    private static void bones(Place place, Block block, Set<Bone> bones) {
        switch (block) {
            case Paragraph paragraph -> bones.add(new Bone(place, "paragraph", false));
            case Heading(int level, var content) -> bones.add(new Bone(place, "heading of level " + level, false));
            case Divider divider -> bones.add(new Bone(place, "divider", false));
            case Note(Note.Kind kind, var content) -> bones.add(new Bone(place, "note, " + kind, false));
            case Embed(URI target, String provider) -> bones.add(new Bone(place, "embed " + target, false));
            case Quote(List<Block> content) -> {
                bones.add(new Bone(place, "quotation", false));
                bones(place, content, bones);
            }
            case Listing(boolean ordered, List<List<Block>> items) -> {
                bones.add(new Bone(place, (ordered ? "ordered" : "plain") + " list of " + items.size(), false));
                IntStream.range(0, items.size()).forEach(i -> bones(place.child(i), items.get(i), bones));
            }
            case Figure figure -> bones.addAll(figure(place, figure));
            case Table(var caption, List<List<Cell>> rows) ->
                bones.add(new Bone(place, "table " + shape(rows) + worded(!caption.isEmpty()), false));
        }
    }

    private static List<Bone> figure(Place place, Figure figure) {
        List<Bone> bones = new ArrayList<>();
        bones.add(new Bone(place, "picture " + figure.picture().address(), true));
        bones.add(new Bone(
                place,
                "size " + figure.picture().width() + "×" + figure.picture().height(),
                true));
        bones.add(new Bone(place, "credit " + figure.credit(), true));
        bones.add(new Bone(
                place.child("caption"),
                "caption" + worded(!Inlines.text(figure.caption()).isBlank()),
                true));
        bones.add(new Bone(
                place.child("description"),
                "description" + worded(!figure.picture().description().isBlank()),
                true));
        return bones;
    }

    private static String shape(List<List<Cell>> rows) {
        return rows.stream()
                .map(row -> row.stream()
                        .map(cell -> (cell.header() ? "h" : "d")
                                + (Inlines.text(cell.content()).isBlank() ? "0" : "1"))
                        .toList())
                .toList()
                .toString();
    }

    private static String worded(boolean words) {
        return words ? " with words" : " without words";
    }
}
