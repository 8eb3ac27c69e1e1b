package org.polywire.translate;

/**
 * An inline element of a source text, known by its place in the document order, where whatever is outside comes before what is
 * inside.
 *
 * @param value what it is; neighbours with equal values become one
 */
record Tag<T>(int order, boolean link, T value) {}
