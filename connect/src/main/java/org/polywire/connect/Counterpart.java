package org.polywire.connect;

/**
 * What stands for an article at the other side.
 *
 * @param id of the other side's choosing
 * @param mark tells one state of the content from another; empty once it was taken down
 */
public record Counterpart(String id, String mark) {}
