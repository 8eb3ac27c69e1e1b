@org.jspecify.annotations.NullMarked
package org.polywire.store;
