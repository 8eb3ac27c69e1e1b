package org.polywire.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.polywire.model.ArticleId;
import org.polywire.model.Grant;
import org.polywire.model.RightsDecision;
import org.polywire.model.Signal;
import org.polywire.model.Usage;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How much of each article may be published, and the evidence. */
public final class Rights {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JdbcClient client;

    Rights(JdbcClient client) {
        this.client = client;
    }

    /** The decision as last made. */
    public Optional<RightsDecision> find(ArticleId article) {
        return client.sql("SELECT usage, grounds FROM rights WHERE article = :article")
                .param("article", article.value())
                .query((row, number) -> decision(row.getString("usage"), row.getString("grounds")))
                .optional();
    }

    public void save(ArticleId article, RightsDecision decision, Instant at) {
        client.sql("""
                        INSERT INTO rights (article, usage, grounds, at) VALUES (:article, :usage, :grounds, :at)
                        ON CONFLICT (article) DO UPDATE SET usage = excluded.usage, grounds = excluded.grounds,
                            at = excluded.at
                        """)
                .param("article", article.value())
                .param("usage", decision.usage().name())
                .param("grounds", json(decision))
                .param("at", at.toEpochMilli())
                .update();
    }

    private static String json(RightsDecision decision) {
        ObjectNode node = Documents.object().put("grant", decision.grant().name());
        ArrayNode signals = node.putArray("signals");
        decision.signals()
                .forEach(signal -> signals.addObject()
                        .put("kind", signal.kind().name())
                        .put("place", signal.place())
                        .put("evidence", signal.evidence()));
        return node.toString();
    }

    private static RightsDecision decision(String usage, String json) {
        JsonNode node = MAPPER.readTree(json);
        List<Signal> signals = node.path("signals")
                .valueStream()
                .map(signal -> new Signal(
                        Signal.Kind.valueOf(Documents.text(signal, "kind")),
                        Documents.text(signal, "place"),
                        Documents.text(signal, "evidence")))
                .toList();
        return new RightsDecision(Usage.valueOf(usage), Grant.valueOf(Documents.text(node, "grant")), signals);
    }
}
