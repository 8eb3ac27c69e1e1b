package org.polywire.samples;

import java.net.URI;

/**
 * One newspaper of the sample press.
 *
 * @param id short and stable, such as {@code el-faro}
 * @param language of all its articles, as BCP 47
 * @param home its front page
 * @param feed its RSS or Atom feed
 * @param push how its feed comes from the press's hub
 */
public record Paper(String id, String name, String language, URI home, URI feed, Push push) {
    /** What becomes of a subscription to a feed. */
    public enum Push {
        /** The feed names no hub. */
        NONE,
        /** The hub brings the feed whenever it changes. */
        BROUGHT,
        /** The feed names the hub, which lets nobody subscribe. */
        DENIED
    }
}
