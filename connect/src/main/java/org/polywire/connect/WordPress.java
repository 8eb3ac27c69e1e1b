package org.polywire.connect;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.polywire.connect.Delivery.Done;
import org.polywire.connect.Delivery.Kept;
import org.polywire.connect.Delivery.Later;
import org.polywire.connect.Delivery.Refused;
import org.polywire.connect.WordPressSite.Result;
import org.polywire.connect.WordPressSite.Stopped;
import org.polywire.gather.Courier;
import org.polywire.model.Bytes;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.publish.Parcel;
import org.polywire.publish.Parcel.Photo;
import org.polywire.publish.Parcel.Pictures;
import org.polywire.publish.Parcels;
import tools.jackson.databind.JsonNode;

/**
 * Keeps a WordPress site's posts as the publication's articles are.
 *
 * <p>WordPress has no key that makes a request repeatable, and on publishing changes a slug that is taken. So each article has a slug of
 * its own; it is looked for before anything is created, and a post that got another slug is a second one and is taken away. A post is
 * first a draft: it is read back, and published only if the notice that says what the text is has survived the site's filters; where a
 * later change loses it, the post becomes a draft again (law 6).
 */
public final class WordPress implements Connector {
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final String TRASHED = "__trashed";

    private final String name;
    private final Set<LanguageTag> editions;
    private final WordPressSite site;
    private final Options options;
    private final Parcels parcels;
    private final Function<URI, Optional<Image>> images;

    /**
     * What the operator decides about the posts.
     *
     * @param sections whether an article's section becomes its category
     */
    public record Options(Pictures pictures, boolean sections) {}

    /** A picture as it was fetched; {@code type} is one of image/jpeg, image/png, image/gif, image/webp. */
    public record Image(String type, Bytes content) {}

