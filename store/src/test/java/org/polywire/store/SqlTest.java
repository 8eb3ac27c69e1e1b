package org.polywire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named values, lists of them, and what is done wholly or not at all, on a real database. */
class SqlTest {
    @TempDir
    Path folder;

    private Store store;
    private Connection connection;
    private Sql sql;

    @BeforeEach
    void open() throws SQLException {
        store = Store.open(folder);
        connection = store.dataSource().getConnection();
        sql = new Sql(connection);
        sql.prepare("CREATE TABLE word (text TEXT PRIMARY KEY, length INTEGER)").execute();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        store.close();
    }

    private void add(String text) {
        sql.prepare("INSERT INTO word (text, length) VALUES (:text, :length)")
                .bind("text", text)
                .bind("length", text.length())
                .execute();
    }

    private List<String> words() {
        return sql.prepare("SELECT text FROM word ORDER BY text")
                .map(row -> row.getString("text"))
                .list();
    }

    @Test
    void aValueStandsWhereverItsNameDoes() {
        add("casa");
        assertThat(sql.prepare("SELECT :text || length || :text FROM word WHERE text = :text AND length < :most")
                        .bindAll(Map.of("text", "casa", "most", 5, "unused", 1))
                        .map(row -> row.getString(1))
                        .one())
                .isEqualTo("casa4casa");
    }

    @Test
    void whatValuesSayIsNoSql() {
        add("a' OR ':text' <list>");
        assertThat(sql.prepare("SELECT text FROM word WHERE text = :text")
                        .bind("text", "a' OR ':text' <list>")
                        .map(row -> row.getString(1))
                        .list())
                .hasSize(1);
    }

    @Test
    void literalsAndComparisonsHoldNoNames() {
        assertThat(SqlText.of("SELECT ':a', '<b>', x <> y, x<5 FROM t WHERE z = :c AND u IN (<d>) AND v > :c"))
                .isEqualTo(new SqlText(
                        List.of("SELECT ':a', '<b>', x <> y, x<5 FROM t WHERE z = ", " AND u IN (", ") AND v > ", ""),
                        List.of("c", "d", "c")));
    }

    @Test
    void aListFindsEachOfItsValuesAndAnEmptyOneNothing() {
        List.of("casa", "mar", "sol").forEach(this::add);
        SqlStatement statement = sql.prepare(
                        "SELECT text FROM word WHERE text IN (<list>) AND length > :least ORDER BY text")
                .bind("least", 0);
        assertThat(statement
                        .bind("list", List.of("sol", "casa", "luna"))
                        .map(row -> row.getString(1))
                        .list())
                .containsExactly("casa", "sol");
        assertThat(statement
                        .bind("list", List.of())
                        .map(row -> row.getString(1))
                        .list())
                .isEmpty();
    }

    @Test
    void aValueThatWasForgottenIsRefusedAndNullIsOne() {
        SqlStatement statement = sql.prepare("INSERT INTO word (text, length) VALUES (:text, :length)")
                .bind("text", "casa");
        assertThatIllegalArgumentException().isThrownBy(statement::execute).withMessageContaining("length");
        assertThat(statement.bind("length", null).execute()).isEqualTo(1);
        assertThat(words()).containsExactly("casa");
    }

    @Test
    void severalRowsAreNotOne() {
        List.of("casa", "mar").forEach(this::add);
        Rows<String> rows = sql.prepare("SELECT text FROM word ORDER BY text").map(row -> row.getString(1));
        assertThat(rows.first()).contains("casa");
        assertThatIllegalStateException().isThrownBy(rows::any);
        assertThatIllegalStateException().isThrownBy(new Rows<>(List.of())::one);
    }

    @Test
    void manyAreChangedByOneStatement() {
        assertThat(sql.prepare("INSERT INTO word (text, length) VALUES (:text, :length)")
                        .bind("length", 3)
                        .executeEach("text", List.of("mar", "sol")))
                .isEqualTo(2);
        assertThat(words()).containsExactly("mar", "sol");
    }

    @Test
    void aRefusalOfTheDatabaseSaysWhatWasAsked() {
        add("casa");
        assertThatThrownBy(() -> add("casa"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("INSERT INTO word")
                .hasMessageContaining("UNIQUE");
    }

    @Test
    void whatThrowsLeavesNoTraceEvenOfWhatItDidWithin() throws SQLException {
        assertThatThrownBy(() -> sql.wholly(outer -> {
                    add("casa");
                    try {
                        outer.wholly(inner -> {
                            add("mar");
                            return true;
                        });
                    } catch (SQLException e) {
                        throw new AssertionError(e);
                    }
                    throw new IllegalStateException("too bad");
                }))
                .hasMessage("too bad");
        assertThat(words()).isEmpty();
        assertThat(connection.getAutoCommit()).isTrue();
    }

    @Test
    void whoAsksWithinAChangeSeesIt() {
        Following following = new Following("search", 7, false, 0, null, null, "", "", null);
        Optional<Following> seen = store.change(outer -> {
            outer.projections().save(following);
            return store.read(inner -> inner.projections().find("search"));
        });
        assertThat(seen).contains(following);
    }
}
