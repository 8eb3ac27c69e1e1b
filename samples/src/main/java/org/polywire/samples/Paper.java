package org.polywire.samples;

import java.net.URI;

/**
 * One newspaper of the sample press.
 *
 * @param id short and stable, such as {@code el-faro}
 * @param language of all its articles, as BCP 47
 * @param home its front page
 * @param feed its RSS or Atom feed
 */
public record Paper(String id, String name, String language, URI home, URI feed) {}
