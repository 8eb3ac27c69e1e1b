package org.polywire.store;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A view of the memory that holds for the length of one call; not to be kept, nor shared between threads. */
public final class Transaction {
    private final NamedParameterJdbcOperations template;
    private final JdbcClient client;
    private final KnownEntries known;

    /** @param known what was read of this memory before */
    Transaction(NamedParameterJdbcOperations template, KnownEntries known) {
        this.template = template;
        this.known = known;
        this.client = JdbcClient.create(template);
    }

    public Sources sources() {
        return new Sources(client);
    }

    public Articles articles() {
        return new Articles(client);
    }

    public Standings standings() {
        return new Standings(client);
    }

    public PublicationLog log() {
        return new PublicationLog(client, known);
    }

    public History history() {
        return new History(client);
    }

    public Rights rights() {
        return new Rights(client);
    }

    public Identities identities() {
        return new Identities(client);
    }

    public Revisions revisions() {
        return new Revisions(client);
    }

    public Stories stories() {
        return new Stories(client);
    }

    public Tellings tellings() {
        return new Tellings(client, known);
    }

    public Projections projections() {
        return new Projections(client);
    }

    public Subscriptions subscriptions() {
        return new Subscriptions(client);
    }

    public PushSubscriptions push() {
        return new PushSubscriptions(client);
    }

    public HostFiles hostFiles() {
        return new HostFiles(client);
    }

    public Memory memory() {
        return new Memory(client);
    }

    public Tasks tasks() {
        return new Tasks(client, template);
    }

    String integrity() {
        return client.sql("PRAGMA integrity_check")
                .query((row, number) -> row.getString(1))
                .list()
                .get(0);
    }
}
