package org.polywire.store;

import java.time.Instant;

/** A log entry that a connector's other side would not take; see {@link Following}. */
public record SetAside(String projection, long sequence, Instant at, String code, String detail) {}
