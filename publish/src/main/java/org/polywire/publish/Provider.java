package org.polywire.publish;

import org.polywire.model.Source;

/**
 * A source as the site treats it.
 *
 * @param indexed whether search engines may list its articles here: only for what the operator owns or may have listed, since
 *     search engines take translated articles of others for spam
 */
public record Provider(Source source, boolean indexed) {}
