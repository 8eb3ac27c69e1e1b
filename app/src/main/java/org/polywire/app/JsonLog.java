package org.polywire.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import tools.jackson.databind.node.ObjectNode;

/** The log: one JSON object a line on the standard error stream, for programs; people are spoken to by the commands. */
final class JsonLog extends Formatter {
    // Both are held, as the log manager itself would let them go together with their levels.
    private static final Logger POLYWIRE = Logger.getLogger("org.polywire");

    // It says nothing that its exceptions do not.
    private static final Logger JAVALIN = Logger.getLogger("io.javalin");

    /** Makes this the only log, from the level given upwards. Loud libraries stay at warnings at least. */
    static void install(Level level) {
        LogManager.getLogManager().reset();
        Handler handler = new ConsoleHandler();
        handler.setFormatter(new JsonLog());
        handler.setLevel(level);
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        root.setLevel(level.intValue() < Level.WARNING.intValue() ? Level.WARNING : level);
        POLYWIRE.setLevel(level);
        JAVALIN.setLevel(Level.OFF);
    }

    @Override
    public String format(LogRecord entry) {
        ObjectNode line = Json.object()
                .put("at", entry.getInstant().toString())
                .put("level", entry.getLevel().getName())
                .put("logger", entry.getLoggerName())
                .put("message", formatMessage(entry));
        if (entry.getThrown() != null) {
            line.put("error", stackTrace(entry.getThrown()));
        }
        return line + "\n";
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
