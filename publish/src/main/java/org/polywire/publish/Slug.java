package org.polywire.publish;

import org.polywire.model.SectionName;

/** Names as parts of addresses: in their own script, without what tells apart only how they are written. */
final class Slug {
    private static final int LENGTH = 60;

    private Slug() {}

    /**
     * Folded ({@link SectionName}), its letters, marks and digits joined by hyphens: {@code Vida &amp; Política} becomes
     * {@code vida-politica}. At most 60 code points; empty if there is no letter or digit. A slug is its own slug.
     */
    static String of(String name) {
        StringBuilder slug = new StringBuilder(name.length());
        SectionName.of(name).folded().codePoints().forEach(c -> append(slug, c));
        int kept = Math.min(LENGTH, slug.codePointCount(0, slug.length()));
        slug.setLength(slug.offsetByCodePoints(0, kept));
        while (!slug.isEmpty() && slug.charAt(slug.length() - 1) == '-') {
            slug.setLength(slug.length() - 1);
        }
        return slug.toString();
    }

    private static void append(StringBuilder slug, int c) {
        if (Character.isLetterOrDigit(c) || isMark(c) && !slug.isEmpty()) {
            slug.appendCodePoint(c);
        } else if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
            slug.append('-');
        }
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
