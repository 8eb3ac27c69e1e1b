package org.polywire.store;

import org.jdbi.v3.core.Handle;

/** A view of the memory that holds for the length of one call; not to be kept, nor shared between threads. */
public final class Transaction {
    private final Handle handle;

    Transaction(Handle handle) {
        this.handle = handle;
    }

    public Sources sources() {
        return new Sources(handle);
    }

    public Articles articles() {
        return new Articles(handle);
    }

    public Standings standings() {
        return new Standings(handle);
    }

    public PublicationLog log() {
        return new PublicationLog(handle);
    }

    public History history() {
        return new History(handle);
    }

    public Rights rights() {
        return new Rights(handle);
    }

    public Identities identities() {
        return new Identities(handle);
    }

    public Revisions revisions() {
        return new Revisions(handle);
    }

    public Stories stories() {
        return new Stories(handle);
    }

    public Tellings tellings() {
        return new Tellings(handle);
    }

    public Projections projections() {
        return new Projections(handle);
    }

    public Subscriptions subscriptions() {
        return new Subscriptions(handle);
    }

    public PushSubscriptions push() {
        return new PushSubscriptions(handle);
    }

    public HostFiles hostFiles() {
        return new HostFiles(handle);
    }

    public Memory memory() {
        return new Memory(handle);
    }

    public Tasks tasks() {
        return new Tasks(handle);
    }
}
