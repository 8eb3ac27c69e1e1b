package org.polywire.app;

import java.util.Optional;
import org.polywire.publish.Page;

/** Everything that the web server answers for: the interface for programs, and the site. Safe to share between threads. */
final class Entrance implements Pages {
    private final PublicApi api;
    private final Shelf site;

    Entrance(PublicApi api, Shelf site) {
        this.api = api;
        this.site = site;
    }

    @Override
    public Page at(Request request) {
        return PublicApi.owns(request.path()) ? api.at(request) : site.at(request);
    }

    @Override
    public Ready ready(Request request) {
        return PublicApi.owns(request.path()) ? new Ready(api.at(request)) : site.ready(request);
    }

    @Override
    public Page failed(int status, String path) {
        return PublicApi.owns(path) ? api.failed(status) : site.failed(status, path);
    }

    @Override
    public Optional<Ready> atHand(String path) {
        return site.atHand(path);
    }
}
