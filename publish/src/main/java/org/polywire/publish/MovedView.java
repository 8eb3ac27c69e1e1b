package org.polywire.publish;

/** That a page is at another path, with the link to it. */
record MovedView(Frame frame, String path, Html link) {}
