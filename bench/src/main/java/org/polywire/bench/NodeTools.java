package org.polywire.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A folder with tools of the npm registry, in the versions that a {@code package.json} among our resources pins. */
final class NodeTools {
    private final Path folder;

    private NodeTools(Path folder) {
        this.folder = folder;
    }

    /**
     * Copies files of ours and installs what they name; scripts of packages do not run.
     *
     * @param resources the folder of the files on the class path, beside this class
     * @throws IOException if npm cannot install them; it has then said why
     */
    static NodeTools install(Path folder, String resources, List<String> files)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (String name : files) {
            copy(resources + "/" + name, folder.resolve(name));
        }
        NodeTools tools = new NodeTools(folder.toAbsolutePath());
        if (tools.run(List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts")) != 0) {
            throw new IOException("npm could not install the tools of " + resources + "; see above");
        }
        return tools;
    }

    private static void copy(String resource, Path file) throws IOException {
        try (InputStream content = NodeTools.class.getResourceAsStream(resource)) {
            if (content == null) {
                throw new IllegalStateException(resource + " is missing from the class path");
            }
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A file for the tools to read. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs a command in the folder, with our output as its own, and hands out its exit status. */
    int run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
    }
}
