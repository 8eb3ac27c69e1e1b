package org.polywire.app;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polywire.app.ConnectorConfig.Begin;
import org.polywire.app.ConnectorConfig.SecretPlace;
import org.polywire.app.ConnectorConfig.Target;
import org.polywire.app.ConnectorConfig.WebhookConfig;
import org.polywire.app.ConnectorConfig.WordPressConfig;
import org.polywire.model.Edition;
import org.polywire.model.LanguageTag;
import org.polywire.publish.Parcel.Pictures;

/** Reads the part of a configuration that names other systems. */
final class ConnectorReader {
    private static final URI STAND_IN = URI.create("http://localhost/");

    private final Path folder;
    private final List<Edition> editions;
    private final Set<String> names = new HashSet<>();

    /** @param editions those of the publication */
    ConnectorReader(Path folder, List<Edition> editions) {
        this.folder = folder;
        this.editions = editions;
    }

    ConnectorConfig read(Section section) {
        return new ConnectorConfig(
                section.sections("wordpress", this::wordPress), section.sections("webhooks", this::webhook));
    }

    private WordPressConfig wordPress(Section section) {
        return new WordPressConfig(
                target(section, "password"),
                section.required("user", "", Form.text("polywire")),
                section.value("pictures", Pictures.LINK, Form.oneOf(Pictures.class)),
                section.value("sections", false, Form.yesOrNo()));
    }

    private WebhookConfig webhook(Section section) {
        return new WebhookConfig(target(section, "secret"));
    }

    private Target target(Section section, String secret) {
        String name = section.required("name", "", Form.sourceId());
        if (!name.isEmpty() && !names.add(name)) {
            section.reject("name", "there are two connectors called " + name, "Give one of them another name");
        }
        if (name.equals("search")) {
            section.reject("name", "\"search\" is the name of the search index", "Choose another name");
        }
        return new Target(
                name,
                section.required("address", STAND_IN, Form.webAddress("https://blog.example/")),
                secret(section, secret),
                carried(section),
                section.value("begin", Begin.NOW, Form.oneOf(Begin.class)));
    }

    private SecretPlace secret(Section section, String kind) {
        Optional<Path> file = section.optional(kind + "-file", Form.folder(folder));
        Optional<String> variable = section.optional(kind + "-variable", Form.text("BLOG_" + kind));
        if (file.isPresent() == variable.isPresent()) {
            section.reject(
                    file.isPresent() ? kind + "-variable" : kind + "-file",
                    "the " + kind + " must be in a file or in a variable of the environment",
                    "Write either \"" + kind + "-file: FILE\" or \"" + kind + "-variable: NAME\"");
        }
        return new SecretPlace(file.orElse(null), variable.orElse(""));
    }

    private List<LanguageTag> carried(Section section) {
        List<LanguageTag> wanted = section.list("editions", Form.language());
        for (LanguageTag language : wanted) {
            if (editions.stream().noneMatch(edition -> edition.language().equals(language))) {
                section.reject("editions", "there is no edition in " + language, "Name one of the \"editions\"");
            }
        }
        return wanted;
    }
}
