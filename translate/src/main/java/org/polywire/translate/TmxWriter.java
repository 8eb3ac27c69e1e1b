package org.polywire.translate;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jsoup.nodes.Entities;
import org.polywire.model.ArticleId;
import org.polywire.model.Inline;
import org.polywire.model.Inline.Emphasis;
import org.polywire.model.Inline.LineBreak;
import org.polywire.model.Inline.Link;
import org.polywire.model.Inline.Quoted;
import org.polywire.model.Inline.Strong;
import org.polywire.model.Inline.Text;
import org.polywire.model.Inline.Verbatim;
import org.polywire.model.LanguageTag;
import org.polywire.model.MemoryEntry;
import org.polywire.model.Provenance;

/**
 * Writes translation units as TMX 1.4b, level 2 (OSCAR/LISA 2005): markup as {@code bpt}/{@code ept} with the HTML tag as native code, a
 * line break and untranslated text as {@code ph}. What TMX has no element for stands in properties: {@link #PROVENANCE},
 * {@link #ARTICLE}, {@link #MACHINE}, and the neighbours of a sentence under the names that memoQ gave them.
 */
final class TmxWriter {
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Who made the translation: {@code machine}, {@code post-edited} or {@code human}. */
    static final String PROVENANCE = "x-provenance";

    /** The article that it was made for. */
    static final String ARTICLE = "x-article";

    /** What tells whether a machine's translation was changed since it was written. */
    static final String MACHINE = "x-machine-sum";

    static final String BEFORE = "x-context-pre";
    static final String AFTER = "x-context-post";

    private final XMLStreamWriter xml;
    private int codes;

    private TmxWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(List<MemoryEntry> entries, Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new TmxWriter(xml).write(entries);
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void write(List<MemoryEntry> entries) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeDTD("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">");
        xml.writeCharacters("\n");
        start("tmx", "version", "1.4");
        xml.writeCharacters("\n");
        xml.writeEmptyElement("header");
        attributes(
                "creationtool", "Polywire",
                "creationtoolversion", "1",
                "segtype", "sentence",
                "o-tmf", "xhtml",
                "adminlang", "en",
                "srclang", "*all*",
                "datatype", "xhtml");
        xml.writeCharacters("\n");
        start("body");
        xml.writeCharacters("\n");
        for (MemoryEntry entry : entries) {
            write(entry);
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(MemoryEntry entry) throws XMLStreamException {
        start("tu", "srclang", entry.from().value(), "changedate", DATE.format(entry.at()));
        if (!entry.by().isEmpty()) {
            xml.writeAttribute("changeid", xmlText(entry.by()));
        }
        xml.writeCharacters("\n");
        property(PROVENANCE, name(entry.provenance()));
        ArticleId article = entry.article();
        if (article != null) {
            property(ARTICLE, article.value());
        }
        if (!entry.provenance().byPerson()) {
            property(MACHINE, sum(entry.target()));
        }
        property(BEFORE, entry.before());
        property(AFTER, entry.after());
        variant(entry.from(), entry.source());
        variant(entry.to(), entry.target());
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    static String name(Provenance provenance) {
        return switch (provenance) {
            case MACHINE, RESEGMENTED, REROUTED, REUSED, QUOTED -> "machine";
            case POST_EDITED -> "post-edited";
            case HUMAN -> "human";
        };
    }

    /** A short sum of some content; it need not withstand anybody, only tell an accident from none. */
    static String sum(List<Inline> content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(xmlText(content.toString()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void property(String type, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            start("prop", "type", type);
            xml.writeCharacters(xmlText(value));
            end();
        }
    }

    private void variant(LanguageTag language, List<Inline> content) throws XMLStreamException {
        xml.writeStartElement("tuv");
        xml.writeAttribute("xml:lang", language.value());
        xml.writeStartElement("seg");
        codes = 0;
        segment(content);
        xml.writeEndElement();
        end();
    }

    private void segment(List<Inline> content) throws XMLStreamException {
        for (Inline inline : content) {
            switch (inline) {
                case Text(String value) -> xml.writeCharacters(xmlText(value));
                case Emphasis(List<Inline> words) -> pair("italic", "<em>", words, "</em>");
                case Strong(List<Inline> words) -> pair("bold", "<strong>", words, "</strong>");
                case Link(var target, List<Inline> words) ->
                    pair("link", "<a href=\"" + Entities.escape(target.toString()) + "\">", words, "</a>");
                case Verbatim(String value) ->
                    placeholder("code", "<code>" + Entities.escape(xmlText(value)) + "</code>");
                case LineBreak() -> placeholder("lb", "<br/>");
                case Quoted quoted -> segment(quoted.spelt());
            }
        }
    }

    private void pair(String type, String open, List<Inline> content, String close) throws XMLStreamException {
        String number = String.valueOf(++codes);
        start("bpt", "i", number, "x", number, "type", type);
        xml.writeCharacters(open);
        xml.writeEndElement();
        segment(content);
        start("ept", "i", number);
        xml.writeCharacters(close);
        xml.writeEndElement();
    }

    private void placeholder(String type, String code) throws XMLStreamException {
        start("ph", "x", String.valueOf(++codes), "type", type);
        xml.writeCharacters(code);
        xml.writeEndElement();
    }

    private void start(String element, String... namesAndValues) throws XMLStreamException {
        xml.writeStartElement(element);
        attributes(namesAndValues);
    }

    private void attributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    /** Without what XML 1.0 has no way to write (2.2 [2]); other such characters stand in no text of ours. */
    private static String xmlText(String text) {
        return text.codePoints()
                .filter(character -> character == '\t'
                        || character == '\n'
                        || (character >= ' ' && character < 0xD800)
                        || (character >= 0xE000 && character < 0xFFFE)
                        || character > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
