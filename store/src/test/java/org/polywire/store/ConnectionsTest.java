package org.polywire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatRuntimeException;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is done wholly or not at all, by one pool or both, and what the database refuses. */
class ConnectionsTest {
    private static final Following SEARCH = following("search");
    private static final Following MAIL = following("mail");

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void open() {
        store = Store.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Following following(String name) {
        return new Following(name, 7, false, 0, null, null, "", "", null);
    }

    private void save(Following following) {
        store.write(all -> all.projections().save(following));
    }

    private Optional<Following> find(String name) {
        return store.read(all -> all.projections().find(name));
    }

    private List<Following> all() {
        return store.read(all -> all.projections().all());
    }

    private void define(String sql) {
        JdbcClient.create(store.dataSource()).sql(sql).update();
    }

    @Test
    void whoAsksWithinAChangeSeesIt() {
        Optional<Following> seen = store.change(outer -> {
            outer.projections().save(SEARCH);
            return find("search");
        });
        assertThat(seen).contains(SEARCH);
    }

    @Test
    void whatThrowsLeavesNoTraceEvenOfWhatItDidWithin() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.write(outer -> {
                    outer.projections().save(SEARCH);
                    save(MAIL);
                    throw new IllegalStateException("too bad");
                }))
                .withMessage("too bad");
        assertThat(all()).isEmpty();
    }

    @Test
    void whatThrewWithinSpoilsTheWholeThoughItWasCaught() {
        assertThatRuntimeException()
                .isThrownBy(() -> store.write(outer -> {
                    outer.projections().save(SEARCH);
                    assertThatIllegalStateException()
                            .isThrownBy(() -> store.write(inner -> {
                                inner.projections().save(MAIL);
                                throw new IllegalStateException("half done");
                            }));
                }))
                .withMessageContaining("rollback");
        assertThat(all()).isEmpty();
    }

    @Test
    void whatThrowsBeforeItAsksThrowsThat() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.write(all -> {
                    throw new IllegalStateException("too soon");
                }))
                .withMessage("too soon");
        save(SEARCH);
        assertThat(find("search")).contains(SEARCH);
    }

    @Test
    void theOtherPoolSeesAChangeWhenItIsDone() {
        store.note(noted -> {
            noted.projections().save(MAIL);
            assertThat(find("mail")).isEmpty();
        });
        assertThat(find("mail")).contains(MAIL);
        save(SEARCH);
        assertThat(find("search")).contains(SEARCH);
    }

    @Test
    void whatIsAbsentIsStoredInPlaceOfWhatWasThere() {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        save(new Following("search", 7, true, 3, now, now, "code", "detail", now));
        save(SEARCH);
        assertThat(find("search")).contains(SEARCH);
    }

    @Test
    void inAnEmptyListNothingIsFound() {
        assertThat(JdbcClient.create(store.dataSource())
                        .sql("SELECT 'a' IN (:list)")
                        .param("list", List.of())
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void aRefusalSaysWhatWasAsked() {
        define("CREATE UNIQUE INDEX only_one ON projection (sequence)");
        save(SEARCH);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> save(MAIL))
                .withMessageContaining("UNIQUE")
                .withMessageContaining("INSERT INTO projection");
        assertThat(find("mail")).isEmpty();
    }

    @Test
    void aRefusalThatTheDatabaseTookBackItselfIsToldToo() {
        define("CREATE TRIGGER full BEFORE INSERT ON projection BEGIN SELECT RAISE(ROLLBACK, 'no room'); END");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> save(MAIL))
                .withMessageContaining("no room")
                .withMessageContaining("INSERT INTO projection");
        assertThat(find("mail")).isEmpty();
    }

    @Test
    void whatCannotBeCommittedLeavesNoTrace() {
        define("CREATE TABLE owner (id INTEGER PRIMARY KEY)");
        define("CREATE TABLE owned (owner INTEGER REFERENCES owner DEFERRABLE INITIALLY DEFERRED)");
        define("CREATE TRIGGER owing AFTER INSERT ON projection WHEN NEW.name = 'mail'"
                + " BEGIN INSERT INTO owned VALUES (1); END");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> save(MAIL))
                .withMessageContaining("FOREIGN KEY")
                .withMessageContaining("end of a transaction");
        save(SEARCH);
        assertThat(find("mail")).isEmpty();
        assertThat(find("search")).contains(SEARCH);
    }
}
