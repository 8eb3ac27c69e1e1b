package org.polywire.publish;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.Inlines;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Image.Place;

/** An article's text as markup, for pages and feeds alike: first its notice, then its blocks. */
final class Body {
    /** How every body begins. */
    static final String OPENING = "<div class=\"text\"";

    private final Wording wording;
    private final Function<Picture, Optional<Image>> images;
    private final StringBuilder out = new StringBuilder(8192);
    private boolean pictured;

    private Body(Wording wording, Function<Picture, Optional<Image>> images) {
        this.wording = wording;
        this.images = images;
    }

    /** The notice and the whole body in one element that carries language and direction; the only way to write a body. */
    static Html under(Notice notice) {
        Body body = new Body(notice.wording(), notice::image);
        Copy copy = notice.copy();
        body.put(OPENING + Html.in(copy.language()) + ">");
        body.put("\n" + notice.html().markup() + "\n");
        body.blocks(copy.article().body());
        if (copy.article().body().isEmpty()) {
            body.onlyHeadline(copy);
        }
        body.put("</div>");
        return new Html(body.out.toString());
    }

    /** A run of inline content, such as a standfirst. */
    static Html inline(List<Inline> content, Wording wording) {
        Body body = new Body(wording, picture -> Optional.empty());
        body.inlines(content);
        return new Html(body.out.toString());
    }

    /** What stands in for the text of an article that may only be named. */
    private void onlyHeadline(Copy copy) {
        Html outlet =
                Html.foreign(copy.article().outlet().name(), copy.translation().from());
        Slot slot = new Slot(copy.article().outlet().name(), outlet);
        put("<div class=\"elsewhere\"><p>" + Html.escape(wording.say("headline.only")) + "</p><p class=\"button\">");
        put(Html.leaving(
                        copy.article().address(),
                        wording.sentence("headline.open", Map.of("outlet", slot))
                                .html())
                .markup());
        put("</p></div>");
    }

    private void blocks(List<Block> blocks) {
        for (Block block : blocks) {
            block(block);
            put("\n");
        }
    }

    private void block(Block block) {
        switch (block) {
            case Paragraph(List<Inline> content) -> element("p", content);
            case Heading(int level, List<Inline> content) -> element("h" + level, content);
            case Listing(boolean ordered, List<List<Block>> items) -> listing(ordered ? "ol" : "ul", items);
            case Quote(List<Block> content) -> quote(content);
            case Figure figure -> figure(figure);
            case Table table -> TableMarkup.write(table, this::inlines, wording, out);
            case Embed(URI target, String provider) -> embed(target, provider);
            case Divider() -> put("<hr>");
            case Note(Note.Kind kind, List<Inline> content) -> note(kind, content);
        }
    }

    private void note(Note.Kind kind, List<Inline> content) {
        put("<p class=\"note" + (kind == Note.Kind.CORRECTION ? " correction" : "") + "\">");
        inlines(content);
        put("</p>");
    }

    private void listing(String element, List<List<Block>> items) {
        put("<" + element + ">");
        for (List<Block> item : items) {
            put("<li>");
            if (item.size() == 1 && item.getFirst() instanceof Paragraph(List<Inline> content)) {
                inlines(content);
            } else {
                blocks(item);
            }
            put("</li>");
        }
        put("</" + element + ">");
    }

    private void quote(List<Block> content) {
        put("<blockquote>");
        blocks(content);
        put("</blockquote>");
    }

    /** A caption without its picture is not published, so a picture that is not shown takes its words with it. */
    private void figure(Figure figure) {
        images.apply(figure.picture()).ifPresent(image -> {
            put("<figure>" + image.html(pictured ? Place.COLUMN : Place.OPENING).markup());
            pictured = true;
            caption(figure);
            put("</figure>");
        });
    }

    private void caption(Figure figure) {
        if (figure.caption().isEmpty() && figure.credit().isBlank()) {
            return;
        }
        put("<figcaption>");
        if (!figure.caption().isEmpty()) {
            put("<span class=\"caption\">");
            inlines(figure.caption());
            put("</span> ");
        }
        if (!figure.credit().isBlank()) {
            put("<span class=\"credit\">" + Html.foreign(figure.credit()).markup() + "</span>");
        }
        put("</figcaption>");
    }

    private void embed(URI target, String provider) {
        if (Target.ofPage(target).isPresent()) {
            String host = target.getHost() == null ? target.getAuthority() : target.getHost();
            String name = provider.isBlank() ? host : provider;
            Slot words = wording.sentence("embed", Map.of("provider", new Slot(name, Html.foreign(name))));
            put("<p class=\"embed\">" + Html.leaving(target, words.html()).markup());
            put(" <span><bdi dir=\"ltr\">" + Html.escape(host) + "</bdi></span></p>");
        }
    }

    private void element(String name, List<Inline> content) {
        put("<" + name + ">");
        inlines(content);
        put("</" + name + ">");
    }

    private void inlines(List<Inline> content) {
        content.forEach(this::inline);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Text(String value) -> put(Html.escape(value));
            case Emphasis(List<Inline> content) -> element("em", content);
            case Strong(List<Inline> content) -> element("strong", content);
            case Link(URI target, List<Inline> content) ->
                put(Html.leaving(target, inline(content, wording)).markup());
            case Verbatim(String value) -> put("<bdi translate=\"no\">" + Html.escape(value) + "</bdi>");
            case LineBreak() -> put("<br>");
            case Quoted(LanguageTag language, List<Inline> content) -> quoted(language, content);
        }
    }

    /** Readers are told in their own language what the words are; those stand apart, whatever direction both are written in. */
    private void quoted(LanguageTag language, List<Inline> content) {
        Html words = inline(content, wording);
        Slot quotation =
                new Slot(Inlines.text(content), new Html("<bdi" + Html.in(language) + ">" + words.markup() + "</bdi>"));
        Slot name = new Slot(wording.nameOf(language), Html.text(wording.nameOf(language)));
        Slot marked = wording.sentence("quoted", Map.of("language", name, "words", quotation));
        put("<span class=\"quoted\">" + marked.html().markup() + "</span>");
    }

    /** The first words of an article without a standfirst, for a card: at most {@code limit} characters, cut between words. */
    static String beginning(List<Block> body, int limit) {
        return body.stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> Inlines.text(((Paragraph) block).content()).strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> shortened(text, limit))
                .orElse("");
    }

    /** At most {@code limit} characters, cut between words where that can be. */
    static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int space = text.lastIndexOf(' ', limit);
        int end = space > limit / 2 ? space : text.offsetByCodePoints(0, text.codePointCount(0, limit));
        return text.substring(0, end).stripTrailing() + "…";
    }

    private void put(String markup) {
        out.append(markup);
    }
}
