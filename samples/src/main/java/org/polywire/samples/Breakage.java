package org.polywire.samples;

/** What careless software does to HTML; every browser still shows the same words. */
final class Breakage {
    private Breakage() {}

    /** The page without half of its end tags, with crossed inlines, bare attributes and bare ampersands. */
    static String of(String html) {
        return html.replaceAll("</(p|li|td|th|tr|tbody|thead)>", "")
                .replace("</strong></em>", "</em></strong>")
                .replaceAll(" class=\"([a-z-]+)\"", " class=$1")
                .replace("&amp;", "&")
                .replace("</body>", "</div></span></body>")
                .replace("</html>", "");
    }
}
