package org.polywire.connect;

import java.util.Locale;
import java.util.regex.Pattern;
import org.polywire.publish.Parcel;

/** Whether what another system made of an article still says what the text is. */
final class Marks {
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&[#A-Za-z0-9]{1,10};");
    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Marks() {}

    /**
     * Systems change quotation marks, spaces and entities, and that is harmless: letters and digits count, in their order.
     */
    static boolean survived(Parcel parcel, String markup) {
        return letters(text(markup)).contains(letters(parcel.label()))
                && markup.contains("dir=")
                && markup.contains("lang=");
    }

    private static String text(String markup) {
        return ENTITY.matcher(TAG.matcher(markup).replaceAll("")).replaceAll(" ");
    }

    private static String letters(String text) {
        return NOT_A_LETTER.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
