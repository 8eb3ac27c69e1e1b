package org.polywire.gather;

import java.net.URI;
import org.polywire.gather.Answer.Response;
import org.polywire.model.Bytes;
import org.polywire.model.Headers;

/** The web as an archive remembers it. What is not in it is not found; a robots.txt that is missing forbids nothing. */
final class ArchivedWeb implements Web {
    private static final Response MISSING = new Response(404, Headers.NONE, Bytes.EMPTY, true);

    private final WebArchive archive;

    ArchivedWeb(WebArchive archive) {
        this.archive = archive;
    }

    @Override
    public Answer get(URI address, Validators validators, int limit, Deadline deadline) {
        return archive.find(address, limit).orElse(MISSING);
    }

    /** The archive belongs to whoever opened it. */
    @Override
    public void close() {}
}
