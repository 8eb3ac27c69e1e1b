package org.polywire.samples;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.CRC32;

/** What a paper is and how its house works, from {@code designs/ID/paper.properties}. */
record Masthead(String id, Properties settings) {

    static Masthead load(String id) {
        Properties settings = new Properties();
        try {
            settings.load(new StringReader(Resources.text("designs/" + id + "/paper.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Masthead(id, settings);
    }

    /**
     * @throws IllegalStateException if the paper does not have it
     */
    String setting(String key) {
        String value = settings.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(id + " has no " + key);
        }
        return value;
    }

    /** What the bytes of its pages are written in. */
    Charset charset() {
        return Charset.forName(setting("charset"));
    }

    /** How its feed comes from the hub. */
    Paper.Push push() {
        return Paper.Push.valueOf(settings.getProperty("push", "none").toUpperCase(Locale.ROOT));
    }

    /** The path of the file that says in RSL what the site may be used for; empty if there is none. */
    String licence() {
        return settings.getProperty("licence", "");
    }

    boolean atom() {
        return setting("feed-kind").equals("atom");
    }

    /** The path of an article's page; its query too, where the house addresses pages so. */
    String path(Manuscript manuscript) {
        String own = manuscript.word("path");
        return filled(own.isEmpty() ? setting("path") : own, manuscript);
    }

    private static String filled(String pattern, Manuscript manuscript) {
        OffsetDateTime published = manuscript.published();
        return pattern.replace("{slug}", manuscript.word("slug"))
                .replace("{section}", plain(manuscript.word("section")))
                .replace("{number}", number(manuscript.word("slug")))
                .replace(
                        "{date}",
                        DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).format(published))
                .replace(
                        "{day}",
                        DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT).format(published));
    }

    String picturePath(String picture) {
        return setting("picture-path").replace("{picture}", picture);
    }

    /** A date as the paper's readers write it. */
    String dateWords(OffsetDateTime date) {
        return DateTimeFormatter.ofPattern(setting("date"), Locale.forLanguageTag(setting("language")))
                .format(date);
    }

    private static String plain(String section) {
        return Normalizer.normalize(section, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    /** A number as a database would give it: of six digits, always the same for a slug. */
    private static String number(String slug) {
        CRC32 sum = new CRC32();
        sum.update(slug.getBytes(StandardCharsets.UTF_8));
        return Long.toString(100_000 + sum.getValue() % 900_000);
    }
}
