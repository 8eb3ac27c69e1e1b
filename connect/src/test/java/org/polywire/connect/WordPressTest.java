package org.polywire.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polywire.connect.Delivery.Done;
import org.polywire.connect.Delivery.Kept;
import org.polywire.connect.Delivery.Later;
import org.polywire.connect.Delivery.Refused;
import org.polywire.connect.WordPress.Image;
import org.polywire.connect.WordPressDouble.Moment;
import org.polywire.connect.WordPressDouble.Post;
import org.polywire.gather.Courier;
import org.polywire.gather.GatherConfig;
import org.polywire.model.Bytes;
import org.polywire.model.LanguageTag;
import org.polywire.model.Publication;
import org.polywire.publish.Parcel.Pictures;
import org.polywire.publish.Parcels;
import org.polywire.testkit.Attacks;

class WordPressTest {
    private final WordPressDouble site = new WordPressDouble();
    private final Map<String, Counterpart> remembered = new HashMap<>();
    private Courier courier;

    @BeforeEach
    void start() {
        courier = new Courier(
                GatherConfig.defaults().withAllowed(Set.of(site.server().authority())));
    }

    @AfterEach
    void stop() {
        courier.close();
        site.close();
    }

    @Test
    void anArticleBecomesOnePostThatSaysWhatItIs() {
        Delivery delivery =
                deliver(wordPress(Pictures.LINK, true), Samples.published(Samples.CATALAN, 1, 1, "El port"));
        assertThat(delivery).isInstanceOf(Kept.class);
        Post post = only();
        assertThat(post.status).isEqualTo("publish");
        assertThat(post.title).isEqualTo("El port");
        assertThat(post.content)
                .contains("lang=\"ca\" dir=\"ltr\"")
                .contains("Aquest text l’ha traduït una màquina")
                .contains("data-translated-from=\"es\"")
                .contains("algorithmicMedia")
                .contains("<img src=\"https://wire.example/ca/a/");
        assertThat(post.categories).containsExactly(1);
    }

    @Test
    void whatReadsFromRightToLeftKeepsItsDirection() {
        deliver(wordPress(Pictures.LINK, false), Samples.published(Samples.ARABIC, 1, 1, "الميناء"));
        assertThat(only().content).contains("lang=\"ar\" dir=\"rtl\"").contains("<span dir=\"auto\"");
    }

    @Test
    void aCorrectionChangesThePostAndAWithdrawalTrashesIt() {
        WordPress wordPress = wordPress(Pictures.LINK, false);
        deliver(wordPress, Samples.published(Samples.CATALAN, 1, 1, "El port"));
        deliver(wordPress, Samples.corrected(Samples.CATALAN, 1, 2, "El port nou"));
        assertThat(only().title).isEqualTo("El port nou");
        assertThat(only().status).isEqualTo("publish");
        deliver(wordPress, Samples.withdrawn(Samples.CATALAN, 1, 3));
        assertThat(only().status).isEqualTo("trash");
        deliver(wordPress, Samples.corrected(Samples.CATALAN, 1, 4, "El port torna"));
        assertThat(only().status).isEqualTo("publish");
        assertThat(only().title).isEqualTo("El port torna");
        assertThat(only().slug).isEqualTo(Parcels.name(Samples.withdrawn(Samples.CATALAN, 1, 3)));
    }

    /** WordPress shows titles and excerpts as the markup that they are, and fills in shortcodes and plain addresses. */
    @ParameterizedTest
    @MethodSource("texts")
    void whatASourceWritesIsTextInEveryField(String attack) {
        deliver(wordPress(Pictures.UPLOAD, false), Samples.published(Samples.CATALAN, 1, 1, attack));
        assertThat(only().status).isEqualTo("publish");
        assertThat(only().title).doesNotContain("<", ">", "[", "\"");
        assertThat(only().content).doesNotContain("[");
        assertThat(Pattern.compile("&(?![#A-Za-z0-9]+;)").matcher(only().title).find())
                .isFalse();
    }

    static List<String> texts() {
        return Attacks.texts();
    }

    @Test
    void whatNeverAppearedNeedsNoWithdrawal() {
        assertThat(wordPress(Pictures.LINK, false).deliver(Samples.withdrawn(Samples.CATALAN, 1, 3), null))
                .isEqualTo(new Done());
        assertThat(site.posts()).isEmpty();
    }

    @Test
    void beingToldTwiceChangesNothing() {
        WordPress wordPress = wordPress(Pictures.LINK, true);
        Publication published = Samples.published(Samples.CATALAN, 1, 1, "El port");
        deliver(wordPress, published);
        remembered.clear();
        deliver(wordPress, published);
        int requests = site.server().received().size();
        deliver(wordPress, published);
        assertThat(site.posts()).hasSize(1);
        assertThat(site.server().received()).hasSize(requests + 1);
    }

    /** Law 6: where the site's filters drop the notice, nothing becomes public. */
    @Test
    void anArticleWhoseNoticeIsDroppedStaysADraft() {
        site.filter(html -> html.replaceAll("(?s)<div class=\"notice\".*?</ul></div>", ""));
        WordPress wordPress = wordPress(Pictures.LINK, false);
        assertThat(deliver(wordPress, Samples.published(Samples.CATALAN, 1, 1, "El port")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.obstacle()).isEqualTo(Obstacle.MARK_LOST));
        assertThat(only().status).isEqualTo("draft");
    }

