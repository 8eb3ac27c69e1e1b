package org.polywire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polywire.model.Article;
import org.polywire.model.ArticleId;
import org.polywire.model.Grant;
import org.polywire.model.LanguageTag;
import org.polywire.model.Outlet;
import org.polywire.model.Revision;
import org.polywire.model.Route;
import org.polywire.model.Sighting;
import org.polywire.model.Source;
import org.polywire.model.SourceId;
import org.polywire.model.Translation;
import org.polywire.pipeline.Archive;
import org.polywire.store.FollowedSource;
import org.polywire.store.KnownArticle;
import org.polywire.store.Store;

/** The audit sees what it is there to see: each fault is planted into the file behind the store's back. */
class LogAuditTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final URI ADDRESS = URI.create("https://faro.example/a/1");
    private static final LanguageTag SPANISH = new LanguageTag("es");

    private static final Revision UPDATE = new Revision(Revision.Kind.UPDATE, List.of(), "");

    @TempDir
    Path folder;

    private final LogAudit audit = new LogAudit();

    @BeforeEach
    void publishTwoVersions() {
        Source source = new Source(
                new SourceId("el-faro"), "El Faro", ADDRESS.resolve("/"), ADDRESS.resolve("/rss"), Grant.FULL);
        KnownArticle article = KnownArticle.sighted(
                ArticleId.of(ADDRESS), new Sighting(source.id(), ADDRESS, "1", "Puente", null, NOW), ADDRESS, "");
        try (Store store = Store.open(folder)) {
            store.write(transaction -> {
                transaction.sources().save(FollowedSource.added(source, Duration.ofMinutes(1), NOW));
                transaction.articles().add(article);
                transaction.log().publish(SPANISH, article, 1, translation(), UPDATE, NOW);
                transaction.log().publish(SPANISH, article, 2, translation(), UPDATE, NOW.plusSeconds(5));
            });
        }
    }

    private static Translation translation() {
        Article article =
                Article.of(ADDRESS, new Outlet("El Faro", ADDRESS.resolve("/")), SPANISH, "Puente", List.of());
        return new Translation(article, SPANISH, new Route.Original(), NOW, List.of());
    }

    private void look() {
        try (Archive archive = Archive.open(folder)) {
            audit.look(archive);
        }
    }

    private void plant(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("polywire.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aSoundLogHasNoFaults() {
        look();
        look();
        assertThat(audit.faults()).isEmpty();
        assertThat(audit.entries()).isEqualTo(2);
    }

    @Test
    void aLostEntryIsSeen() throws SQLException {
        look();
        plant("PRAGMA foreign_keys = OFF");
        plant("DELETE FROM publication WHERE version = 2");
        look();
        assertThat(audit.faults()).anyMatch(fault -> fault.contains("lost or changed"));
    }

    @Test
    void aSecondAppearanceIsSeen() throws SQLException {
        plant("UPDATE publication SET kind = 'PUBLISHED' WHERE version = 2");
        look();
        assertThat(audit.faults()).anyMatch(fault -> fault.startsWith("published twice"));
    }

    @Test
    void aChangedFirstDateIsSeen() throws SQLException {
        plant("UPDATE publication SET first_at = first_at + 1 WHERE version = 2");
        look();
        assertThat(audit.faults()).anyMatch(fault -> fault.startsWith("out of order"));
    }
}
