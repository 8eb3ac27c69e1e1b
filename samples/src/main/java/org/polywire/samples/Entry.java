package org.polywire.samples;

import java.net.URI;

/**
 * An article's place in the running order.
 *
 * @param position from 0, over all papers
 * @param address canonical
 */
record Entry(int position, Manuscript manuscript, URI address) {}
