package org.polywire.search;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.polywire.model.Article;
import org.polywire.model.Byline;
import org.polywire.model.LanguageTag;
import org.polywire.model.Place;
import org.polywire.model.Publication;
import org.polywire.model.Publication.Entry;
import org.polywire.model.SectionName;
import org.polywire.model.Translation;
import org.polywire.model.Unit;

/** How an article of an edition stands in the index. */
final class Entries {
    static final String KEY = "key";
    static final String EDITION = "edition";
    static final String ARTICLE = "article";
    static final String SOURCE = "source";
    static final String ORIGINAL = "original";
    static final String SECTION = "section";
    static final String SECTION_SHOWN = "section.shown";
    static final String ORIGINAL_SHOWN = "original.shown";
    static final String TIME = "time";

    /** Text whose words can be marked without reading it again: postings with positions and offsets. */
    private static final FieldType MARKABLE = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true);

    private static final FieldType SEARCHABLE = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    private static final FieldType COUNTED = type(IndexOptions.DOCS, false);

    private Entries() {}

    private static FieldType type(IndexOptions options, boolean stored) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setStored(stored);
        type.setOmitNorms(options == IndexOptions.DOCS);
        type.freeze();
        return type;
    }

    static Term key(Publication publication) {
        Entry entry = publication.entry();
        return new Term(KEY, entry.edition() + "/" + entry.article());
    }

    static Document document(Entry entry, Translation translation) {
        Article article = translation.article();
        LanguageTag edition = entry.edition();
        Document document = new Document();
        document.add(new StringField(KEY, edition + "/" + entry.article(), Field.Store.NO));
        document.add(new KeywordField(EDITION, edition.value(), Field.Store.YES));
        document.add(new StoredField(ARTICLE, entry.article().value()));
        document.add(new StringField(SOURCE, entry.source().value(), Field.Store.NO));
        document.add(new StringField(ORIGINAL, translation.from().language(), Field.Store.NO));
        document.add(new StringField(
                ORIGINAL_SHOWN, edition + "\t" + translation.from().language(), Field.Store.NO));
        document.add(new LongField(TIME, entry.firstAt().toEpochMilli(), Field.Store.NO));
        if (!article.section().isBlank()) {
            document.add(
                    new StringField(SECTION, SectionName.of(article.section()).folded(), Field.Store.NO));
            document.add(new StringField(
                    SECTION_SHOWN, edition + "\t" + article.section().strip(), Field.Store.NO));
        }
        String text = text(article);
        document.add(new Field(Analysers.field(Analysers.HEADLINE, edition), article.headline(), MARKABLE));
        document.add(new Field(Analysers.field(Analysers.TEXT, edition), text, MARKABLE));
        document.add(new Field(Analysers.field(Analysers.NAMES, edition), names(article), SEARCHABLE));
        document.add(new Field(Analysers.field(Analysers.WORDS, edition), article.headline() + "\n" + text, COUNTED));
        return document;
    }

    /** Everything that is translated but the headline, a line for each paragraph. */
    private static String text(Article article) {
        return article.units().stream()
                .filter(unit ->
                        !unit.place().equals(Place.HEADLINE) && !unit.place().equals(Place.SECTION))
                .map(Unit::text)
                .collect(Collectors.joining("\n"));
    }

    private static String names(Article article) {
        return Stream.of(
                        article.bylines().stream().map(Byline::name),
                        article.tags().stream(),
                        List.of(article.outlet().name(), article.section()).stream())
                .flatMap(names -> names)
                .collect(Collectors.joining("\n"));
    }
}
