package org.polywire.marian;

import java.util.ServiceLoader;

/** Chooses the fastest kernel that this Java machine can run. */
final class Kernels {
    private static final String VECTOR_MODULE = "jdk.incubator.vector";

    private Kernels() {}

    /** The one for the Vector API if the machine was started with {@code --add-modules jdk.incubator.vector}, else the scalar one. */
    static Kernel best() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return new ScalarKernel();
        }
        return ServiceLoader.load(Kernel.class, Kernels.class.getClassLoader())
                .findFirst()
                .orElseGet(ScalarKernel::new);
    }
}
