package org.polywire.model;

/**
 * Where in an article a unit stands: {@code headline}, {@code kicker}, {@code standfirst}, {@code section}, or a path into the
 * body such as {@code body.3}, {@code body.4.0.1} (list, item, block), {@code body.0.caption}, {@code body.0.description},
 * {@code body.6.2.1} (table, row, cell).
 */
public record Place(String path) {
    public static final Place HEADLINE = new Place("headline");
    public static final Place KICKER = new Place("kicker");
    public static final Place STANDFIRST = new Place("standfirst");
    public static final Place SECTION = new Place("section");
    public static final Place BODY = new Place("body");

    public Place child(Object step) {
        return new Place(path + "." + step);
    }

    @Override
    public String toString() {
        return path;
    }
}
