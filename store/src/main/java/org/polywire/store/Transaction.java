package org.polywire.store;

/** A view of the memory that holds for the length of one call; not to be kept, nor shared between threads. */
public final class Transaction {
    private final Sql sql;

    Transaction(Sql sql) {
        this.sql = sql;
    }

    public Sources sources() {
        return new Sources(sql);
    }

    public Articles articles() {
        return new Articles(sql);
    }

    public Standings standings() {
        return new Standings(sql);
    }

    public PublicationLog log() {
        return new PublicationLog(sql);
    }

    public History history() {
        return new History(sql);
    }

    public Rights rights() {
        return new Rights(sql);
    }

    public Identities identities() {
        return new Identities(sql);
    }

    public Revisions revisions() {
        return new Revisions(sql);
    }

    public Stories stories() {
        return new Stories(sql);
    }

    public Tellings tellings() {
        return new Tellings(sql);
    }

    public Projections projections() {
        return new Projections(sql);
    }

    public Subscriptions subscriptions() {
        return new Subscriptions(sql);
    }

    public PushSubscriptions push() {
        return new PushSubscriptions(sql);
    }

    public HostFiles hostFiles() {
        return new HostFiles(sql);
    }

    public Memory memory() {
        return new Memory(sql);
    }

    public Tasks tasks() {
        return new Tasks(sql);
    }
}