    @Test
    void aPublicPostThatLosesItsNoticeBecomesADraft() {
        WordPress wordPress = wordPress(Pictures.LINK, false);
        deliver(wordPress, Samples.published(Samples.CATALAN, 1, 1, "El port"));
        site.filter(html -> html.replaceAll("<[^>]*>", "").substring(200));
        deliver(wordPress, Samples.corrected(Samples.CATALAN, 1, 2, "El port nou"));
        assertThat(only().status).isEqualTo("draft");
    }

    @Test
    void aPictureIsHandedOverOnceWithItsCredit() {
        WordPress wordPress = wordPress(Pictures.UPLOAD, false);
        deliver(wordPress, Samples.published(Samples.CATALAN, 1, 1, "El port"));
        deliver(wordPress, Samples.corrected(Samples.CATALAN, 1, 2, "El port nou"));
        assertThat(site.mediaCount()).isEqualTo(1);
        assertThat(only().featured).isPositive();
        assertThat(only().content).doesNotContain("<img");
    }

    @Test
    void aWrongPasswordIsSaidSoAndNothingElseIsTried() {
        WordPress wordPress = new WordPress(
                "blog",
                site.server().address("/"),
                "polywire",
                new Secret("wrong"),
                Set.of(),
                new WordPress.Options(Pictures.LINK, false),
                Samples.parcels(),
                courier,
                address -> Optional.empty(),
                InstantSource.fixed(Samples.NOW));
        assertThat(wordPress.deliver(Samples.published(Samples.CATALAN, 1, 1, "El port"), null))
                .isInstanceOfSatisfying(Later.class, later -> {
                    assertThat(later.obstacle()).isEqualTo(Obstacle.NOT_AUTHORISED);
                    assertThat(later.toString()).doesNotContain("wrong");
                });
        assertThat(site.server().received()).hasSize(1);
    }

    /** Connections break before and after requests are done, and half of the time we forget what we knew, as after a kill. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void howeverOftenItIsCutOffThereIsNeverASecondPost(long seed) {
        Random random = new Random(seed);
        site.trouble(method -> switch (random.nextInt(6)) {
            case 0 -> Moment.BEFORE;
            case 1 -> Moment.AFTER;
            default -> Moment.NEVER;
        });
        WordPress wordPress = wordPress(Pictures.UPLOAD, true);
        Map<String, Publication> last = new HashMap<>();
        for (int sequence = 1; sequence <= 40; sequence++) {
            Publication publication = next(random, sequence);
            last.put(Parcels.name(publication), publication);
            untilDone(wordPress, publication, random);
        }
        audit(last);
    }

    private static Publication next(Random random, int sequence) {
        int number = random.nextInt(6);
        LanguageTag edition = random.nextBoolean() ? Samples.CATALAN : Samples.ARABIC;
        return switch (random.nextInt(3)) {
            case 0 -> Samples.withdrawn(edition, number, sequence);
            case 1 -> Samples.corrected(edition, number, sequence, "corrected " + sequence);
            default -> Samples.published(edition, number, sequence, "published " + sequence);
        };
    }

    private void untilDone(WordPress wordPress, Publication publication, Random random) {
        for (int i = 0; i < 1_000; i++) {
            if (random.nextInt(4) == 0) {
                remembered.clear();
            }
            Delivery delivery = wordPress.deliver(publication, remembered.get(Parcels.name(publication)));
            if (delivery instanceof Kept(Counterpart kept)) {
                if (random.nextBoolean()) {
                    remembered.put(Parcels.name(publication), kept);
                }
                return;
            }
            if (delivery instanceof Done) {
                return;
            }
            assertThat(delivery).isInstanceOf(Later.class);
        }
        throw new AssertionError("never done: " + publication.entry());
    }

    private void audit(Map<String, Publication> last) {
        Map<String, List<Post>> bySlug = new HashMap<>();
        site.posts()
                .forEach(post -> bySlug.computeIfAbsent(post.slug.replace("__trashed", ""), slug -> new ArrayList<>())
                        .add(post));
        assertThat(last.keySet()).containsAll(bySlug.keySet());
        last.forEach((name, publication) -> {
            List<Post> posts = bySlug.getOrDefault(name, List.of());
            if (publication instanceof Publication.Withdrawn) {
                assertThat(posts).allMatch(post -> post.status.equals("trash")).hasSizeLessThan(2);
            } else {
                assertThat(posts).singleElement().satisfies(post -> {
                    assertThat(post.status).isEqualTo("publish");
                    assertThat(post.title).endsWith(" " + publication.entry().sequence());
                });
            }
        });
    }

    private Delivery deliver(WordPress wordPress, Publication publication) {
        String name = Parcels.name(publication);
        Delivery delivery = wordPress.deliver(publication, remembered.get(name));
        if (delivery instanceof Kept(Counterpart kept)) {
            remembered.put(name, kept);
        }
        return delivery;
    }

    private Post only() {
        assertThat(site.posts()).hasSize(1);
        return site.posts().getFirst();
    }

    private WordPress wordPress(Pictures pictures, boolean sections) {
        return new WordPress(
                "blog",
                site.server().address("/"),
                "polywire",
                new Secret("secret"),
                Set.of(),
                new WordPress.Options(pictures, sections),
                Samples.parcels(),
                courier,
                address -> Optional.of(new Image("image/jpeg", Bytes.copyOf(new byte[] {1}))),
                InstantSource.fixed(Samples.NOW));
    }
}
