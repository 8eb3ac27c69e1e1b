package org.polywire.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polywire.model.ArticleId;
import org.polywire.model.LanguageTag;
import org.polywire.model.SourceId;
import org.polywire.model.StoryId;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What pages ask the store: SQLite must find it by an index, however much has been published. */
class QueryPlanTest {
    private static final LanguageTag EDITION = new LanguageTag("ca");
    private static final ArticleId ARTICLE = new ArticleId("abcdefghijkl");
    private static final SourceId SOURCE = new SourceId("el-faro");
    private static final URI ADDRESS = URI.create("https://elfaro.example/a");
    private static final StoryId STORY = new StoryId(ARTICLE);
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path folder;

    record Question(String name, Consumer<Transaction> ask) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Question> aboutOneArticleOrStory() {
        return Stream.of(
                new Question("find", all -> all.log().find(EDITION, ARTICLE)),
                new Question("editionsOf", all -> all.log().editionsOf(ARTICLE)),
                new Question("entries", all -> all.log().entries(EDITION, ARTICLE)),
                new Question("lastText", all -> all.log().lastText(EDITION, ARTICLE)),
                new Question("story", all -> all.stories().of(ARTICLE)),
                new Question("in", all -> all.tellings().in(EDITION, STORY)),
                new Question("everywhere", all -> all.tellings().everywhere(STORY)),
                new Question("entries of a story", all -> all.tellings().entries(EDITION, STORY, 10)),
                new Question("known", all -> all.articles().find(List.of(ADDRESS, ADDRESS.resolve("/b")))),
                new Question("named", all -> all.identities().named(SOURCE, List.of("a", "b"))),
                new Question("told", all -> all.tellings().of(List.of(EDITION), List.of(ARTICLE))));
    }

    @ParameterizedTest
    @MethodSource
    void aboutOneArticleOrStory(Question question) {
        assertThat(plan(question))
                .isNotEmpty()
                .noneMatch(step -> step.startsWith("SCAN"))
                .noneMatch(step -> step.contains("page_by_time"))
                .noneMatch(step -> step.endsWith("(edition=?)"));
    }

    private static Stream<Question> aboutTheNewest() {
        return Stream.of(
                new Question("latest", all -> all.log().latest(EDITION, 10)),
                new Question("front", all -> all.log().front(EDITION, 10)),
                new Question("older", all -> all.log().older(EDITION, NOW, ARTICLE, 10)),
                new Question("changes", all -> all.log().changes(EDITION, 100, 10)),
                new Question("after", all -> all.log().after(1, 10)),
                new Question("shared", all -> all.tellings().shared(EDITION, NOW, ARTICLE, 10)));
    }

    /** In the order of time they may be gone through, but only once, and nothing else may be. */
    @ParameterizedTest
    @MethodSource
    void aboutTheNewest(Question question) {
        List<String> plan = plan(question);
        assertThat(plan)
                .isNotEmpty()
                .noneMatch(step -> step.startsWith("SCAN"))
                .noneMatch(step -> step.contains("publication_by_article"));
        assertThat(plan.stream().filter(step -> step.contains("page_by_time"))).hasSizeLessThan(2);
    }

    private List<String> plan(Question question) {
        try (Store store = Store.open(folder);
                Connection connection = store.dataSource().getConnection()) {
            List<String> statements = new ArrayList<>();
            SingleConnectionDataSource source = new SingleConnectionDataSource(noting(connection, statements), true);
            question.ask().accept(new Transaction(new NamedParameterJdbcTemplate(source), new KnownEntries()));
            List<String> plan = new ArrayList<>();
            for (String statement : statements) {
                plan.addAll(steps(statement, connection));
            }
            return plan.stream()
                    .filter(step -> !step.equals("SEARCH publication") && !step.startsWith("SCAN CONSTANT"))
                    .toList();
        } catch (SQLException e) {
            throw new IllegalStateException(question.name(), e);
        }
    }

    /** The same connection, whose statements are noted. */
    private static Connection noting(Connection connection, List<String> statements) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.add((String) arguments[0]);
                    }
                    return method.invoke(connection, arguments);
                });
    }

    private static List<String> steps(String statement, Connection connection) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (var plain = connection.createStatement();
                var rows = plain.executeQuery("EXPLAIN QUERY PLAN " + statement)) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
