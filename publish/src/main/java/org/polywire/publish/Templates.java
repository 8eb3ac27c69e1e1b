package org.polywire.publish;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** The page templates of {@code src/main/jte}, compiled with the module; safe to share between threads. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), Templates.class.getPackageName());

    String render(String name, Object view) {
        StringOutput page = new StringOutput(16 * 1024);
        engine.render(name + ".jte", view, page);
        return page.toString();
    }
}
