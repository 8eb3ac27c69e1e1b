package org.polywire.publish;

/** A run of words in both its forms: as a page shows it, and where there can be no markup. */
record Slot(String plain, Html html) {

    static Slot text(String text) {
        return new Slot(text, Html.text(text));
    }
}
