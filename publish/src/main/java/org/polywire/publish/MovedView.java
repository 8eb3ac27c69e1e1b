package org.polywire.publish;

/** That a page is at another address, with the link to it. */
record MovedView(Frame frame, String title, Html link) {}
