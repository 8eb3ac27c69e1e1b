package org.polywire.publish;

/** A page that says one thing, such as that an article was withdrawn. */
record MessageView(Frame frame, String title, String text) {}