    /**
     * @param images fetches a picture from its source; empty where that is not possible or not allowed
     */
    public WordPress(
            String name,
            URI address,
            String user,
            Secret password,
            Set<LanguageTag> editions,
            Options options,
            Parcels parcels,
            Courier courier,
            Function<URI, Optional<Image>> images,
            InstantSource clock) {
        this.name = name;
        this.editions = Set.copyOf(editions);
        this.options = options;
        this.parcels = parcels;
        this.images = images;
        site = new WordPressSite(address, user, password, courier, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<LanguageTag> editions() {
        return editions;
    }

    @Override
    public Matter matter() {
        return Matter.STATES;
    }

    @Override
    public Delivery deliver(Publication publication, @Nullable Counterpart counterpart) {
        try {
            Optional<Parcel> parcel = parcels.pack(publication, options.pictures());
            Optional<JsonNode> post = find(Parcels.name(publication), counterpart);
            return parcel.isEmpty()
                    ? withdraw(post)
                    : show(parcel.get(), post, counterpart == null ? "" : counterpart.mark());
        } catch (Stopped e) {
            return e.delivery();
        }
    }

    /** The article's post, by the id it is known under or by its slug, also if it is a draft or in the trash. */
    private Optional<JsonNode> find(String slug, @Nullable Counterpart counterpart) throws Stopped {
        if (counterpart != null) {
            Result known = site.get("/wp/v2/posts/" + counterpart.id(), Map.of("context", "edit"));
            if (known.fine() && slugOf(known.body()).equals(slug)) {
                return Optional.of(known.body());
            }
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("context", "edit");
        parameters.put("slug", slug + "," + slug + TRASHED);
        parameters.put("status", "publish,future,draft,pending,private,trash");
        Result found = site.get("/wp/v2/posts", parameters);
        if (!found.fine()) {
            throw refused(found);
        }
        return found.body()
                .valueStream()
                .filter(post -> slugOf(post).equals(slug))
                .findFirst();
    }

    private static String slugOf(JsonNode post) {
        String slug = post.path("slug").asString("");
        return slug.endsWith(TRASHED) ? slug.substring(0, slug.length() - TRASHED.length()) : slug;
    }

    private Delivery withdraw(Optional<JsonNode> post) throws Stopped {
        if (post.isEmpty()) {
            return new Done();
        }
        String id = id(post.get());
        if (!status(post.get()).equals("trash")) {
            Result gone = site.delete("/wp/v2/posts/" + id, false);
            if (gone.code().equals("rest_trash_not_supported")) {
                gone = site.delete("/wp/v2/posts/" + id, true);
            }
            if (!gone.fine() && gone.status() != 410 && gone.status() != 404) {
                throw refused(gone);
            }
        }
        return new Kept(new Counterpart(id, ""));
    }

    private Delivery show(Parcel parcel, Optional<JsonNode> post, String known) throws Stopped {
        String mark = mark(parcel);
        if (post.isPresent() && status(post.get()).equals("publish") && known.equals(mark)) {
            return new Kept(new Counterpart(id(post.get()), mark));
        }
        String id = post.isPresent() ? id(post.get()) : create(parcel);
        Map<String, Object> fields = fields(parcel);
        illustrate(parcel, fields);
        classify(parcel, fields);
        // A post in the trash leaves it as a draft; one that is public stays so, as it has passed before.
        if (post.isEmpty() || !status(post.get()).equals("publish")) {
            fields.put("status", "draft");
        }
        change(id, fields);
        verify(parcel, id);
        JsonNode published = change(id, Map.of("status", "publish", "slug", parcel.name()));
        if (!published.path("slug").asString("").equals(parcel.name())) {
            site.delete("/wp/v2/posts/" + id, true);
            throw new Stopped(
                    new Later(Obstacle.NOT_UNDERSTOOD, "another post has the slug; looking again", Duration.ZERO));
        }
        return new Kept(new Counterpart(id, mark));
    }

    /** An empty draft that holds the slug. */
    private String create(Parcel parcel) throws Stopped {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("slug", parcel.name());
        fields.put("title", parcel.title());
        fields.put("status", "draft");
        Result created = site.post("/wp/v2/posts", fields);
        if (!created.fine()) {
            throw refused(created);
        }
        return id(created.body());
    }

    private static Map<String, Object> fields(Parcel parcel) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("slug", parcel.name());
        fields.put("title", parcel.title());
        fields.put("excerpt", parcel.excerpt());
        fields.put("content", parcel.html());
        fields.put("date_gmt", WALL_CLOCK.format(parcel.firstAt().atOffset(ZoneOffset.UTC)));
        return fields;
    }

    private JsonNode change(String id, Map<String, Object> fields) throws Stopped {
        Result changed = site.post("/wp/v2/posts/" + id, fields);
        if (!changed.fine()) {
            throw refused(changed);
        }
        return changed.body();
    }

    /** Reads the post back as editors and as readers get it. */
    private void verify(Parcel parcel, String id) throws Stopped {
        Result back = site.get("/wp/v2/posts/" + id, Map.of("context", "edit"));
        JsonNode content = back.body().path("content");
        boolean kept = back.fine()
                && Marks.survived(parcel, content.path("raw").asString(""))
                && Marks.survived(parcel, content.path("rendered").asString(""));
        if (!kept) {
            change(id, Map.of("status", "draft"));
            throw new Stopped(new Refused(Obstacle.MARK_LOST, "post " + id + " stays a draft"));
        }
    }

    private void illustrate(Parcel parcel, Map<String, Object> fields) throws Stopped {
        Photo photo = parcel.picture();
        if (photo != null) {
            OptionalInt media = media(parcel.name(), photo);
            fields.put("featured_media", media.orElse(0));
        }
    }

    /** The uploaded picture with its words: found by its slug, which holds a hash of where it came from, or handed over now. */
    private OptionalInt media(String article, Photo photo) throws Stopped {
        String slug = article + "-" + hash(photo.toString()).substring(0, 12);
        Result found = site.get("/wp/v2/media", Map.of("slug", slug, "context", "edit"));
        OptionalInt id = found.fine() && !found.body().isEmpty()
                ? OptionalInt.of(found.body().get(0).path("id").asInt())
                : upload(slug, photo);
        // A picture is not shown without its credit.
        return id.isPresent() && describe(id.getAsInt(), slug, photo) ? id : OptionalInt.empty();
    }

    private OptionalInt upload(String slug, Photo photo) throws Stopped {
        Optional<Image> image = images.apply(photo.address());
        if (image.isEmpty()) {
            return OptionalInt.empty();
        }
        String type = image.get().type();
        Result uploaded =
                site.upload(slug + "." + ending(type), type, image.get().content());
        return uploaded.fine() ? OptionalInt.of(uploaded.body().path("id").asInt()) : OptionalInt.empty();
    }

    private boolean describe(int media, String slug, Photo photo) throws Stopped {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("slug", slug);
        words.put("title", photo.caption().isEmpty() ? slug : photo.caption());
        words.put("alt_text", photo.description());
        words.put("caption", photo.caption());
        return site.post("/wp/v2/media/" + media, words).fine();
    }

    private static String ending(String type) {
        return switch (type) {
            case "image/png" -> "png";
            case "image/gif" -> "gif";
            case "image/webp" -> "webp";
            default -> "jpg";
        };
    }

    private void classify(Parcel parcel, Map<String, Object> fields) throws Stopped {
        if (!options.sections() || parcel.section().isBlank()) {
            return;
        }
        Result term = site.post("/wp/v2/categories", Map.of("name", parcel.section()));
        int id = term.fine()
                ? term.body().path("id").asInt()
                : term.body().at("/data/term_id").asInt(0);
        // An account that may not make categories leaves the site's own.
        if (id > 0) {
            fields.put("categories", Set.of(id));
        }
    }

    private static Stopped refused(Result result) {
        String detail = "status " + result.status() + " " + Answers.line(result.code());
        boolean account = result.status() == 401 || result.status() == 403;
        boolean nothing = result.status() == 404 && result.code().equals("rest_no_route");
        if (account || nothing) {
            Obstacle obstacle = account ? Obstacle.NOT_AUTHORISED : Obstacle.NOT_THERE;
            return new Stopped(new Later(obstacle, detail, Duration.ZERO));
        }
        return new Stopped(new Refused(Obstacle.REFUSED, detail));
    }

    private static String id(JsonNode post) {
        return Integer.toString(post.path("id").asInt());
    }

    private static String status(JsonNode post) {
        return post.path("status").asString("");
    }

    /** Tells one state of the post from another. */
    private String mark(Parcel parcel) {
        return hash(parcel + " " + options);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
