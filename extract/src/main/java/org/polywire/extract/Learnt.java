package org.polywire.extract;

/**
 * What became of a page, and what is known of its host with this page.
 *
 * @param templates to be passed in with the next page of the host
 */
public record Learnt<T>(T outcome, HostTemplates templates) {}
